import { readDay } from '../../core/dates/read-day.ts';
import { holdsMyNumber } from '../../core/my-number.ts';
import type { RefusalCode, Refused } from '../../core/refusal.ts';
import { namesFor } from './field-words.ts';
import { ownIn } from '../../core/own.ts';

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
  agencyTypeLabels: ['label'],
  slots: ['slot'],
  more: ['slot'],
  until: ['until', 'date', 'time'],
  marks: ['mark'],
  body: ['body', 'other'],
  purpose: ['purpose', 'purpose2'],
  case: ['case', 'number'],
  consultation: ['consultation', 'number'],
};

/** Refusals that name no field, and the fields in which they are put right. */
const fieldsOfCode: Readonly<Partial<Record<RefusalCode, readonly string[]>>> = {
  'ground-missing': ['ground'],
  'watch-missing': ['watch'],
  'spreadsheet-unreadable': ['spreadsheet'],
  'spreadsheet-taken': ['spreadsheet'],
  'minutes-empty': ['topic'],
  'review-too-far': ['review'],
  'too-late': ['date', 'review', 'on'],
  'code-wrong': ['code'],
  'already-exists': ['id', 'meeting'],
  'agency-similar': ['anyway'],
  'agency-ended': ['agency'],
  'unknown-agency': ['agency', 'into'],
  'unknown-case': ['case'],
  'case-unseen': ['case', 'cases'],
  'unknown-member': ['member', 'for', 'id'],
  'unknown-person': ['worker', 'person', 'supervisor', 'to'],
  'unknown-role': ['role'],
  'not-invited': ['required', 'remove', 'agency'],
  'attendee-unknown': ['attendance'],
  'unknown-town': ['home'],
  'unknown-body': ['body'],
  'unknown-trigger': ['trigger'],
  'mail-in-use': ['mail'],
  'agency-in-use': ['reach', 'phone', 'fax'],
  'role-incomplete': ['override'],
  'framework-off': ['framework'],
  'slot-withdrawn': ['mark', 'slot'],
};

/** The field that holds what was refused, else the one whose name says most of the path that was refused; the first of those. */
export function nameIn(refused: Refused, values: URLSearchParams): string | undefined {
  const names = [...new Set(values.keys())];
  const held = refused.code === 'my-number' ? names.find((name) => values.getAll(name).some(holdsMyNumber)) : undefined;
  if (held !== undefined) return held;
  const wanted = wantedIn(refused);
  const [best = wanted[0]] = names
    .filter((name) => !name.startsWith('was.') && placeOf(name, wanted) < wanted.length)
    .toSorted((a, b) => compared(weightOf(b, refused, values), weightOf(a, refused, values)));
  return best;
}

/** Where among what is looked for a name comes; after all of it when it is none of that. */
function placeOf(name: string, wanted: readonly string[]): number {
  const places = partsOf(name).map((part) => wanted.indexOf(part));
  return Math.min(...places.map((place) => (place < 0 ? wanted.length : place)));
}

/** What speaks for a field, the strongest first. */
function weightOf(name: string, refused: Refused, values: URLSearchParams): readonly number[] {
  const all = values.getAll(name);
  const path = 'field' in refused ? refused.field : '';
  return [
    Number(all.some((value) => holds(refused, value))),
    agreement(path, name, /^\D/),
    -placeOf(name, wantedIn(refused)),
    -partsOf(name).length,
    Number(all.every((value) => value.trim() === '') === isAboutNothing(refused)),
    agreement(path, name, /^\d/),
  ];
}

function compared(some: readonly number[], others: readonly number[]): number {
  const at = some.findIndex((one, index) => one !== others[index]);
  return (some[at] ?? 0) - (others[at] ?? 0);
}

/** How many parts of a path a name says: of `constituents.0.name` all three are in `constituent.0.name`. */
function agreement(path: string, name: string, counted: RegExp): number {
  const parts = partsOf(name);
  return partsOf(path)
    .filter((part) => counted.test(part))
    .filter((part) => [part, ...(ownIn(formNames, part) ?? [])].some((one) => parts.includes(one))).length;
}

const isAboutNothing = (refused: Refused) =>
  refused.code === 'bad-input' && /空のまま|文字を入れて/.test(refused.problem);

function holds(refused: Refused, value: string): boolean {
  if (refused.code === 'bad-input') return value.length > limitIn(refused.problem);
  const received = receivedIn(refused);
  return value.trim() === received?.trim();
}

/** What was refused, as it stood in a field: of a day and a time that were put together, the one that is none. */
function receivedIn(refused: Refused): string | undefined {
  if (refused.code === 'bad-date') return culpritOf(refused.received);
  if ('received' in refused) return String(refused.received);
  if ('agency' in refused) return refused.agency;
  return 'id' in refused ? refused.id : undefined;
}

/** What somebody typed, where a day and a time were put together. */
export function culpritOf(received: string): string {
  const [day = received, time] = received.split('T');
  return time === undefined || readDay(day) === undefined ? day : time;
}

/** How long a text may be, as the refusal says it; without end when it is about something else. */
function limitIn(problem: string): number {
  const [, thousands, number] = /(?:(\d+)万|(\d+))字?まで/.exec(problem) ?? [];
  if (thousands !== undefined) return Number(thousands) * 10_000;
  return number === undefined ? Infinity : Number(number);
}

function wantedIn(refused: Refused): readonly string[] {
  if (!('field' in refused)) return fieldsOfCode[refused.code] ?? [];
  const parts = refused.field.split('.').filter((part) => part !== '' && !/^\d+$/.test(part));
  return [...parts].reverse().flatMap((part) => [...(ownIn(formNames, part) ?? []), part, ...namesFor(part)]);
}

/** `purpose.医療機関`, `born-A` and `outline-name` name more than one thing. */
const partsOf = (name: string) => name.split(/[.-]/);
