import type { TownCode } from '../../ids.ts';
import { type Cells, type Problem, textIn, yesIn } from '../../sheet/cells.ts';
import type { Tab } from '../../sheet/columns.ts';
import type { Row } from '../../sheet/model.ts';
import type { Deps } from '../command.ts';
import { linesIn } from './row-cells.ts';
import type { SentRow } from './sent-row.ts';
import type { Said } from './tab-reading.ts';

/** One row of 会議録: undefined as its status until it is answered. */
type One = {
  readonly meeting: string | undefined;
  readonly status: Row['status'] | undefined;
  readonly cells: Cells;
  /** What it was taken with. */
  readonly taken: Cells;
};

/** The rows of a town's 会議録. Several may be about one meeting: its minutes are what all of them say, and final when none of them waits. */
export type MinutesRows = {
  /** What the other rows of a meeting were taken with. */
  readonly othersOf: (id: string, meeting: string | undefined) => readonly Cells[];
  /** What a row asks for; final only when no other row of the meeting waits, and then also if only another one says so. */
  readonly settled: (id: string, said: Said) => Said;
  /** A row was answered; what came of it is stored. */
  readonly answered: (row: Pick<SentRow, 'id' | 'cells'>) => Promise<void>;
  /** Another row took its place. */
  readonly leave: (id: string) => void;
  /** What is to be said beside a row whose minutes were not made final because of others. */
  readonly waitingFor: (id: string) => readonly Problem[];
};

const none: MinutesRows = {
  othersOf: () => [],
  settled: (_id, said) => said,
  answered: () => Promise.resolve(),
  leave: () => undefined,
  waitingFor: () => [],
};

export function meetingIn(cells: Cells): string | undefined {
  return textIn(cells['会議番号'])?.normalize('NFKC');
}

/** Read once for a whole batch; each row answered joins it. */
export async function minutesRowsOf(
  { store }: Pick<Deps, 'store'>,
  town: TownCode,
  tab: Tab,
  sent: readonly SentRow[],
): Promise<MinutesRows> {
  if (tab !== '会議録') return none;
  const stored = await store.list('row', town, `${tab}/`);
  const rows = new Map(stored.map((row) => [row.id, kept(row)]));
  const versions = new Map(stored.map(({ id, rowVersion }) => [id, rowVersion]));
  for (const { id, cells, rowVersion } of sent) {
    const taken = rows.get(id)?.taken ?? {};
    if (versions.get(id) !== rowVersion) rows.set(id, { meeting: meetingIn(cells), status: undefined, cells, taken });
  }
  return among(rows, (id) => store.get('row', town, id));
}

function among(rows: Map<string, One>, stored: (id: string) => Promise<Row | undefined>): MinutesRows {
  const others = (id: string, meeting: string | undefined) =>
    [...rows].filter(([other, row]) => other !== id && meeting !== undefined && row.meeting === meeting);
  return {
    othersOf: (id, meeting) =>
      others(id, meeting).flatMap(([, { taken }]) => (meetingIn(taken) === meeting ? [taken] : [])),
    settled(id, said) {
      const { meeting } = said.input;
      if (said.verb !== 'minutes' || typeof meeting !== 'string') return said;
      const beside = others(id, meeting).map(([, row]) => row);
      const isMeant = said.input['final'] === true || beside.some(isMeantFinal);
      return { ...said, input: { ...said.input, final: isMeant && beside.every(isTaken) } };
    },
    async answered({ id, cells }) {
      const row = await stored(id);
      if (row !== undefined) rows.set(id, { ...kept(row), meeting: meetingIn(cells) });
    },
    leave: (id) => rows.delete(id),
    waitingFor(id) {
      const row = rows.get(id);
      if (row === undefined || !isMeantFinal(row)) return [];
      const faulty = others(id, row.meeting).filter(([, other]) => !isTaken(other));
      return faulty.length === 0 ? [] : [{ column: '確定する', message: waitingWords(faulty.map(nameOf)) }];
    },
  };
}

function kept({ status, cells, before }: Pick<Row, 'status' | 'cells' | 'before'>): One {
  return { meeting: meetingIn(cells), status, cells, taken: before ?? (status === '済' ? cells : {}) };
}

const isTaken = ({ status }: One) => status === '済';
const isMeantFinal = (row: One) => isTaken(row) && yesIn(row.cells['確定する']);

/** A row is found by its first item; one whose cells could not be kept, by its id. */
function nameOf([id, { cells }]: readonly [string, One]): string {
  const [topic] = linesIn(cells['検討した項目']);
  return topic === undefined ? `行ID「${id.slice(id.indexOf('/') + 1)}」の行` : `検討した項目が「${topic}」の行`;
}

function waitingWords(names: readonly string[]): string {
  return `下書きとして受け付けました。同じ会議のほかの行を直すと確定します（${names.join('、')}）。その行を消したときは、会議の画面で確定してください。`;
}
