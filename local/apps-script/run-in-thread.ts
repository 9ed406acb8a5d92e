import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { Built } from '../../sheets-addon/build.ts';
import { answerCalls, type Call } from './asking.ts';
import type { BookDoor } from './book-door.ts';
import type { FetchRequest, FetchResponse, MenuItem, Sidebar } from './google.ts';
import { LONGEST_MS } from './meter.ts';
import type { Call as Entry } from './run-addon.ts';

/** What an execution has around it, seen from the main thread: its requests may take their time. */
export type Around = {
  readonly book: BookDoor;
  readonly fetch: (request: FetchRequest) => Promise<FetchResponse>;
  readonly identityToken: string;
  readonly user: string;
  readonly row: number;
  readonly lock: () => boolean;
  readonly unlock: () => void;
};
/** What an execution left on the screen. */
export type Shown = {
  readonly toasts: readonly string[];
  readonly menu: readonly MenuItem[];
  readonly sidebar?: Sidebar | undefined;
  /** What the entry point answered, as JSON. */
  readonly returned: string;
  /** What its calls to the spreadsheet would have taken at Google. */
  readonly googleMs: number;
};

/** Runs one entry point in a thread of its own. Throws what the add-on threw, and when it takes longer than Google lets it. */
export async function execute(built: Built, { entry, args = [] }: Entry, around: Around): Promise<Shown> {
  const { book, fetch, lock, unlock, identityToken, user, row } = around;
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1: port, port2: theirs } = new MessageChannel();
  const toasts: string[] = [];
  const menu: MenuItem[] = [];
  const sidebars: Sidebar[] = [];
  let [returned, googleMs] = ['null', 0];
  const screen = {
    toast: (words: string) => toasts.push(words),
    addMenuItem: (item: MenuItem) => menu.push(item),
    showSidebar: (shown: Sidebar) => sidebars.push(shown),
    returned(text: string, ms: number) {
      [returned, googleMs] = [text, ms];
    },
  };
  answerCalls(port, signal, (call) => done({ ...book, ...screen, fetch, lock, unlock }, call));

  const worker = new Worker(new URL('execution-thread.ts', import.meta.url), {
    workerData: { built, call: { entry, args }, identityToken, user, row, port: theirs, signal },
    transferList: [theirs],
    execArgv: [],
  });
  try {
    await once(worker, 'exit', { signal: AbortSignal.timeout(LONGEST_MS) });
    return { toasts, menu, returned, googleMs, sidebar: sidebars.at(-1) };
  } finally {
    port.close();
    await worker.terminate();
  }
}

function done(doors: object, { name, args }: Call): unknown {
  const door: unknown = Reflect.get(doors, name);
  if (typeof door !== 'function') throw new Error(`nobody answers ${name}`);
  return Reflect.apply(door, doors, args);
}
