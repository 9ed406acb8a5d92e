import type { Person } from '../../core/access/model.ts';
import { staffOf } from '../../core/access/rules.ts';
import { rowsOfTab } from '../../core/commands/row/rows-of-tab.ts';
import { readingOf } from '../../core/commands/row/town-reading.ts';
import { tabNames } from '../../core/sheet/columns.ts';
import type { TownCode } from '../../core/ids.ts';
import type { App } from '../app.ts';
import type { LiveBook } from '../sheet/live-book.ts';
import { runEntry } from '../sheet/run-entry.ts';

/** Each town's spreadsheet as its clerk would have it by now: the tabs the real add-on makes, and in them the rows that were sent. */
export async function laySheets(app: App): Promise<void> {
  const people = await app.deps.store.list('person', app.deps.prefecture);
  await Promise.all(people.filter(({ role }) => role === 'clerk').map((clerk) => layFor(app, clerk)));
}

async function layFor(app: App, clerk: Person): Promise<void> {
  const { serves } = clerk;
  if (serves === undefined) return;
  const book = app.bookOf(serves);
  await runEntry(app, book, staffOf(clerk), { entry: 'makeTabs' });
  await typeRows(app, serves, book);
  book.look('ケース');
}

async function typeRows({ deps }: App, town: TownCode, book: LiveBook): Promise<void> {
  const reading = readingOf(deps, town);
  for (const tab of tabNames) {
    const width = book.door.facts(tab)?.lastColumn ?? 0;
    const [titles = []] = book.door.texts(tab, { row: 1, column: 1, rows: 1, columns: width });
    const rows = await rowsOfTab(deps, reading, tab);
    book.type(
      rows.map(({ cells }, at) => ({ sheet: tab, row: at + 2, texts: titles.map((title) => cells[title] ?? '') })),
    );
  }
}
