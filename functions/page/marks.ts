import type { SentForm } from './sent-form.ts';

/** ○△× of the slots on screen, by slot; those without a mark are left out, and asked for by the command. */
export function marksIn(form: SentForm): Readonly<Record<string, string>> {
  const names = [...form.values.keys()].filter((name) => name.startsWith('mark.'));
  return Object.fromEntries(
    names.flatMap((name) => {
      const mark = form.text(name);
      return mark === undefined ? [] : [[name.slice('mark.'.length), mark] as const];
    }),
  );
}
