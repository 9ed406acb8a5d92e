import * as z from 'zod';
import { noteReading } from '../../core/access/noting.ts';
import { hiddenIn } from '../../core/access/sight.ts';
import type { Actor } from '../../core/access/model.ts';
import type { Deps } from '../../core/commands/command.ts';
import { readInput } from '../../core/commands/refusal-of-input.ts';
import { factsOfTab } from '../../core/commands/row/facts-of-tab.ts';
import { readingOf, type TownReading } from '../../core/commands/row/town-reading.ts';
import { sheetTownOf } from '../../core/commands/row/row-workplace.ts';
import { townCodeSchema } from '../../core/ids.ts';
import { countLines } from '../../core/row-facts/counts-of-town.ts';
import { type FactsNews, newsOf } from '../../core/row-facts/news.ts';
import { type Tab, tabNames } from '../../core/sheet/columns.ts';
import { dayOf, timeOf } from '../../core/time.ts';
import { refusalResponse } from '../refusals.ts';
import { answerJson, readJson, type HttpHandler } from '../http.ts';

export const FACTS_PATH = '/v1/facts';

/** Some 1 MB at the most: well under what a Lambda may answer, and written by Apps Script in seconds. */
const MOST_ROWS = 5000;

const input = z.strictObject({
  town: townCodeSchema.optional(),
  /** By tab, the cursor of the last answer; empty for who knows nothing yet. */
  tabs: z.partialRecord(z.enum(tabNames), z.string().max(2000)),
  /** Asked for by a sheet that has 集計. */
  counts: z.literal(true).optional(),
});

/** `POST /v1/facts`: what つどい tells beside the rows of a sheet, as far as it changed since a cursor. */
export function factsDoor(deps: Deps): HttpHandler {
  return async ({ actor, body }) => {
    if (actor === undefined) return refusalResponse({ code: 'forbidden' });
    const read = readInput(input, readJson(body));
    if (!read.ok) return refusalResponse(read.error);
    const town = await sheetTownOf(deps, actor, read.value.town);
    if (town === undefined) return refusalResponse({ code: 'forbidden' });

    const of = readingOf(deps, town);
    const hidden = await hiddenIn(deps, actor, town);
    const tabs: Partial<Record<Tab, FactsNews>> = {};
    for (const tab of tabNames) {
      const cursor = read.value.tabs[tab];
      if (cursor !== undefined) tabs[tab] = await toldOf(deps, actor, { of, hidden, tab, cursor });
    }
    if (read.value.counts === undefined) return answerJson({ tabs });
    const now = deps.clock.now();
    const counts = { at: `${dayOf(now)} ${timeOf(now)}`, lines: countLines(await of.statuses()) };
    return answerJson({ tabs, counts });
  };
}

type Asked = {
  readonly of: TownReading;
  readonly hidden: ReadonlySet<string>;
  readonly tab: Tab;
  readonly cursor: string;
};

async function toldOf(deps: Deps, actor: Actor, { of, hidden, tab, cursor }: Asked): Promise<FactsNews> {
  const told = (await factsOfTab(of, tab)).filter(({ key }) => !hidden.has(key));
  const news = newsOf(told, cursor, MOST_ROWS);
  const about = news.rows.map(({ key }) => key);
  if (about.length > 0) await noteReading(deps, actor, { town: of.town, to: tab, part: 'facts', about });
  return news;
}
