import * as z from 'zod';
import { type Cells, textIn } from '../../sheet/cells.ts';
import { type Tab, tabs } from '../../sheet/columns.ts';
import { readRow } from './read-row.ts';
import { columnOf } from './row-columns.ts';
import type { Said } from './tab-reading.ts';
import { rowVerbs } from './row-verbs.ts';

const fieldsSchema = z.record(z.string(), z.unknown());
type Fields = z.infer<typeof fieldsSchema>;

/** What a row says, column by column and however it is written: 「昭和18年4月1日」 and 「S18.4.1」 are one. An empty cell says nothing. */
export function meaningOf(tab: Tab, cells: Cells): (column: string) => string {
  const said = readRow(tab, cells).filter(hasOneEach).map(fieldsOf);
  return (column) => {
    if (textIn(cells[column]) === undefined) return '';
    const values = said.flatMap((fields) =>
      Object.entries(fields).filter(([field]) => columnOf(tab, field) === column),
    );
    return values.length === 0 ? plainly(cells[column]) : JSON.stringify(values);
  };
}

/** The columns in which two rows say different things. */
export function columnsThatDiffer(tab: Tab, one: Cells, other: Cells): readonly string[] {
  const [first, second] = [meaningOf(tab, one), meaningOf(tab, other)];
  return tabs[tab].filter((column) => first(column) !== second(column));
}

/** Leads are several to a cell: they are compared as they are written. */
function hasOneEach({ verb }: Said): boolean {
  return verb !== 'lead';
}

function fieldsOf({ verb, input }: Said): Fields {
  return fieldsSchema.catch({}).parse(rowVerbs[verb].input.safeParse(input).data);
}

function plainly(cell: string | undefined): string {
  return (textIn(cell) ?? '').normalize('NFKC').replaceAll(/\s/g, '');
}
