import type { Actor, Town } from '../../core/access/model.ts';
import type { Deps } from '../../core/commands/command.ts';
import { sheetTownOf } from '../../core/commands/row/row-workplace.ts';
import { reason } from '../../core/sheet/row-answers.ts';
import { refusalResponse } from '../refusals.ts';
import { answerJson, type HttpHandler, type HttpRequest, type HttpResponse } from '../http.ts';
import { fileAnswer, XLSX } from '../workbook/file-answer.ts';
import { rowsOfTown } from '../workbook/rows-of-town.ts';
import { type Taken, takeWorkbook } from '../workbook/take-workbook.ts';
import { townWorkbook } from '../workbook/town-workbook.ts';

export const WORKBOOK_PATH = '/v1/workbook';

/**
 * `GET /v1/workbook`: all the town has, as an .xlsx. `POST`: the bytes of a filled one; answered row by row, as JSON or, where that is
 * asked for, as the file to go on with.
 */
export function workbookDoor(deps: Deps): HttpHandler {
  return async (request) => {
    const { actor } = request;
    const town = actor === undefined ? undefined : await ownTownOf(deps, actor);
    if (actor === undefined || town === undefined) return refusalResponse({ code: 'forbidden' });
    if (request.method === 'POST') return taken(deps, { actor, town, request });
    return fileAnswer(`${town.id}.xlsx`, townWorkbook(town, await rowsOfTown(deps, actor, town)));
  };
}

type Brought = { readonly actor: Actor; readonly town: Town; readonly request: HttpRequest };

async function taken(deps: Deps, { actor, town, request }: Brought): Promise<HttpResponse> {
  const { headers, body, bytes = Buffer.from(body) } = request;
  const done = await takeWorkbook(deps, actor, town, bytes);
  if (!done.ok) return refusalResponse(done.error);
  const wantsFile = headers['accept']?.includes(XLSX) === true;
  return wantsFile ? fileAnswer(`${town.id}.xlsx`, done.value.file) : inJson(done.value);
}

/** A workbook holds all a town has: it is for those who work there, as their spreadsheet is. */
async function ownTownOf(deps: Deps, actor: Actor): Promise<Town | undefined> {
  const code =
    actor.kind === 'staff' && actor.serves !== undefined ? await sheetTownOf(deps, actor, actor.serves) : undefined;
  return code === undefined ? undefined : deps.store.get('town', deps.prefecture, code);
}

function inJson({ results, remarks, unchanged }: Taken): HttpResponse {
  return answerJson({
    answers: results.map(({ problems, ...one }) => ({ ...one, problems, reason: problems.map(reason).join('\n') })),
    ...{ remarks, unchanged },
  });
}
