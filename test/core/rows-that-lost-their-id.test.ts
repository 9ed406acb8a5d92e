import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tab } from '../../core/sheet/columns.ts';
import { members, role, aConvenedTown, aRecordedTown } from '../support/small-meeting.ts';
import { aSmallTown, known, type SmallTown, town } from '../support/small-town.ts';

type Cells = Readonly<Record<string, string>>;
type Sent = { readonly row: string; readonly version?: number; readonly cells: Cells; readonly alone?: boolean };

/** `status column: message` of a row, as the sheet that sends it would read it. */
async function send(one: SmallTown, tab: Tab, { row, version = 1, cells, alone = true }: Sent): Promise<string> {
  await one.does('木村', 'rows', { town, tab, rows: [{ row, version, ...cells }], alone: alone ? [row] : [] });
  const { status, problems } = known(await one.store.get('row', town, `${tab}/${row}`), row);
  return [status, ...problems.map(({ column, message }) => `${column}: ${message}`)].join(' ');
}
async function aTownWithCase(): Promise<SmallTown> {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', issues: [1], members });
  return one;
}
async function aHeldMeeting(): Promise<SmallTown> {
  const one = await aConvenedTown();
  await one.until('2026-06-15T15:00');
  one.news();
  return one;
}

const consultation = { 受付番号: '2026-1', 氏名: '試験花子', 相談日時: '2026-06-01 10:00', 相談内容: '家賃' };
const clinic = { 機関番号: 'K-1', 機関名: '試験クリニック', 機関種別: '医療施設', 電話: '089-000-0000' };
const asked = { 会議番号: 'M-1', ケース番号: 'C-1', 枠組み: '支援会議（重層）', 根拠: '①' };
const boxes = { 検討した項目: '受診', 検討内容: '週末に不穏', 結論: '精神科に相談' };
const minutes = { 会議番号: 'M-1', 出席者: '包括、精神科', ...boxes, 確定する: 'はい' };
const named = { 機関: '包括', 担当者: role.person, 内容: role.what, 対象者: 'A' };
const share = { 役割番号: 'R-1', 会議番号: 'M-1', ...named, 目的: role.purpose, 頻度: role.frequency, 期限: role.by };
const member = { ケース番号: 'C-1', 世帯員番号: 'Z', 氏名: '試験三郎' };
const first = { ケース番号: 'C-1', 課題: '1', 概要: '母の物忘れ' };

const tabs: readonly (readonly [Tab, () => Promise<SmallTown>, Cells])[] = [
  ['相談受付', aSmallTown, consultation],
  ['ケース', aSmallTown, first],
  ['世帯員', aTownWithCase, member],
  ['関係機関', aSmallTown, clinic],
  ['会議', aTownWithCase, asked],
  ['会議録', aHeldMeeting, minutes],
  ['役割分担', aRecordedTown, share],
];

describe('a row whose 行ID was taken away by undoing (Ctrl+Z)', () => {
  it.each(tabs)(
    'of %s is taken again in the place of what it was, and does nothing twice',
    async (tab, begin, cells) => {
      const one = await begin();
      expect(await send(one, tab, { row: 'r1', cells })).toBe('済');
      one.news();
      const before = await one.store.audit(town);
      expect(await send(one, tab, { row: 'r2', cells })).toBe('済');
      expect(one.news()).toEqual([]);
      expect((await one.store.audit(town)).slice(before.length).map(({ did }) => did)).toEqual(['rows']);
      expect((await one.store.list('row', town, `${tab}/`)).map(({ id }) => id)).toEqual([`${tab}/r2`]);
    },
  );

  it('goes on from there: it may be edited, and only what is typed counts', async () => {
    const one = await aSmallTown();
    await send(one, 'ケース', { row: 'r1', cells: first });
    await one.does('木村', 'case', { id: 'C-1', summary: '火の不始末' });
    expect(await send(one, 'ケース', { row: 'r2', cells: first })).toBe('済');
    expect(await send(one, 'ケース', { row: 'r2', version: 2, cells: { ...first, 課題: '1、2' } })).toBe('済');
    expect(await one.case()).toMatchObject({ issues: [1, 2], summary: '火の不始末' });
  });

  it('overwrites nothing unseen where undoing brought back other words: both values are told', async () => {
    const one = await aSmallTown();
    await send(one, 'ケース', { row: 'r1', cells: first });
    await send(one, 'ケース', { row: 'r1', version: 2, cells: { ...first, 概要: '火の不始末' } });
    expect(await send(one, 'ケース', { row: 'r2', cells: first })).toMatch(
      /^競合 概要: この行は「母の物忘れ」、ほかの画面では「火の不始末」です。/,
    );
    expect(await one.case()).toMatchObject({ summary: '火の不始末' });
    expect(await send(one, 'ケース', { row: 'r2', version: 2, cells: first })).toBe('済');
    expect(await one.case()).toMatchObject({ summary: '母の物忘れ' });
  });

  it.each([
    ['役割分担', aRecordedTown, share, { 内容: '電話' }, '内容'],
    ['関係機関', aSmallTown, clinic, { 電話: '089-000-0001' }, '電話'],
  ] as const)('of %s that says other words than before is 競合, though no record can be compared', async (...given) => {
    const [tab, begin, cells, other, column] = given;
    const one = await begin();
    await send(one, tab, { row: 'r1', cells });
    const again = { row: 'r2', cells: { ...cells, ...other } };
    expect(await send(one, tab, again)).toMatch(new RegExp(`^競合 ${column}: `));
    expect(await send(one, tab, { ...again, version: 2 })).toBe('済');
  });

  it('keeps no My Number that stands beside other words than before', async () => {
    const one = await aSmallTown();
    await send(one, '関係機関', { row: 'r1', cells: { ...clinic, メモ: '午前' } });
    const again = { row: 'r2', cells: { ...clinic, メモ: '1234 5678 9018' } };
    expect(await send(one, '関係機関', again)).toMatch(/^要修正 メモ: /);
    expect(JSON.stringify(await one.store.list('row', town))).not.toContain('9018');
  });

  it('empties nothing with cells that are empty: a row typed anew adds', async () => {
    const one = await aSmallTown();
    await send(one, 'ケース', { row: 'r1', cells: first });
    expect(await send(one, 'ケース', { row: 'r2', cells: { ケース番号: 'C-1', 緊急度: '高' } })).toBe('済');
    expect(await one.case()).toMatchObject({ issues: [1], summary: '母の物忘れ', urgency: 'high' });
  });

  it('does not decide a 競合 by being sent again', async () => {
    const one = await aSmallTown();
    await send(one, 'ケース', { row: 'r1', cells: first });
    await one.does('木村', 'case', { id: 'C-1', summary: '火の不始末' });
    const mine = { ...first, 概要: '近所の苦情' };
    expect(await send(one, 'ケース', { row: 'r1', version: 2, cells: mine })).toMatch(/^競合/);
    expect(await send(one, 'ケース', { row: 'r2', cells: mine })).toMatch(/^競合/);
    expect(await one.case()).toMatchObject({ summary: '火の不始末' });
  });

  it('gives its place back when undoing is undone (Ctrl+Y)', async () => {
    const one = await aSmallTown();
    await send(one, 'ケース', { row: 'r1', cells: first });
    await send(one, 'ケース', { row: 'r2', cells: first });
    expect(await send(one, 'ケース', { row: 'r1', version: 2, cells: { ...first, 緊急度: '高' } })).toBe('済');
    expect(await one.case()).toMatchObject({ urgency: 'high' });
    expect((await one.store.list('row', town, 'ケース/')).map(({ id }) => id)).toEqual(['ケース/r1']);
  });

  it('keeps the old row while it is refused for something else, and is taken when that is mended', async () => {
    const one = await aSmallTown();
    await send(one, 'ケース', { row: 'r1', cells: first });
    expect(await send(one, 'ケース', { row: 'r2', cells: { ...first, 課題: '99' } })).toMatch(/^要修正 課題: /);
    expect(await one.store.get('row', town, 'ケース/r1')).toBeDefined();
    expect(await send(one, 'ケース', { row: 'r2', version: 2, cells: first })).toBe('済');
    expect(await one.store.get('row', town, 'ケース/r1')).toBeUndefined();
  });
});

describe('a copy of a row', () => {
  it('is refused as long as both stand in the sheet, and taken when the other was deleted', async () => {
    const one = await aSmallTown();
    await send(one, 'ケース', { row: 'r1', cells: first });
    const copied = await send(one, 'ケース', { row: 'r2', cells: first, alone: false });
    expect(copied).toMatch(/^要修正 ケース番号: ケース番号「C-1」の行がもう一つあります.*「状況」を空にして/);
    expect(await send(one, 'ケース', { row: 'r2', version: 2, cells: first })).toBe('済');
  });

  it('cannot take the place of a row of another number', async () => {
    const one = await aSmallTown();
    await send(one, 'ケース', { row: 'r1', cells: first });
    await send(one, 'ケース', { row: 'r2', cells: { ...first, ケース番号: 'C-2' } });
    expect(await send(one, 'ケース', { row: 'r2', version: 2, cells: first })).toMatch(
      /^要修正 ケース番号: この行はケース番号「C-2」として/,
    );
    expect(await one.store.list('row', town, 'ケース/')).toHaveLength(2);
  });
});

describe('a row sent again as it was, while a page had other words', () => {
  async function sentAgainBeside(summary: string): Promise<SmallTown> {
    const one = await aSmallTown();
    await send(one, 'ケース', { row: 'r1', cells: first });
    await one.does('木村', 'case', { id: 'C-1', summary });
    expect(await send(one, 'ケース', { row: 'r1', version: 2, cells: first })).toBe('済');
    expect(await one.case()).toMatchObject({ summary });
    return one;
  }
  const next = { row: 'r1', version: 3, cells: { ...first, 概要: '近所の苦情' } };

  it('was not shown them, and does not overwrite them later', async () => {
    const one = await sentAgainBeside('火の不始末');
    expect(await send(one, 'ケース', next)).toMatch(
      /^競合 概要: この行は「近所の苦情」、ほかの画面では「火の不始末」です。/,
    );
    expect(await one.case()).toMatchObject({ summary: '火の不始末' });
  });

  it('is edited as ever once the page went back to what the row says', async () => {
    const one = await sentAgainBeside('火の不始末');
    await one.does('木村', 'case', { id: 'C-1', summary: first.概要 });
    expect(await send(one, 'ケース', next)).toBe('済');
    expect(await one.case()).toMatchObject({ summary: '近所の苦情' });
  });
});

describe('whatever is undone, deleted, typed anew and changed on pages', () => {
  const step = fc.oneof(
    fc.record({ does: fc.constant('type' as const), text: fc.constantFrom('甲', '乙', '丙', '') }),
    fc.record({ does: fc.constant('page' as const), text: fc.constantFrom('甲', '乙', '丁') }),
    fc.record({ does: fc.constantFrom('undo' as const, 'delete' as const), text: fc.constant('') }),
  );

  it('nothing is overwritten that the row was not shown, and there is one row of the number', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const one = await aSmallTown();
        const sheet = aSheetRow(one);
        for (const { does, text } of [{ does: 'type' as const, text: '甲' }, ...steps])
          if (does === 'page') await one.does('木村', 'case', { id: 'C-1', summary: text });
          else await sheet[does](text);
      }),
      { numRuns: 60 },
    );
  });
});

/** The row of C-1 in a sheet, sent after each deed; each answer is held against what a person could see. */
function aSheetRow(one: SmallTown) {
  let [id, version, mine, shown] = [0, 0, '', ''];
  const stored = async () => (await one.store.get('case', town, 'C-1'))?.summary ?? '';

  async function sent(): Promise<void> {
    version += 1;
    const before = await stored();
    const row = { row: `r${String(id)}`, version, cells: { ケース番号: 'C-1', 概要: mine } };
    const answer = await send(one, 'ケース', row);
    const after = await stored();
    expect(answer).toMatch(/^(済|競合)/);
    expect(after === before || (before === shown && after === mine)).toBe(true);
    // 「済」 tells nothing of what others wrote meanwhile: the person still sees only the words of the row.
    shown = answer.startsWith('済') ? mine : before;
    expect(answer.startsWith('済') || answer.includes(`ほかの画面では「${before}」`)).toBe(true);
    expect(await one.store.list('row', town, 'ケース/')).toHaveLength(1);
  }
  async function undo(): Promise<void> {
    [id, version] = [id + 1, 0];
    await sent();
  }
  return {
    async type(text: string) {
      mine = text;
      await sent();
    },
    undo,
    async delete() {
      mine = '';
      await undo();
    },
  };
}
