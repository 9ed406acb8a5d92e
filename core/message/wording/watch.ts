import { type Day, dayInJapanese } from '../../time.ts';
import { type AgencyFacts, item, letter, titleOf, toOffice, withYear, type Wording } from './letter.ts';
import { papersToOpen } from './ways.ts';

export type WatchFacts = AgencyFacts & {
  readonly meetingName: string;
  readonly meetingId: string;
  /** The day support ended. */
  readonly on: Day;
};

/** To whoever watches over after support ended: what to look for stands behind the link, and nothing else does any more. */
export function watchWording(facts: WatchFacts): Wording {
  const { on, meetingName, meetingId } = facts;
  return letter(facts, `【見守りのお願い・ご確認ください】${dayInJapanese(on)}から ${titleOf(facts)}`, [
    [`${meetingName}で話し合った件の支援がひと区切りとなりました。これからの見守りをお願いします。`],
    [item('支援の終わり', withYear(on)), item('会議番号', meetingId)],
    papersToOpen(facts, '引継ぎメモ'),
    [`気になることがあったときや、ご不明な点は、${toOffice(facts)}お知らせください。`],
  ]);
}
