import type { TownCode } from '../../../core/ids.ts';
import type { SentForm } from '../../page/sent-form.ts';
import { agendaIn, gatheringInput, inviteInput, leftOut } from '../meeting/invite-input.ts';
import { fields, ticked } from '../said.ts';
import { partForms } from './part-fields.ts';

type Said = Readonly<Record<string, unknown>>;

/** The parts of the towns with a case ticked, in the order that was typed. */
export function partsIn(form: SentForm): readonly (readonly [TownCode, SentForm])[] {
  const parts = [...partForms(form)].filter(([, part]) => part.texts('case').length > 0);
  const order = (part: SentForm) => Number((part.text('turn') ?? '').normalize('NFKC'));
  return parts.toSorted(([, a], [, b]) => order(a) - order(b));
}

/** A form as `convene-together`. */
export function sittingSaid(form: SentForm): Said {
  return {
    date: `${form.text('date') ?? ''}T${form.text('time') ?? ''}`,
    ...gatheringInput(form),
    ...fields(form, ['framework', 'body']),
    ...fields(form, ['preparation']),
    ...(ticked(form, 'designate') ? { designate: 'all' } : {}),
    outlook: form.text('outlook') ?? '',
    urgent: ticked(form, 'urgent'),
    parts: partsIn(form).map(([town, part]) => partSaid(part, town)),
  };
}

/** A case that was unticked after its minutes were typed has no place in the order. */
function partSaid(form: SentForm, town: TownCode): Said {
  const cases = form.texts('case');
  const agenda = agendaIn(form).filter((one) => cases.includes(one.case));
  const ground = form.text('ground');
  const danger = form.texts('danger');
  return {
    town,
    meeting: form.text('meeting') ?? '',
    cases,
    ...(agenda.length === 0 ? {} : { agenda }),
    ...(ground === undefined ? {} : { ground: Number(ground) }),
    ...(danger.length === 0 ? {} : { emergency: true, danger }),
    ...fields(form, ['reason']),
    invite: inviteInput(form),
    without: leftOut(form),
  };
}
