import { holdsMyNumber } from '../core/my-number.ts';
import { type Tab, tabs } from '../core/sheet/columns.ts';
import { cellsAfterEdit } from './edited-rows.ts';
import type { RowAnswer } from '../core/sheet/row-answers.ts';
import { cellsOfAnswers } from '../core/sheet/row-answers.ts';
import { cellsBeforeSending, type RowToSend, rowsToSend } from '../core/sheet/rows-to-send.ts';
import type { CellWrite, TabRow } from '../core/sheet/tab-layout.ts';

/** A tab of the open spreadsheet. What is written is there for good when `write` returns. */
export type OpenTab = {
  readonly tab: Tab;
  /** The lines below the header; of only these columns, as far as they are there, where some are named: a wide tab is slow to read. */
  read(columns?: readonly string[]): readonly TabRow[];
  write(cells: readonly CellWrite[]): void;
};
export type Posted =
  { readonly ok: true; readonly answers: readonly RowAnswer[] } | { readonly ok: false; readonly why: string };
export type World = {
  /** `POST /v1/rows`. Fails in words, never by an exception. */
  readonly post: (body: string) => Posted;
  readonly newId: () => string;
  /** Whether there is no time left for another request: Google stops an execution after six minutes, wherever it is. */
  readonly isLate: () => boolean;
};

// The server takes 500 rows; fewer keep each call well under API Gateway's 30 seconds.
const MOST_ROWS = 200;
const MOST_NAMED = 5;

/** Sends what is new or edited, and puts each answer beside its row. Returns what to tell the clerk. */
export function sendTab(open: OpenTab, world: World): string {
  const rows = open.read();
  const forbidden = cellsAfterEdit(open.tab, rows.filter(holdsForbidden(open.tab)));
  if (forbidden.length > 0) open.write(forbidden);
  const toSend = rowsToSend(open.tab, forbidden.length > 0 ? open.read() : rows, world.newId);
  const sent = sendRows(open, toSend, world);
  return `${sent ?? NOTHING}${forbidden.length > 0 ? FORBIDDEN : ''}${waitingWords(open.read(['状況']))}`;
}

const NOTHING = '送るものはありません。前に送ってから変わった行はありません。';
const LEFT = '行は「未送信」のままです。一度に送れる数を超えたので、もう一度「この表を送る」を選んでください。';
const FORBIDDEN = '個人番号（マイナンバー）と思われる数字を消した行があります。「理由・お願い」の列をお読みください。';

/** Undefined when there is none. */
export function sendRows(open: OpenTab, rows: readonly RowToSend[], { post, isLate }: World): string | undefined {
  if (rows.length === 0) return undefined;
  open.write(rows.flatMap((row, index) => cellsBeforeSending(row, index < MOST_ROWS ? '送信中' : '未送信')));

  const answers: RowAnswer[] = [];
  for (let at = 0; at < rows.length; at += MOST_ROWS) {
    const [now, next] = [rows.slice(at, at + MOST_ROWS), rows.slice(at + MOST_ROWS, at + 2 * MOST_ROWS)];
    const posted = post(bodyOf(open.tab, now));
    const there = open.read(['行ID', '状況']);
    if (!posted.ok) {
      open.write(marked(now, there, { from: '送信中', to: '未送信' }));
      return `${stillUnsent(rows.length - answers.length)}${posted.why}`;
    }
    const goesOn = next.length > 0 && !isLate();
    open.write([
      ...cellsOfAnswers(posted.answers, there),
      ...marked(untold(now, posted.answers), there, { from: '送信中', to: '未送信' }),
      ...marked(goesOn ? next : [], there, { from: '未送信', to: '送信中' }),
    ]);
    answers.push(...posted.answers);
    if (next.length > 0 && !goesOn) return `${summary(answers, rows)}${String(rows.length - answers.length)}${LEFT}`;
  }
  return allTold(answers, rows);
}

function allTold(answers: readonly RowAnswer[], rows: readonly RowToSend[]): string {
  return answers.length < rows.length ? stillUnsent(rows.length - answers.length) : summary(answers, rows);
}

/** The server kept nothing of these: they are to be sent again. */
function untold(rows: readonly RowToSend[], answers: readonly RowAnswer[]): readonly RowToSend[] {
  const told = new Set(answers.map(({ row }) => row));
  return rows.filter(({ id }) => !told.has(id));
}

type Change = { readonly from: string; readonly to: string };

/** Another 状況 for rows wherever they stand now; whatever somebody made of it meanwhile stays. */
function marked(rows: readonly RowToSend[], there: readonly TabRow[], { from, to }: Change): readonly CellWrite[] {
  const ids = new Set(rows.map(({ id }) => id));
  return there
    .filter(({ cells }) => ids.has(cells['行ID'] ?? '') && cells['状況'] === from)
    .map(({ at }) => ({ at, column: '状況', text: to }));
}

/** A My Number goes nowhere, not even to be refused. */
function holdsForbidden(tab: Tab) {
  return ({ cells }: TabRow) => tabs[tab].some((column) => holdsMyNumber(cells[column] ?? ''));
}

/** What is left for the clerk to do, beside what was just sent. */
function waitingWords(rows: readonly TabRow[]): string {
  const waiting = rows.filter(({ cells }) => cells['状況'] === '競合').length;
  return waiting === 0
    ? ''
    : `「競合」の行が${String(waiting)}行あります。その行を選び、メニューの「競合：相手を採用」か「競合：自分を残す」を選んでください。`;
}

/** No town: the server knows where the sender works, and would refuse any other. */
function bodyOf(tab: Tab, rows: readonly RowToSend[]): string {
  const alone = rows.filter(({ isAlone }) => isAlone).map(({ id }) => id);
  return JSON.stringify({ tab, rows: rows.map(({ id, version, typed }) => ({ ...typed, row: id, version })), alone });
}

function stillUnsent(count: number): string {
  return `${String(count)}行を送れませんでした。「未送信」のまま残っています。もう一度「この表を送る」を選んでください。`;
}

function summary(answers: readonly RowAnswer[], rows: readonly RowToSend[]): string {
  const bad = new Set(answers.filter(({ status }) => status !== '済').map(({ row }) => row));
  const done = `${String(answers.length - bad.size)}行が「済」になりました。`;
  const places = rows.filter(({ id }) => bad.has(id)).map(({ at }) => `${String(at)}行目`);
  return bad.size === 0
    ? done
    : `${done}${String(bad.size)}行は「理由・お願い」の列をお読みください（${listed(places)}）。`;
}

/** Where they stood when they were sent; who sorts meanwhile finds them by 状況. */
function listed(places: readonly string[]): string {
  return `${places.slice(0, MOST_NAMED).join('、')}${places.length > MOST_NAMED ? 'ほか' : ''}`;
}
