import { html } from 'hono/html';
import type { Html } from './layout.ts';

/** A form that was refused: what was typed is shown again, so that nothing is typed twice. */
export type Typed = { readonly form: string; readonly values: URLSearchParams; readonly refused?: string };

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

type Asked = Pick<Field, 'optional' | 'when'>;
const sign = ({ optional, when }: Asked) =>
  optional === true ? html`<span class="may">任意</span>` : html`<span class="must">${when ?? '必須'}</span>`;
const required = ({ optional, when }: Asked) => (optional === true || when !== undefined ? '' : html` required`);
const hintOf = (id: string, hint: Html | string | undefined) =>
  hint === undefined ? '' : html`<p class="hint" id="${id}-hint">${hint}</p>`;
const describedBy = (id: string, hint: Html | string | undefined) =>
  hint === undefined ? '' : html` aria-describedby="${id}-hint"`;

/** The fields of one form: ids unique on the page, values as they were typed last. */
export function fieldsOf(form: string, typed?: Typed) {
  const again = typed?.form === form ? typed.values : undefined;
  const idOf = (name: string) => `${form}-${name}`;
  const valueOf = (field: { readonly name: string; readonly value?: string | undefined }) =>
    again === undefined ? (field.value ?? '') : (again.get(field.name) ?? '');
  const labelled = (field: Field, control: Html) => {
    const id = idOf(field.name);
    return html`<div class="field">
      <label for="${id}">${field.label}${sign(field)}</label>${hintOf(id, field.hint)}${control}
    </div>`;
  };
  const input = (field: Field, type: 'text' | 'date' | 'time' | 'number') => {
    const id = idOf(field.name);
    return labelled(
      field,
      html`<input
        type="${type}"
        id="${id}"
        name="${field.name}"
        value="${valueOf(field)}"
        autocomplete="off"
        ${required(field)}${describedBy(id, field.hint)}
      />`,
    );
  };
  const group = (field: Omit<Field, 'value'>, className: string, controls: readonly Html[]) => {
    const id = idOf(field.name);
    return html`<fieldset class="field" ${describedBy(id, field.hint)}>
      <legend>${field.label}${sign(field)}</legend>
      ${hintOf(id, field.hint)}
      <div class="${className}">${controls}</div>
    </fieldset>`;
  };

  const options = (field: Omit<Choice, 'value'>, type: 'radio' | 'checkbox', chosen: readonly string[]) =>
    group(
      field,
      type === 'radio' ? 'stack-small' : 'checks',
      field.options.map(
        ([value, text]) =>
          html`<label class="check"
            ><input
              type="${type}"
              name="${field.name}"
              value="${value}"
              ${chosen.includes(value) ? html` checked` : ''}${type === 'radio' ? required(field) : ''}
            /><span>${text}</span></label
          >`,
      ),
    );

  return {
    text: (field: Field) => input(field, 'text'),
    number: (field: Field) => input(field, 'number'),
    date: (field: Field) => input(field, 'date'),
    time: (field: Field) => input(field, 'time'),
    area: (field: Field) => {
      const id = idOf(field.name);
      return labelled(
        field,
        html`<textarea id="${id}" name="${field.name}" rows="3" ${required(field)}${describedBy(id, field.hint)}>
${valueOf(field)}</textarea>`,
      );
    },
    select: (field: Choice) => {
      const id = idOf(field.name);
      const chosen = valueOf(field);
      const options = field.options.map(([value, text]) =>
        value === chosen
          ? html`<option value="${value}" selected>${text}</option>`
          : html`<option value="${value}">${text}</option>`,
      );
      return labelled(
        field,
        html`<select id="${id}" name="${field.name}" ${required(field)}${describedBy(id, field.hint)}>
          ${options}
        </select>`,
      );
    },
    radios: (field: Choice) => options(field, 'radio', [valueOf(field)]),
    checks: (field: Checks) =>
      options(field, 'checkbox', again === undefined ? (field.values ?? []) : again.getAll(field.name)),
    /** One box to tick, on its own. */
    tick: (field: {
      readonly name: string;
      readonly value: string;
      readonly text: Html | string;
      readonly on?: boolean;
    }) => {
      const on = again === undefined ? field.on === true : again.getAll(field.name).includes(field.value);
      return html`<label class="check"
        ><input type="checkbox" name="${field.name}" value="${field.value}" ${on ? html` checked` : ''} /><span
          >${field.text}</span
        ></label
      >`;
    },
  };
}
export type Fields = ReturnType<typeof fieldsOf>;
