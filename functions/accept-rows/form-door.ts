import * as z from 'zod';
import { noteReading } from '../../core/access/noting.ts';
import type { Deps } from '../../core/commands/command.ts';
import { townCodeSchema } from '../../core/ids.ts';
import { filledForm } from '../../core/standard-form/filled-form.ts';
import { isFormName, standardForms } from '../../core/standard-form/model.ts';
import type { HttpHandler, HttpRequest } from '../http.ts';
import { refusalResponse } from '../refusals.ts';
import { fileAnswer } from '../workbook/file-answer.ts';
import { formWorkbook } from '../workbook/form-workbook.ts';

export const FORM_PATH = '/v1/form';

const askedSchema = z.object({
  name: z.string().refine(isFormName),
  id: z.string(),
  member: z.string().optional(),
  town: townCodeSchema.optional(),
});

/** `GET /v1/form?name=plan-application&id=C-1&member=A`: a 様式 as an .xlsx, for whoever may read what it is about; of another town with `&town=`. */
export function formDoor(deps: Deps): HttpHandler {
  return async (request) => {
    const { actor } = request;
    if (actor?.kind !== 'staff') return refusalResponse({ code: 'forbidden' });
    const asked = askedIn(request);
    const town = asked?.town ?? actor.serves;
    if (asked === undefined || town === undefined)
      return refusalResponse({ code: 'bad-input', field: '様式', problem: WORDS });
    const filled = await filledForm(deps, actor, { ...asked, town });
    if (!filled.ok) return refusalResponse(filled.error);
    await noteReading(deps, actor, { town, to: asked.id, part: 'form-file' });
    return fileAnswer(`${asked.name}.xlsx`, formWorkbook(filled.value));
  };
}

const WORDS = `name に ${Object.keys(standardForms).join('・')} のどれか、id にケースか相談の番号、県の職員は town に町村の番号を付けてください。`;

function askedIn({ query }: HttpRequest) {
  const read = askedSchema.safeParse(query);
  return read.success ? read.data : undefined;
}
