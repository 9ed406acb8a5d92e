import { type Instant, instantInJapanese } from '../../time.ts';
import { type AgencyFacts, item, letter, shortly, toOffice, type Wording } from './letter.ts';

export type AddressChangedFacts = AgencyFacts & {
  /** No other address took its place: letters come by telephone, FAX or post. */
  readonly removed: boolean;
  readonly changedAt: Instant;
};

/** To the former address: whoever did not ask for it can still say so. */
export function addressChangedWording(facts: AddressChangedFacts): Wording {
  const { removed, changedAt } = facts;
  return letter(facts, `【送り先の変更・心当たりがなければお電話を】${shortly(changedAt)} 登録アドレスの変更`, [
    [
      '貴機関へのご案内の送り先から、このメールアドレスを外しました。',
      removed
        ? '今後のご案内は、電話・FAX・郵便でお届けします。'
        : '今後のご案内は、新しく登録されたアドレスにお届けします。',
    ],
    [item('変更の日時', instantInJapanese(changedAt))],
    [
      '・このアドレスにお送りした確認コードは、使えなくなりました。',
      `・変更にお心当たりがないときは、すぐに${toOffice(facts)}お知らせください。`,
      '・お心当たりがあれば、ご対応は要りません。',
    ],
  ]);
}
