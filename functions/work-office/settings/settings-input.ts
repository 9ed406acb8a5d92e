import type { SentForm } from '../../page/form.ts';
import { settingsFields } from './settings-fields.ts';

const narrow = (text: string) => text.normalize('NFKC').trim();

/** A number as typed; what is none stays, to be refused by name. */
function numberIn(text: string): number | string {
  const number = Number(narrow(text));
  return narrow(text) === '' || Number.isNaN(number) ? text : number;
}

const readers = {
  number: (form: SentForm, name: string) => numberIn(form.text(name) ?? ''),
  numbers: (form: SentForm, name: string) =>
    narrow(form.text(name) ?? '')
      .split(/[\s,、・]+/)
      .filter((one) => one !== '')
      .map(numberIn),
  words: (form: SentForm, name: string) =>
    narrow(form.text(name) ?? '')
      .split(/[\s,、]+/)
      .filter((one) => one !== ''),
  choice: (form: SentForm, name: string) => form.text(name) ?? '',
  // A time field says 09:00, the settings 9:00.
  time: (form: SentForm, name: string) => narrow(form.text(name) ?? '').replace(/^0(?=\d:)/, ''),
  days: (form: SentForm, name: string) => form.lines(name),
  text: (form: SentForm, name: string) => form.text(name) ?? '',
} as const;

/** All rules as the page showed them; the command keeps those that are otherwise than above. */
export function settingsInput(form: SentForm): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    settingsFields
      .filter(({ name }) => form.values.has(name))
      .map(({ name, kind }) => [name, readers[kind](form, name)]),
  );
}
