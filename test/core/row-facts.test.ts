import { describe, expect, it } from 'vitest';
import { factsOfTab } from '../../core/commands/row/facts-of-tab.ts';
import { readingOf } from '../../core/commands/row/town-reading.ts';
import { type Tab, tabNames, tabs } from '../../core/sheet/columns.ts';
import { factColumns, keyColumns, rowKeyOf } from '../../core/sheet/fact-columns.ts';
import { neighbour, type SmallTown, town } from '../support/small-town.ts';
import { aConvenedTown, aRecordedTown } from '../support/small-meeting.ts';

async function facts(one: SmallTown, tab: Tab, of = town) {
  const all = await factsOfTab(readingOf(one.deps, of), tab);
  return Object.fromEntries(all.map((row) => [row.key, Object.values(row.facts).join('|')]));
}

describe('what a row is told of what it is about', () => {
  it('stands in columns of its own, which nobody types in and which name no record', () => {
    for (const tab of tabNames) {
      const typed: readonly string[] = tabs[tab];
      expect(factColumns[tab].filter((column) => typed.includes(column))).toEqual([]);
      expect(keyColumns[tab].filter((column) => !typed.includes(column))).toEqual([]);
    }
  });

  it('fills every column of its tab, so that what does not hold any more is emptied', async () => {
    const one = await aRecordedTown();
    await one.does('木村', 'consultation', { town, id: '2026-001', name: '試験花子', on: '2026-06-15' });
    for (const tab of ['相談受付', 'ケース', '会議'] as const) {
      const all = await factsOfTab(readingOf(one.deps, town), tab);
      expect(all.length).toBeGreaterThan(0);
      for (const row of all) expect(Object.keys(row.facts)).toEqual(factColumns[tab]);
    }
  });

  it('follows a meeting from the invitation to the minutes that are late', async () => {
    const one = await aConvenedTown();
    expect(await facts(one, '会議')).toEqual({ 'M-1': '回答待ち|0/2機関|2026-06-08 17:15|' });
    await one.until('2026-06-01T10:00');
    await one.does('包括', 'reply', { meeting: 'M-1', answer: '出席' });
    expect(await facts(one, '会議')).toEqual({ 'M-1': '回答待ち|1/2機関|2026-06-08 17:15|' });
    await one.until('2026-06-30T09:00');
    expect(await facts(one, '会議')).toEqual({ 'M-1': '記録待ち|1/2機関|2026-06-22 17:15|超過' });
    expect(await facts(one, 'ケース')).toEqual({ 'C-1': '受付|2026-06-22 会議録||超過' });
  });

  it('says what comes next of a case, and of the consultation it grew from', async () => {
    const one = await aConvenedTown();
    const said = { town, name: '試験三郎', on: '2026-06-01' };
    await one.does('木村', 'consultation', { ...said, id: '2026-001', outcome: '情報提供' });
    await one.does('木村', 'consultation', { ...said, id: '2026-002', outcome: '継続', case: 'C-1' });
    await one.does('木村', 'consultation', { ...said, id: '2026-003', outcome: '継続' });
    expect(await facts(one, '相談受付')).toEqual({
      '2026-001': '情報提供で終了|',
      '2026-002': '受付|2026-06-15 会議',
      '2026-003': '受付|予定なし',
    });
  });

  it('is the town’s own', async () => {
    const one = await aConvenedTown();
    // The register of agencies is shared; an entry of one town is not.
    await one.does('木村', 'agency', { id: 'K-1', name: '試験商店', only: town });
    const shared = (await factsOfTab(readingOf(one.deps, neighbour), '関係機関')).map(({ key }) => key);
    expect(shared).toContain('包括');
    expect(shared).not.toContain('K-1');
    for (const tab of tabNames.filter((name) => name !== '関係機関' && name !== '設定'))
      expect(await factsOfTab(readingOf(one.deps, neighbour), tab)).toEqual([]);
  });

  it('finds the row by all the columns that say what it is about', () => {
    expect(rowKeyOf('世帯員', { ケース番号: ' C-1 ', 世帯員番号: 'A' })).toBe('A/C-1');
    expect(rowKeyOf('世帯員', { 世帯員番号: 'A' })).toBeUndefined();
    expect(rowKeyOf('会議', { 会議番号: '　' })).toBeUndefined();
  });
});
