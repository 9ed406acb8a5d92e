import * as z from 'zod';
import type { Staff } from '../../../core/access/model.ts';
import { answerJson, type HttpHandler, type HttpRequest, type HttpResponse, readJson } from '../../http.ts';
import type { Page, PageResponse } from '../../page/layout.ts';
import { html } from 'hono/html';
import { style } from '../../page/style.ts';
import { refusalResponse } from '../../refusals.ts';

export const SIDEBAR_PATH = '/v1/sidebar';
/** The sender's own town: the sidebar does not know its code. */
const HOME = /^\/office\/home(?=\/|$|\?)/;
/** Addresses are read against it; it is never asked for. */
const ORIGIN = 'https://office';

const askedSchema = z.object({
  /** An address of the office, as its links name it; below `/office/home` for the sender's own town. */
  path: z.string(),
  /** A form of that page, filled in. */
  form: z.string().optional(),
  /** Whether the style sheet is wanted along: it belongs to these pages, not to the add-on. */
  style: z.boolean().default(false),
});
type Asked = z.infer<typeof askedSchema>;

const NO_PAGE: Page = { title: '', main: html`` };

export type Pages = (request: HttpRequest) => Promise<PageResponse>;

/**
 * `POST /v1/sidebar`: a page of the office, or one of its forms taken, for a desk that reaches Google and nothing else. It answers
 * `{status, title, html, path, who, nav, style?}`, `status` being the page's own.
 */
export function sidebarDoor(pages: Pages): HttpHandler {
  return async (request) => {
    const { actor } = request;
    if (actor?.kind !== 'staff') return refusalResponse({ code: 'forbidden' });
    const asked = askedSchema.safeParse(readJson(request.body));
    const wanted = asked.success ? addressIn(asked.data.path, actor) : undefined;
    if (!asked.success || wanted === undefined)
      return refusalResponse({ code: 'bad-input', field: 'path', problem: '画面の名前が読めませんでした。' });
    return answer(await visited(pages, { request, asked: asked.data, at: wanted }), asked.data);
  };
}

type Visit = { readonly request: HttpRequest; readonly asked: Asked; readonly at: URL };
type Seen = { readonly shown: PageResponse; readonly at: URL };

/** After a form was taken, the page it leads to. */
async function visited(pages: Pages, { request, asked, at }: Visit): Promise<Seen> {
  const visit = (to: URL) => ({ ...request, path: to.pathname, params: paramsIn(to), query: queryIn(to) });
  const { form } = asked;
  const shown = await pages({
    ...visit(at),
    method: form === undefined ? 'GET' : 'POST',
    body: form ?? '',
  });
  const next = shown.headers['location'];
  if (next === undefined) return { shown, at };
  const then = new URL(next, at);
  return { shown: await pages({ ...visit(then), method: 'GET', body: '' }), at: then };
}

async function answer({ shown, at }: Seen, asked: Asked): Promise<HttpResponse> {
  const { title, main, who = '', nav = [] } = shown.page ?? NO_PAGE;
  const path = `${at.pathname}${at.search}`;
  const said = { status: shown.status, title, html: String(await main), path, who, nav };
  return answerJson(asked.style ? { ...said, style } : said);
}

/** Undefined for what is no address of the office. */
function addressIn(path: string, { serves }: Staff): URL | undefined {
  const own = serves === undefined ? '/office' : `/office/${serves}`;
  const named = path.replace(HOME, own);
  const url = URL.canParse(named, ORIGIN) ? new URL(named, ORIGIN) : undefined;
  return url?.origin === ORIGIN && isOffice(url.pathname) ? url : undefined;
}

const isOffice = (pathname: string) => /^\/office(\/|$)/.test(pathname) && wellWritten(pathname);

/** No page has an address that holds what is no text (`%ff`). */
function wellWritten(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/** As API Gateway names the parts of `/office/{town}/{page+}`. */
function paramsIn({ pathname }: URL): HttpRequest['params'] {
  const [, , town = '', ...page] = pathname.split('/').map((part) => decodeURIComponent(part));
  if (town === '') return {};
  return page.length === 0 ? { town } : { town, page: page.join('/') };
}

function queryIn({ searchParams }: URL): HttpRequest['query'] {
  return Object.fromEntries(searchParams);
}
