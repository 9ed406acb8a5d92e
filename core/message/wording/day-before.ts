import { instantInJapanese } from '../../time.ts';
import { item, letter, type MeetingFacts, placeItem, shortly, titleOf, toOffice, type Wording } from './letter.ts';
import { preparedPartsBlocks } from './alongside.ts';
import { papersToOpen } from './ways.ts';

/** To those who come, one business day before, or more: for a Monday meeting that is Friday, so no 「明日」 here. */
export function dayBeforeWording(facts: MeetingFacts): Wording {
  const { startsAt, place, preparation, meetingName, meetingId } = facts;
  return letter(facts, `【ご出席をお待ちしています】${shortly(startsAt)} ${titleOf(facts)}`, [
    [`${meetingName}が近づきました。ご出席、よろしくお願いします。`],
    [
      item('日時', instantInJapanese(startsAt)),
      placeItem(place),
      ...(preparation === undefined ? [] : [item('ご準備', preparation)]),
      item('会議番号', meetingId),
    ],
    [`急に来られなくなったときは、会議が始まるまでに${toOffice(facts)}お知らせください。代理の方でもかまいません。`],
    papersToOpen(facts, '資料'),
    ...preparedPartsBlocks('続けて同じ席で、次の会議も開きます。', facts),
  ]);
}
