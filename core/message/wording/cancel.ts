import { instantInJapanese, timeOf } from '../../time.ts';
import { type Alongside, item, letter, type MeetingFacts, phoneOf, shortly, titleOf, type Wording } from './letter.ts';

export type CancelFacts = Omit<MeetingFacts, 'place'> & {
  /** The meeting goes on without this agency. */
  readonly withdrawn?: boolean | undefined;
  /** It was held already, and what it agreed on is not carried on. */
  readonly afterwards?: boolean | undefined;
  /** What stays of the same sitting (合同の席): the agency still comes. */
  readonly alongside?: readonly Alongside[] | undefined;
};

/** 中止, and never why: the reason may be the household's own (BRIEF §2.1). */
export function cancelWording(facts: CancelFacts): Wording {
  const { startsAt, meetingName, meetingId, withdrawn = false, afterwards = false } = facts;
  if (afterwards) return cancelledAfterwards(facts);
  if (facts.alongside !== undefined && facts.alongside.length > 0) return cancelledInPart(facts, facts.alongside);
  const head = withdrawn ? '出席依頼の取消' : '中止';
  const said = withdrawn
    ? `${meetingName}へのご出席のお願いを取り消します。`
    : `次の${meetingName}は中止になりました。`;
  return letter(facts, `【${head}・ご対応は不要です】${shortly(startsAt)} ${titleOf(facts)}`, [
    [said, 'お越しいただく必要はありません。回答も不要です。'],
    [item('日時', `${instantInJapanese(startsAt)}（取消）`), item('会議番号', meetingId)],
    ['予定表に入れた方は、お手数ですが予定を消してください。', `ご不明な点は、${phoneOf(facts)} へお尋ねください。`],
  ]);
}

/** One meeting of a sitting falls away, the others are held: when to come now, and nothing to answer again. */
function cancelledInPart(facts: CancelFacts, alongside: readonly Alongside[]): Wording {
  const { startsAt, meetingName, meetingId } = facts;
  const stays = alongside.map((one) => `${one.meetingId}（${timeOf(one.startsAt)}から）`).join('、');
  return letter(facts, `【一部の取りやめ】${shortly(startsAt)} ${titleOf(facts)}`, [
    [
      `${meetingName} ${meetingId} は取りやめになりました。同じ席のほかの会議は、予定どおり開きます。`,
      '出欠のご回答は、そのまま有効です。',
    ],
    [item('取りやめ', `${instantInJapanese(startsAt)}（会議番号 ${meetingId}）`), item('予定どおり', stays)],
    ['予定表の時間は、お手数ですが直してください。', `ご不明な点は、${phoneOf(facts)} へお尋ねください。`],
  ]);
}

function cancelledAfterwards(facts: CancelFacts): Wording {
  const { startsAt, meetingName, meetingId } = facts;
  return letter(facts, `【中止・ご対応は不要です】${shortly(startsAt)} ${titleOf(facts)}`, [
    [`次の${meetingName}で話し合ったことは、中止になりました。`, '役割のご対応も、ご報告も、もう必要ありません。'],
    [item('会議の日時', instantInJapanese(startsAt)), item('会議番号', meetingId)],
    ['資料を印刷した方は、守秘義務に従って裁断してください。', `ご不明な点は、${phoneOf(facts)} へお尋ねください。`],
  ]);
}
