import { aBook, type Book, sheetOf } from '../../local/apps-script/book.ts';
import { openBook } from '../../local/apps-script/book-door.ts';
import { execute } from '../../local/apps-script/run-in-thread.ts';
import type { FetchRequest } from '../../local/apps-script/google.ts';
import type { App } from '../../local/app.ts';
import { accountOf } from '../../local/google/accounts.ts';
import { buildAddon } from '../../sheets-addon/build.ts';
import type { Figures } from './main.ts';
import { clerk, withPrefecture } from './prefecture.ts';

const ROWS = 10_000;

/**
 * A tab of N cases: typed, sent, told of, and asked again with nothing new. Seconds of this machine, and those that the calls to the spreadsheet
 * would take at Google (local/apps-script/meter.ts); Google stops an execution after 360.
 */
export async function sheet(n = ROWS): Promise<Figures> {
  return withPrefecture(async (app) => {
    const built = await buildAddon({});
    const book = aBook();
    const user = accountOf(clerk);
    const asked = { requests: 0, bytes: 0 };
    const fetch = async (request: FetchRequest) => {
      const answer = await answered(app, request);
      asked.requests += 1;
      asked.bytes = Math.max(asked.bytes, answer.text.length);
      return answer;
    };
    const run = async (entry: string) => {
      const from = performance.now();
      const lock = { lock: () => true, unlock: () => undefined };
      const around = { book: openBook(book), fetch, identityToken: app.tokenFor(user), user, row: 2, ...lock };
      const { toasts, googleMs } = await execute(built, { entry }, around);
      return { words: toasts.at(-1) ?? '', here: seconds(performance.now() - from), google: seconds(googleMs) };
    };
    await run('makeTabs');
    fill(book, n);
    const sent = [await run('sendActiveTab')];
    while (!sent.at(-1)?.words.startsWith('送るものはありません')) sent.push(await run('sendActiveTab'));
    const pulled = await run('refreshFacts');
    return {
      rows: n,
      'sendings until all is 済': sent.length - 1,
      'seconds of them here': round(sum(sent.slice(0, -1).map(({ here }) => here))),
      'seconds of the longest at Google': Math.max(...sent.map(({ google }) => google)),
      'seconds of 最新にする here': pulled.here,
      'seconds of it at Google': pulled.google,
      'requests in all': asked.requests,
      'longest answer in kB': Math.round(asked.bytes / 1000),
    };
  });
}

/** Cases of a household with a problem or two, as a clerk would paste them from a list. */
function fill(book: Book, n: number): void {
  const sheet = sheetOf(book, 'ケース');
  const header = sheet.cells[0] ?? [];
  sheet.height = n + 1;
  const typed: Readonly<Record<string, string>> = { 課題: '1、2', 概要: '物忘れが進み、火の始末が心配' };
  for (let at = 1; at <= n; at += 1)
    sheet.cells[at] = header.map((column) => (column === 'ケース番号' ? `C-${String(at)}` : (typed[column] ?? '')));
  book.active = 'ケース';
}

async function answered(app: App, { url, headers, body }: FetchRequest) {
  const { pathname: path } = new URL(url);
  const { status, body: text } = await app.open({ method: 'POST', path, params: {}, query: {}, headers, body });
  await app.settle();
  return { status, text };
}

const round = (value: number) => Math.round(value * 10) / 10;
const seconds = (ms: number) => round(ms / 1000);
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
