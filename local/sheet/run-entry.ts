import type { Staff } from '../../core/access/model.ts';
import type { App } from '../app.ts';
import { accountOf } from '../google/accounts.ts';
import { execute, type Shown } from '../apps-script/run-in-thread.ts';
import type { FetchRequest, FetchResponse } from '../apps-script/google.ts';
import { addonBundle } from './bundles.ts';
import type { LiveBook } from './live-book.ts';

/** What is to run, and the line its person stands in. */
type Run = { readonly entry: string; readonly args?: readonly unknown[]; readonly row?: number | undefined };

/** Runs an entry point of the add-on as the person at the spreadsheet; its requests go to the product's own door, as from Google. */
export async function runEntry(app: App, book: LiveBook, person: Staff, { row = 1, ...call }: Run): Promise<Shown> {
  const user = await addressOf(app, person);
  const identityToken = app.tokenFor(user);
  let holding = false;
  const unlock = () => {
    if (holding) book.unlock();
    holding = false;
  };
  const around = {
    book: book.door,
    identityToken,
    user,
    row,
    fetch: (request: FetchRequest) => fetched(app, request),
    lock: () => (holding ||= book.lock()),
    unlock,
  };
  try {
    const addon = await addonBundle();
    return await book.during(execute(addon, call, around));
  } finally {
    unlock();
  }
}

/** Whether the menu and triggers of the add-on could call it. */
export async function isEntryPoint(name: string): Promise<boolean> {
  return (await addonBundle()).code.includes(`\nfunction ${name}() {`);
}

async function addressOf({ deps }: App, { id }: Staff): Promise<string> {
  const person = await deps.store.get('person', deps.prefecture, id);
  return accountOf(person ?? { id });
}

async function fetched(app: App, { url, headers, body }: FetchRequest): Promise<FetchResponse> {
  const path = new URL(url).pathname;
  const { status, body: text } = await app.open({ method: 'POST', path, params: {}, query: {}, headers, body });
  await app.settle();
  return { status, text };
}
