import type { Case } from '../case/model.ts';
import type { Refused } from '../refusal.ts';
import type { Day } from '../time.ts';
import { covers, isInForce, type Recipient } from './rules.ts';
import type { TaxConsent, TaxPurpose } from './tax-data.ts';

type TaxCase = Pick<Case, 'tax' | 'taxConsents'>;

function consentsFor({ tax, taxConsents = [] }: TaxCase, day: Day): readonly TaxConsent[] {
  return taxConsents.filter((consent) => consent.member === tax?.member && isInForce(consent, day));
}

/** For what an agency, or a section, may be told of the arrears on this day; nothing where no consent names it. */
export function taxPurposesFor(one: TaxCase, recipient: Recipient, day: Day): readonly TaxPurpose[] {
  const named = consentsFor(one, day).filter(({ sections, outside }) => {
    const recipients = [...sections, ...outside];
    return recipients.length > 0 && covers({ recipients }, recipient);
  });
  return [...new Set(named.flatMap(({ purposes }) => purposes))].toSorted();
}

/** Names by which a consent may mean the host. */
const hostNames = ['開催主体', '福祉事務所', '県福祉事務所', '都道府県', '自立相談支援機関'];

/** The same for the officers of the host. */
export function taxPurposesOfHost(one: TaxCase, day: Day): readonly TaxPurpose[] {
  const named = consentsFor(one, day).filter(({ sections, outside }) =>
    [...sections, ...outside].some((name) => hostNames.includes(name)),
  );
  return [...new Set(named.flatMap(({ purposes }) => purposes))].toSorted();
}

/** Known by its tax data alone, and nobody has consented: the row stays inside the town (towns-and-villages.md §10-14). */
export function isKeptByTax(one: TaxCase, day?: Day): boolean {
  if (one.tax?.only !== true) return false;
  const standing = (one.taxConsents ?? []).filter(
    ({ member, withdrawnAt, endedAt }) =>
      member === one.tax?.member && withdrawnAt === undefined && endedAt === undefined,
  );
  return day === undefined ? standing.length === 0 : consentsFor(one, day).length === 0;
}

/** Why such cases may not be brought before a meeting; an emergency for life, body or property may (個人情報保護法69条2項4号). */
export function keptByTaxRefusal(cases: readonly Case[], day: Day, emergency: boolean): Refused | undefined {
  const kept = emergency ? [] : cases.filter((one) => isKeptByTax(one, day));
  return kept.length === 0 ? undefined : { code: 'tax-consent-missing', cases: kept.map(({ id }) => id) };
}

/** An agency that is to be told of the arrears, for these purposes. */
export type TaxSending = { readonly agency: Recipient; readonly tax?: readonly TaxPurpose[] | undefined };

/** Why an agency may not be told: on one of these days a purpose is not consented to, or not for this agency. */
export function taxSendingRefusal(
  cases: readonly Case[],
  sendings: readonly TaxSending[],
  days: readonly Day[],
): Refused | undefined {
  for (const { agency, tax = [] } of sendings) {
    const allowed = (one: Case) =>
      days.every((day) => tax.every((purpose) => taxPurposesFor(one, agency, day).includes(purpose)));
    const closed = cases.filter((one) => one.tax !== undefined && !allowed(one));
    if (closed.length > 0)
      return { code: 'tax-consent-missing', cases: closed.map(({ id }) => id), agency: agency.name };
  }
  return undefined;
}
