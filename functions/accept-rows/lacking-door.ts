import * as z from 'zod';
import { noteReading } from '../../core/access/noting.ts';
import { hiddenIn } from '../../core/access/sight.ts';
import type { Deps } from '../../core/commands/command.ts';
import { readInput } from '../../core/commands/refusal-of-input.ts';
import { rowsOfTab } from '../../core/commands/row/rows-of-tab.ts';
import { rowSubjectsOf } from '../../core/commands/row/row-subjects.ts';
import { isOfNone, sheetTownOf } from '../../core/commands/row/row-workplace.ts';
import { readingOf } from '../../core/commands/row/town-reading.ts';
import { townCodeSchema } from '../../core/ids.ts';
import { tabNames } from '../../core/sheet/columns.ts';
import { answerJson, readJson, type HttpHandler } from '../http.ts';
import { refusalResponse } from '../refusals.ts';

export const LACKING_PATH = '/v1/lacking';

/** Some 2 MB at the most, and written by Apps Script in seconds. */
const MOST_ROWS = 2000;

const input = z.strictObject({
  town: townCodeSchema.optional(),
  tab: z.enum(tabNames),
  /** Of each row the sheet has, the cells that say what it is about. */
  has: z.array(z.record(z.string(), z.string().max(200))).max(50_000),
});

/** `POST /v1/lacking`: the rows of a tab that a sheet does not have, as it would carry them; `more` where some are left for another question. */
export function lackingDoor(deps: Deps): HttpHandler {
  return async ({ actor, body }) => {
    if (actor === undefined) return refusalResponse({ code: 'forbidden' });
    const read = readInput(input, readJson(body));
    if (!read.ok) return refusalResponse(read.error);
    const { tab, has, town: named } = read.value;
    const town = await sheetTownOf(deps, actor, named);
    if (town === undefined) return refusalResponse({ code: 'forbidden' });

    const about = await rowSubjectsOf(deps, town, tab);
    const known = new Set(has.map(about));
    const all = await rowsOfTab(deps, readingOf(deps, town), tab);
    // The host's officers see what their desk has to do with, here as on every page (ADR 0056).
    const hidden = await hiddenIn(deps, actor, town);
    const seen = all.filter(({ cells }) => isOfNone(hidden, cells));
    // A row that was refused said nothing that is kept.
    const lacking = seen.filter(({ cells }) => cells['状況'] === '済' && !known.has(about(cells)));
    const rows = lacking.slice(0, MOST_ROWS).map(({ cells }) => cells);
    if (rows.length > 0)
      await noteReading(deps, actor, { town, to: tab, part: 'rows', about: rows.map((cells) => about(cells) ?? '') });
    return answerJson({ rows, more: lacking.length > rows.length });
  };
}
