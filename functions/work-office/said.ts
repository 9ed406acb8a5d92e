import type { SentForm } from '../page/sent-form.ts';
import { markOfValue } from '../page/clash.ts';

/** Whether a box of the form was ticked, or a field filled in. */
export function ticked(form: SentForm, name: string): boolean {
  return form.text(name) !== undefined;
}

/** The fields of these names that were filled in. */
export function fields(form: SentForm, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = form.text(name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

const NOTHING = markOfValue([]);

/** `fields`, and an empty text for those that held something when the form was drawn: whoever empties a field means it. */
export function editedFields(form: SentForm, names: readonly string[]): Readonly<Record<string, string>> {
  const emptied = names.filter(
    (name) => form.text(name) === undefined && (form.values.get(`was.${name}`) ?? NOTHING) !== NOTHING,
  );
  return { ...fields(form, names), ...Object.fromEntries(emptied.map((name) => [name, ''])) };
}

/** What was on screen, where the form says so. */
export function versionIn(form: SentForm): { readonly version?: number } {
  const version = form.text('version');
  return version === undefined ? {} : { version: Number(version) };
}
