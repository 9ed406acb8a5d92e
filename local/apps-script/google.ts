import type { Area } from './book.ts';
import type { BookDoor } from './book-door.ts';
import type { Meter } from './meter.ts';

export type FetchRequest = {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
};
export type FetchResponse = { readonly status: number; readonly text: string };
export type MenuItem = { readonly label: string; readonly calls: string };

/** Cells somebody typed in. */
export type Edited = Area & { readonly sheet: string };

/** An execution as it is ordered; its permissions are those of the bundle. */
export type Surroundings = Omit<Google, 'manifest' | 'meter'> & { readonly meter?: Meter };

export type Sidebar = { readonly title: string; readonly html: string };

/** What one execution of the add-on has around it. */
export type Google = {
  readonly book: BookDoor;
  /** What its calls would take at Google. */
  readonly meter: Meter;
  readonly manifest: { readonly oauthScopes: readonly string[]; readonly urlFetchWhitelist: readonly string[] };
  /** Throws as UrlFetchApp does when no answer comes. */
  readonly fetch: (request: FetchRequest) => FetchResponse;
  /** What `ScriptApp.getIdentityToken()` answers: a word that says who is pressing. */
  readonly identityToken: string;
  /** The mail address of whoever presses. */
  readonly user: string;
  /** The line they stand in, counted from 1. */
  readonly row: number;
  /** A simple trigger: it runs before anybody allowed anything, and reaches nothing but the open spreadsheet. */
  readonly isSimple?: boolean;
  readonly showSidebar: (sidebar: Sidebar) => void;
  /** A message that stays in the corner until it is clicked away. */
  readonly toast: (words: string) => void;
  readonly addMenuItem: (item: MenuItem) => void;
  /** Whether nobody else holds the document's lock; while it is held, others are refused. */
  readonly lock: () => boolean;
  readonly unlock: () => void;
};

const OPEN_SHEET = 'https://www.googleapis.com/auth/spreadsheets.currentonly';

/** Scopes hold as at Google: what the manifest does not ask for, nobody has allowed. */
export function demand({ manifest, isSimple = false }: Google, scope: string): void {
  if (isSimple && scope !== OPEN_SHEET) throw new Error(`a simple trigger may not use ${scope}`);
  if (!manifest.oauthScopes.includes(scope)) throw new Error(`the manifest lacks the scope ${scope}`);
}
