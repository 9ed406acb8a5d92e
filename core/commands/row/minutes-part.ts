import { meetingIdSchema, type TownCode } from '../../ids.ts';
import { isHeld } from '../../meeting/recording.ts';
import type { MeetingRecord } from '../../record/model.ts';
import { type Cells, textIn } from '../../sheet/cells.ts';
import type { Deps } from '../command.ts';
import { itemsOwned } from './items-owned.ts';
import { minutesCells } from './minutes-cells.ts';
import { itemsIn, namesIn } from './tab/minutes-tab.ts';
import { linesIn } from './row-cells.ts';

type Rows = {
  /** What the row was taken with. */ readonly before: Cells;
  readonly mine: Cells;
  /** What the other rows of the meeting were taken with. */ readonly others: readonly Cells[];
};
type Where = { readonly town: TownCode; readonly agencyNamed: (typed: string) => string };

/** What a row of several speaks for in the minutes of its meeting, and what is left to the others. */
export type MinutesPart = {
  readonly shown: Readonly<Record<string, string | undefined>>;
  /** Undefined where the row speaks for all of it. */
  readonly rest?: MinutesRest;
};
export type MinutesRest = {
  /** The places of the row's own items in the minutes as they are stored. */
  readonly own: number[];
  readonly attendance: string[];
  readonly guests: string[];
  readonly missing: string[];
};

/** Nothing before anybody wrote something. */
export async function minutesPart(
  { store }: Pick<Deps, 'store'>,
  where: Where,
  rows: Rows,
): Promise<MinutesPart | undefined> {
  const id = meetingIdSchema.safeParse(textIn(rows.mine['会議番号'])).data;
  const meeting = id === undefined ? undefined : await store.get('meeting', where.town, id);
  const record = meeting !== undefined && isHeld(meeting) ? meeting.records.at(-1) : undefined;
  if (meeting === undefined || record === undefined) return undefined;
  if (rows.others.length === 0) return { shown: minutesCells(meeting.id, record) };
  return partOf(meeting.id, record, where, rows);
}

function partOf(id: string, record: MeetingRecord, { agencyNamed }: Where, { before, mine, others }: Rows) {
  const agencies = (cells: Cells) => namesIn(cells['出席者']).map(agencyNamed);
  const guests = (cells: Cells) => namesIn(cells['同席者']);
  const missing = (cells: Cells) => linesIn(cells['足りない社会資源']);
  const leftTo = (stored: readonly string[], read: (cells: Cells) => readonly string[]) => {
    const [own, theirs] = [read(before), others.flatMap(read)];
    return stored.filter((one) => theirs.includes(one) && !own.includes(one));
  };
  const own = itemsOwned(record.items, {
    before: itemsIn(before),
    mine: itemsIn(mine),
    others: others.map(itemsIn),
  });
  const rest = {
    own: [...own],
    attendance: leftTo(record.attendance, agencies),
    guests: leftTo(record.guests ?? [], guests),
    missing: leftTo(record.missing, missing),
  };
  const mineOnly = {
    ...record,
    attendance: record.attendance.filter((one) => !rest.attendance.includes(one)),
    guests: (record.guests ?? []).filter((one) => !rest.guests.includes(one)),
    missing: record.missing.filter((one) => !rest.missing.includes(one)),
    items: own.flatMap((at) => record.items[at] ?? []),
  };
  return { shown: minutesCells(id, mineOnly), rest };
}
