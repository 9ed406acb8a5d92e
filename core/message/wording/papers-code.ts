import { type Instant, instantInJapanese } from '../../time.ts';
import { CODE_PLACEHOLDER } from '../model.ts';
import { letter, type MeetingFacts, shortly, titleOf, toOffice, type Wording } from './letter.ts';

export type PapersCodeFacts = Omit<MeetingFacts, 'startsAt' | 'place'> & { readonly expiresAt: Instant };

/** The one-time code for papers. It never stands in the subject, which shows on locked screens. */
export function papersCodeWording(facts: PapersCodeFacts): Wording {
  const { expiresAt, meetingId, meetingName } = facts;
  return letter(facts, `【${shortly(expiresAt)}まで有効】資料を開く確認コード ${titleOf(facts)}`, [
    [`${meetingName}（会議番号 ${meetingId}）の資料を開く確認コードです。`, '開いているページに入力してください。'],
    [CODE_PLACEHOLDER],
    [
      `・${instantInJapanese(expiresAt)} まで有効です。過ぎたら、ページからもう一度お求めください。`,
      '・ほかの人に伝えないでください。職員がコードをお尋ねすることはありません。',
      `・お心当たりがないときは、このメールを捨てて、${toOffice(facts)}お知らせください。`,
    ],
  ]);
}
