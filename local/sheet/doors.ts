import type * as z from 'zod';
import type { Actor, Staff, Town } from '../../core/access/model.ts';
import { townCodeSchema } from '../../core/ids.ts';
import { readJson, type HttpResponse } from '../../functions/http.ts';
import { seeOther } from '../../functions/page/layout.ts';
import { noSuchPage, showRefusal } from '../../functions/page/refusal-page.ts';
import type { App } from '../app.ts';
import { json } from '../server/dev-doors.ts';
import { type View, viewBundle } from './bundles.ts';
import { afterTyping } from './edit-trigger.ts';
import type { LiveBook } from './live-book.ts';
import { fileOf, framePage, type OtherSheet, sheetPage } from './page.ts';
import { isEntryPoint, runEntry } from './run-entry.ts';
import { type Called, callSchema, editsSchema, movesSchema, type News, runSchema } from './wire.ts';

type Asked = { readonly method: string; readonly url: URL; readonly body: string; readonly actor: Actor | undefined };
type Desk = { readonly app: App; readonly town: Town; readonly book: LiveBook; readonly person: Staff };

/** What is the same for every town. */
const files: Readonly<Record<string, (view: View) => HttpResponse>> = {
  'view.js': ({ script }) => fileOf('text/javascript', script),
  'view.css': ({ style }) => fileOf('text/css', style),
  frame: ({ frame }) => framePage(frame),
};

/** `/sheet/…`: the browser spreadsheet of one machine. A sheet belongs to one town, and opens to those who work there. */
export async function sheetDoor(app: App, asked: Asked): Promise<HttpResponse> {
  const [, , place = '', action = ''] = asked.url.pathname.split('/');
  const file = Object.hasOwn(files, place) ? files[place] : undefined;
  if (file !== undefined) return file(await viewBundle());

  const town = await townAt(app, place);
  if (town === undefined) return noSuchPage();
  if (asked.actor === undefined) return forNobody(action);
  const person = worksFor(town, asked.actor);
  return person === undefined
    ? showRefusal({ code: 'forbidden' })
    : answer({ app, town, book: app.bookOf(town.id), person }, asked, action);
}

/** Who comes chooses first who they are; a page that is open is told so. */
function forNobody(action: string): HttpResponse {
  return action === '' ? seeOther('/') : json({ error: NOBODY }, 401);
}

/** The first clerk of each other town. */
async function otherSheets({ app: { deps }, town: own }: Desk): Promise<readonly OtherSheet[]> {
  const { store, prefecture } = deps;
  const [towns, people] = await Promise.all([store.list('town', prefecture), store.list('person', prefecture)]);
  return towns.flatMap((town) => {
    const clerk = people.find(({ role, serves }) => role === 'clerk' && serves === town.id);
    return clerk === undefined || town.id === own.id ? [] : [{ town, clerk }];
  });
}

function worksFor(town: Town, actor: Actor): Staff | undefined {
  return actor.kind === 'staff' && actor.serves === town.id ? actor : undefined;
}

async function answer(desk: Desk, { method, url, body }: Asked, action: string): Promise<HttpResponse> {
  const { book, town, person } = desk;
  switch (`${method} ${action}`) {
    case 'GET ':
      return sheetPage({ town, who: person.id, others: await otherSheets(desk) });
    case 'GET news':
      return json(book.newsSince(url.searchParams.get('since') ?? '', url.searchParams.get('order') ?? ''));
    case 'POST edit':
      return said(editsSchema, body, async ({ since, order, edits }) => {
        if (edits.some(({ sheet }) => book.door.facts(sheet) === null)) return undefined;
        await afterTyping(book, book.type(edits, order));
        return book.newsSince(since, order);
      });
    case 'POST move':
      return said(movesSchema, body, async ({ since, order, move }) => {
        if (book.door.facts(move.sheet) === null) return undefined;
        await book.whenQuiet();
        book.move(move, order);
        return book.newsSince(since, order);
      });
    case 'POST run':
      return said(runSchema, body, (run) => ran(desk, run));
    case 'POST call':
      return said(callSchema, body, (call) => called(desk, call));
    default:
      return noSuchPage();
  }
}

const NOBODY = 'だれとして開いているかが分かりません。別のタブで立場を選んでください。打った行はそのままです。';
const WORDS = '読めない内容でした。打った行はそのままです。表計算の画面を開き直してください。';

/** Undefined when the page asks for an entry point or a tab that is not there: it is older than what runs here. */
async function ran(desk: Desk, { since, ...run }: z.infer<typeof runSchema>): Promise<News | undefined> {
  const { app, book, person } = desk;
  if (!(await mayRun(desk, run))) return undefined;
  const { toasts, menu, sidebar } = await runEntry(app, book, person, { ...run, row: rowNow(book, run) });
  return {
    ...book.newsSince(since, run.order),
    toasts: [...toasts],
    ...(sidebar === undefined ? {} : { sidebar }),
    ...(menu.length === 0 ? {} : { menu: [...menu] }),
  };
}

/** google.script.run: what the function threw goes to the caller, as at Google. */
async function called(desk: Desk, call: z.infer<typeof callSchema>): Promise<Called | undefined> {
  if (!(await mayRun(desk, call))) return undefined;
  try {
    const { returned } = await runEntry(desk.app, desk.book, desk.person, { ...call, row: rowNow(desk.book, call) });
    return { returned };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

type Standing = Pick<z.infer<typeof callSchema>, 'active' | 'row' | 'order'>;

/** The line somebody stands in, wherever it moved since their page looked. */
function rowNow(book: LiveBook, { active, row, order }: Standing): number | undefined {
  return active === undefined || row === undefined ? row : book.rowNow(active, row, order);
}

async function mayRun({ book }: Desk, { entry, active }: Pick<z.infer<typeof callSchema>, 'entry' | 'active'>) {
  if (!(await isEntryPoint(entry)) || (active !== undefined && book.door.facts(active) === null)) return false;
  if (active !== undefined) book.look(active);
  return true;
}

async function said<Schema extends z.ZodType>(
  schema: Schema,
  body: string,
  then: (value: z.output<Schema>) => Promise<News | Called | undefined>,
): Promise<HttpResponse> {
  const read = schema.safeParse(readJson(body));
  const answered = read.success ? await then(read.data) : undefined;
  return answered === undefined ? json({ error: WORDS }, 400) : json(answered);
}

async function townAt({ deps }: App, place: string): Promise<Town | undefined> {
  const code = townCodeSchema.safeParse(place);
  return code.success ? deps.store.get('town', deps.prefecture, code.data) : undefined;
}
