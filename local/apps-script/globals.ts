import { randomUUID } from 'node:crypto';
import { demand, type Google } from './google.ts';
import { htmlOutput } from './html-output.ts';
import { spreadsheetApp } from './spreadsheet.ts';
import { strict } from './strict.ts';

type Sent = { readonly payload: string; readonly headers: Readonly<Record<string, string>> };

/** What the add-on uses of Apps Script, and nothing else: any other member throws. Scopes and whitelist hold as at Google. */
export function appsScript(google: Google): Readonly<Record<string, object>> {
  return {
    SpreadsheetApp: spreadsheetApp(google),
    UrlFetchApp: strict('UrlFetchApp', {
      fetch(url: string, { payload, headers }: Sent) {
        demand(google, 'https://www.googleapis.com/auth/script.external_request');
        const listed = google.manifest.urlFetchWhitelist.some((prefix) => url.startsWith(prefix));
        if (!listed) throw new Error(`${url} is not in urlFetchWhitelist`);
        const { status, text } = google.fetch({ url, body: payload, headers: { ...headers } });
        return strict('HTTPResponse', { getResponseCode: () => status, getContentText: () => text });
      },
    }),
    ScriptApp: strict('ScriptApp', {
      getIdentityToken() {
        demand(google, 'openid');
        demand(google, 'https://www.googleapis.com/auth/userinfo.email');
        return google.identityToken;
      },
    }),
    Session: strict('Session', {
      getActiveUser() {
        demand(google, 'https://www.googleapis.com/auth/userinfo.email');
        return strict('User', { getEmail: () => google.user });
      },
    }),
    HtmlService: strict('HtmlService', { createHtmlOutput: htmlOutput }),
    LockService: strict('LockService', {
      getDocumentLock: () => strict('Lock', { tryLock: (_ms: number) => google.lock(), releaseLock: google.unlock }),
    }),
    Utilities: strict('Utilities', { getUuid: () => randomUUID() }),
  };
}
