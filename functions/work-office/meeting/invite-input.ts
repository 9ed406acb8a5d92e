import { slotsIn } from './poll-forms.ts';
import type { SentForm } from '../../page/sent-form.ts';

type Said = Readonly<Record<string, unknown>>;

/** Only ticked agencies are invited, whatever stands in the others' fields. */
export function inviteInput(form: SentForm): Said {
  return Object.fromEntries(form.texts('agency').map((agency) => [agency, callOf(form, agency)]));
}

function callOf(form: SentForm, agency: string): Said {
  const called = calledFor(form, agency);
  const purpose = form.lines(`purpose.${agency}`);
  const other = form.lines(`purpose2.${agency}`).map((text) => ({
    text,
    members: membersOf(form.texts(`members2.${agency}`), called),
    class: form.text(`class2.${agency}`),
  }));
  const issues = form.texts(`issues.${agency}`).map(Number);
  return {
    class: form.text(`class.${agency}`) ?? '',
    purpose: purpose.length + other.length === 0 ? '' : [...purpose, ...other],
    members: membersOf(form.texts(`members.${agency}`), called),
    ...(called === undefined ? {} : { cases: called }),
    ...(issues.length === 0 ? {} : { issues }),
    ...taxIn(form, agency),
    ...preparationIn(form, `preparation.${agency}`),
  };
}

/** Which cases of several were left ticked; undefined where the form did not ask. */
function calledFor(form: SentForm, agency: string): readonly string[] | undefined {
  return form.values.has(`cases.${agency}`) ? form.texts(`cases.${agency}`) : undefined;
}

/** Members of a case it is not called for are none of its matter, whatever stays ticked. */
function membersOf(refs: readonly string[], called: readonly string[] | undefined): readonly string[] {
  return called === undefined ? refs : refs.filter((ref) => called.includes(ref.split('/')[0] ?? ''));
}

/** For which purposes it is told of the arrears, where any is ticked. */
function taxIn(form: SentForm, agency: string): Said {
  const purposes = form.texts(`tax.${agency}`).map(Number);
  return purposes.length === 0 ? {} : { tax: purposes };
}

function preparationIn(form: SentForm, name: string): Said {
  const preparation = form.text(name);
  return preparation === undefined ? {} : { preparation };
}

/** What all, or an agency that is called already, are to prepare otherwise than was shown. */
function preparationsAfter(form: SentForm): Said {
  const after = (name: string) => form.text(name) ?? '';
  const isNew = (name: string) => after(name) !== after(`was-${name}`);
  const own = [...form.values.keys()]
    .filter((name) => name.startsWith('was-preparation.'))
    .map((name) => name.slice(4));
  const changed = own.filter(isNew).map((name) => [name.slice('preparation.'.length), after(name)]);
  return {
    ...(isNew('preparation') ? { preparation: after('preparation') } : {}),
    ...(changed.length === 0 ? {} : { preparations: Object.fromEntries(changed) }),
  };
}

function moment(form: SentForm): string {
  return `${form.text('date') ?? ''}T${form.text('time') ?? ''}`;
}

export function conveneInput(form: SentForm): Said {
  return {
    ...whenInput(form),
    ...quorumInput(form),
    ...gatheringInput(form),
    ...(agendaIn(form).length === 0 ? {} : { agenda: agendaIn(form) }),
    outlook: form.text('outlook') ?? '',
    ...preparationIn(form, 'preparation'),
    invite: inviteInput(form),
    ...bodyInput(form),
  };
}

/** Slots to ask about, where any was filled in; else the date. Both are refused. */
function whenInput(form: SentForm): Said {
  const slots = slotsIn(form);
  if (slots.length === 0) return { date: moment(form) };
  const date = form.text('date') === undefined ? {} : { date: moment(form) };
  return { ...date, slots, auto: form.text('auto') !== undefined };
}

function quorumInput(form: SentForm): Said {
  const least = form.text('least');
  return {
    required: form.texts('required'),
    ...(least === undefined ? {} : { least: Number(least.normalize('NFKC')) }),
  };
}

/** Blank fields are not said. */
export function gatheringInput(form: SentForm): Said {
  const said = ['cadence', 'mode', 'place', 'url'].map((name) => [name, form.text(name)] as const);
  return Object.fromEntries(said.filter(([, value]) => value !== undefined));
}

/** 時間割: cases in the order of their numbers, those with minutes. */
export function agendaIn(form: SentForm): readonly { readonly case: string; readonly minutes: number }[] {
  const number = (name: string) => Number((form.text(name) ?? '').normalize('NFKC'));
  const cases = [...form.values.keys()].filter((name) => name.startsWith('minutes.')).map((name) => name.slice(8));
  return cases
    .filter((id) => form.text(`minutes.${id}`) !== undefined)
    .toSorted((a, b) => number(`order.${a}`) - number(`order.${b}`))
    .map((id) => ({ case: id, minutes: number(`minutes.${id}`) }));
}

/** Of the roster that was on screen, whoever is not ticked is left out: and why. */
export function leftOut(form: SentForm): Readonly<Record<string, string>> {
  const left = form.texts('roster').filter((agency) => !form.texts('agency').includes(agency));
  return Object.fromEntries(left.map((agency) => [agency, form.text(`why.${agency}`) ?? '']));
}

function bodyInput(form: SentForm): Said {
  const [body, number] = [form.text('body'), form.text('number')];
  return {
    without: leftOut(form),
    statutory: form.text('statutory') !== undefined,
    ...(form.text('designate') === undefined ? {} : { designate: 'all' }),
    ...(body === undefined ? {} : { body }),
    ...(number === undefined ? {} : { number: Number(number.normalize('NFKC')) }),
  };
}

/** Of a meeting in writing the form shows no date. */
function shownDate(form: SentForm): string | undefined {
  const shown = form.text('was-date') ?? form.text('date');
  return shown === undefined ? undefined : moment(form);
}

/** Only what differs from what was on screen is a change: nobody is asked again for nothing. */
export function changeInput(form: SentForm): Said {
  const date = shownDate(form);
  const [place, mode] = [form.text('place'), form.text('mode')];
  const add = inviteInput(form);
  const remove = form.texts('remove');
  return {
    ...(date === form.text('was-date') ? {} : { date }),
    ...replyByIn(form),
    ...preparationsAfter(form),
    ...(place === form.text('was-place') && mode === form.text('was-mode') ? {} : { place, mode }),
    ...(form.text('url') === undefined ? {} : { url: form.text('url') }),
    ...(Object.keys(add).length === 0 ? {} : { add }),
    ...(remove.length === 0
      ? {}
      : { remove: Object.fromEntries(remove.map((id) => [id, form.text('remove-reason') ?? ''])) }),
  };
}

/** 回答期限 of a poll, where it is another than was shown. */
function replyByIn(form: SentForm): Said {
  const [day, time] = [form.text('reply-date'), form.text('reply-time')];
  if (day === undefined || time === undefined) return {};
  const replyBy = `${day}T${time}`;
  return replyBy === form.text('was-reply-by') ? {} : { replyBy };
}
