import { describe, expect, it } from 'vitest';
import { factsAbout as facts, sheetOf } from '../support/row-sender.ts';
import { aSmallTown, known, prefecture, town } from '../support/small-town.ts';

describe('rows of 関係機関', () => {
  const clinic = { 機関番号: 'K-1', 機関名: '試験クリニック', 機関種別: '医療施設', 電話: '089-000-0000' };

  it('register an agency, change it, and leave what is not said as it is', async () => {
    const one = await aSmallTown();
    const { send } = sheetOf(one);
    expect(await send('関係機関', '1', { ...clinic, 連絡方法: '電話', この町だけで使う: 'はい' })).toBe('済');
    expect(await send('関係機関', '1', { ...clinic, 連絡のつく時間: '平日の午前' })).toBe('済');
    expect(await one.store.get('agency', prefecture, 'K-1')).toMatchObject({
      name: '試験クリニック',
      only: town,
      reach: 'phone',
      hours: '平日の午前',
    });
    expect(await facts(one, '関係機関', 'K-1')).toBe('招集できます');
  });

  it('end an agency and bring it back, each once', async () => {
    const one = await aSmallTown();
    const { send } = sheetOf(one);
    await send('関係機関', '1', clinic);
    expect(await send('関係機関', '1', { ...clinic, '休止・廃止': '休止' })).toMatch(/^要修正 休止・廃止の理由: /);
    const paused = { ...clinic, '休止・廃止': '休止', '休止・廃止の理由': '医師の交代' };
    expect(await send('関係機関', '1', paused)).toBe('済');
    expect(await facts(one, '関係機関', 'K-1')).toBe('休止');
    const { ended } = known(await one.store.get('agency', prefecture, 'K-1'), 'K-1');
    await one.until('2026-06-02T09:00');
    expect(await send('関係機関', '1', { ...paused, メモ: '再開は秋' })).toBe('済');
    expect((await one.store.get('agency', prefecture, 'K-1'))?.ended).toEqual(ended);
    expect(await send('関係機関', '1', { ...paused, '休止・廃止': '再開' })).toBe('済');
    expect(await facts(one, '関係機関', 'K-1')).toBe('招集できます');
  });

  it.each([
    [{ 機関名: '' }, '機関名'],
    [{ 電話: '12' }, '電話'],
    [{ メール: 'a＠example' }, 'メール'],
    [{ 連絡方法: '伝書鳩' }, '連絡方法'],
    [{ 機関番号: '包括' }, '機関番号'],
    [{ 機関番号: 'K-2', 電話: '089-000-0000' }, 'それでも登録する理由'],
    [{ '休止・廃止': '統合', '休止・廃止の理由': '一つに' }, '休止・廃止'],
    [{ メモ: '本人の番号は123456789018' }, 'メモ'],
  ])('with %s are explained on the column %s', async (cells, column) => {
    const one = await aSmallTown();
    const { send } = sheetOf(one);
    await send('関係機関', '0', { ...clinic, 機関番号: 'K-0' });
    const answer = await send('関係機関', '1', { ...clinic, 機関名: '別の医院', 電話: '089-000-0009', ...cells });
    expect(answer).toMatch(new RegExp(`^要修正 ${column}: `));
    expect(answer).not.toMatch(/undefined|Invalid|NaN|123456789018/);
  });

  it('go on with an agency that a page registered under the same number and name', async () => {
    const one = await aSmallTown();
    const { send } = sheetOf(one);
    expect(await send('関係機関', '1', { 機関番号: '包括', 機関名: '包括', 連絡のつく時間: '午前' })).toBe('済');
  });
});
