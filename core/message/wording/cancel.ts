import { instantInJapanese } from '../../time.ts';
import { partsBlocks } from './alongside.ts';
import {
  type Alongside,
  item,
  letter,
  type MeetingFacts,
  placeItem,
  shortly,
  titleOf,
  toOffice,
  type Wording,
} from './letter.ts';

export type CancelFacts = MeetingFacts & {
  /** The meeting goes on without this agency. */
  readonly withdrawn?: boolean | undefined;
  /** It was held already, and what it agreed on is not carried on. */
  readonly afterwards?: boolean | undefined;
  /** Meetings of the same sitting (合同の席) that are off as well. */
  readonly alsoOff?: readonly string[] | undefined;
};

/** 中止, and never why: the reason may be the household's own (BRIEF §2.1). */
export function cancelWording(facts: CancelFacts): Wording {
  const { startsAt, meetingName, withdrawn = false, afterwards = false } = facts;
  if (afterwards) return cancelledAfterwards(facts);
  if (facts.alongside !== undefined && facts.alongside.length > 0) return cancelledInPart(facts, facts.alongside);
  const head = withdrawn ? '出席依頼の取消' : '中止';
  const said = withdrawn
    ? `${meetingName}へのご出席のお願いを取り消します。`
    : `次の${meetingName}は中止になりました。`;
  return letter(facts, `【${head}・ご対応は不要です】${shortly(startsAt)} ${titleOf(facts)}`, [
    [said, 'お越しいただく必要はありません。回答も不要です。'],
    [item('日時', `${instantInJapanese(startsAt)}（取消）`), item('会議番号', numbersOf(facts))],
    ['予定表に入れた方は、お手数ですが予定を消してください。', `ご不明な点は、${toOffice(facts)}お尋ねください。`],
  ]);
}

function numbersOf({ meetingId, alsoOff = [] }: CancelFacts): string {
  return [meetingId, ...alsoOff].join('、');
}

/** It need not come to this one, and comes to the others: when now, and nothing to answer again. */
function cancelledInPart(facts: CancelFacts, alongside: readonly Alongside[]): Wording {
  const { startsAt, meetingName, meetingId, withdrawn = false } = facts;
  const head = withdrawn ? '一部の出席依頼の取消' : '一部の取りやめ';
  const said = withdrawn
    ? `${meetingName} ${meetingId} へのご出席のお願いを取り消します。この会議には、お越しいただく必要はありません。`
    : `${meetingName} ${meetingId} は取りやめになりました。`;
  return letter(
    facts,
    `【${head}・${facts.onPaper === true ? 'ほかは開きます' : 'ほかは予定どおり'}】${nextOf(facts, alongside)}`,
    [
      [said],
      [
        item(
          withdrawn ? 'お越しいただかない会議' : '取りやめ',
          `${instantInJapanese(startsAt)}（会議番号 ${meetingId}）`,
        ),
      ],
      ...partsBlocks(standing(facts), alongside),
      [placeItem(facts.place), answersStand(facts)],
      [`ご不明な点は、${toOffice(facts)}お尋ねください。`],
    ],
  );
}

/** A paper is printed when somebody brings it: the date may have changed since it was last told. */
function standing({ onPaper = false }: CancelFacts): string {
  return onPaper
    ? '同じ席の次の会議には、次の日時にご出席をお願いします。'
    : '同じ席の次の会議には、これまでどおりご出席をお願いします。';
}

function answersStand({ onPaper = false }: CancelFacts): string {
  return onPaper
    ? '・すでにお答えいただき、ご都合の変わらない方は、お返事は要りません。'
    : '出欠のご回答は、そのまま有効です。';
}

/** When to come now: the first part that stands, and how many more do. */
function nextOf({ meetingName }: CancelFacts, alongside: readonly Alongside[]): string {
  const [next, ...more] = alongside.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  if (next === undefined) return '';
  const further = more.length === 0 ? '' : `ほか${String(more.length)}件`;
  return `${shortly(next.startsAt)} ${titleOf({ meetingName, meetingId: next.meetingId })}${further}`;
}

function cancelledAfterwards(facts: CancelFacts): Wording {
  const { startsAt, meetingName, meetingId } = facts;
  return letter(facts, `【中止・ご対応は不要です】${shortly(startsAt)} ${titleOf(facts)}`, [
    [`次の${meetingName}で取り決めたことは、中止になりました。`, '役割のご対応も、ご報告も、もう必要ありません。'],
    [item('会議の日時', instantInJapanese(startsAt)), item('会議番号', meetingId)],
    [
      '資料を印刷した方は、お手数ですが、守秘義務に従って裁断してください。',
      `ご不明な点は、${toOffice(facts)}お尋ねください。`,
    ],
  ]);
}
