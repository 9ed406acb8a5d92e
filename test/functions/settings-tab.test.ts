import { describe, expect, it } from 'vitest';
import { partsOf, textOf } from '../../functions/workbook/parts-of-file.ts';
import { factsOfTab } from '../../core/commands/row/facts-of-tab.ts';
import { readingOf } from '../../core/commands/row/town-reading.ts';
import { settingRows } from '../../core/sheet/setting-rows.ts';
import { defaultSettings, rulesSchema } from '../../core/settings/model.ts';
import { aSmallTown, hostTown, type SmallTown, town } from '../support/small-town.ts';
import { download, textsOf } from '../support/workbooks.ts';

const DUE = '回答期限（会議の何営業日前）';

/** What stands beside a row of 設定 after it was sent. */
async function sent(one: SmallTown, who: string, cells: Record<string, string>, of = hostTown) {
  const version = ((await one.store.get('row', of, '設定/s-1'))?.rowVersion ?? 0) + 1;
  await one.does(who, 'rows', { town: of, tab: '設定', rows: [{ row: 's-1', version, ...cells }] });
  const row = await one.store.get('row', of, '設定/s-1');
  return { status: row?.status, problems: row?.problems };
}
const told = async (one: SmallTown, label: string, of = hostTown) =>
  (await factsOfTab(readingOf(one.deps, of), '設定')).find(({ key }) => key.startsWith(label.slice(0, 6)))?.facts;

describe('the tab 設定', () => {
  it('has every rule of a host that the page has, and no other', () => {
    const rules = rulesSchema.keyof().options.filter((name) => name !== 'agencyTypeLabels');
    const onPage = settingRows.map(({ name }): string => name);
    // These two are the prefecture's days for requests and approvals, which the page does not show either.
    const notShown = ['requestDueBusinessDays', 'approvalDueBusinessDays'];
    expect(onPage.toSorted()).toEqual(rules.filter((name) => !notShown.includes(name)).toSorted());
    expect(new Set(settingRows.map(({ label }) => label)).size).toBe(settingRows.length);
  });

  it('tells beside each row what counts, what would count without a change, and what it comes to', async () => {
    const one = await aSmallTown();
    expect(await told(one, DUE)).toEqual({
      いまの値: '3',
      変えないときの値: '3',
      例: '回答期限は6月8日(月)17:15になります（6月15日(月)14:00の会議を今日招集したとき）',
    });
    expect(await sent(one, '林', { 項目: DUE, 値: '５' })).toEqual({ status: '済', problems: [] });
    expect(await one.store.get('settings', hostTown, 'settings')).toMatchObject({ replyDueBusinessDaysBefore: 5 });
    expect(await told(one, DUE)).toMatchObject({ いまの値: '5', 変えないときの値: '3' });
  });

  it('follows the level above again by 「既定」, and changes nothing by an empty cell', async () => {
    const one = await aSmallTown();
    await sent(one, '林', { 項目: DUE, 値: '5' });
    expect(await sent(one, '林', { 項目: DUE, 値: '既定' })).toMatchObject({ status: '済' });
    expect(await told(one, DUE)).toMatchObject({ いまの値: String(defaultSettings.replyDueBusinessDaysBefore) });
    await sent(one, '林', { 項目: DUE, 値: '5' });
    expect(await sent(one, '林', { 項目: DUE, 値: '' })).toMatchObject({ status: '済', problems: [{ column: '値' }] });
    expect(await told(one, DUE)).toMatchObject({ いまの値: '5' });
    const fresh = await aSmallTown();
    expect(await sent(fresh, '林', { 項目: DUE })).toEqual({ status: '済', problems: [] });
    expect(await fresh.store.get('settings', hostTown, 'settings')).toBeUndefined();
  });

  it('is refused in the words of the page: no number, a rule that does not fit another, a setting nobody knows', async () => {
    const one = await aSmallTown();
    expect(await sent(one, '林', { 項目: DUE, 値: '多め' })).toMatchObject({
      status: '要修正',
      problems: [{ column: '値' }],
    });
    const closes = await sent(one, '林', { 項目: '執務時間の終わり', 値: '8:00' });
    const page = await one.tries('林', 'settings', { town: hostTown, officeCloses: '8:00' });
    expect(closes.problems?.[0]?.message).toContain('執務時間の終わりは、始まりより後にしてください。');
    expect(page).toMatchObject({ problem: '執務時間の終わりは、始まりより後にしてください。' });
    expect(await sent(one, '林', { 項目: '返事の期限', 値: '5' })).toMatchObject({
      problems: [
        {
          column: '項目',
          message: '「返事の期限」という設定はありません。ほかの行の項目か、役所の画面「設定」の言葉で入れてください。',
        },
      ],
    });
  });

  it('changes nothing for a clerk whose host is the prefecture, as on the page', async () => {
    const one = await aSmallTown();
    expect(await sent(one, '木村', { 項目: DUE, 値: '5' }, town)).toMatchObject({
      status: '要修正',
      problems: [{ column: '値' }],
    });
    expect(await one.store.get('settings', town, 'settings')).toBeUndefined();
  });

  it('stands in the workbook with a row for each setting, to be printed like every tab', async () => {
    const file = await download(await aSmallTown());
    const { 設定: lines = [] } = textsOf(file);
    expect(lines.slice(1).map((line) => line[0])).toEqual(settingRows.map(({ label }) => label));
    const parts = partsOf(file);
    if (!parts.ok) throw new Error('no workbook');
    expect(textOf(parts.value, 'xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'相談受付'!$1:$1</definedName>`,
    );
    const sheet = textOf(parts.value, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(sheet).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"');
  });
});
