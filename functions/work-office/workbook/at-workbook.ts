import type { Staff, Town } from '../../../core/access/model.ts';
import { mayEditTown } from '../../../core/access/rules.ts';
import type { Deps } from '../../../core/commands/command.ts';
import type { HttpRequest } from '../../http.ts';
import type { SentForm } from '../../page/sent-form.ts';
import { type PageResponse, showPage } from '../../page/layout.ts';
import { showRefusal } from '../../page/refusal-page.ts';
import { fileAnswer } from '../../workbook/file-answer.ts';
import { rowsOfTown } from '../../workbook/rows-of-town.ts';
import { takeWorkbook } from '../../workbook/take-workbook.ts';
import { townWorkbook } from '../../workbook/town-workbook.ts';
import type { Again } from '../again.ts';
import { frameOf, type Office } from '../office.ts';
import { uploadIn } from './upload.ts';
import { fileName, takenPage } from './workbook-page.ts';

type Visit = { readonly actor: Staff; readonly town: Town; readonly request: HttpRequest };
/** What the office does for every page. */
type Desk = {
  readonly show: (again?: Again) => Promise<PageResponse>;
  readonly isOwn: (form: SentForm) => boolean;
  readonly office: () => Promise<Office>;
};

/** The town's workbook: all it has in one file, so for those who work there and nobody else, as its spreadsheet is. */
export async function atWorkbook(deps: Deps, visit: Visit, desk: Desk): Promise<PageResponse> {
  const { actor, town, request } = visit;
  if (actor.serves !== town.id || !mayEditTown(actor, town)) return showRefusal({ code: 'forbidden' }, frameOf(visit));
  if (request.method === 'POST') return bringIn(deps, visit, desk);
  if (request.query['file'] === undefined) return desk.show();
  const file = townWorkbook(town, await rowsOfTown(deps, actor, town));
  return fileAnswer(fileName({ town, now: deps.clock.now() }), file);
}

async function bringIn(deps: Deps, { actor, town, request }: Visit, desk: Desk): Promise<PageResponse> {
  const { form, file } = uploadIn(request);
  if (!desk.isOwn(form)) return desk.show({ form, refused: [{ code: 'nonce-missing' }] });
  const taken = await takeWorkbook(deps, actor, town, file);
  if (!taken.ok) return desk.show({ form, refused: [taken.error] });
  return showPage(takenPage(await desk.office(), taken.value));
}
