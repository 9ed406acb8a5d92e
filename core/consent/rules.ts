import type { Agency } from '../agency/model.ts';
import { typeOf } from '../agency/read-type.ts';
import type { Case } from '../case/model.ts';
import type { Day } from '../time.ts';
import { type Consent, ITEM_OF_BASICS } from './model.ts';

export type Recipient = Pick<Agency, 'id' | 'name' | 'type' | 'typeCode'>;

/** Neither withdrawn nor ended with the household; it may have run out. */
export function isStanding({ withdrawnAt, endedAt }: Pick<Consent, 'withdrawnAt' | 'endedAt'>): boolean {
  return withdrawnAt === undefined && endedAt === undefined;
}

/** Given, not withdrawn, not ended with the household, and not run out on this day. */
export function isInForce(
  { on, until, withdrawnAt, endedAt }: Pick<Consent, 'on' | 'until' | 'withdrawnAt' | 'endedAt'>,
  day: Day,
): boolean {
  return withdrawnAt === undefined && endedAt === undefined && on <= day && (until === undefined || day <= until);
}

const everybody = new Set([
  ...['会議の構成員', '会議の関係機関', '会議の関係機関すべて', '関係機関', 'すべての関係機関', 'すべて', '全て'],
]);
const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');

/** Whether the consent allows to tell this agency: by its type, its name or its id. One without 提供先 is for all who are called. */
export function covers({ recipients }: Pick<Consent, 'recipients'>, agency: Recipient): boolean {
  if (recipients === undefined || recipients.length === 0) return true;
  // Only a whole name of the type: 「若草病院」 is one clinic, not every 病院.
  const { code, label, also = [] } = typeOf(agency);
  const ofType = code === 'other' ? [] : [code, label, ...also];
  const names = [agency.type, agency.name, agency.id, ...ofType].map(plain);
  return recipients.map(plain).some((one) => everybody.has(one) || names.includes(one));
}

/** The consents of a member that hold on this day. */
export function consentsInForce(one: Pick<Case, 'consents'>, member: string, day: Day): readonly Consent[] {
  return one.consents.filter((consent) => consent.member === member && isInForce(consent, day));
}

/** Whether the papers may tell a member's relation and birth besides the name, where they rest on these consents. */
export function allowsBasics(consents: readonly Consent[]): boolean {
  return (
    consents.length === 0 || consents.some(({ items = [] }) => items.length === 0 || items.includes(ITEM_OF_BASICS))
  );
}
