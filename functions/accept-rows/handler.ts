import * as z from 'zod';
import { atDoor, noteReading } from '../../core/access/noting.ts';
import type { Deps, Outside } from '../../core/commands/command.ts';
import { perform } from '../../core/commands/perform.ts';
import { refusalResponse } from '../refusals.ts';
import { answerJson, readJson, type HttpHandler } from '../http.ts';
import { FACTS_PATH, factsDoor } from './facts-door.ts';
import { FORM_PATH, formDoor } from './form-door.ts';
import { LACKING_PATH, lackingDoor } from './lacking-door.ts';
import { WORKBOOK_PATH, workbookDoor } from './workbook-door.ts';
import { ownIn } from '../../core/own.ts';

const batch = z.object({ tab: z.string(), rows: z.array(z.object({ row: z.coerce.string() })) });

/** The doors of a sheet: rows come in by one, what became of them is told at another, and a workbook goes both ways; 様式 go out. */
export function createHandler(outside: Outside): HttpHandler {
  const deps = atDoor(outside, 'rows');
  const doors: Readonly<Record<string, HttpHandler>> = {
    [FACTS_PATH]: factsDoor(deps),
    [LACKING_PATH]: lackingDoor(deps),
    [WORKBOOK_PATH]: workbookDoor(deps),
    [FORM_PATH]: formDoor(deps),
  };
  const rows = rowsDoor(deps);
  return (request) => (ownIn(doors, request.path) ?? rows)(request);
}

/** `POST /v1/rows`: every row answered by itself with 済, 要修正 or 競合, and why. */
function rowsDoor(deps: Deps): HttpHandler {
  return async (request) => {
    if (request.actor === undefined) return refusalResponse({ code: 'forbidden' });
    const sent = readJson(request.body);
    const done = await perform(deps, request.actor, 'rows', sent);
    if (!done.ok) return refusalResponse(done.error);

    const { tab, rows } = batch.parse(sent);
    const { town } = done.value;
    const about = rows.map(({ row }) => `${tab}/${row}`);
    // An answer may quote what was typed in a row.
    await noteReading(deps, request.actor, { town, to: tab, part: 'answers', about });
    const stored = await Promise.all(about.map((id) => deps.store.get('row', town, id)));
    const answers = rows.map(({ row }, index) => {
      const kept = stored[index];
      return { row, version: kept?.rowVersion ?? 0, status: kept?.status ?? '要修正', problems: kept?.problems ?? [] };
    });
    return answerJson({ answers });
  };
}
