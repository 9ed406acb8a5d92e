import { holdsMyNumber } from '../../core/my-number.ts';
import type { RefusalCode, Refused } from '../../core/refusal.ts';
import { explain, namesFor } from './field-words.ts';

/** What is wrong, and the field it is about: by its name in the form, or by what it is called. */
export type Fault = { readonly name?: string; readonly label?: string; readonly words: string };

/** What commands say and forms call otherwise: the last word of the one, and the first of the other. */
const formNames: Readonly<Record<string, readonly string[]>> = {
  issues: ['issue'],
  features: ['feature'],
  roles: ['role'],
  cases: ['case'],
  contacts: ['person', 'own', 'direct', 'section'],
  items: ['topic'],
  invite: ['agency', 'purpose'],
  date: ['date', 'time', 'on'],
  type: ['typeText', 'typeCode'],
  town: ['home', 'town'],
  phone: ['phone', 'direct'],
  mail: ['mail', 'own'],
  name: ['name', 'person'],
  constituents: ['constituent'],
  turns: ['turn'],
};

/** Refusals that name no field, and the fields in which they are put right. */
const fieldsOfCode: Readonly<Partial<Record<RefusalCode, readonly string[]>>> = {
  'ground-missing': ['ground'],
  'watch-missing': ['watch'],
  'minutes-empty': ['topic'],
  'review-too-far': ['review'],
  'too-late': ['date', 'review', 'on'],
  'code-wrong': ['code'],
  'already-exists': ['id', 'meeting'],
  'agency-similar': ['anyway'],
  'agency-ended': ['agency'],
  'unknown-agency': ['agency', 'into'],
  'unknown-case': ['case'],
  'unknown-member': ['member', 'for', 'id'],
  'unknown-person': ['worker', 'person'],
  'unknown-town': ['home'],
  'unknown-body': ['body'],
  'unknown-trigger': ['trigger'],
  'mail-in-use': ['mail'],
  'agency-in-use': ['reach', 'phone', 'fax'],
  'role-incomplete': ['override'],
  'framework-off': ['framework'],
};

/** Every refusal of a form at the field where it is put right, as far as that can be told. */
export function faultsOf(refused: readonly Refused[], values: URLSearchParams): readonly Fault[] {
  return refused.map((one) => {
    const label = 'field' in one ? one.field : undefined;
    const name = nameIn(one, values);
    return {
      words: explain(one),
      ...(name === undefined ? {} : { name }),
      ...(label === undefined ? {} : { label }),
    };
  });
}

/** Among fields of one name the one that holds what was refused; else the first of them. */
function nameIn(refused: Refused, values: URLSearchParams): string | undefined {
  const wanted = wantedIn(refused);
  const names = [...new Set(values.keys())].filter((name) => wanted.includes(baseOf(name)));
  const first = names.toSorted((a, b) => wanted.indexOf(baseOf(a)) - wanted.indexOf(baseOf(b)));
  const held =
    refused.code === 'my-number'
      ? [...values.keys()].find((name) => values.getAll(name).some(holdsMyNumber))
      : undefined;
  if (held !== undefined) return held;
  return first.find((name) => values.getAll(name).some((value) => holds(refused, value))) ?? first[0] ?? wanted[0];
}

function holds(refused: Refused, value: string): boolean {
  return 'received' in refused && value.trim() === String(refused.received).trim();
}

function wantedIn(refused: Refused): readonly string[] {
  if (!('field' in refused)) return fieldsOfCode[refused.code] ?? [];
  const parts = refused.field.split('.').filter((part) => part !== '' && !/^\d+$/.test(part));
  return [...parts].reverse().flatMap((part) => [...(formNames[part] ?? []), part, ...namesFor(part)]);
}

/** `purpose.医療機関`, `born-A` and `topic.0` begin with what they are. */
export function baseOf(name: string): string {
  return name.split(/[.-]/)[0] ?? name;
}
