import { answersIn, refusalIn } from '../row-answers.ts';
import { lettersOnly } from '../letters-only.ts';
import type { Posted } from '../send-tab.ts';

/** Set by the build, which writes the same address into the manifest's urlFetchWhitelist. */
declare const TSUDOI_API: string;

/** `POST /v1/rows`, in the name of the person who pressed: the token says which mail address it is. */
export function postRows(body: string): Posted {
  const response = fetched(body);
  if (response === undefined) return { ok: false, why: '（つどいに届きませんでした）' };

  const text = response.getContentText();
  const answers = response.getResponseCode() === 200 ? answersIn(text) : undefined;
  if (answers !== undefined) return { ok: true, answers };
  return { ok: false, why: `（${refusalIn(text) ?? wordsFor(response.getResponseCode())}）` };
}

export function newRowId(): string {
  return lettersOnly(Utilities.getUuid());
}

/** Undefined when no answer came: the one exception UrlFetchApp throws with muteHttpExceptions, and it has no class to know it by. */
function fetched(payload: string): GoogleAppsScript.URL_Fetch.HTTPResponse | undefined {
  const headers = { authorization: `Bearer ${ScriptApp.getIdentityToken()}` };
  try {
    return UrlFetchApp.fetch(`${TSUDOI_API}rows`, {
      method: 'post',
      contentType: 'application/json',
      headers,
      payload,
      muteHttpExceptions: true,
      followRedirects: false,
    });
  } catch {
    return undefined;
  }
}

function wordsFor(status: number): string {
  if (status === 401 || status === 403)
    return 'このGoogleアカウントは登録されていません。別のアカウントで開いていないか、お確かめください';
  return `つどいが答えられませんでした。番号 ${String(status)}`;
}
