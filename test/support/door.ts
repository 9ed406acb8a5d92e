import { perform } from '../../core/commands/perform.ts';
import type { Verb } from '../../core/commands/menu.ts';
import type { Actor } from '../../core/access/model.ts';
import { staffOf } from '../../core/access/rules.ts';
import { personIdSchema, townCodeSchema } from '../../core/ids.ts';
import { readInstant } from '../../core/time.ts';
import type { HttpRequest, HttpResponse } from '../../functions/http.ts';
import { type App, createApp } from '../../local/app.ts';
import { demoScenario } from '../../local/demo/play-demo.ts';
import { actorNamed } from '../../local/scenario/app-world.ts';
import type { Given } from '../../local/scenario/given.ts';
import { seed } from '../../local/scenario/seed.ts';

export const town = townCodeSchema.parse('393011');

/** The whole system in memory, with the towns, people and agencies of 事例その１ and no case yet; its clock stands still. */
export async function openOffice(more: Partial<Given> = {}) {
  const { clock, given: demo } = demoScenario();
  const given = {
    ...demo,
    ...more,
    towns: { ...demo.towns, ...more.towns },
    people: { ...demo.people, ...more.people },
  };
  const app = createApp({
    now: clock,
    frozen: true,
    prefecture: given.prefecture.code,
    publicUrl: 'https://tsudoi.example.jp',
  });
  await seed(app.deps.store, given);

  return {
    app,
    /** Does a verb as somebody and lets all follow that follows; a refusal fails the test. */
    async does(who: string, verb: Verb, said: unknown): Promise<void> {
      const done = await perform(app.deps, await actorNamed(app, who), verb, said);
      if (!done.ok) throw new Error(`${verb}: ${done.error.code}`);
      await app.settle();
    },
    get: async (path: string, visitor: Visitor = {}) =>
      app.open(await requestOf(app, { method: 'GET', path, visitor })),
    post: async (path: string, form: Form, visitor: Visitor = {}) => {
      const answer = await app.open(await requestOf(app, { method: 'POST', path, visitor, body: encoded(form) }));
      await app.settle();
      return answer;
    },
    /** A body that is no form: what a program sends. */
    async postRaw(path: string, body: string, visitor: Visitor = {}) {
      const answer = await app.open(await requestOf(app, { method: 'POST', path, visitor, body }));
      await app.settle();
      return answer;
    },
    async at(moment: string): Promise<void> {
      const to = readInstant(moment);
      if (to === undefined) throw new Error(`${moment} is no moment`);
      await app.moveTo(to);
    },
  };
}
export type OpenedOffice = Awaited<ReturnType<typeof openOffice>>;

type Visitor = { readonly as?: string; readonly cookie?: string; readonly headers?: Readonly<Record<string, string>> };
type Form = Readonly<Record<string, string | readonly string[]>>;
type Asked = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly visitor: Visitor;
  readonly body?: string;
};

async function requestOf(app: App, { method, path, visitor, body = '' }: Asked): Promise<HttpRequest> {
  const url = new URL(path, 'http://localhost');
  const actor: Actor | undefined = visitor.as === undefined ? undefined : await staffNamed(app, visitor.as);
  return {
    method,
    path: url.pathname,
    params: {},
    query: Object.fromEntries(url.searchParams),
    headers: { ...visitor.headers, ...(visitor.cookie === undefined ? {} : { cookie: visitor.cookie }) },
    body,
    ...(actor === undefined ? {} : { actor }),
  };
}

async function staffNamed({ deps }: App, id: string): Promise<Actor> {
  const person = await deps.store.get('person', deps.prefecture, personIdSchema.parse(id));
  if (person === undefined) throw new Error(`nobody is called ${id}`);
  return staffOf(person);
}

function encoded(form: Form): string {
  const sent = new URLSearchParams();
  for (const [name, values] of Object.entries(form)) for (const value of [values].flat()) sent.append(name, value);
  return sent.toString();
}

/** The nonce in the page's first form. */
export function nonceIn({ body }: Pick<HttpResponse, 'body'>): string {
  return /name="nonce"\s+value="([^"]+)"/.exec(body)?.[1] ?? '';
}

/** 事例その１ in short: two members, three agencies of which one has only a FAX, invited to 15 June. */
export async function convene(office: OpenedOffice): Promise<void> {
  const members = [
    { id: 'A', name: '試験ハナ', covered: true },
    { id: 'B', name: '試験一郎', covered: true },
  ];
  await office.does('木村', 'case', { id: 'C-1', issues: [1, 2], summary: '母の物忘れ', members });
  await office.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
  await office.at('2026-06-01T10:00');
  await office.does('佐藤', 'convene', {
    meeting: 'M-1',
    date: '2026-06-15T14:00',
    place: '若草町役場',
    outlook: '3か月ごと 計4回',
    invite: {
      地域包括: { class: '相談支援', purpose: '受診の相談', members: ['A', 'B'] },
      基幹: { class: '相談支援', purpose: '手帳の相談', members: ['B'] },
      動物NPO: { class: '生活環境', purpose: '多頭飼育の相談', members: ['A'] },
    },
  });
}

/** The path of the personal link of an agency. */
export async function linkOf({ app }: OpenedOffice, agency: string): Promise<string> {
  const meeting = await app.deps.store.get('meeting', town, 'M-1');
  const generation = meeting?.invitations.find((one) => one.agency === agency)?.generation ?? 0;
  return `/a/${app.deps.secrets.linkToken({ town, meeting: 'M-1', agency, generation })}`;
}
