/** Set by the build, which writes the same address into the manifest's urlFetchWhitelist. */
declare const TSUDOI_API: string;

type Answer = GoogleAppsScript.URL_Fetch.HTTPResponse;

/**
 * `POST /v1/{door}`, in the name of the person who pressed: the token says which mail address it is. Undefined when no answer came: the
 * one exception UrlFetchApp throws with muteHttpExceptions, and it has no class to know it by.
 */
export function postTo(door: string, payload: string): Answer | undefined {
  const headers = {
    authorization: `Bearer ${ScriptApp.getIdentityToken()}`,
    // With several accounts in one browser the two may differ; the server then takes nothing.
    'x-tsudoi-account': whoAsks(),
  };
  try {
    return UrlFetchApp.fetch(`${TSUDOI_API}${door}`, {
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

/** Google throws the same for a network that fails and for a permission that was not given. */
export const NOT_REACHED =
  'つどいに届きませんでした。通信と、このアドオンに与えた許可（外部サービスへの接続）をお確かめください';

/** What a number says, where the server said nothing itself. */
export function wordsFor(status: number): string {
  if (status === 401 || status === 403)
    return 'このGoogleアカウントは登録されていません。別のアカウントで開いていないか、お確かめください';
  return `つどいが答えられませんでした。番号 ${String(status)}`;
}

/** The mail address of the Google account this execution runs as; empty where Google does not say. */
export function whoAsks(): string {
  return Session.getActiveUser().getEmail();
}
