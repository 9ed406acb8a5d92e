import { describe, expect, it } from 'vitest';
import { sheetOf } from '../support/row-sender.ts';
import { aConvenedTown } from '../support/small-meeting.ts';
import { known, type SmallTown, town } from '../support/small-town.ts';

type Cells = Readonly<Record<string, string>>;

describe('several rows of 会議録 about one meeting', () => {
  const first = {
    会議番号: 'M-1',
    出席者: '包括、精神科',
    検討した項目: '受診のこと',
    結論: '精神科に相談',
    確定する: 'はい',
  };
  const second = { 会議番号: 'M-1', 検討した項目: '金銭', 結論: '家計の支援', 確定する: 'はい' };
  const faulty = { ...first, 次回: '来月' };

  async function held() {
    const one = await aConvenedTown(['包括', '精神科']);
    await one.until('2026-06-15T15:00');
    one.news();
    return { one, ...sheetOf(one) };
  }
  async function sendBoth(one: SmallTown, rows: readonly (readonly [string, number, Cells])[]) {
    const sent = rows.map(([row, version, cells]) => ({ row, version, ...cells }));
    await one.does('木村', 'rows', { town, tab: '会議録', rows: sent });
    return Promise.all(rows.map(([row]) => answerOf(one, row)));
  }
  async function answerOf(one: SmallTown, row: string) {
    const stored = known(await one.store.get('row', town, `会議録/${row}`), row);
    return [stored.status, ...stored.problems.map(({ column, message }) => `${column}: ${message}`)].join(' ');
  }
  const recordsOf = async (one: SmallTown) => {
    const meeting = await one.meeting();
    return 'records' in meeting ? meeting.records : [];
  };
  const topicsOf = async (one: SmallTown) => (await recordsOf(one)).at(-1)?.items.map(({ topic }) => topic);

  it('make one set of minutes, final once, with the items of all', async () => {
    const { one } = await held();
    expect(
      await sendBoth(one, [
        ['2', 1, first],
        ['3', 1, second],
      ]),
    ).toEqual(['済', '済']);
    expect(await recordsOf(one)).toMatchObject([{ final: true, attendance: ['包括', '精神科'] }]);
    expect(await topicsOf(one)).toEqual(['受診のこと', '金銭']);
    expect(one.news()).toEqual(['record → 包括', 'record → 精神科']);
  });

  it.each([
    ['before', true],
    ['behind', false],
  ])('stay a draft while one %s is refused, say which, and become final once with its mending', async (_, isFirst) => {
    const { one } = await held();
    const rows = [
      ['2', 1, faulty],
      ['3', 1, second],
    ] as const;
    const answers = await sendBoth(one, isFirst ? rows : rows.toReversed());
    const [bad, good] = isFirst ? answers : answers.toReversed();
    expect(bad).toMatch(/^要修正 次回: /);
    expect(good).toMatch(/^済 確定する: .*同じ会議のほかの行を直すと確定します（検討した項目が「受診のこと」の行）/);
    expect(await recordsOf(one)).toMatchObject([{ final: false }]);
    expect(one.news()).toEqual([]);

    expect(await sendBoth(one, [['2', 2, first]])).toEqual(['済']);
    expect(await recordsOf(one)).toMatchObject([{ final: true, edition: 1, attendance: ['包括', '精神科'] }]);
    expect((await topicsOf(one))?.toSorted()).toEqual(['受診のこと', '金銭'].toSorted());
    expect(one.news()).toEqual(['record → 包括', 'record → 精神科']);
  });

  it('are not in conflict with each other when one is corrected, and take nothing of each other away', async () => {
    const { one } = await held();
    await sendBoth(one, [['3', 1, second]]);
    one.news();
    expect((await sendBoth(one, [['2', 1, first]]))[0]).toMatch(/^要修正 訂正の理由: .*この行の「訂正の理由」に/);
    expect(await sendBoth(one, [['2', 2, { ...first, 訂正の理由: '書きもれ' }]])).toEqual(['済']);
    expect(await topicsOf(one)).toEqual(['金銭', '受診のこと']);
    const changed = { ...second, 検討した項目: '家計', 訂正の理由: '言い方' };
    expect(await sendBoth(one, [['3', 2, changed]])).toEqual(['済']);
    expect(await topicsOf(one)).toEqual(['家計', '受診のこと']);
    expect(await recordsOf(one)).toMatchObject([{}, {}, { attendance: ['包括', '精神科'], edition: 3 }]);
  });
});
