import { pushSheets } from '../../core/commands/push/push-sheets.ts';
import { pushedTabs } from '../../core/push/places.ts';
import type { Spreadsheets } from '../../core/ports.ts';
import { addSeconds } from '../../core/time.ts';
import { googleSheets, spreadsheetOf } from './google-sheets.ts';
import { sheetOf } from './row-sender.ts';
import { aSmallTown, known, prefecture, town } from './small-town.ts';

export const spreadsheet = spreadsheetOf(town);
export const address = `https://docs.google.com/spreadsheets/d/${spreadsheet}/edit?gid=0#gid=0`;

/** The small town with a spreadsheet at Google, in which three rows of cases were sent and one stands that nobody knows. */
export async function aSharedSheet() {
  const one = await aSmallTown();
  const google = googleSheets(one.deps.clock);
  const sheet = sheetOf(one);
  for (const row of ['r1', 'r2', 'r3'])
    await sheet.send('ケース', row, { ケース番号: row.replace('r', 'C-'), 状態: '受付' });
  for (const tab of pushedTabs) google.tab(spreadsheet, tab, []);
  google.tab(spreadsheet, 'ケース', [
    { ケース番号: 'C-1', 概要: '手で書いた', 行ID: 'r1' },
    { ケース番号: 'C-2', 行ID: 'r2' },
    { ケース番号: 'C-99', 今の状態: '？' },
    { ケース番号: 'C-3', 行ID: 'r3' },
  ]);

  return {
    one,
    google,
    on: async () => one.does('中村', 'push', { town, on: true, spreadsheet: address }),
    push: async () => known(await one.store.get('push', prefecture, town), 'push'),
    /** One run, as it begins every minute on AWS; by other ways to Google, if any are given. */
    look: async (others: Partial<Spreadsheets> = {}) =>
      pushSheets(
        { ...one.deps, spreadsheets: { ...google.spreadsheets, ...others }, pause: async () => undefined },
        addSeconds(one.deps.clock.now(), 50),
      ),
    states: () => google.shown(spreadsheet, 'ケース', 'ケース番号', '今の状態'),
  };
}
export type SharedSheet = Awaited<ReturnType<typeof aSharedSheet>>;
