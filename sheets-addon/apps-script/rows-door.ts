import { answersIn, refusalIn } from '../../core/sheet/row-answers.ts';
import { lettersOnly } from '../letters-only.ts';
import type { Posted } from '../send-tab.ts';
import { NOT_REACHED, postTo, wordsFor } from './api.ts';

/** `POST /v1/rows`. */
export function postRows(body: string): Posted {
  const response = postTo('rows', body);
  if (response === undefined) return { ok: false, why: `（${NOT_REACHED}）` };

  const text = response.getContentText();
  const answers = response.getResponseCode() === 200 ? answersIn(text) : undefined;
  if (answers !== undefined) return { ok: true, answers };
  return { ok: false, why: `（${refusalIn(text) ?? wordsFor(response.getResponseCode())}）` };
}

export function newRowId(): string {
  return lettersOnly(Utilities.getUuid());
}
