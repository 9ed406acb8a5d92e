import { html } from 'hono/html';
import type { Case } from '../../../core/case/model.ts';
import { taxPurposesOfHost } from '../../../core/consent/tax.ts';
import { type Tax, type TaxConsent, type TaxPurpose, taxPurposes } from '../../../core/consent/tax-data.ts';
import { dayOf } from '../../../core/time.ts';
import type { Html } from '../../page/layout.ts';
import { dayWords, facts, lines, moment } from '../../page/parts.ts';
import type { Office } from '../office.ts';

const named = (purposes: readonly TaxPurpose[]) => purposes.map((one) => taxPurposes[one] ?? String(one)).join('、');

/** 税務情報: for the town as it stands; for whoever hosts only for the purposes that were consented to (towns-and-villages.md §10-14). */
export function taxCard(office: Office, one: Case): Html {
  if (one.tax === undefined) return html``;
  const own = office.actor.serves === one.town;
  return html`<section class="card">
    <h2>税務情報</h2>
    ${own ? ownTown(one, one.tax) : outside(one, one.tax, taxPurposesOfHost(one, dayOf(office.now)))}
  </section>`;
}

function told(one: Case, { member, arrears, what, section, at }: Tax) {
  const amount = html`<strong>${arrears.toLocaleString('ja-JP')}円</strong>${what === undefined ? '' : `（${what}）`}`;
  return [
    ['世帯員', one.members.find(({ id }) => id === member)?.name],
    ['滞納額', amount],
    ['対応課', section],
    ['記録', moment(at)],
  ] as const;
}

function ownTown(one: Case, tax: Tax): Html {
  const kept = tax.only ? '税務情報だけで知った世帯: 同意があるまで出せません' : undefined;
  return html`${facts([...told(one, tax), ['町村の外', kept]])}${consents(one.taxConsents ?? [])}`;
}

function outside(one: Case, tax: Tax, purposes: readonly TaxPurpose[]): Html {
  if (purposes.length === 0) return html`<p>税務情報の取り扱いに関する同意がないため、ここには表示しません。</p>`;
  return facts([...told(one, tax), ['使える目的', `${named(purposes)}（このほかの目的には使えません）`]]);
}

function consents(given: readonly TaxConsent[]): Html {
  if (given.length === 0) return html`<p class="soft">税務情報の同意はまだありません。</p>`;
  return lines(
    given.map(
      (consent) =>
        html`${consent.withdrawnAt === undefined ? (consent.endedAt === undefined ? '同意' : '終了') : '撤回'}
        ${dayWords(consent.on)} ${consent.by}・${consent.method} 目的: ${named(consent.purposes)}／提供先:
        ${[...consent.sections, ...consent.outside].join('、')}${consent.until === undefined ? '' : html`（${dayWords(consent.until)}まで）`}`,
    ),
  );
}
