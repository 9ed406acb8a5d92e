import { strToU8, unzipSync, zipSync } from 'fflate';
import * as z from 'zod';
import { createHandler } from '../../functions/accept-rows/handler.ts';
import { XLSX } from '../../functions/workbook/file-answer.ts';
import { readWorkbook } from '../../functions/workbook/read-workbook.ts';
import { writeWorkbook } from '../../functions/workbook/write-workbook.ts';
import { actorNamed, known, type SmallTown } from './small-town.ts';

type Lines = readonly (readonly string[])[];
export type Filled = Readonly<Record<string, Lines>>;

/** A workbook somebody filled by hand: titles and lines, tab by tab, and nothing of what つどい adds. */
export function workbookOf(filled: Filled): Uint8Array {
  return writeWorkbook(
    Object.entries(filled).map(([name, [titles = [], ...lines]]) => ({
      name,
      columns: titles.map((title) => ({ name: title, width: 100, hidden: false, own: false })),
      lines,
    })),
  );
}

export function textsOf(bytes: Uint8Array): Filled {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return Object.fromEntries(
    [...read.value].map(([name, { rows }]) => {
      const width = Math.max(...rows.map(({ cells }) => Math.max(...cells.keys())));
      return [name, rows.map(({ cells }) => Array.from({ length: width }, (_, at) => cells.get(at + 1)?.text ?? ''))];
    }),
  );
}

/** The same archive with one part written anew. */
export function withPart(bytes: Uint8Array, path: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [path]: strToU8(change(new TextDecoder().decode(parts[path] ?? new Uint8Array()))) });
}

type Carried = { readonly bytes?: Uint8Array; readonly accept?: string };

/** What a program gets of the door for workbooks. */
export async function call(one: SmallTown, who: string, { bytes, accept = 'application/json' }: Carried = {}) {
  return createHandler(one.deps)({
    method: bytes === undefined ? 'GET' : 'POST',
    path: '/v1/workbook',
    params: {},
    query: {},
    headers: { accept },
    body: '',
    ...(bytes === undefined ? {} : { bytes }),
    actor: actorNamed(who),
  });
}

export async function download(one: SmallTown, who = '木村'): Promise<Uint8Array> {
  return known((await call(one, who)).bytes, 'a file');
}

/** The file to go on with. */
export async function next(one: SmallTown, bytes: Uint8Array): Promise<Uint8Array> {
  return known((await call(one, '木村', { bytes, accept: XLSX })).bytes, 'a file');
}

export async function told(one: SmallTown, bytes: Uint8Array): Promise<string> {
  return (await call(one, '木村', { bytes })).body;
}

const answers = z.object({ answers: z.array(z.unknown()) });

export async function answersIn(one: SmallTown, bytes: Uint8Array): Promise<readonly unknown[]> {
  return answers.parse(JSON.parse(await told(one, bytes))).answers;
}

/** The file with a cell of one tab changed, in the line that holds `number`. */
export function edited(
  bytes: Uint8Array,
  tab: string,
  number: string,
  cells: Readonly<Record<string, string>>,
): Uint8Array {
  const filled = textsOf(bytes);
  const [titles = [], ...lines] = filled[tab] ?? [];
  const changed = lines.map((line) =>
    line.includes(number) ? titles.map((title, at) => cells[title] ?? line[at] ?? '') : line,
  );
  return workbookOf({ ...filled, [tab]: [titles, ...changed] });
}

export const cases: Filled = {
  ケース: [
    ['ケース番号', '課題', '概要'],
    ['C-1', '1', '母の物忘れ'],
    ['C-2', '2', ''],
  ],
};
