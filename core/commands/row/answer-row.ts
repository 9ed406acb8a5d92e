import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { understandDay } from '../../dates/read-day.ts';
import { tableNameOf } from '../../framework/uses.ts';
import type { TownCode } from '../../ids.ts';
import { holdsMyNumber } from '../../my-number.ts';
import { messageOf } from '../../refusal-words.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Cells, Problem } from '../../sheet/cells.ts';
import type { Tab } from '../../sheet/columns.ts';
import type { Row } from '../../sheet/model.ts';
import type { Deps } from '../command.ts';
import { unfitToKeep } from '../fit-to-keep.ts';
import { withoutKeeping } from '../without-keeping.ts';
import { anotherNumber } from './another-number.ts';
import { besideOthers } from './beside-others.ts';
import { filledIn } from './filled-in.ts';
import { problemsOfCells, readRow, unknownColumns } from './read-row.ts';
import { columnOf, columnOfRefusal, furtherOf } from './row-columns.ts';
import type { Said } from './tab-reading.ts';
import { problemsOfInput } from '../refusal-of-input.ts';
import { meetingIn, type MinutesRows } from './minutes-rows.ts';
import type { Neighbours } from './row-neighbours.ts';
import type { RowNumbers } from './row-numbers.ts';
import { rowVerbs } from './row-verbs.ts';
import type { SentRow } from './sent-row.ts';

type Where = { readonly town: TownCode; readonly tab: Tab; readonly townName: string };
/** Where a row belongs, and the rows and cases it stands among. */
export type Among = Where & {
  readonly neighbours: Neighbours;
  readonly numbers: RowNumbers;
  readonly minutes: MinutesRows;
  /** The number of an agency that was named by its name; anything else as it was typed. */
  readonly agencyNamed: (typed: string) => string;
};
export type Answered = Pick<Row, 'status' | 'problems' | 'before' | 'filled'>;
type Sent = Pick<SentRow, 'id' | 'cells' | 'problems'> & {
  /** The row was answered before. */ readonly known: boolean;
  /** What the sheet knows to be stored. */ readonly before: Cells;
  /** What the row was last taken with. */ readonly taken: Cells;
  /** What was put into its empty cells when it made its record. */ readonly filled: Cells;
};

/** Does what a row asks for and says in its own words what came of it, all of it at once; `stale` when others save meanwhile. */
export async function answerTo(
  deps: Deps,
  actor: Actor,
  where: Among,
  { id, cells: written, known, before, taken, filled, problems: unread }: Sent,
): Promise<Result<Answered, { readonly code: 'stale' }>> {
  const { tab, town } = where;
  const cells = await inWordsOfTable(deps, town, written);
  const asks = (some: Cells) => readRow(tab, some).map((one) => where.minutes.settled(id, inTown(one, where, known)));
  const others = where.minutes.othersOf(id, meetingIn(cells));
  const asked = asks(cells);
  const problems = unread.length > 0 ? unread : problemsIn(where, { id, cells, taken }, asked);
  if (problems.length > 0) return ok({ status: '要修正', problems: [...problems] });

  const edits = await besideOthers(deps, { ...where, asks, others }, { before, mine: cells, filled });
  const refused = edits.ok
    ? await firstRefusal(deps, actor, edits.value.asked)
    : // Whether there is anything to choose at all: a number that is somebody else's is not.
      await firstRefusal(withoutKeeping(deps), actor, asked);
  if (refused?.code === 'stale') return refuse({ code: 'stale' });
  if (refused !== undefined) return ok({ status: '要修正', problems: [problemOf(tab, refused)] });
  if (!edits.ok) return ok({ status: '競合', ...edits.error });
  where.numbers.hold(id, cells);
  const besides = [
    ...strangers(tab, cells),
    ...edits.value.notes,
    ...besidesOf(tab, before, cells),
    ...where.neighbours.besides(asked),
  ];
  const made = await filledIn(deps, where, { ...edits.value, cells });
  return ok({ status: '済', problems: besides, before: { ...cells }, ...made });
}

/** Does one after the other, until one is refused. */
async function firstRefusal(deps: Deps, actor: Actor, asked: readonly Said[]) {
  for (const { verb, input } of asked) {
    const done = await rowVerbs[verb].run(deps, actor, input);
    if (!done.ok) return done.error;
  }
  return undefined;
}

/** The host may call a framework by a name of its own, and its towns write that. */
async function inWordsOfTable(deps: Deps, town: TownCode, cells: Cells): Promise<Cells> {
  const { 枠組み: written } = cells;
  return written === undefined ? cells : { ...cells, 枠組み: await tableNameOf(deps, town, written) };
}

/** A new row of the first tab is a first consultation; a known row is edited, and the other tabs add to what is there. */
function inTown({ verb, input }: Said, { town, tab, agencyNamed }: Among, known: boolean): Said {
  if (verb === 'consultation') return { verb, input: { ...input, town, fresh: tab === '相談受付' && !known } };
  if (verb === 'case' || verb === 'settings') return { verb, input: { ...input, town } };
  if (verb === 'agency')
    return { verb, input: { ...input, fresh: !known, ...(input['only'] === true ? { only: town } : {}) } };
  return { verb, input: withAgencies(input, agencyNamed) };
}

/** People write the name of an agency; the commands go by its number. */
function withAgencies(input: Said['input'], agencyNamed: Among['agencyNamed']): Said['input'] {
  const { agency, attendance } = namingSchema.parse(input);
  return {
    ...input,
    ...(agency === undefined ? {} : { agency: agencyNamed(agency) }),
    ...(attendance === undefined ? {} : { attendance: attendance.map(agencyNamed) }),
  };
}

const namingSchema = z.object({ agency: z.string().optional(), attendance: z.array(z.string()).optional() });

/** Everything that is wrong with a row before anything is done: each on its own column, a column once. */
function problemsIn(
  where: Among,
  { id, cells, taken }: Pick<Sent, 'id' | 'cells' | 'taken'>,
  asked: readonly Said[],
): readonly Problem[] {
  const { tab } = where;
  const unfit = Object.entries(cells)
    .flatMap(([column, text]) => unfitToKeep({ [column]: text }) ?? [])
    .map((refused) => problemOf(tab, refused));
  const unreadable = asked
    .flatMap(({ verb, input }) => problemsOfInput(rowVerbs[verb].input, input))
    .map((refused) => problemOf(tab, refused));
  // What quotes a My Number is not said at all: the number would be kept with it.
  const sayable = [
    ...elsewhere(where, cells),
    ...problemsOfCells(tab, cells),
    ...anotherNumber(tab, taken, cells),
    ...where.numbers.taken(id, cells),
    ...unreadable,
  ].filter(({ message }) => !holdsMyNumber(message));
  const all = [...unfit, ...sayable];
  return all.filter(({ column }, index) => all.findIndex((other) => other.column === column) === index);
}

/** A row of another town's sheet, pasted into this one. */
function elsewhere({ town, townName }: Where, cells: Cells): readonly Problem[] {
  const named = (cells['町村'] ?? '').normalize('NFKC').trim();
  if (named === '' || named === town || named === townName) return [];
  return [
    { column: '町村', message: `この表は${townName}の表です。「${named}」の相談は、その町村の表に入れてください。` },
  ];
}

function besidesOf(tab: Tab, before: Cells, cells: Cells): readonly Problem[] {
  return furtherOf(tab)?.besides?.(before, cells) ?? [];
}

function strangers(tab: Tab, cells: Cells): readonly Problem[] {
  return unknownColumns(tab, cells).map((column) => ({
    column,
    message: `「${column}」という列はありません。この列の内容は使っていません。見出しを確かめてください。`,
  }));
}

/** A refusal as a note on the column it came from, or on the row. */
function problemOf(tab: Tab, refused: Refused): Problem {
  const field = 'field' in refused ? refused.field : '';
  const named = field === '' ? undefined : columnIn(tab, field);
  const column = named ?? columnOfRefusal(tab, refused.code) ?? field;
  const worded = isAboutInput(refused) ? { ...refused, field: column } : refused;
  const remedy = column === '生年月日' ? whereUnknown(refused) : howToCorrect(tab, refused);
  return { column, message: `${messageOf(worded)}${remedy}` };
}

function howToCorrect(tab: Tab, { code }: Refused): string {
  return tab === '会議録' && code === 'already-closed'
    ? '直すときは、この行の「訂正の理由」に理由を書いて、もう一度送ってください。訂正した版が関係機関に届きます。'
    : '';
}

/** What to do about a day of birth nobody knows; a day that was typed whole and wrong is known. */
function whereUnknown(refused: Refused): string {
  const day = refused.code === 'bad-date' ? understandDay(refused.received) : undefined;
  return day?.ok === false && day.error.why === 'unreadable' ? '日まで分からないときは、空のままにしてください。' : '';
}

/** The column a field of a command came from; `members.0.born` is found by its last name, else by its first. */
function columnIn(tab: Tab, path: string): string | undefined {
  const names = path.split('.');
  return columnOf(tab, names.at(-1) ?? '') ?? columnOf(tab, names[0] ?? '');
}

function isAboutInput(refused: Refused): refused is Refused<'bad-date' | 'bad-code' | 'bad-input'> {
  return refused.code === 'bad-date' || refused.code === 'bad-code' || refused.code === 'bad-input';
}
