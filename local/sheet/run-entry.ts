import type { Staff } from '../../core/access/model.ts';
import type { App } from '../app.ts';
import { execute, type Shown } from '../apps-script/run-in-thread.ts';
import type { FetchRequest, FetchResponse } from '../apps-script/google.ts';
import { addonBundle } from './bundles.ts';
import type { LiveBook } from './live-book.ts';

/** What is to run, and the line its person stands in. */
type Run = { readonly entry: string; readonly args?: readonly unknown[]; readonly row?: number | undefined };

/** Runs an entry point of the add-on as the person at the spreadsheet; its requests go to the product's own door, as from Google. */
export async function runEntry(app: App, book: LiveBook, person: Staff, { row = 1, ...call }: Run): Promise<Shown> {
  const identityToken = `local:${person.id}`;
  let holding = false;
  const unlock = () => {
    if (holding) book.unlock();
    holding = false;
  };
  const around = {
    book: book.door,
    identityToken,
    user: `${person.id}@example.jp`,
    row,
    fetch: (request: FetchRequest) => fetched(app, person, identityToken, request),
    lock: () => (holding ||= book.lock()),
    unlock,
  };
  try {
    return await execute(await addonBundle(), call, around);
  } finally {
    unlock();
  }
}

/** Whether the menu and triggers of the add-on could call it. */
export async function isEntryPoint(name: string): Promise<boolean> {
  return (await addonBundle()).code.includes(`\nfunction ${name}() {`);
}

async function fetched(app: App, person: Staff, token: string, request: FetchRequest): Promise<FetchResponse> {
  const known = request.authorization === `Bearer ${token}`;
  const { status, body } = await app.open({
    method: 'POST',
    path: new URL(request.url).pathname,
    params: {},
    query: {},
    headers: { authorization: request.authorization },
    body: request.body,
    ...(known ? { actor: person } : {}),
  });
  await app.settle();
  return { status, text: body };
}
