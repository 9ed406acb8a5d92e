import { SheetDeferred, SheetRefused } from '../../core/errors.ts';
import type { CellRange, Clock, Spreadsheets } from '../../core/ports.ts';
import { type Tab, tabs } from '../../core/sheet/columns.ts';
import { ownColumnsOf } from '../../core/sheet/tab-layout.ts';
import { epochOf } from '../../core/time.ts';

type Call = { readonly what: 'read' | 'write'; readonly at: number; readonly spreadsheet: string };
/** What goes wrong with a request: before it is done, or after, so that nobody hears of it. */
type Trouble = 'none' | 'too many' | 'broken' | 'no answer';

/** Sheets API quotas: of one account a minute. */
const A_MINUTE = 60;

/** Spreadsheets at Google that count requests as Google does, each minute anew at any moment (a sliding one is the strictest). */
export function googleSheets(clock: Clock) {
  const books = new Map<string, Map<string, string[][]>>();
  const calls: Call[] = [];
  let refusals = 0;
  let trouble: (call: Call) => Trouble = () => 'none';
  const locked = new Map<string, SheetRefused>();
  const world = {
    spreadsheets: port(),
    calls,
    /** How often Google said 429 because there were too many. */
    refusals: () => refusals,
    /** Every request meets this from now on. */
    trouble(next: (call: Call) => Trouble): void {
      trouble = next;
    },
    refuse(spreadsheet: string, error: SheetRefused | undefined): void {
      if (error === undefined) locked.delete(spreadsheet);
      else locked.set(spreadsheet, error);
    },
    /** A tab as 「表をつくる」 makes it, or with titles of its own, and its rows by title. */
    tab(spreadsheet: string, tab: Tab, rows: readonly Readonly<Record<string, string>>[], header = usualHeader(tab)) {
      const lines = [[...header], ...rows.map((row) => header.map((title) => row[title] ?? ''))];
      bookOf(spreadsheet).set(tab, lines);
      return lines;
    },
    /** What people see in the rows of some columns. */
    shown(spreadsheet: string, tab: Tab, ...columns: readonly string[]): readonly string[] {
      const [header = [], ...lines] = bookOf(spreadsheet).get(tab) ?? [];
      return lines.map((line) => columns.map((title) => line[header.indexOf(title)] ?? '').join('|'));
    },
    lines: (spreadsheet: string, tab: Tab): string[][] => bookOf(spreadsheet).get(tab) ?? [],
  };
  return world;

  function bookOf(spreadsheet: string): Map<string, string[][]> {
    const book = books.get(spreadsheet) ?? new Map<string, string[][]>();
    books.set(spreadsheet, book);
    return book;
  }

  function counted(what: Call['what'], spreadsheet: string): Call {
    const call = { what, spreadsheet, at: epochOf(clock.now()) };
    const recent = calls.filter((one) => one.what === what && one.at > call.at - 60_000).length;
    calls.push(call);
    if (recent < A_MINUTE) return call;
    refusals += 1;
    throw new SheetDeferred('too many requests', { everywhere: true });
  }

  /** @throws as the adapter does */
  function asked<Answer>(what: Call['what'], spreadsheet: string, answer: () => Answer): Answer {
    const met = trouble(counted(what, spreadsheet));
    if (met === 'too many') throw new SheetDeferred('too many requests', { everywhere: true, seconds: 20 });
    if (met === 'broken') throw new SheetDeferred('Google: 503');
    const refused = locked.get(spreadsheet) ?? (books.has(spreadsheet) ? undefined : new SheetRefused('not-found'));
    if (refused !== undefined) throw refused;
    const told = answer();
    if (met === 'no answer') throw new SheetDeferred('no answer: ECONNRESET');
    return told;
  }

  function linesOf(spreadsheet: string, tab: string): string[][] {
    const lines = bookOf(spreadsheet).get(tab);
    if (lines === undefined) throw new SheetRefused('no-range');
    return lines;
  }

  function partOf(spreadsheet: string, range: CellRange): readonly (readonly string[])[] {
    const lines = linesOf(spreadsheet, range.tab);
    if ('lines' in range) return lines.slice(range.lines[0] - 1, range.lines[1]);
    const [from, to] = range.columns;
    if (to > (lines[0] ?? []).length) throw new SheetRefused('no-range');
    const texts = lines.map((line) => line.slice(from - 1, to));
    // Google leaves out what is empty at the end.
    const trimmed = texts.map((line) => line.slice(0, line.findLastIndex((one) => one !== '') + 1));
    return trimmed.slice(0, trimmed.findLastIndex((line) => line.length > 0) + 1);
  }

  function port(): Spreadsheets {
    return {
      tabs: async (spreadsheet) => asked('read', spreadsheet, () => [...bookOf(spreadsheet).keys()]),
      read: async (spreadsheet, ranges) =>
        asked('read', spreadsheet, () => ranges.map((range) => partOf(spreadsheet, range))),
      write: async (spreadsheet, blocks) => {
        asked('write', spreadsheet, () => {
          for (const { tab, row, column, lines } of blocks)
            lines.forEach((line, down) => {
              const there = linesOf(spreadsheet, tab)[row - 1 + down];
              line.forEach((text, right) => there?.splice(column - 1 + right, 1, text));
            });
        });
      },
    };
  }
}

export function usualHeader(tab: Tab): readonly string[] {
  return [...tabs[tab], ...ownColumnsOf(tab)];
}

/** An id as Google makes them. */
export function spreadsheetOf(town: string): string {
  return `1${town}-of-a-town-in-its-own-Google-Drive`;
}
