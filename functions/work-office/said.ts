import type { SentForm } from '../page/form.ts';

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

/** What was on screen, where the form says so. */
export function versionIn(form: SentForm): { readonly version?: number } {
  const version = form.text('version');
  return version === undefined ? {} : { version: Number(version) };
}
