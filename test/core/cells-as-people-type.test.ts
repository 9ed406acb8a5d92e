import { describe, expect, it } from 'vitest';
import { aSmallTown, known, town } from '../support/small-town.ts';

type Cells = Readonly<Record<string, string>>;

/** Sends one row of a tab; `status column: message`, and what was stored. */
async function sent(tab: string, cells: Cells) {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', members: [{ id: 'B', name: '試験太郎' }] });
  await one.does('木村', 'rows', { town, tab, rows: [{ row: 1, version: 1, ...cells }] });
  const row = known(await one.store.get('row', town, `${tab}/1`), tab);
  return { said: [row.status, ...row.problems.map(({ column, message }) => `${column}: ${message}`)].join(' '), one };
}
const member = (cells: Cells) => sent('世帯員', { ケース番号: 'C-1', 世帯員番号: 'A', 氏名: '試験花子', ...cells });

describe('a cell as people type it', () => {
  it.each([
    '昭和17年5月3日生',
    '昭和１７年５月３日生まれ',
    'S17.5.3生（83歳）',
    '1942/5/3（満83歳）',
    '昭和17年5月3日\n',
    '15464',
  ])('is read as a day of birth: %j', async (生年月日) => {
    const { said, one } = await member({ 生年月日 });
    expect(said).toBe('済');
    expect((await one.case()).members.find(({ id }) => id === 'A')).toMatchObject({ born: '1942-05-03' });
  });

  it.each(['不詳', '不明', '昭和17年5月'])(
    'tells who does not know the day of birth what to do: %s',
    async (生年月日) => {
      const { said } = await member({ 生年月日 });
      expect(said).toMatch(new RegExp(`^要修正 生年月日: .*「${生年月日}」`));
      expect(said).toMatch(/日まで分からないときは、空のままにしてください。$/);
    },
  );

  it.each(['同上', '〃', '″', '々', ' 同 上 ', '同じ', '上に同じ'])(
    'is asked for what stands above, which nobody finds once the rows are sorted: %j',
    async (住所) => {
      const { said, one } = await member({ 住所 });
      expect(said).toMatch(/^要修正 住所: .*並べ替える/);
      expect((await one.case()).members.map(({ id }) => id)).toEqual(['B']);
    },
  );

  it('that only begins like one is no ditto', async () => {
    expect((await member({ 続柄: '同居の子', 住所: '同上町1-2' })).said).toBe('済');
  });

  it.each([
    [
      '関係機関',
      { 機関番号: 'K-9', 機関名: '試験診療所', 機関種別: '医療施設', 連絡方法: 'めーる' },
      '連絡方法',
      'メール、FAX、電話、郵送',
    ],
    ['会議', { 会議番号: 'M-9', ケース番号: 'C-1', 枠組み: '支援会議（生活困窮）', 根拠: '③' }, '根拠', '1、2'],
    ['ケース', { ケース番号: 'C-9', 緊急度: '高い' }, '緊急度', '高、中、低'],
  ])('of %s that is none of the words is told which there are', async (tab, cells, column, words) => {
    expect((await sent(tab, cells)).said).toBe(`要修正 ${column}: ${column}: 次のどれかを入れてください: ${words}`);
  });
});
