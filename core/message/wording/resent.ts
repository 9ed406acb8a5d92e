import { dayInJapanese, dayOf, type Instant, instantInJapanese } from '../../time.ts';
import { item, type Wording } from './letter.ts';
import { memo, type StaffFacts } from './memo.ts';

type ResentFacts = StaffFacts & { readonly agency: string; readonly meetingId: string; readonly at: Instant };

/** To the convener: an address was mended, and the invitation goes to the new one by itself. */
export function resentWording(facts: ResentFacts): Wording {
  const { agency, meetingId, at } = facts;
  return memo(facts, `【送り直しました・ご対応は不要です】${dayInJapanese(dayOf(at))} ${agency}（${meetingId}）`, [
    [
      '宛先のメールアドレスが直されたので、案内を新しいアドレスへ送り直します。',
      'これまでのリンクは使えなくなりました。',
    ],
    [item('対象', agency), item('番号', meetingId), item('直した日時', instantInJapanese(at))],
  ]);
}
