import type { SentForm } from '../../page/sent-form.ts';
import { versionIn } from '../said.ts';

type Said = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, string>>;

const texts = ['chair', 'vice', 'sender', 'number', 'duty', 'place'] as const;

/** The form of a body as its command says it: the whole body, so that a field that was emptied is taken away. */
export function bodySaid(form: SentForm, id: string): Said {
  const version = form.text('version');
  return {
    id: form.text('id') ?? id,
    ...(version === undefined ? { fresh: true } : { version: Number(version) }),
    ...defined({ name: form.text('name'), framework: form.text('framework') }),
    ...Object.fromEntries(texts.map((name) => [name, form.text(name) ?? ''])),
    towns: form.texts('towns'),
    outline: defined({
      name: form.text('outline-name') ?? '',
      on: form.text('outline-on'),
      text: form.text('outline-text'),
    }),
    approval: form.text('approval') !== undefined,
    rhythm: Number(form.text('rhythm') ?? 0),
    regular: form.text('regular') ?? '',
    ...defined({ onClosed: form.text('onClosed') }),
    until: form.text('until') ?? '',
    constituents: rowsOf(form, 'constituent', ['agency', 'name', 'from', 'until']),
    turns: rowsOf(form, 'turn', ['sender', 'place', 'from', 'until']),
    roster: Object.fromEntries(
      rowsOf(form, 'roster', ['agency', 'standing', 'class', 'purpose', 'preparation'])
        .filter(({ agency }) => agency !== undefined)
        .map(({ agency = '', purpose = '', ...entry }) => [agency, { ...entry, purpose }]),
    ),
  };
}

/** Rows of which the first two fields are not both blank; `constituent.3.name` is the name in the fourth. */
function rowsOf(form: SentForm, of: string, names: readonly string[]): readonly Row[] {
  const pattern = new RegExp(`^${of}\\.(\\d+)\\.`);
  const rows = new Set([...form.values.keys()].map((key) => pattern.exec(key)?.[1] ?? ''));
  return [...rows]
    .filter((row) => row !== '' && names.slice(0, 2).some((name) => isFilled(form, `${of}.${row}.${name}`)))
    .map((row) => defined(Object.fromEntries(names.map((name) => [name, form.text(`${of}.${row}.${name}`)]))));
}

// What a select of the blank rows says by itself is nothing somebody filled in.
const isFilled = (form: SentForm, name: string) => !name.endsWith('.standing') && form.text(name) !== undefined;

function defined(fields: Readonly<Record<string, string | undefined>>): Row {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** How the host uses a framework: its name, and whether it is offered. */
export function frameworkSaid(form: SentForm): Said {
  const said = { framework: form.text('framework'), name: form.text('name') ?? '' };
  return { ...said, ...versionIn(form), off: form.text('used') === undefined };
}
