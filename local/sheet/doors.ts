import type * as z from 'zod';
import type { Actor, Staff, Town } from '../../core/access/model.ts';
import { townCodeSchema } from '../../core/ids.ts';
import type { HttpResponse } from '../../functions/http.ts';
import { seeOther } from '../../functions/page/layout.ts';
import { noSuchPage, showRefusal } from '../../functions/page/refusal-page.ts';
import type { App } from '../app.ts';
import { json } from '../server/dev-doors.ts';
import { parsedJson } from '../server/parsed-json.ts';
import { viewBundle } from './bundles.ts';
import type { LiveBook } from './live-book.ts';
import { fileOf, sheetPage } from './page.ts';
import { isEntryPoint, runEntry } from './run-entry.ts';
import { editsSchema, type News, runSchema } from './wire.ts';

type Asked = { readonly method: string; readonly url: URL; readonly body: string; readonly actor: Actor | undefined };
type Desk = { readonly app: App; readonly town: Town; readonly book: LiveBook; readonly person: Staff };

/** `/sheet/…`: the browser spreadsheet of one machine. A sheet belongs to one town, and opens to those who work there. */
export async function sheetDoor(app: App, asked: Asked): Promise<HttpResponse> {
  const [, , place = '', action = ''] = asked.url.pathname.split('/');
  if (place === 'view.js') return fileOf('text/javascript', (await viewBundle()).script);
  if (place === 'view.css') return fileOf('text/css', (await viewBundle()).style);

  const town = await townAt(app, place);
  if (town === undefined) return noSuchPage();
  if (asked.actor === undefined) return seeOther('/');
  const person = worksFor(town, asked.actor);
  return person === undefined
    ? showRefusal({ code: 'forbidden' })
    : answer({ app, town, book: app.bookOf(town.id), person }, asked, action);
}

function worksFor(town: Town, actor: Actor): Staff | undefined {
  return actor.kind === 'staff' && actor.serves === town.id ? actor : undefined;
}

async function answer(desk: Desk, { method, url, body }: Asked, action: string): Promise<HttpResponse> {
  const { book, town, person } = desk;
  switch (`${method} ${action}`) {
    case 'GET ':
      return sheetPage(town, person.id);
    case 'GET news':
      return json(book.newsSince(url.searchParams.get('since') ?? ''));
    case 'POST edit':
      return said(editsSchema, body, ({ since, edits }) => {
        book.type(edits);
        return book.newsSince(since);
      });
    case 'POST run':
      return said(runSchema, body, (run) => ran(desk, run));
    default:
      return noSuchPage();
  }
}

const WORDS = '読めない内容でした。打った行はそのままです。表計算の画面を開き直してください。';

/** Undefined when the page asks for an entry point or a tab that is not there: it is older than what runs here. */
async function ran({ app, book, person }: Desk, { since, entry, active }: z.infer<typeof runSchema>) {
  if (!(await isEntryPoint(entry)) || (active !== undefined && book.door.facts(active) === null)) return undefined;
  if (active !== undefined) book.look(active);
  const { toasts, menu } = await runEntry(app, book, person, entry);
  return { ...book.newsSince(since), toasts: [...toasts], ...(menu.length === 0 ? {} : { menu: [...menu] }) };
}

async function said<Schema extends z.ZodType>(
  schema: Schema,
  body: string,
  then: (value: z.output<Schema>) => News | Promise<News | undefined>,
): Promise<HttpResponse> {
  const read = schema.safeParse(parsedJson(body));
  const news = read.success ? await then(read.data) : undefined;
  return news === undefined ? json({ error: WORDS }, 400) : json(news);
}

async function townAt({ deps }: App, place: string): Promise<Town | undefined> {
  const code = townCodeSchema.safeParse(place);
  return code.success ? deps.store.get('town', deps.prefecture, code.data) : undefined;
}
