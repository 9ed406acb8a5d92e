import { withChoices } from './clash.ts';

/** What a form sent; blank fields are undefined. */
export function readForm(body: string) {
  const values = withChoices(new URLSearchParams(body));
  return {
    values,
    text: (name: string) => {
      const value = values.get(name)?.trim();
      return value === undefined || value === '' ? undefined : value;
    },
    texts: (name: string) => values.getAll(name).filter((value) => value.trim() !== ''),
    /** One entry per line; empty lines are left out. */
    lines: (name: string) =>
      (values.get(name) ?? '')
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== ''),
  };
}
export type SentForm = ReturnType<typeof readForm>;
