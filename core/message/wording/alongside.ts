import { instantInJapanese } from '../../time.ts';
import { type Alongside, type Block, item, type MeetingFacts, NOTHING_TO_PREPARE } from './letter.ts';
import { indented, oneLine } from './lines.ts';

/** The other parts of a sitting (合同の席) to which an agency is called: each with its number, its time and its page. */
export function partsBlocks(lead: string, alongside: readonly Alongside[] = []): readonly Block[] {
  return blocks(lead, alongside, () => []);
}

/** The same with what is to be prepared for each, where that is something else than for the part that writes, or changed. */
export function preparedPartsBlocks(
  lead: string,
  { alongside = [], preparation: said }: Pick<MeetingFacts, 'alongside' | 'preparation'>,
): readonly Block[] {
  return blocks(lead, alongside, ({ preparation, preparedBefore }) =>
    preparedBefore === undefined && (preparation === undefined || preparation === said)
      ? []
      : preparationLines(preparation, preparedBefore),
  );
}

function blocks(lead: string, alongside: readonly Alongside[], more: (one: Alongside) => Block): readonly Block[] {
  if (alongside.length === 0) return [];
  return [
    [lead],
    ...alongside.map((one) => [
      item('会議番号', one.meetingId),
      item('日時', instantInJapanese(one.startsAt)),
      ...more(one),
      '▼この会議のページ',
      one.link,
    ]),
  ];
}

/** ご準備, with what it was before where that is told; empty: nothing was asked. */
export function preparationLines(preparation: string | undefined, before: string | undefined): Block {
  if (preparation === undefined && before === undefined) return [];
  const said = item('ご準備', preparation ?? NOTHING_TO_PREPARE);
  return before === undefined
    ? [said]
    : [said, indented(`（変更前 ${before === '' ? NOTHING_TO_PREPARE : oneLine(before)}）`)];
}
