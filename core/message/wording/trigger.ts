import { dayInJapanese, dayOf, type Instant, instantInJapanese } from '../../time.ts';
import { type AgencyFacts, item, letter, titleOf, toOffice, type Wording } from './letter.ts';
import { papersToOpen } from './ways.ts';

export type TriggerFacts = AgencyFacts & {
  readonly meetingName: string;
  readonly meetingId: string;
  readonly firedAt: Instant;
};

/** 発動条件 agreed beforehand has come about; which one says much about the household, so it stands behind the link. */
export function triggerWording(facts: TriggerFacts): Wording {
  const { firedAt, meetingName, meetingId } = facts;
  return letter(facts, `【本日${dayInJapanese(dayOf(firedAt))}中にご連絡を】取り決めた対応のお願い ${titleOf(facts)}`, [
    [
      `${meetingName}で取り決めた「状況が変わったときの動き方」に当たることがありました。`,
      `本日中に、${toOffice(facts)}ご連絡ください。`,
    ],
    [item('連絡の日時', instantInJapanese(firedAt)), item('会議番号', meetingId)],
    papersToOpen(facts, '取り決めの内容'),
    ['・会議を最初からやり直すものではありません。'],
  ]);
}
