import { describe, expect, it } from 'vitest';
import { aSmallTown, known, type SmallTown, town } from '../support/small-town.ts';

type Cells = Readonly<Record<string, string>>;

async function send(one: SmallTown, tab: string, version: number, cells: Cells) {
  await one.does('木村', 'rows', { town, tab, rows: [{ row: 'r1', version, ...cells }] });
  return known(await one.store.get('row', town, `${tab}/r1`), tab);
}
const first = { ケース番号: 'C-1', 課題: '1', 概要: '母の物忘れ' };

describe('a row of a case that was changed on the office’s pages meanwhile', () => {
  it('changes only what was typed in it, and leaves the rest as it is there', async () => {
    const one = await aSmallTown();
    await send(one, 'ケース', 1, { ...first, 状態: '受付' });
    await one.does('木村', 'case', { id: 'C-1', summary: '母の物忘れ、火の不始末', state: 'アセスメント' });
    const row = await send(one, 'ケース', 2, { ...first, 状態: '受付', 課題: '1、2' });
    expect(row).toMatchObject({ status: '済', problems: [] });
    expect(await one.case()).toMatchObject({ issues: [1, 2], summary: '母の物忘れ、火の不始末', state: 'assessing' });
  });

  it('is a conflict where both changed one thing: nothing is stored, both values are told', async () => {
    const one = await aSmallTown();
    await send(one, 'ケース', 1, first);
    await one.does('木村', 'case', { id: 'C-1', summary: '火の不始末' });
    const row = await send(one, 'ケース', 2, { ...first, 概要: '近所の苦情', 課題: '1、2' });
    expect(row).toMatchObject({ status: '競合', problems: [{ column: '概要', theirs: '火の不始末' }] });
    expect(row.problems[0]?.message).toContain('「近所の苦情」、ほかの画面では「火の不始末」');
    expect(await one.case()).toMatchObject({ issues: [1], summary: '火の不始末' });
  });

  it('takes what the clerk decides in sight of both values', async () => {
    const one = await aSmallTown();
    await send(one, 'ケース', 1, first);
    await one.does('木村', 'case', { id: 'C-1', summary: '火の不始末' });
    const mine = { ...first, 概要: '近所の苦情', 課題: '1、2' };
    await send(one, 'ケース', 2, mine);
    expect(await send(one, 'ケース', 3, mine)).toMatchObject({ status: '済' });
    expect(await one.case()).toMatchObject({ issues: [1, 2], summary: '近所の苦情' });
  });

  it('is a conflict again when it is changed once more before the clerk decides', async () => {
    const one = await aSmallTown();
    await send(one, 'ケース', 1, first);
    const mine = { ...first, 概要: '近所の苦情' };
    for (const [version, summary] of [
      [2, '火の不始末'],
      [3, '転倒'],
    ] as const) {
      await one.does('木村', 'case', { id: 'C-1', summary });
      expect(await send(one, 'ケース', version, mine)).toMatchObject({
        status: '競合',
        problems: [{ theirs: summary }],
      });
    }
    const taken = { ...first, 概要: '転倒' };
    expect(await send(one, 'ケース', 4, taken)).toMatchObject({ status: '済' });
    expect(await one.case()).toMatchObject({ summary: '転倒' });
  });

  it('is no conflict when both say the same in other words', async () => {
    const one = await aSmallTown();
    await send(one, 'ケース', 1, first);
    await send(one, '世帯員', 2, { ケース番号: 'C-1', 世帯員番号: 'A', 氏名: '試験花子' });
    await one.does('木村', 'member', { case: 'C-1', id: 'A', born: '昭和18年4月1日', covered: true });
    const row = await send(one, '世帯員', 3, {
      ケース番号: 'C-1',
      世帯員番号: 'A',
      氏名: '試験花子',
      生年月日: 'S18.4.1',
    });
    expect(row).toMatchObject({ status: '済', problems: [] });
    expect((await one.case()).members).toMatchObject([{ born: '1943-04-01', covered: true }]);
  });
});

describe('a cell that was left empty when the row made its record', () => {
  const member = { ケース番号: 'C-1', 世帯員番号: 'A', 氏名: '試験花子' };
  const consultation = { 受付番号: 'U-1', 氏名: '試験花子', 相談日時: '2026-06-01' };

  it.each([
    ['ケース', first, { 状態: 'アセスメント' }],
    ['ケース', first, { 状態: '終結', 終える理由: '転出' }],
    ['ケース', first, { 担当者: '中村' }],
    ['世帯員', member, { 検討対象: 'はい' }],
    ['相談受付', consultation, { 情報提供同意: 'はい', 対応結果: '情報提供で終了' }],
  ])('is in no conflict with what つどい put there itself: %s %o, then %o', async (tab, made, typed) => {
    const one = await aSmallTown();
    await send(one, 'ケース', 1, first);
    const before = await send(one, tab, tab === 'ケース' ? 2 : 1, made);
    expect(before).toMatchObject({ status: '済', problems: [] });
    expect(await send(one, tab, 3, { ...made, ...typed })).toMatchObject({ status: '済', problems: [] });
  });

  it('is in conflict with what a page made of it meanwhile', async () => {
    const one = await aSmallTown();
    await send(one, 'ケース', 1, first);
    await one.does('木村', 'case', { id: 'C-1', state: '支援中' });
    await send(one, 'ケース', 2, { ...first, 課題: '1、2' });
    expect(await send(one, 'ケース', 3, { ...first, 課題: '1、2', 状態: '終結', 終える理由: '転出' })).toMatchObject({
      status: '競合',
      problems: [{ column: '状態', theirs: '支援中' }],
    });
    expect(await one.case()).toMatchObject({ state: 'supported' });
  });
});

describe('a first row about something that is there already', () => {
  it('adds what was not said yet, and is a conflict where it would say another thing', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', summary: '火の不始末' });
    expect(await send(one, 'ケース', 1, first)).toMatchObject({ status: '競合', problems: [{ column: '概要' }] });
    expect(await one.case()).toMatchObject({ issues: [] });
    expect(await send(one, 'ケース', 2, { ...first, 概要: '火の不始末' })).toMatchObject({ status: '済' });
    expect(await one.case()).toMatchObject({ issues: [1], summary: '火の不始末' });
  });
});

describe('a cell that was emptied', () => {
  it('empties what it said', async () => {
    const one = await aSmallTown();
    await send(one, 'ケース', 1, first);
    expect(await send(one, 'ケース', 2, { ケース番号: 'C-1' })).toMatchObject({ status: '済', problems: [] });
    expect(await one.case()).toMatchObject({ issues: [], summary: '' });
  });

  it('says so where there must be something', async () => {
    const one = await aSmallTown();
    await send(one, 'ケース', 1, { ...first, 緊急度: '高' });
    const row = await send(one, 'ケース', 2, first);
    expect(row).toMatchObject({ status: '済', problems: [{ column: '緊急度' }] });
    expect(row.problems[0]?.message).toContain('前の内容「高」は残ります');
    expect(await one.case()).toMatchObject({ urgency: 'high' });
  });
});
