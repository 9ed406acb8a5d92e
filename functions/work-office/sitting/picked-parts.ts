import type { RosterEntry } from '../../../core/body/model.ts';
import { readForm } from '../../page/sent-form.ts';
import type { Typed } from '../../page/typed.ts';
import { withPicked } from '../agency/agency-picks.ts';
import type { Office } from '../office.ts';
import type { ChosenPart } from './chosen-parts.ts';
import { nameIn, partForm } from './part-fields.ts';

/** The form as it was typed, with the agencies that were asked for ticked in the part of each town, and whom another body always calls. */
export function withPickedInParts({ pick }: Office, parts: readonly ChosenPart[], typed: Typed): Typed {
  const form = readForm(typed.values.toString());
  const values = new URLSearchParams(typed.values);
  for (const { town, office, chosen, roster } of parts) {
    const before = { ...typed, values: withRoster(partForm(form, town.id).values, roster) };
    const picked = withPicked({ ...office, pick }, { cases: chosen, roster }, before);
    for (const name of new Set(picked.values.keys())) {
      values.delete(nameIn(town.id, name));
      for (const value of picked.values.getAll(name)) values.append(nameIn(town.id, name), value);
    }
  }
  return { ...typed, values };
}

/** Whoever is on the roster now and was not when the part was drawn would be called unseen: so they are ticked. */
function withRoster(typed: URLSearchParams, roster: ReadonlyMap<string, RosterEntry>): URLSearchParams {
  const values = new URLSearchParams(typed);
  if (!values.has('meeting')) return values;
  const shown = [...values.getAll('roster'), ...values.getAll('agency')];
  for (const entry of [...roster.values()].filter(({ agency }) => !shown.includes(agency))) {
    values.append('agency', entry.agency);
    values.set(`class.${entry.agency}`, entry.class);
    values.set(`purpose.${entry.agency}`, entry.purpose);
    values.set(`preparation.${entry.agency}`, entry.preparation ?? '');
  }
  return values;
}
