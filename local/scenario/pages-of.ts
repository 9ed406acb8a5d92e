import type { Actor } from '../../core/access/model.ts';
import type { Deps } from '../../core/commands/command.ts';
import type { Meeting } from '../../core/meeting/model.ts';
import { messageOf } from '../../core/refusal-words.ts';
import { readLink } from '../../functions/answer-invitation/visit.ts';
import { papersKey } from '../../functions/answer-invitation/papers-key.ts';
import type { HttpHandler, HttpRequest, HttpResponse } from '../../functions/http.ts';
import type { Outcome } from './world.ts';

/** A system whose pages can be opened, on one machine or on AWS. */
export type Site = { readonly deps: Deps; readonly open: HttpHandler };

// More pages than any scenario has; a page that links to ever new ones must not run for ever.
const MOST_PAGES = 1000;

/** The text of everything an actor can open: staff follow every link from their first page, agencies open theirs. */
export async function pagesOf(app: Site, actor: Actor): Promise<string> {
  const pages = actor.kind === 'agency' ? await agencyPages(app, actor.id) : await staffPages(app, actor);
  return pages.map(textOf).join('\n');
}

/** What a page answers to whoever asks for it by its path. */
export async function openPath(app: Site, actor: Actor, path: string): Promise<Outcome> {
  const closed = await closedLink(app, path);
  if (closed !== undefined) return closed;
  const { status, body } = await get(app, path, actor.kind === 'staff' ? { actor } : {});
  if (status < 400) return { ok: true };
  return { ok: false, code: codes[status] ?? `http-${String(status)}`, message: textOf(body).slice(0, 200) };
}

/** A page tells nobody why a link opens nothing; whoever writes scenarios is told. */
async function closedLink({ deps }: Site, path: string): Promise<Outcome | undefined> {
  const [, token] = /^\/a\/([^/?]+)/.exec(path) ?? [];
  const visit = token === undefined ? undefined : await readLink(deps, token);
  return visit?.ok === false ? { ok: false, code: visit.error.code, message: messageOf(visit.error) } : undefined;
}

const codes: Readonly<Record<number, string>> = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'unknown-path',
};

async function staffPages(app: Site, actor: Actor): Promise<readonly string[]> {
  const waiting = ['/status', '/office', ...(await recordPaths(app))];
  const known = new Set(waiting);
  const pages: string[] = [];
  for (let path = waiting.shift(); path !== undefined && known.size < MOST_PAGES; path = waiting.shift()) {
    const { status, body, headers } = await get(app, path, { actor });
    if (status === 200) pages.push(body);
    // Who works for one town is led from the list of towns straight to it.
    const links = status === 303 ? [headers['location'] ?? '/office'] : linksIn(status === 200 ? body : '');
    const fresh = links.filter((link) => !known.has(link));
    for (const link of new Set(fresh)) {
      known.add(link);
      waiting.push(link);
    }
  }
  return pages;
}

/** Every case, meeting and plan, by its address: whoever knows it may try, linked or not. */
async function recordPaths({ deps }: Site): Promise<readonly string[]> {
  const towns = await deps.store.list('town', deps.prefecture);
  const folders = [
    ['cases', 'case'],
    ['meetings', 'meeting'],
    ['plans', 'plan'],
  ] as const;
  const paths = towns.flatMap((town) =>
    folders.map(async ([folder, kind]) => {
      const records = await deps.store.list(kind, town.id);
      return records.map(({ id }) => `/office/${town.id}/${folder}/${encodeURIComponent(id)}`);
    }),
  );
  return (await Promise.all(paths)).flat();
}

async function agencyPages(app: Site, agency: string): Promise<readonly string[]> {
  const { deps } = app;
  const towns = await deps.store.list('town', deps.prefecture);
  const meetings = (await Promise.all(towns.map((town) => deps.store.list('meeting', town.id)))).flat();
  const pages = meetings.map((meeting) => invitationPages(app, meeting, agency));
  return (await Promise.all(pages)).flat();
}

/** The page of the link, and the papers as they are open to whoever took note of the duty last. */
async function invitationPages(app: Site, meeting: Meeting, agency: string): Promise<readonly string[]> {
  const { deps } = app;
  const invitation = meeting.invitations.find((one) => one.agency === agency);
  if (invitation === undefined) return [];
  const { generation } = invitation;
  const token = deps.secrets.linkToken({ town: meeting.town, meeting: meeting.id, agency, generation });
  const visit = await readLink(deps, token);
  if (!visit.ok) return [];

  const path = `/a/${token}`;
  const opened = invitation.acknowledgements?.at(-1)?.opened;
  const [cookie = ''] = papersKey(deps, visit.value, requestFor(path, {}), opened).split(';');
  const pages = await Promise.all([get(app, path, {}), get(app, `${path}/papers`, { cookie })]);
  return pages.filter(({ status }) => status === 200).map(({ body }) => body);
}

type Visitor = { readonly actor?: Actor; readonly cookie?: string };

async function get(app: Site, target: string, visitor: Visitor): Promise<HttpResponse> {
  return app.open(requestFor(target, visitor));
}

function requestFor(target: string, { actor, cookie }: Visitor): HttpRequest {
  const url = new URL(target, 'http://localhost');
  return {
    method: 'GET',
    path: url.pathname,
    params: {},
    query: Object.fromEntries(url.searchParams),
    headers: cookie === undefined ? {} : { cookie },
    body: '',
    ...(actor === undefined ? {} : { actor }),
  };
}

function linksIn(page: string): readonly string[] {
  return [...page.matchAll(/href="([^"#]+)"/g)]
    .map(([, link = '']) => link.replaceAll('&amp;', '&'))
    .filter((link) => link.startsWith('/office') || link.startsWith('/status'));
}

/** What a reader reads: neither tags nor the words of style and script. */
export function textOf(page: string): string {
  return page
    .replaceAll(/<(style|script)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
