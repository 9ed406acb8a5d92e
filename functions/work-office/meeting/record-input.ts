import type { SentForm } from '../../page/sent-form.ts';

type Said = Readonly<Record<string, unknown>>;
const parts = ['topic', 'case', 'discussed', 'conclusion', 'remaining', 'dissent'];

/** The minutes as typed; an item without a topic but with something said keeps a number as its topic, one with nothing but its case is none. */
export function recordInput(form: SentForm): Said {
  const numbers = [...form.values.keys()]
    .filter((name) => name.startsWith('topic.'))
    .map((name) => name.slice('topic.'.length));
  const items = numbers
    .map((number) => itemOf(form, number))
    .filter((item) => Object.keys(item).some((part) => part !== 'case'))
    .map((item, index) => ({ topic: `項目${String(index + 1)}`, ...item }));
  const watch = form.text('watch');
  const [next, override] = [form.text('next'), form.text('override')];
  return {
    attendance: form.texts('attendance'),
    items,
    outcome: form.text('outcome') ?? 'decided',
    missing: form.lines('missing'),
    guests: form.lines('guests'),
    ...(watch === undefined ? {} : { watch }),
    ...(next === undefined ? {} : { next }),
    ...(override === undefined ? {} : { override }),
  };
}

function itemOf(form: SentForm, number: string): Said {
  const said = parts.map((part) => [part, form.text(`${part}.${number}`)] as const);
  return Object.fromEntries(said.filter(([, value]) => value !== undefined));
}
