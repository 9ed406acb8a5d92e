import { describe, expect, it } from 'vitest';
import { factsAbout as facts, sheetOf } from '../support/row-sender.ts';
import { aConvenedTown } from '../support/small-meeting.ts';
import type { SmallTown } from '../support/small-town.ts';

describe('rows of 会議録', () => {
  const boxes = { 検討した項目: '1. 受診\n2. 家計', 検討内容: '1. 週末に不穏\n2. 滞納', 結論: '精神科に相談\n\n' };
  const minutes = { 会議番号: 'M-1', 出席者: '包括、精神科', ...boxes };

  async function held() {
    const one = await aConvenedTown(['包括', '精神科']);
    await one.until('2026-06-15T15:00');
    one.news();
    return { one, ...sheetOf(one) };
  }
  const recordsOf = async (one: SmallTown) => {
    const meeting = await one.meeting();
    return 'records' in meeting ? meeting.records : [];
  };

  it('keep a draft until 確定する says はい; item and box belong together line by line', async () => {
    const { one, send } = await held();
    expect(await send('会議録', '1', minutes)).toBe('済');
    expect(await facts(one, '会議録', 'M-1')).toBe('下書き|2026-06-22 17:15|');
    expect(await send('会議録', '1', { ...minutes, 次回: '2026-07-15', 確定する: 'はい' })).toBe('済');
    expect(await recordsOf(one)).toMatchObject([
      {
        final: true,
        attendance: ['包括', '精神科'],
        items: [
          { topic: '受診', discussed: '週末に不穏', conclusion: '精神科に相談' },
          { topic: '家計', discussed: '滞納' },
        ],
        next: '2026-07-15',
      },
    ]);
    expect(one.news()).toEqual(['record → 包括', 'record → 精神科']);
  });

  it.each([
    ['若草町', '393011'],
    ['若草町（393011）', '393011'],
    ['若草町 (393011)', '393011'],
    ['393011', '393011'],
    ['開催主体', '390003'],
    ['開催主体（390003）', '390003'],
    ['精神科（精神科）', '精神科'],
  ])('take whoever the refusal offers, in the very words it offers them: %s', async (typed, id) => {
    const { one, send } = await held();
    expect(await send('会議録', '1', { ...minutes, 出席者: `包括、${typed}` })).toBe('済');
    expect(await recordsOf(one)).toMatchObject([{ attendance: ['包括', id] }]);
    expect(await send('会議録', '1', { ...minutes, 出席者: `包括、${typed}`, 次回: '2026-07-15' })).toBe('済');
    expect(await recordsOf(one)).toMatchObject([{ attendance: ['包括', id], next: '2026-07-15' }]);
  });

  it('decide what was left open when they were first written', async () => {
    const { one, send } = await held();
    expect(await send('会議録', '1', { ...minutes, 見守り: '包括' })).toBe('済');
    expect(await send('会議録', '1', { ...minutes, 見守り: '包括', 方針: '方針未定' })).toBe('済');
    const another = { ...minutes, 会議番号: 'M-1', 方針: '方針決定' };
    expect(await send('会議録', '1', another)).toBe('済');
    expect(await recordsOf(one)).toMatchObject([{ outcome: 'decided' }]);
  });

  it('correct final minutes with a reason only, and send nothing for what is written already', async () => {
    const { one, send } = await held();
    await send('会議録', '1', { ...minutes, 確定する: 'はい' });
    one.news();
    expect(await send('会議録', '1', { ...minutes, 確定する: 'はい', 訂正の理由: '念のため' })).toBe('済');
    const changed = { ...minutes, 結論: '主治医に相談\n家計の支援', 確定する: 'はい' };
    expect(await send('会議録', '1', changed)).toMatch(/^要修正 訂正の理由: /);
    expect(one.news()).toEqual([]);
    expect(await send('会議録', '1', { ...changed, 訂正の理由: '聞き違い' })).toBe('済');
    expect(await send('会議録', '1', { ...changed, 訂正の理由: '聞き違い。' })).toBe('済');
    expect(await recordsOf(one)).toHaveLength(2);
    expect(one.news()).toEqual(['record-changed → 包括', 'record-changed → 精神科']);
  });

  it.each([
    [{ 検討内容: '一\n二\n三' }, '検討内容'],
    [{ 検討した項目: '' }, '検討内容'],
    [{ 出席者: '包括、警察' }, '出席者'],
    [{ 方針: '方針未定' }, '見守り'],
    [{ 方針: '保留' }, '方針'],
    [{ 次回: '来月' }, '次回'],
    [{ 会議番号: 'M-9' }, '会議番号'],
    [{ 検討内容: '番号 1234-5678-9018\n' }, '検討内容'],
  ])('with %s are explained on the column %s', async (cells, column) => {
    const { send } = await held();
    const answer = await send('会議録', '1', { ...minutes, 確定する: 'はい', ...cells });
    expect(answer).toMatch(new RegExp(`^要修正 ${column}: `));
    expect(answer).not.toMatch(/undefined|Invalid|NaN|9018/);
  });
});
