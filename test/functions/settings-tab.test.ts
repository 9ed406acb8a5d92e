import { describe, expect, it } from 'vitest';
import { partsOf, textOf } from '../../functions/workbook/parts-of-file.ts';
import { factsOfTab } from '../../core/commands/row/facts-of-tab.ts';
import { readingOf } from '../../core/commands/row/town-reading.ts';
import { settingRows } from '../../core/sheet/setting-rows.ts';
import { defaultSettings, rulesSchema } from '../../core/settings/model.ts';
import { aSmallTown, hostTown, type SmallTown, town } from '../support/small-town.ts';
import { call, download, edited, textsOf } from '../support/workbooks.ts';

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
    expect(onPage.toSorted()).toEqual(rules.toSorted());
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

  describe('beside the page', () => {
    const both = (mine: string, theirs: string) => ({
      status: '競合',
      problems: [
        {
          column: '値',
          theirs,
          message: `この行は「${mine}」、ほかの画面では「${theirs}」です。どちらを残すか選んでください。`,
        },
      ],
    });
    const counts = async (one: SmallTown) => (await told(one, DUE))?.['いまの値'];

    it('is asked about where somebody else changed the same setting since, and takes what is chosen', async () => {
      const one = await aSmallTown();
      await sent(one, '林', { 項目: DUE, 値: '5' });
      await one.does('林', 'settings', { town: hostTown, replyDueBusinessDaysBefore: 6 });
      expect(await sent(one, '林', { 項目: DUE, 値: '7' })).toEqual(both('7', '6'));
      expect(await counts(one)).toBe('6');
      // 自分を残す sends the row again as it is, 相手を採用 sends it with the other's value.
      expect(await sent(one, '林', { 項目: DUE, 値: '７' })).toEqual({ status: '済', problems: [] });
      expect(await counts(one)).toBe('7');
      await one.does('林', 'settings', { town: hostTown, replyDueBusinessDaysBefore: 6 });
      expect(await sent(one, '林', { 項目: DUE, 値: '8' })).toEqual(both('8', '6'));
      expect(await sent(one, '林', { 項目: DUE, 値: '6' })).toEqual({ status: '済', problems: [] });
      expect(await counts(one)).toBe('6');
    });

    it('is asked about where somebody took the setting back to the usual, or it is to go there over a value of somebody else', async () => {
      const one = await aSmallTown();
      await sent(one, '林', { 項目: DUE, 値: '5' });
      await one.does('林', 'settings', { town: hostTown, reset: ['replyDueBusinessDaysBefore'] });
      expect(await sent(one, '林', { 項目: DUE, 値: '7' })).toEqual(both('7', '3'));

      const other = await aSmallTown();
      await other.does('林', 'settings', { town: hostTown, replyDueBusinessDaysBefore: 6 });
      expect(await sent(other, '林', { 項目: DUE, 値: '既定' })).toEqual(both('既定', '6'));
      expect(await sent(other, '林', { 項目: DUE, 値: '既定 ' })).toEqual({ status: '済', problems: [] });
      expect(await counts(other)).toBe('3');
    });

    it('is done where somebody else changed another setting, or said the same', async () => {
      const one = await aSmallTown();
      await sent(one, '林', { 項目: DUE, 値: '5' });
      await one.does('林', 'settings', { town: hostTown, replyDueBusinessDaysBefore: 6, monitoringMonths: 2 });
      expect(await sent(one, '林', { 項目: DUE, 値: '６' })).toEqual({ status: '済', problems: [] });
      await one.does('林', 'settings', { town: hostTown, monitoringMonths: 4 });
      expect(await sent(one, '林', { 項目: DUE, 値: '9' })).toEqual({ status: '済', problems: [] });
      expect(await one.store.get('settings', hostTown, 'settings')).toMatchObject({ monitoringMonths: 4 });
    });

    it('is asked about where two sheets say different things, the later one too', async () => {
      const one = await aSmallTown();
      await sent(one, '林', { 項目: DUE, 値: '5' });
      const another = { row: 's-2', version: 1, 項目: DUE, 値: '9' };
      await one.does('林', 'rows', { town: hostTown, tab: '設定', rows: [another] });
      expect(await one.store.get('row', hostTown, '設定/s-2')).toMatchObject(both('9', '5'));
      expect(await counts(one)).toBe('5');
    });

    it('changes nothing that was typed on the page since when it is sent again as it is', async () => {
      const one = await aSmallTown();
      await sent(one, '林', { 項目: DUE, 値: '5' });
      await one.does('林', 'settings', { town: hostTown, replyDueBusinessDaysBefore: 6 });
      expect(await sent(one, '林', { 項目: DUE, 値: '5' })).toEqual({ status: '済', problems: [] });
      expect(await counts(one)).toBe('6');
    });
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

  it('says in the workbook what the town set on the page, and asks only where that changed after the file was handed out', async () => {
    const one = await aSmallTown();
    await one.does('林', 'settings', { town: hostTown, replyDueBusinessDaysBefore: 6 });
    const file = await download(one, '林');
    expect(textsOf(file)['設定']?.find(([label]) => label === DUE)?.[1]).toBe('6');
    await call(one, '林', { bytes: edited(file, '設定', DUE, { 値: '7' }) });
    expect(await told(one, DUE)).toMatchObject({ いまの値: '7' });

    const again = edited(await download(one, '林'), '設定', DUE, { 値: '9' });
    await one.does('林', 'settings', { town: hostTown, replyDueBusinessDaysBefore: 8 });
    const { body } = await call(one, '林', { bytes: again });
    expect(JSON.parse(body)).toMatchObject({ answers: [{ status: '競合', problems: [{ theirs: '8' }] }] });
    expect(await told(one, DUE)).toMatchObject({ いまの値: '8' });
  });

  it('stands in the workbook with a row for each setting, to be printed like every tab', async () => {
    const file = await download(await aSmallTown());
    const { 設定: lines = [] } = textsOf(file);
    expect(lines.slice(1).map((line) => line[0])).toEqual(settingRows.map(({ label }) => label));
    const parts = partsOf(file);
    if (!parts.ok) throw new Error('no workbook');
    expect(textOf(parts.value, 'xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'相談受付'!$A:$A,'相談受付'!$1:$1</definedName>`,
    );
    const sheet = textOf(parts.value, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    // As many pages side by side as leave letters that can be read.
    expect(sheet).toContain('orientation="landscape" fitToWidth="2" fitToHeight="0"');
    expect(textOf(parts.value, 'xl/worksheets/sheet12.xml')).toContain('fitToWidth="1" fitToHeight="0"');
  });
});
