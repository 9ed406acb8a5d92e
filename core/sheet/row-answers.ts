import type { Problem } from './cells.ts';
import type { CellWrite, TabRow } from './tab-layout.ts';

const statuses = ['済', '要修正', '競合'] as const;
export type RowStatus = (typeof statuses)[number];
export type RowAnswer = {
  readonly row: string;
  readonly version: number;
  readonly status: RowStatus;
  readonly problems: readonly Problem[];
};

/** What the server answered to each row; undefined when this is not its answer, but for instance a proxy's page. */
export function answersIn(body: string): readonly RowAnswer[] | undefined {
  const { answers } = fieldsOf(parsed(body));
  return Array.isArray(answers) ? answers.flatMap(answerIn) : undefined;
}

/** Why the server took none of it, in its own words. */
export function refusalIn(body: string): string | undefined {
  const { message } = fieldsOf(fieldsOf(parsed(body))['refused']);
  return typeof message === 'string' ? message : undefined;
}

/**
 * Where the answers go, by the rows' ids as they stand now: somebody may have sorted the sheet while the server was thinking.
 * A row that was deleted meanwhile has no place. One that was edited meanwhile is no longer 送信中: 済 would not be true of it, and it goes
 * with the next sending.
 */
export function cellsOfAnswers(answers: readonly RowAnswer[], rows: readonly TabRow[]): readonly CellWrite[] {
  const places = new Map(rows.map((row) => [row.cells['行ID'] ?? '', row]));
  const lineOf = (id: string) => places.get(id)?.at;
  return answers.flatMap(({ row, version, status, problems }): CellWrite[] => {
    const { at, cells } = places.get(row) ?? {};
    if (at === undefined || (status === '済' && cells?.['状況'] !== '送信中')) return [];
    return [
      { at, column: '状況', text: status },
      { at, column: '理由・お願い', text: problems.map((problem) => byLine(reason(problem), lineOf)).join('\n') },
      { at, column: '版', text: String(version) },
      { at, column: '相手の値', text: theirsOf(problems) },
    ];
  });
}

/** What somebody else made of the same cells, by column: kept in the row, for the choice between the two. */
function theirsOf(problems: readonly Problem[]): string {
  const theirs = problems.flatMap(({ column, theirs: text }) => (text === undefined ? [] : [[column, text] as const]));
  return theirs.length === 0 ? '' : JSON.stringify(Object.fromEntries(theirs));
}

/** Never begins with `=`: a reason may quote what was typed, and must not become a formula. */
export function reason({ column, message }: Problem): string {
  return column === '' ? `【行全体】${message}` : `【${column}】${withoutLabel(column, message)}`;
}

/** The column stands in front of the words already; messages that are read by themselves begin with it once more. */
function withoutLabel(column: string, message: string): string {
  for (const label of [`${column}: `, `「${column}」が`, `${column}に`, `${column}が`])
    if (message.startsWith(label)) return message.slice(label.length);
  return message.startsWith(`${column}「`) ? message.slice(column.length) : message;
}

const ROW_ID = /行ID「([^」]*)」/g;

/** つどい knows rows by an id that no one sees; people know them by their line, where the sheet has it. */
export function byLine(words: string, lineOf: (id: string) => number | undefined): string {
  return words.replace(ROW_ID, (name, id: string) => {
    const at = lineOf(id);
    return at === undefined ? name : `${String(at)}行目`;
  });
}

function answerIn(value: unknown): readonly RowAnswer[] {
  const { row, version, status, problems } = fieldsOf(value);
  const known = statuses.find((one) => one === status);
  // Version 0: the server kept nothing of this row. It stays 未送信, to be sent again.
  if (typeof row !== 'string' || typeof version !== 'number' || version === 0 || known === undefined) return [];
  return [{ row, version, status: known, problems: Array.isArray(problems) ? problems.flatMap(problemIn) : [] }];
}

function problemIn(value: unknown): readonly Problem[] {
  const { column, message, theirs } = fieldsOf(value);
  if (typeof column !== 'string' || typeof message !== 'string') return [];
  return [{ column, message, ...(typeof theirs === 'string' ? { theirs } : {}) }];
}

export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

export function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
