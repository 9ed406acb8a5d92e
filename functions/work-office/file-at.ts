import type { Staff, Town } from '../../core/access/model.ts';
import type { Deps } from '../../core/commands/command.ts';
import type { HttpRequest } from '../http.ts';
import type { PageResponse } from '../page/layout.ts';
import { formFile } from './form/at-form.ts';
import type { Place } from './routes.ts';
import { atWorkbook } from './workbook/at-workbook.ts';

type Visit = { readonly actor: Staff; readonly town: Town; readonly place: Place; readonly request: HttpRequest };

/** What comes or goes as a file; undefined for a page. */
export function fileAt(
  deps: Deps,
  visit: Visit,
  desk: Parameters<typeof atWorkbook>[2],
): Promise<PageResponse> | undefined {
  const { place, request } = visit;
  if (place.page === 'workbook') return atWorkbook(deps, visit, desk);
  if (place.page === 'standard-form' && request.query['file'] !== undefined) return formFile(deps, { ...visit, place });
  return undefined;
}
