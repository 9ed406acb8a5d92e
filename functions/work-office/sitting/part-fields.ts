import type { Town } from '../../../core/access/model.ts';
import { type TownCode, townCodeSchema } from '../../../core/ids.ts';
import { type Fields, fieldsOf } from '../../page/fields.ts';
import { readForm, type SentForm } from '../../page/sent-form.ts';
import type { Office } from '../office.ts';

/** The name of a field in the part of one town. */
export function nameIn(town: TownCode, name: string): string {
  return `${town}.${name}`;
}

/** The fields of one town's part: the same names as of a meeting by itself, each under its town. */
export function partFields(fields: Fields, town: TownCode): Fields {
  const at = <F extends { readonly name: string }>(field: F): F => ({ ...field, name: nameIn(town, field.name) });
  return {
    nameOf: (name) => fields.nameOf(nameIn(town, name)),
    has: (name) => fields.has(nameIn(town, name)),
    text: (field) => fields.text(at(field)),
    code: (field) => fields.code(at(field)),
    number: (field) => fields.number(at(field)),
    date: (field) => fields.date(at(field)),
    time: (field) => fields.time(at(field)),
    area: (field) => fields.area(at(field)),
    select: (field) => fields.select(at(field)),
    radios: (field) => fields.radios(at(field)),
    checks: (field) => fields.checks(at(field)),
    tick: (field) => fields.tick(at(field)),
  };
}

/** What was typed in the part of one town, as a form of its own. */
export function partForm(form: SentForm, town: TownCode): SentForm {
  const own = nameIn(town, '');
  const values = new URLSearchParams();
  for (const [name, value] of form.values) if (name.startsWith(own)) values.append(name.slice(own.length), value);
  return readForm(values.toString());
}

/** Every town's part by itself; each field is looked at once, however many towns somebody sends. */
export function partForms(form: SentForm): ReadonlyMap<TownCode, SentForm> {
  const parts = new Map<string, URLSearchParams>();
  for (const [name, value] of form.values) {
    const dot = name.indexOf('.');
    const town = name.slice(0, Math.max(0, dot));
    const values = parts.get(town) ?? new URLSearchParams();
    values.append(name.slice(dot + 1), value);
    parts.set(town, values);
  }
  return new Map(
    [...parts].flatMap(([town, values]) => {
      const code = townCodeSchema.safeParse(town);
      return code.success ? [[code.data, readForm(values.toString())]] : [];
    }),
  );
}

/** The fields of a part, with what was typed where they were on screen; else as they are proposed. */
export function drawnBefore({ typed }: Office, fields: Fields, { id }: Town): Fields {
  return partFields(typed?.values.has(nameIn(id, 'meeting')) === true ? fields : fieldsOf('convene-together'), id);
}
