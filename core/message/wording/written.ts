import { dayInJapanese, dayOf, type Instant, instantInJapanese } from '../../time.ts';
import { item, letter, type MeetingFacts, titleOf, type Wording } from './letter.ts';
import { pageToOpen, purposeBehindTheCode, type ReplyCode, waysToAnswer, writing } from './ways.ts';

export type WrittenFacts = MeetingFacts &
  ReplyCode & {
    readonly classes: readonly string[];
    /** Until when opinions are awaited. */
    readonly until: Instant;
  };

/** `instead`: whoever was to come. `given`: whose opinion has come. `first`: who hears of the meeting now. `again`: who owes an answer. */
type Asked = 'instead' | 'given' | 'first' | 'again';

const sheet = ['　意見書提出（別の紙でお送りください）', '　欠席（意見はありません）'];

/** 書面開催: nobody comes; an opinion is asked for. Why it is so stays inside the office. */
export function writtenWording(facts: WrittenFacts, asked: Asked): Wording {
  const { until, meetingId, classes } = facts;
  const due = dayInJapanese(dayOf(until));
  const ask = asked === 'given' ? `・ご対応は不要です` : `・${due}までにご意見を`;
  return letter(
    facts,
    `【${asked === 'again' ? '再送・' : ''}書面開催${ask}】${asked === 'given' ? `${due}締切 ` : ''}${titleOf(facts)}`,
    [
      [...openings(facts)[asked]],
      [
        item('開き方', '書面（お集まりいただく必要はありません）'),
        item('ご意見の期限', instantInJapanese(until)),
        item('お力を借りたいこと', classes.join('、')),
        item('会議番号', meetingId),
      ],
      asked === 'given'
        ? pageToOpen(facts, 'お出しいただいた回答')
        : waysToAnswer(facts, 'ご意見の出し方', sheet, writing),
      [
        purposeBehindTheCode(facts),
        '・いただいたご意見をもとに会議録を作り、みなさまにお知らせします。',
        ...(asked === 'instead' || asked === 'given'
          ? ['・予定表に入れた方は、お手数ですが予定を消してください。']
          : []),
        '・招集担当は主担当を意味しません。',
      ],
    ],
  );
}

function openings({ meetingName, sender, until }: WrittenFacts): Readonly<Record<Asked, readonly string[]>> {
  const by = `${instantInJapanese(until)} までに、書面でご意見をお寄せください。`;
  return {
    instead: [`${meetingName}は、集まらずに書面で開くことになりました。`, `お手数ですが、${by}`],
    given: [
      `${meetingName}は、集まらずに書面で開くことになりました。`,
      'お出しいただいたご意見は、そのまま有効です。直すときは、期限までにお知らせください。',
    ],
    first: [`${sender}から、${meetingName}へのご意見のお願いです。`, `集まらずに、書面で開きます。${by}`],
    again: [`${meetingName}（書面開催）のご回答を、まだいただいていません。`, by, '行き違いでしたら、ご容赦ください。'],
  };
}
