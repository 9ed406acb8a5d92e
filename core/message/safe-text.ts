import type { Case } from '../case/model.ts';
import type { Refused } from '../refusal.ts';
import { forbiddenWordsIn, tellingWordsIn } from './mail-safe.ts';

type Household = Pick<Case, 'members' | 'formerMembers'>;
type Person = Pick<Case['members'][number], 'name' | 'kana' | 'address'>;
type Texts = Readonly<Record<string, string>>;

const IN_MAIL = 'メールに載ります。お名前、住所、制度の名前は書かないでください。';
const IN_SUBJECT =
  'メールの件名に載ります。お名前（読みや名字だけでも）、病気や困りごと、制度のことばを含まない番号にしてください。例: M-12、C-3';
/** Problems that say that a text matched what is known of a household. */
export const heldAgainstHousehold: readonly string[] = [IN_MAIL, IN_SUBJECT];

/**
 * Texts that staff type and mails print: neither the name, its reading or the address of a member, or of one who left, nor a word that
 * tells what somebody's trouble is (BRIEF §2.4). Written with or without spaces, in whatever width.
 */
export function unsafeForMail(texts: Texts, cases: readonly Household[]): Refused | undefined {
  const secrets = secretsIn(cases, secretsOf);
  const field = fieldWith(texts, squeezed, (text) => forbiddenWordsIn(text).length > 0 || has(text, secrets));
  if (field === undefined) return undefined;
  return {
    code: 'bad-input',
    field,
    problem: IN_MAIL,
  };
}

/** Numbers of meetings and cases stand in subjects, so they are read more strictly: any part of a name, in either kana, and troubles. */
export function unsafeNumbers(numbers: Texts, cases: readonly Household[]): Refused | undefined {
  const secrets = secretsIn(cases, (person) => [...secretsOf(person), ...namePartsOf(person)]).map(inHiragana);
  const field = fieldWith(
    numbers,
    squeezed,
    (text) => tellingWordsIn(text).length > 0 || has(inHiragana(text), secrets),
  );
  if (field === undefined) return undefined;
  return {
    code: 'bad-input',
    field,
    problem: IN_SUBJECT,
  };
}

function fieldWith(texts: Texts, read: (text: string) => string, isUnsafe: (text: string) => boolean) {
  return Object.keys(texts).find((field) => isUnsafe(read(texts[field] ?? '')));
}

const has = (text: string, secrets: readonly string[]) => secrets.some((secret) => text.includes(secret));

function secretsIn(cases: readonly Household[], secretsOfOne: (person: Person) => readonly string[]) {
  const people = cases.flatMap(({ members, formerMembers = [] }) => [...members, ...formerMembers]);
  return people
    .flatMap(secretsOfOne)
    .map(squeezed)
    .filter((secret) => secret.length > 1);
}

/** The whole name and its reading, the given name where it is set apart (a family name is often a town's), and the address. */
function secretsOf({ name, kana = '', address = '' }: Person): readonly string[] {
  return [name, ...partsOf(name).slice(1), kana, address];
}

function namePartsOf({ name, kana = '' }: Person): readonly string[] {
  return [...partsOf(name), ...partsOf(kana)];
}

const partsOf = (name: string) => name.normalize('NFKC').trim().split(/\s+/);

function squeezed(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}

// From ァ to ヶ, every katakana stands 0x60 above its hiragana.
function inHiragana(text: string): string {
  return text.replaceAll(/[ァ-ヶ]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60));
}
