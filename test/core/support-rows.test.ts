import { describe, expect, it } from 'vitest';
import { factsAbout as facts, sheetOf } from '../support/row-sender.ts';
import { aRecordedTown, role } from '../support/small-meeting.ts';

describe('rows of 役割分担, 支援計画 and モニタリング・評価', () => {
  const share = {
    役割番号: 'R-1',
    会議番号: 'M-1',
    機関: '包括',
    担当者: role.person,
    内容: role.what,
    対象者: 'A',
    目的: role.purpose,
    頻度: role.frequency,
    期限: '2026-09-30',
  };
  const plan = {
    ケース番号: 'C-1',
    目標: '通院を続ける\n家計を整える',
    次回モニタリング: '2026-09-15',
    役割番号: 'R-1',
  };

  async function recorded() {
    const one = await aRecordedTown();
    return { one, ...sheetOf(one) };
  }

  it('ask the agency’s supervisor once, note the answer, and never take a role back behind it', async () => {
    const { one, send } = await recorded();
    expect(await send('役割分担', '1', { ...share, 進め方: '持ち帰り' })).toBe('済');
    expect(await facts(one, '役割分担', 'R-1')).toBe('持ち帰り');
    expect(one.news()).toEqual(['role-confirm → 包括']);
    expect(await send('役割分担', '1', { ...share, 進め方: '持ち帰り', 所属で確認した人: '所長' })).toBe('済');
    expect(await facts(one, '役割分担', 'R-1')).toBe('確定（所長）');
    expect(await send('役割分担', '1', { ...share, 進め方: '持ち帰り', 所属で確認した人: '所長　' })).toBe('済');
    expect(await facts(one, '役割分担', 'R-1')).toBe('確定（所長）');
    expect(one.news()).toEqual([]);
  });

  it.each([
    [{ 担当者: '' }, '欠けたまま進める理由'],
    [{ 対象者: 'Z' }, '対象者'],
    [{ 機関: '警察' }, '機関'],
    [{ 進め方: '確定' }, '進め方'],
    [{ 会議番号: 'M-9' }, '会議番号'],
  ])('with %s explain a role on the column %s', async (cells, column) => {
    const { send } = await recorded();
    const answer = await send('役割分担', '1', { ...share, ...cells });
    expect(answer).toMatch(new RegExp(`^要修正 ${column}: `));
    expect(answer).not.toMatch(/undefined|Invalid|NaN/);
  });

  it('make a plan once, however often the row is sent, and its next edition for other words', async () => {
    const { one, send } = await recorded();
    await send('役割分担', '1', share);
    expect(await send('支援計画', '1', plan)).toBe('済');
    expect(await facts(one, '支援計画', 'C-1')).toBe('支援中|第1版||');
    await one.until('2026-06-16T09:00');
    expect(await send('支援計画', '1', { ...plan, 本人確認した人: '本人' })).toBe('済');
    expect(await send('支援計画', '1', { ...plan, 本人確認した人: '本人', 間隔が長い理由: 'なし' })).toBe('済');
    expect(await one.plan()).toMatchObject({ edition: 1, confirmed: { by: '本人' } });
    expect(await send('支援計画', '1', { ...plan, 目標: '通院を続ける' })).toBe('済');
    expect(await one.plan()).toMatchObject({ edition: 2, goals: ['通院を続ける'] });
  });

  it.each([
    [{ ケース番号: 'C-9' }, 'ケース番号'],
    [{ 役割番号: 'R-9' }, '役割番号'],
    [{ 次回モニタリング: '2027-09-15' }, '間隔が長い理由'],
    [{ 次回モニタリング: '2026-01-15' }, '次回モニタリング'],
    [{ 期間の初日: '2026-07-01', 期間の最終日: '2028-06-30' }, '期間の最終日'],
    [{ 期間の初日: '夏' }, '期間の初日'],
    [{ 支援決定日: '2026-06-15' }, '支援決定日'],
  ])('with %s explain a plan on the column %s', async (cells, column) => {
    const { send } = await recorded();
    await send('役割分担', '1', share);
    const answer = await send('支援計画', '1', { ...plan, ...cells });
    expect(answer).toMatch(new RegExp(`^要修正 ${column}: `));
    expect(answer).not.toMatch(/undefined|Invalid|NaN/);
  });

  async function watched() {
    const town = await recorded();
    await town.send('役割分担', '1', share);
    await town.send('支援計画', '1', plan);
    await town.one.until('2026-09-10T09:00');
    town.one.news();
    return town;
  }

  it('keep what an agency told by telephone once', async () => {
    const { one, send } = await watched();
    const told = { ケース番号: 'C-1', 機関: '包括', 役割番号: 'R-1', 経過: '実施', 経過のメモ: '週1回訪問' };
    expect(await send('モニタリング・評価', '1', told)).toBe('済');
    expect(await send('モニタリング・評価', '1', { ...told, 見守り担当: '民生' })).toBe('済');
    expect((await one.plan()).reports).toMatchObject([{ agency: '包括', role: 'R-1', status: '実施' }]);
  });

  it('evaluate a period once: the row sent again does not end the next one', async () => {
    const { one, send } = await watched();
    expect(await facts(one, 'モニタリング・評価', 'C-1')).toBe('第1回|2026-09-15 モニタリング|');
    const judged = { ケース番号: 'C-1', 回: '第1回', 評価: '継続', 見られた変化: '通院が続いた' };
    expect(await send('モニタリング・評価', '1', judged)).toBe('済');
    expect(await send('モニタリング・評価', '1', { ...judged, 引継ぎメモ: 'なし' })).toBe('済');
    expect(await one.plan()).toMatchObject({ monitoring: { period: 2 }, evaluations: [{ period: 1 }] });
    expect(await send('モニタリング・評価', '1', { ...judged, 評価: '終結' })).toMatch(
      /^要修正 回: .*もう済んでいます/,
    );
    expect(await send('モニタリング・評価', '2', { ...judged, 回: '3' })).toMatch(/^要修正 回: .*今は第2回/);
    expect((await one.plan()).state).toBe('active');
  });

  it.each([
    [{ 経過: '順調', 機関: '包括' }, '経過'],
    [{ 経過: '実施', 機関: '精神科' }, '機関'],
    [{}, '機関'],
    [{ 評価: '継続', 見られた変化: '通院' }, '回'],
    [{ 評価: '継続', 回: '1' }, '見られた変化'],
    [{ 評価: '満点', 回: '1', 見られた変化: '通院' }, '評価'],
    [{ 評価: '継続', 回: '1', 見られた変化: '通院', 次の期日: '2027-09-15' }, '次の期日'],
    [{ ケース番号: 'C-9', 経過: '実施', 機関: '包括' }, 'ケース番号'],
  ])('with %s explain monitoring on the column %s', async (cells, column) => {
    const { send } = await watched();
    const answer = await send('モニタリング・評価', '1', { ケース番号: 'C-1', ...cells });
    expect(answer).toMatch(new RegExp(`^要修正 ${column}: `));
    expect(answer).not.toMatch(/undefined|Invalid|NaN/);
  });
});
