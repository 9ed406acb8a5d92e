import { type Day, dayInJapanese, dayOf, type Instant, instantInJapanese } from '../../time.ts';
import { type AgencyFacts, type Block, item, letter, titleOf, withYear, type Wording } from './letter.ts';
import { papersToOpen } from './ways.ts';

export type RecordFacts = AgencyFacts & {
  readonly meetingName: string;
  readonly meetingId: string;
  readonly heldAt: Instant;
  /** 次回. */
  readonly nextOn?: Day | undefined;
  /** Until when to say that something is wrong in it. */
  readonly objectBy?: Instant | undefined;
};

/** 会議録 is final. What was said stands behind the link. */
export function recordWording(facts: RecordFacts): Wording {
  const { heldAt, meetingName, objectBy } = facts;
  const until = objectBy === undefined ? 'ご確認ください' : `${dayInJapanese(dayOf(objectBy))}までにご確認を`;
  return letter(facts, `【会議録・${until}】${dayInJapanese(dayOf(heldAt))}開催 ${titleOf(facts)}`, [
    [
      `ご出席・ご協力ありがとうございました。${meetingName}の会議録ができました。`,
      '決まったことと、お引き受けの役割があればその期限を、ご確認ください。',
    ],
    details(facts),
    papersToOpen(facts, '会議録'),
    objection(facts),
  ]);
}

export type RecordChangedFacts = RecordFacts & {
  /** 第何版か: 2 for the first correction. */
  readonly edition: number;
};

/** A corrected record, to those who had the old one; why it changed stands behind the link too. */
export function recordChangedWording(facts: RecordChangedFacts): Wording {
  const { heldAt, meetingName, edition } = facts;
  const held = dayInJapanese(dayOf(heldAt));
  return letter(facts, `【会議録の変更・差し替えてください】${held}開催 ${titleOf(facts)}（第${String(edition)}版）`, [
    [`${meetingName}の会議録を直しました。これからは第${String(edition)}版をお使いください。`],
    details(facts),
    papersToOpen(facts, '変更の理由と新しい会議録'),
    ['・前の版を印刷した方は、お手数ですが廃棄してください。', ...objection(facts)],
  ]);
}

function details({ heldAt, nextOn, meetingId }: RecordFacts): Block {
  return [
    item('開催日時', instantInJapanese(heldAt)),
    ...(nextOn === undefined ? [] : [item('次回', withYear(nextOn))]),
    item('会議番号', meetingId),
  ];
}

function objection({ objectBy }: RecordFacts): Block {
  const until = objectBy === undefined ? '' : `${instantInJapanese(objectBy)} までに`;
  return [`・事実と違うところ、役割へのご意見は、${until}お電話でお知らせください。`];
}
