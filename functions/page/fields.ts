import { html } from 'hono/html';
import { clashField, markOfValue } from './clash.ts';
import type { Html } from './layout.ts';
import { drawnOf, faultAt, filled, markClash, type Standing, type Typed } from './typed.ts';

type Field = {
  readonly name: string;
  readonly label: string;
  readonly hint?: Html | string;
  readonly value?: string | undefined;
  /** Fields are asked for unless they say so. */
  readonly optional?: boolean;
  /** When the field must be filled in, where that depends on another: the browser does not ask for it, the server does. */
  readonly when?: string;
};
export type Option = readonly [value: string, text: string];
type Choice = Omit<Field, 'value'> & { readonly options: readonly Option[]; readonly value?: string | undefined };
type Checks = Omit<Choice, 'value'> & { readonly values?: readonly string[] };
type Tick = { readonly name: string; readonly value: string; readonly text: Html | string; readonly on?: boolean };

type Asked = Pick<Field, 'optional' | 'when'>;
const sign = ({ optional, when }: Asked) =>
  optional === true ? html`<span class="may">任意</span>` : html`<span class="must">${when ?? '必須'}</span>`;
const required = ({ optional, when }: Asked) => (optional === true || when !== undefined ? '' : html` required`);

/** What is said about a field above its control, and how the control points to it. */
type Told = { readonly notes: Html; readonly described: Html; readonly invalid: Html; readonly was: Html };

type Said = { readonly error?: string | undefined; readonly note?: string | undefined; readonly was: Html };

function told(id: string, hint: Html | string | undefined, { error, note, was }: Said): Told {
  const line = (part: 'hint' | 'note' | 'error', body: Html | string | undefined) =>
    body === undefined ? '' : html`<p class="${part}" id="${id}-${part}">${body}</p>`;
  const wrong = error === undefined ? undefined : html`<span class="hidden">エラー：</span>${error}`;
  const lines = { hint: line('hint', hint), note: line('note', note), error: line('error', wrong) };
  const ids = Object.entries(lines).flatMap(([part, shown]) => (shown === '' ? [] : [`${id}-${part}`]));
  return {
    notes: html`${lines.hint}${lines.note}${lines.error}`,
    described: ids.length === 0 ? html`` : html` aria-describedby="${ids.join(' ')}"`,
    invalid: error === undefined ? html`` : html` aria-invalid="true"`,
    was,
  };
}

type Drawing = { readonly stored: readonly string[]; readonly words?: (value: string) => string };
type Draw = (standing: Standing, told: Told, bare: boolean) => Html;

/**
 * The fields of one form: ids unique on the page, values as they were typed last.
 * @param of.edits the form changes what is stored: when somebody else saves first, both values are shown
 */
export function fieldsOf(form: string, sent?: Typed, { edits = false }: { readonly edits?: boolean } = {}) {
  const typed = sent?.form === form ? sent : undefined;
  const idOf = (name: string) => `${form}-${name}`;

  /** One field: what was typed, what is wrong with it, and what somebody else put there meanwhile. */
  const drawn = (field: Omit<Field, 'value'>, { stored, words = (value) => value }: Drawing, draw: Draw): Html => {
    const id = idOf(field.name);
    const standing = drawnOf(typed, field.name, stored);
    const fault = typed && faultAt(typed, field, id);
    const note = standing.changed === 'theirs' ? NOTE : undefined;
    const mark = markOfValue(filled(stored));
    const was = edits ? html`<input type="hidden" name="was.${field.name}" value="${mark}" />` : html``;
    const said = told(id, field.hint, { error: fault?.words, note, was });
    if (standing.changed !== 'both') return draw(standing, said, false);
    if (typed !== undefined) markClash(typed, field.label, id);
    const theirs = filled(stored);
    const control = draw(standing, said, true);
    const theirWords = theirs.map(words).join('、');
    return clashField({ id, name: field.name, label: field.label, theirs, theirWords, control });
  };

  /** A label, what is said about the field, and its control. */
  const labelled = (
    field: Field,
    control: (value: string, attributes: Html) => Html,
    words?: (value: string) => string,
  ) =>
    drawn(
      field,
      { stored: [field.value ?? ''], ...(words === undefined ? {} : { words }) },
      ({ values }, { notes, described, invalid, was }, bare) =>
        html`<div class="field">
          <label for="${idOf(field.name)}"
            >${bare ? `自分の入力（${field.label}）` : html`${field.label}${sign(field)}`}</label
          >${notes}${control(values[0] ?? '', html`${described}${invalid}`)}${was}
        </div>`,
    );
  const input = (field: Field, type: 'text' | 'date' | 'time' | 'number') =>
    labelled(
      field,
      (value, attributes) =>
        html`<input
          type="${type}"
          id="${idOf(field.name)}"
          name="${field.name}"
          value="${value}"
          autocomplete="off"
          ${required(field)}${attributes}
        />`,
    );
  const wordsOf = (options: readonly Option[]) => (value: string) =>
    options.find(([one]) => one === value)?.[1] ?? value;

  const group = (field: Omit<Choice, 'value'>, type: 'radio' | 'checkbox', stored: readonly string[]) => {
    const id = idOf(field.name);
    return drawn(
      field,
      { stored, words: wordsOf(field.options) },
      ({ values }, { notes, described, invalid, was }, bare) => {
        const isRadio = type === 'radio';
        const role = isRadio ? html` role="radiogroup"${invalid}` : '';
        const options = field.options.map(
          ([value, text], index) =>
            html`<label class="check"
              ><input
                type="${type}"
                ${index === 0 ? html` id="${id}"` : ''}
                name="${field.name}"
                value="${value}"
                ${values.includes(value) ? html` checked` : ''}${isRadio ? required(field) : invalid}
              /><span>${text}</span></label
            >`,
        );
        return html`<fieldset class="field" ${role}${described}>
          <legend>${bare ? `自分の選択（${field.label}）` : html`${field.label}${sign(field)}`}</legend>
          ${notes}
          <div class="${isRadio ? 'stack-small' : 'checks'}">${options}</div>
          ${was}
        </fieldset>`;
      },
    );
  };

  return {
    /** What a field of this name is called where it is drawn by hand. */
    nameOf: (name: string) => name,
    /** Something was typed here, so that its part of the form is shown open again. */
    has: (name: string) => (typed?.values.get(name) ?? '') !== '',
    text: (field: Field) => input(field, 'text'),
    /** Six digits from a mail; what was typed wrongly is not shown again. */
    code: (field: Field) =>
      labelled(
        field,
        (_typed, attributes) =>
          html`<input
            class="short"
            type="text"
            id="${idOf(field.name)}"
            name="${field.name}"
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength="8"
            ${required(field)}${attributes}
          />`,
      ),
    number: (field: Field) => input(field, 'number'),
    date: (field: Field) => input(field, 'date'),
    time: (field: Field) => input(field, 'time'),
    area: (field: Field) =>
      labelled(
        field,
        (value, attributes) =>
          html`<textarea id="${idOf(field.name)}" name="${field.name}" rows="3" ${required(field)}${attributes}>
${value}</textarea>`,
      ),
    select: (field: Choice) =>
      labelled(
        field,
        (chosen, attributes) =>
          html`<select id="${idOf(field.name)}" name="${field.name}" ${required(field)}${attributes}>
            ${withGone(field.options, chosen).map(([value, text]) =>
              value === chosen
                ? html`<option value="${value}" selected>${text}</option>`
                : html`<option value="${value}">${text}</option>`,
            )}
          </select>`,
        wordsOf(field.options),
      ),
    radios: (field: Choice) => group(field, 'radio', [field.value ?? '']),
    checks: (field: Checks) => group(field, 'checkbox', field.values ?? []),
    /** One box to tick, on its own. */
    tick: ({ name, value, text, on = false }: Tick) =>
      drawn(
        { name, label: typeof text === 'string' ? text : name },
        { stored: on ? [value] : [], words: () => 'チェックあり' },
        ({ values }, { notes, described, invalid, was }) =>
          html`${notes}<label class="check"
              ><input
                type="checkbox"
                id="${idOf(name)}"
                name="${name}"
                value="${value}"
                ${values.includes(value) ? html` checked` : ''}${described}${invalid}
              /><span>${text}</span>${was}</label
            >`,
      ),
  };
}
export type Fields = ReturnType<typeof fieldsOf>;

/** What was chosen stays chosen when it is offered no more: else the browser would send the first of the others, and nobody would see it. */
function withGone(options: readonly Option[], chosen: string): readonly Option[] {
  if (chosen === '' || options.some(([value]) => value === chosen)) return options;
  return [[chosen, `${chosen}（いまは選べません。選び直してください）`], ...options];
}

const NOTE = 'ほかの人がこの項目を変えたので、新しい内容にしてあります。';
