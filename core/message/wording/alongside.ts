import { instantInJapanese } from '../../time.ts';
import { type Alongside, type Block, item } from './letter.ts';

/** The other parts of a sitting (合同の席) to which an agency is called: each with its number, its time and its page. */
export function partsBlocks(lead: string, alongside: readonly Alongside[] = []): readonly Block[] {
  if (alongside.length === 0) return [];
  return [
    [lead],
    ...alongside.map(({ meetingId, startsAt, link }) => [
      item('会議番号', meetingId),
      item('日時', instantInJapanese(startsAt)),
      '▼この会議のページ',
      link,
    ]),
  ];
}
