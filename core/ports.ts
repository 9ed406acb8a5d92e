import type { AuditEntry } from './access/audit.ts';
import type { TownCode } from './ids.ts';
import type { CalendarEntry, Message } from './message/model.ts';
import type { Kind, RecordOf, Versioned } from './records.ts';
import type { Refused } from './refusal.ts';
import type { Result } from './result.ts';
import type { Status } from './status/model.ts';
import type { Instant } from './time.ts';
import type { Effect, Link, OutboxEntry, WorkflowName } from './workflow/model.ts';

export interface Clock {
  now(): Instant;
}

/** State, what must follow, and who did what: saved together or not at all. */
export type Change = {
  /** Saved only if each still has the version it was read with (0: does not exist yet); then stored with version + 1. */
  readonly put: readonly Versioned[];
  /** Removed only if each still has the version it was read with. */
  readonly forget?: readonly Versioned[];
  /** Mirrors for the prefecture of what is removed. */
  readonly unmirror?: readonly Pick<Status, 'town' | 'id'>[];
  /** Mirrors for the prefecture: overwritten as they come. */
  readonly mirror?: readonly Status[];
  readonly outbox?: readonly OutboxEntry[];
  readonly audit?: readonly AuditEntry[];
  /** Lines of the audit log whose time is over, as the store gave them. Twice is harmless. */
  readonly endLines?: readonly AuditLine[];
};

/** An outbox entry as stored. `seq` orders entries; `id` is what `settle` takes. */
export type PendingEntry = OutboxEntry & { readonly id: string; readonly seq: string };

export type Span = { readonly from: Instant; readonly until: Instant };

/** A line of the audit log with its place in it: `before` of the next question. */
export type AuditLine = { readonly key: string; readonly entry: AuditEntry };
export type AuditPart = { readonly within: Span; readonly limit: number; readonly before?: string | undefined };

export interface Store {
  /** Resolves to undefined when there is no such record. Reads its own writes. */
  get<K extends Kind>(kind: K, town: TownCode, id: string): Promise<RecordOf<K> | undefined>;
  /** All records of a kind in a town whose id begins with `under`, in order of id. */
  list<K extends Kind>(kind: K, town: TownCode, under?: string): Promise<readonly RecordOf<K>[]>;
  /** Refuses with `stale`, changing nothing, when a version differs. At most 100 writes; more is a fault. */
  commit(change: Change): Promise<Result<void, { readonly code: 'stale' }>>;
  /** The link with this fingerprint, in whatever town. */
  link(fingerprint: string): Promise<Link | undefined>;
  /** The prefecture's view of all towns. */
  statuses(): Promise<readonly Status[]>;
  /** Entries whose time has come, oldest first; at most `limit`, and only of these types when any are given. */
  dueEntries(now: Instant, limit: number, types?: readonly Effect['type'][]): Promise<readonly PendingEntry[]>;
  /** The next moment at which an entry falls due after `now`; undefined when none waits. */
  nextEntryAt(now: Instant): Promise<Instant | undefined>;
  /** Forgets a delivered entry. Twice is harmless. */
  settle(entry: Pick<PendingEntry, 'town' | 'id'>): Promise<void>;
  /** What was written and read in a town, oldest first; of a span of time, its beginning included and its end not. */
  audit(town: TownCode, within?: Span): Promise<readonly AuditEntry[]>;
  /** The same from the end, at most so many lines, and only those before the line of this key: a log of years is read page by page. */
  auditPart(town: TownCode, part: AuditPart): Promise<readonly AuditLine[]>;
}

export interface Workflows {
  /** Starts a run under this name. A name in use means "already started": not an error. */
  start(workflow: WorkflowName, name: string, input: Readonly<Record<string, string | number>>): Promise<void>;
  /** Ends the wait that holds this token. `gone`: it ended already, by its deadline or an earlier event. */
  complete(token: string): Promise<'completed' | 'gone'>;
}

export interface Mailer {
  /**
   * Hands one mail over. `text` has its link and code filled in; `replyTo` is the reply address of the invitation it is about, if it has one.
   * @throws MailRefused when the address or message is refused for good.
   * @throws MailDeferred when it was surely not taken, and may be later. After anything else nobody knows: a person settles it.
   */
  send(message: Message, text: string, replyTo?: string): Promise<{ readonly providerId: string }>;
  /** Removes the copy it kept of a mail; absent where it keeps none. Twice is harmless. */
  forget?(message: Message): Promise<void>;
}

/** A block of cells to be written, its upper left corner by the name of the tab, line and column (both from 1). */
export type CellBlock = {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
  readonly lines: readonly (readonly string[])[];
};
/** Whole columns of a tab, the first and the last counted from 1; or whole lines. */
export type CellRange = { readonly tab: string } & (
  { readonly columns: readonly [number, number] } | { readonly lines: readonly [number, number] }
);

/**
 * The towns' spreadsheets at Google, by id. Nothing here is repeated by itself: whoever asks decides when, and looks again before writing again.
 * @throws SheetRefused when only a person can help.
 * @throws SheetDeferred when it may go later.
 */
export interface Spreadsheets {
  /** The names of its tabs. */
  tabs(spreadsheet: string): Promise<readonly string[]>;
  /** Each range line by line, as people see it; empty cells at the end are left out. */
  read(spreadsheet: string, ranges: readonly CellRange[]): Promise<readonly (readonly (readonly string[])[])[]>;
  /** All of it or nothing, letter for letter: no text becomes a number or a formula. */
  write(spreadsheet: string, blocks: readonly CellBlock[]): Promise<void>;
}

/** A Google account, as its token says; nothing of ours yet. */
export type Account = {
  readonly mail: string;
  /** Whether Google made sure that the address is theirs; else it proves nothing. */
  readonly mailVerified: boolean;
  /** The Workspace domain it belongs to (`hd`); a private account has none. */
  readonly domain?: string;
};

export interface IdTokens {
  /**
   * Checks signature, issuer, audience and time. Refuses with `sign-in-expired`, or `sign-in-unproven` for all that is not Google's word to us.
   * @throws when Google's keys cannot be had, so that nobody knows.
   */
  accountOf(token: string): Promise<Result<Account, Refused>>;
}

/** A meeting as a calendar file, for whoever takes it from a page (RFC 5545); `now` is its stamp. */
export type CalendarFile = (entry: CalendarEntry, sender: string, now: Instant) => string;

/** Everything that needs a key. Same arguments, same answer: nothing random, nothing to store. */
export interface Secrets {
  /** The personal link's token for one generation of one invitation: 128 bits or more, URL-safe. */
  linkToken(of: {
    readonly town: string;
    readonly meeting: string;
    readonly agency: string;
    readonly generation: number;
  }): string;
  /** A one-way mark of a token, safe to store and to look up. */
  fingerprint(token: string): string;
  /** Six digits, derived from whose it is and when it was asked for. */
  code(whose: string, issuedAt: Instant): string;
  /** A form's nonce, bound to whoever the page was made for, good for the hour of `at`. */
  nonce(whose: string, at: Instant): string;
}
