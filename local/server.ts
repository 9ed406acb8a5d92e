import type { Person } from '../core/access/model.ts';
import { personIdSchema } from '../core/ids.ts';
import { answerHeaders, type HttpRequest, type HttpResponse } from '../functions/http.ts';
import { seeOther } from '../functions/page/layout.ts';
import { isSheetDoor } from '../functions/sign-in.ts';
import { pageHeaders } from '../functions/page/headers.ts';
import { pageIn } from '../functions/page/pager.ts';
import { failurePage, tooLargePage } from '../functions/page/refusal-page.ts';
import type { App } from './app.ts';
import { executionsPage } from './executions/page.ts';
import { bodyUpTo } from './server/body-up-to.ts';
import { withClockBar } from './server/clock-bar.ts';
import { bounce, inbound, json, moveClock } from './server/dev-doors.ts';
import { isOurs, LOOPBACK } from './server/loopback.ts';
import { outboxMails, outboxPart } from './server/outbox.ts';
import { outboxPage } from './server/outbox-page.ts';
import { clerkForRows, firstPageOf, personaCookie, personaOf, personasPage } from './server/persona.ts';
import { failureWords, storageWords } from './server/settle.ts';
import { sheetDoor } from './sheet/doors.ts';
import { isSheetsApi, sheetsApi } from './sheets-api/door.ts';

type Visit = {
  readonly app: App;
  readonly request: Request;
  readonly url: URL;
  readonly body: string;
  readonly bytes: Buffer;
};
type Door = (visit: Visit) => Promise<HttpResponse>;

/** What only the one machine has: the persona chooser, the outbox, the clock. Everything else is the product's own door. */
const localDoors: Readonly<Record<string, Door>> = {
  'GET /': async ({ app, request }) => personasPage(app, await personaOf(app, request.headers)),
  'POST /': choosePersona,
  'GET /outbox': async ({ app, url }) =>
    outboxPage(await outboxPart(app, pageIn(url.searchParams.get('page') ?? undefined)), app.clock.now()),
  'GET /dev/executions': async ({ app, url }) => executionsPage(app, url.searchParams),
  'GET /dev/outbox.json': async ({ app }) => json(await outboxMails(app)),
  'POST /dev/clock': async ({ app, request, body }) => moveClock(app, body, isForm(request)),
  'POST /dev/bounce': async ({ app, body }) => bounce(app, body),
  'POST /dev/inbound': async ({ app, bytes }) => inbound(app, bytes),
};

// A little more than the largest workbook: what is larger is told so by the page.
const LARGEST_BODY = 8_000_000;
const isForm = (request: Request) =>
  (request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded');

/** Answers one request of the one-machine system. */
export function createFetch(app: App, port: number) {
  return async (request: Request): Promise<Response> => {
    if (!isOurs(request, port)) return toResponse(text(403, 'この機械の中からだけ開けます。'));
    if (!mayAsk(request)) return toResponse(allowing(text(405, 'GET と POST だけ使えます。')));
    const url = new URL(request.url);
    const bytes = await bodyUpTo(request, LARGEST_BODY);
    if (bytes === undefined) return toResponse(await tooLargePage(url.pathname));

    const visit = { app, request, url, body: bytes.toString('utf8'), bytes };
    return toResponse(await answerOf(visit));
  };
}

/** Pages know GET and POST only; Google's API writes with PUT, too. */
function mayAsk({ method, url }: Request): boolean {
  return method === 'GET' || method === 'POST' || (method === 'PUT' && isSheetsApi(new URL(url).pathname));
}

async function answerOf(visit: Visit): Promise<HttpResponse> {
  const { app, request, url } = visit;
  try {
    const door = wideDoor(url.pathname) ?? localDoors[`${request.method} ${url.pathname}`];
    const answer = await (door ?? productDoor)(visit);
    return await withClockBar(app, answer, url.pathname);
  } catch (error) {
    console.error(failureWords(error));
    return failurePage(storageWords(error));
  }
}

function wideDoor(path: string): Door | undefined {
  if (isSheetsApi(path))
    return async ({ app, request, url, body }) =>
      sheetsApi(app, { method: request.method, url, body, headers: request.headers });
  return path.startsWith('/sheet/') ? spreadsheet : undefined;
}

async function spreadsheet({ app, request, url, body }: Visit): Promise<HttpResponse> {
  return sheetDoor(app, { method: request.method, url, body, actor: await personaOf(app, request.headers) });
}

async function productDoor(visit: Visit): Promise<HttpResponse> {
  const { app, request, url, body, bytes } = visit;
  const actor = await whoAsks(visit);
  const asked: HttpRequest = {
    method: request.method === 'POST' ? 'POST' : 'GET',
    path: url.pathname,
    params: {},
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(request.headers),
    body,
    bytes,
    // The loopback serves this machine only.
    address: LOOPBACK,
    ...(actor === undefined ? {} : { actor }),
  };
  if (actor === undefined && /^\/(office|status)/.test(url.pathname)) return seeOther('/');
  const answer = await app.open(asked);
  // What a form set off — mails, the start of a workflow — is there before the next page is looked at.
  if (request.method === 'POST') await app.settle();
  return answer;
}

/** A sheet that brings a token is asked for it, as on AWS; all else on one machine goes by who was chosen. */
async function whoAsks({ app, request, url, body }: Visit) {
  if (isSheetDoor(url.pathname) && request.headers.has('authorization')) return undefined;
  return (await personaOf(app, request.headers)) ?? (await clerkForRows(app, url, body));
}

async function choosePersona({ app, body }: Visit): Promise<HttpResponse> {
  const form = new URLSearchParams(body);
  const person = await personIn(app, form.get('person') ?? '');
  if (person === undefined) return seeOther('/');
  const there = seeOther(firstPageOf(person, form.get('to')));
  return { ...there, headers: { ...there.headers, 'set-cookie': personaCookie(person.id) } };
}

async function personIn({ deps }: App, id: string): Promise<Person | undefined> {
  const known = personIdSchema.safeParse(id);
  return known.success ? deps.store.get('person', deps.prefecture, known.data) : undefined;
}

function text(status: number, body: string): HttpResponse {
  return { status, headers: { ...pageHeaders, 'content-type': 'text/plain; charset=utf-8' }, body: `${body}\n` };
}

function allowing(answer: HttpResponse): HttpResponse {
  return { ...answer, headers: { ...answer.headers, allow: 'GET, POST' } };
}

function toResponse({ status, headers, body, bytes }: HttpResponse): Response {
  return new Response(bytes === undefined ? body : Buffer.from(bytes), {
    status,
    headers: { ...answerHeaders, ...headers },
  });
}
