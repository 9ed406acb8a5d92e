import { describe, expect, it } from 'vitest';
import { rowsOfTab } from '../../core/commands/row/rows-of-tab.ts';
import { readingOf } from '../../core/commands/row/town-reading.ts';
import { sheetOf } from '../support/row-sender.ts';
import { aConvenedTown } from '../support/small-meeting.ts';
import { type SmallTown, town } from '../support/small-town.ts';

const calls = async (one: SmallTown) =>
  (await rowsOfTab(one.deps, readingOf(one.deps, town), '招集')).map(({ cells }) => cells);
const shown = async (one: SmallTown) =>
  (await calls(one))
    .map((cells) => [cells['機関'], cells['回答'] ?? '', cells['届いた回答'], cells['状況']].join('|'))
    .toSorted();

describe('the rows of 招集 a town is handed', () => {
  it('hold every agency that was called on a page, and what it answered', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-01T10:00');
    await one.does('包括', 'reply', { meeting: 'M-1', answer: '出席' });
    expect(await shown(one)).toEqual(['包括||出席（リンク）|済', '精神科||未回答|済']);
  });

  it('hold an agency once, whichever way its row names it', async () => {
    const one = await aConvenedTown();
    const { send } = sheetOf(one);
    expect(await send('招集', 'a', { 会議番号: 'M-1', 機関: '精神科', 回答: '出席', 回答の受け方: '電話' })).toBe('済');
    expect((await shown(one)).filter((row) => row.startsWith('精神科'))).toEqual(['精神科|出席|出席（電話）|済']);
  });

  it('hold no agency that was taken off, and none of a meeting that is off', async () => {
    const one = await aConvenedTown();
    await one.does('佐藤', 'change', { meeting: 'M-1', remove: { 精神科: '別の機会に' } });
    expect((await shown(one)).map((row) => row.split('|')[0])).toEqual(['包括']);
    await one.does('佐藤', 'cancel', { meeting: 'M-1', reason: '延期' });
    expect(await shown(one)).toEqual([]);
  });
});
