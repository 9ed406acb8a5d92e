import { frameworkCodeSchema } from '../../core/framework/frameworks.ts';
import { groundedSister } from '../../core/framework/gate.ts';
import { listIn } from '../../core/sheet/cells.ts';
import type { Refused } from '../../core/refusal.ts';
import type { HttpRequest } from '../http.ts';
import { readForm, type SentForm } from '../page/sent-form.ts';
import { typedOf } from '../page/typed.ts';
import { tracedIn } from './audit/audit-lines.ts';
import { soughtBy, soughtIn } from './case/case-sought.ts';
import { kindOf } from './inputs.ts';
import type { Office } from './office.ts';
import type { OfficeDeps } from './office-deps.ts';
import { pickIn } from './agency/agency-picks.ts';
import { previewOf } from './preview.ts';
import { whoseIn } from './town/tasks-page.ts';

/** A form that is shown once more: to look at, or because of what is wrong with it. */
export type Again = { readonly form: SentForm; readonly refused?: readonly Refused[] };

/** The same page with what was typed: refused, sought, or looked at once more before it is sent. */
export async function shownAgain(deps: OfficeDeps, office: Office, again: Again): Promise<Office> {
  if (kindOf(again.form) === 'find' && again.refused === undefined)
    return { ...office, ...lookedFor(office, again.form) };
  return filledIn(deps, office, again);
}

function lookedFor({ place, now }: Office, form: SentForm): Pick<Office, 'sought' | 'traced'> {
  return place.page === 'audit'
    ? { traced: tracedIn(Object.fromEntries(form.values), now) }
    : { sought: soughtBy(form) };
}

/** The office with a form as it was filled in: refused, switched to another framework, or looked at once more. */
async function filledIn(deps: OfficeDeps, office: Office, again: Again): Promise<Office> {
  const [refused] = again.refused ?? [];
  if (refused !== undefined)
    return { ...office, typed: typedOf(again.form, again.refused), instead: insteadOf(office, refused) };
  const typed = typedOf(again.form);
  if (again.form.text('step') === 'instead') return { ...office, typed, switched: switchedTo(office, again.form) };
  if (again.form.text('step') === 'more') return { ...office, typed };
  const pick = pickIn(again.form);
  if (pick !== undefined) return { ...office, typed, pick };
  const preview = await previewOf(deps, office, again.form);
  return preview.ok
    ? { ...office, typed, preview: preview.value }
    : { ...office, typed: typedOf(again.form, [preview.error]), instead: insteadOf(office, preview.error) };
}

/** The framework that needs a ground, where the one that was meant needs consent that is missing (BRIEF §2.1). */
function insteadOf({ frameworks }: Office, refused: Refused): Office['instead'] {
  if (refused.code !== 'consent-missing') return undefined;
  return frameworks.find(({ code, off }) => code === refused.alternative && !off);
}

/** The form as it was filled in, about that framework. */
export function grounded(form: SentForm): SentForm {
  const said = frameworkCodeSchema.safeParse(form.text('framework') ?? form.text('was-framework'));
  const sister = said.success ? groundedSister[said.data] : undefined;
  const values = new URLSearchParams(form.values);
  if (sister !== undefined) values.set('framework', sister);
  return readForm(values.toString());
}

function switchedTo({ frameworks }: Office, form: SentForm): string | undefined {
  return frameworks.find(({ code }) => code === form.text('framework'))?.name;
}

/** What an address asks to be shown. */
export function askedFor(
  query: HttpRequest['query'],
): Pick<Office, 'done' | 'sought' | 'whose' | 'narrow' | 'cameWith'> {
  return {
    done: query['done'],
    sought: soughtIn(query),
    whose: whoseIn(query),
    narrow: query['of'] ?? query['type'],
    cameWith: listIn(query['cases']),
  };
}
