import type { Staff, Town } from '../../../core/access/model.ts';
import { noteReading } from '../../../core/access/noting.ts';
import type { Deps } from '../../../core/commands/command.ts';
import { filledForm } from '../../../core/standard-form/filled-form.ts';
import { dayOf } from '../../../core/time.ts';
import type { PageResponse } from '../../page/layout.ts';
import { showRefusal } from '../../page/refusal-page.ts';
import { fileAnswer } from '../../workbook/file-answer.ts';
import { formWorkbook } from '../../workbook/form-workbook.ts';
import { frameOf } from '../office.ts';
import type { FormPlace } from '../routes.ts';

type Visit = { readonly actor: Staff; readonly town: Town; readonly place: FormPlace };

/** A 様式 as a file. The name of it says which paper of which number, and of nobody. */
export async function formFile(deps: Deps, visit: Visit): Promise<PageResponse> {
  const { actor, town, place } = visit;
  const { id, form: name, member } = place;
  const filled = await filledForm(deps, actor, { town: town.id, name, id, member });
  if (!filled.ok) return showRefusal(filled.error, frameOf(visit));
  await noteReading(deps, actor, { town: town.id, to: id, part: 'form-file' });
  return fileAnswer(`${filled.value.title}_${id}_${dayOf(deps.clock.now())}.xlsx`, formWorkbook(filled.value));
}
