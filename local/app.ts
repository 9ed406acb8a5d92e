import { join } from 'node:path';
import { openDatabase } from '../adapters/embedded/database.ts';
import { createEngine } from '../adapters/embedded/engine/runner.ts';
import { sqliteStore } from '../adapters/embedded/sqlite-store.ts';
import { googleIdTokens } from '../adapters/google/id-tokens.ts';
import { calendarFileFrom } from '../adapters/mail/calendar-part.ts';
import { hmacSecrets } from '../adapters/node/secrets.ts';
import type { TownCode } from '../core/ids.ts';
import type { Spreadsheets } from '../core/ports.ts';
import { tellingSheets } from '../core/push/telling-store.ts';
import type { Instant } from '../core/time.ts';
import { type Effect, effectTypes } from '../core/workflow/model.ts';
import { nextEntryDeadline, nextStageDeadline } from './app/deadlines.ts';
import { readDefinitions } from './app/definitions.ts';
import { linkKey } from './app/link-key.ts';
import { createMailer, OWN_DOMAIN, senderOf, type Smtp } from './app/mailer.ts';
import { openDoor } from './app/routes.ts';
import { openSentLog } from './app/sent-log.ts';
import { invokeOf } from './app/tasks.ts';
import { passTime } from './app/passing-time.ts';
import { openClock } from './clock.ts';
import { LOCAL_CLIENT, localAccounts } from './google/accounts.ts';
import { keepBooks } from './sheet/kept-books.ts';
import { townBooks } from './sheet/town-books.ts';
import { noSpreadsheets } from './app/no-spreadsheets.ts';
import { createHandlers, type Handlers } from './handlers.ts';

/** The one file of a data folder that matters; mails lie beside it. */
export const DATABASE_FILE = 'tsudoi.sqlite';

/** As much of the outbox as is delivered before the engine has its turn. */
const BATCH = 100;

/** The account of the workbooks in the browser; any will do there. */
const SHEETS_ACCOUNT = 'tsudoi@local.example.jp';

type Pushing = {
  readonly spreadsheets: Spreadsheets;
  readonly pause: (milliseconds: number) => Promise<void>;
};

export type AppOptions = {
  /** Where the data live; in memory when left out. */
  readonly folder?: string | undefined;
  readonly now?: Instant | undefined;
  readonly frozen?: boolean | undefined;
  /** Mails then leave one by one, beside everything else (`sendMails`). */
  readonly smtp?: Smtp | undefined;
  /** Where towns' sheets are written by themselves; nowhere when left out. */
  readonly sheets?: Pushing | undefined;
  readonly prefecture: TownCode;
  /** `http://127.0.0.1:8080`, without a slash at the end. */
  readonly publicUrl: string;
};
export type App = ReturnType<typeof createApp>;

/** The whole system in one process: one database, one clock, one engine, and the handlers of every function. */
export function createApp({ folder, now, frozen, smtp, sheets, prefecture, publicUrl }: AppOptions) {
  const database = openDatabase(folder === undefined ? ':memory:' : join(folder, DATABASE_FILE));
  const clock = openClock(database, { now, frozen });
  const store = tellingSheets(sqliteStore(database), { clock, prefecture });
  const sent = openSentLog(database);
  const engine = createEngine({
    database,
    clock,
    definitions: readDefinitions(),
    // The engine calls the handlers, and the handlers start and wake the engine.
    invoke: (name, payload) => invokeOf(handlers)(name, payload),
  });
  const accounts = localAccounts();
  const deps = {
    idTokens: googleIdTokens({ clients: [LOCAL_CLIENT], fetchKeys: accounts.keys }),
    store,
    clock,
    secrets: hmacSecrets(linkKey(database)),
    prefecture,
    sheetsAccount: SHEETS_ACCOUNT,
    ...(sheets ?? noSpreadsheets),
    door: 'scenario' as const,
    publicUrl,
    workflows: engine,
    // A town's own mail server hands nothing to us.
    replyDomain: smtp === undefined ? OWN_DOMAIN : undefined,
    mailer: sent.noting(createMailer(folder, smtp)),
    calendarFile: calendarFileFrom(senderOf(smtp)),
  };
  const handlers: Handlers = createHandlers(deps);
  const atOnce = effectTypes.filter((type) => type !== 'mail' || smtp === undefined);
  const due = async (types: readonly Effect['type'][], limit: number) => store.dueEntries(clock.now(), limit, types);

  return {
    deps,
    handlers,
    publicUrl,
    clock,
    engine,
    /** Google's sign-in, as the one machine stands in for it. */
    tokenFor: accounts.tokenFor,
    ...passTime({
      store,
      clock,
      engine,
      nextStageDeadline: () => nextStageDeadline({ store, clock, engine, prefecture }),
      nextEntryDeadline: () => nextEntryDeadline({ store, clock, engine, prefecture }),
      dueEntries: async () => due(atOnce, BATCH),
      deliver: handlers['dispatch-outbox'],
    }),
    /** Sends the oldest mails that are due, and says how many it tried. Where mails leave at once, none are left. */
    async sendMails(most: number) {
      const mails = await due(['mail'], most);
      await handlers['dispatch-outbox'](mails);
      return mails.length;
    },
    /** Writes the towns' sheets that wait, and says how many it looked at. */
    pushSheets: async () => (await handlers['push-sheets']()).looked,
    /** Mails go to real people: nobody may play with the time. */
    isReal: smtp !== undefined,
    /** Hands a request to the function whose route it matches. */
    open: openDoor(handlers),
    /** The spreadsheet of a town. */
    bookOf: townBooks(keepBooks(database)),
    /** Every mail that went out, in the order of sending. */
    sentMails: () => sent.messages(store),
    close() {
      database.close();
    },
  };
}
