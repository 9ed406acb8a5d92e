import { beforeEach, describe, expect, it } from 'vitest';
import type { Spreadsheets } from '../../core/ports.ts';
import { spreadsheetOf, usualHeader } from '../support/google-sheets.ts';
import { aSharedSheet, type SharedSheet, spreadsheet } from '../support/shared-sheet.ts';
import { neighbour, town } from '../support/small-town.ts';

describe('writing into a town’s spreadsheet', () => {
  let shared: SharedSheet;
  let one: SharedSheet['one'];
  let google: SharedSheet['google'];
  beforeEach(async () => {
    shared = await aSharedSheet();
    ({ one, google } = shared);
  });

  it('asks nothing of Google before it is switched on, nor after it is switched off', async () => {
    await one.does('木村', 'case', { id: 'C-4' });
    expect([await shared.look(), google.calls]).toEqual([0, []]);
    await shared.on();
    await one.does('中村', 'push', { town, on: false });
    await one.until('2026-06-02T09:00');
    await one.does('木村', 'case', { id: 'C-5' });
    expect([await shared.look(), google.calls]).toEqual([0, []]);
  });

  it('tells each row what the row is about, touches no cell of people, and leaves an unknown number alone', async () => {
    const before = structuredClone(google.lines(spreadsheet, 'ケース'));
    await shared.on();
    expect(await shared.look()).toBe(1);
    expect(shared.states()).toEqual(['C-1|受付', 'C-2|受付', 'C-99|？', 'C-3|受付']);
    const own = new Set(['今の状態', '次の予定', '計画', '遅れ'].map((title) => usualHeader('ケース').indexOf(title)));
    const typed = (lines: readonly (readonly string[])[]) => lines.map((line) => line.filter((_, at) => !own.has(at)));
    expect(typed(google.lines(spreadsheet, 'ケース'))).toEqual(typed(before));
  });

  it('writes one change with one question and one write, and looks once more later without writing', async () => {
    await shared.on();
    await shared.look();
    google.calls.splice(0);
    await one.does('木村', 'case', { id: 'C-2', state: 'アセスメント' });
    await one.does('木村', 'case', { id: 'C-3', state: 'アセスメント' });
    expect(await shared.look()).toBe(1);
    expect(google.calls.map(({ what }) => what)).toEqual(['read', 'write']);
    expect(shared.states()).toEqual(['C-1|受付', 'C-2|アセスメント', 'C-99|？', 'C-3|アセスメント']);

    expect(await shared.look()).toBe(0);
    await one.until('2026-06-01T09:05');
    expect(await shared.look()).toBe(1);
    expect(google.calls.map(({ what }) => what)).toEqual(['read', 'write', 'read']);
    await one.until('2026-06-01T20:00');
    expect(await shared.look()).toBe(0);
  });

  it('finds each row where it stands now, when people sort and delete', async () => {
    await shared.on();
    await shared.look();
    const lines = google.lines(spreadsheet, 'ケース');
    const [header = [], first = [], , unknown = [], third = []] = lines.splice(0);
    lines.push(header, third, unknown, first);
    for (const id of ['C-1', 'C-2', 'C-3']) await one.does('木村', 'case', { id, state: 'アセスメント' });
    await shared.look();
    expect(shared.states()).toEqual(['C-3|アセスメント', 'C-99|？', 'C-1|アセスメント']);
  });

  it('puts right what went astray because somebody sorted between its look and its writing', async () => {
    await shared.on();
    const write = async (...said: Parameters<Spreadsheets['write']>) => {
      const lines = google.lines(spreadsheet, 'ケース');
      lines.splice(1, 4, ...lines.slice(1).reverse());
      return google.spreadsheets.write(...said);
    };
    await one.does('木村', 'case', { id: 'C-1', state: 'アセスメント' });
    await shared.look({ write });
    expect(shared.states()).not.toContain('C-1|アセスメント');
    await one.until('2026-06-01T09:06');
    await shared.look();
    expect(shared.states()).toEqual(expect.arrayContaining(['C-1|アセスメント', 'C-2|受付', 'C-3|受付']));
  });

  it('finds columns that people moved, and writes none that they took away', async () => {
    await shared.on();
    const header = ['今の状態', 'メモ', 'ケース番号', '行ID', '次の予定'];
    google.tab(spreadsheet, 'ケース', [{ ケース番号: 'C-1', 行ID: 'r1', メモ: '=1' }], header);
    await shared.look();
    expect(google.lines(spreadsheet, 'ケース')[1]).toEqual(['受付', '=1', 'C-1', 'r1', expect.any(String)]);
    expect((await shared.push()).places).toMatchObject({ ケース: { 今の状態: 1, ケース番号: 3 } });
    google.calls.splice(0);
    await one.does('木村', 'case', { id: 'C-1', state: 'アセスメント' });
    await shared.look();
    expect(google.calls.map(({ what }) => what)).toEqual(['read', 'write']);
  });

  it('writes nothing into a sheet in which no row was sent by this town, though its numbers are the same', async () => {
    const foreign = spreadsheetOf(neighbour);
    google.tab(foreign, 'ケース', [{ ケース番号: 'C-1', 行ID: 'r1-of-野原町' }]);
    await one.does('中村', 'push', { town, on: true, spreadsheet: foreign });
    await shared.look();
    expect(google.calls.map(({ what }) => what)).not.toContain('write');
    expect(await shared.push()).toMatchObject({ lacks: 'rows', proven: false });
  });

  it('says so when the sheet has none of the tabs', async () => {
    const empty = spreadsheetOf('393099');
    google.tab(empty, 'ケース', [], ['日付', '金額']);
    await one.does('中村', 'push', { town, on: true, spreadsheet: empty });
    await shared.look();
    expect(await shared.push()).toMatchObject({ lacks: 'tabs' });
  });

  it('looks at every sheet once a morning: what is late today was not yesterday', async () => {
    await shared.on();
    await shared.look();
    await one.until('2026-06-01T12:00');
    await shared.look();
    google.calls.splice(0);
    await one.until('2026-06-02T05:59');
    expect(await shared.look()).toBe(0);
    await one.until('2026-06-02T06:00');
    expect(await shared.look()).toBe(1);
    expect(google.calls.map(({ what }) => what)).toEqual(['read']);
  });

  it('hears of what the towns share, too', async () => {
    google.tab(spreadsheet, '関係機関', [{ 機関番号: '社協', 行ID: 'r9' }]);
    await shared.on();
    await shared.look();
    expect(google.shown(spreadsheet, '関係機関', '今の状態')).toEqual(['招集できます']);
    await one.does('佐藤', 'end-agency', { id: '社協', how: 'closed', reason: '解散した' });
    expect(await shared.look()).toBe(1);
    expect(google.shown(spreadsheet, '関係機関', '今の状態')).toEqual(['廃止']);
  });

  it('leaves a line in the audit for what it told, before it is told', async () => {
    await shared.on();
    await shared.look();
    const lines = await one.store.audit(town);
    expect(lines.filter(({ did }) => did.startsWith('push'))).toMatchObject([{ did: 'push:on', who: 'staff:中村' }]);
    expect(lines.filter(({ did }) => did === 'sheet-written')).toMatchObject([
      { who: 'workflow', to: 'spreadsheet', about: ['C-1', 'C-2', 'C-3'] },
    ]);
  });

  it('keeps the news of a change that is made while it writes', async () => {
    await shared.on();
    const read = async (...said: Parameters<Spreadsheets['read']>) => {
      await one.does('木村', 'case', { id: 'C-3', state: 'アセスメント' });
      return google.spreadsheets.read(...said);
    };
    await shared.look({ read });
    expect(shared.states()).toContain('C-3|アセスメント');
  });
});
