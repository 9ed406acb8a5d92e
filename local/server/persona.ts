import { html } from 'hono/html';
import * as z from 'zod';
import type { Actor, Person, Town } from '../../core/access/model.ts';
import { staffOf } from '../../core/access/rules.ts';
import { type Html, showPage } from '../../functions/page/layout.ts';
import { staffWords } from '../../functions/page/staff-words.ts';
import { readJson, type HttpResponse } from '../../functions/http.ts';
import type { App } from '../app.ts';

const COOKIE = 'tsudoi-persona';
const HEADER = 'x-tsudoi-persona';

/** Who the browser, or the program, says it is today. There are no passwords on one machine, and nobody else can reach it. */
export async function personaOf({ deps }: App, headers: Headers): Promise<Actor | undefined> {
  const named = headers.get(HEADER) ?? cookieIn(headers.get('cookie') ?? '');
  const id = named === undefined ? undefined : decoded(named);
  const person = id === undefined ? undefined : await deps.store.get('person', deps.prefecture, id);
  return person === undefined ? undefined : staffOf(person);
}

const sentRows = z.object({ town: z.string() });

/** A program that posts rows and names no persona works for the town it names, as its first clerk: a sheet belongs to one town. */
export async function clerkForRows({ deps }: App, url: URL, body: string): Promise<Actor | undefined> {
  if (url.pathname !== '/v1/rows') return undefined;
  const sent = sentRows.safeParse(readJson(body));
  if (!sent.success) return undefined;
  const people = await deps.store.list('person', deps.prefecture);
  const clerk = people.find(({ role, serves }) => role === 'clerk' && serves === sent.data.town);
  return clerk === undefined ? undefined : staffOf(clerk);
}

function cookieIn(cookies: string): string | undefined {
  const pair = cookies.split(';').find((one) => one.trim().startsWith(`${COOKIE}=`));
  return pair?.trim().slice(COOKIE.length + 1);
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

export function personaCookie(id: string): string {
  return `${COOKIE}=${encodeURIComponent(id)}; Path=/; HttpOnly; SameSite=Strict`;
}

/** The first page of the one-machine system: who are you today? */
export async function personasPage({ deps }: App, current: Actor | undefined): Promise<HttpResponse> {
  const [people, towns] = await Promise.all([
    deps.store.list('person', deps.prefecture),
    deps.store.list('town', deps.prefecture),
  ]);
  return showPage({
    title: '今日はだれとして使いますか',
    narrow: true,
    nav: [
      { href: '/', text: '立場を選ぶ', current: true },
      { href: '/outbox', text: '届いたメール' },
    ],
    main: html`<h1>今日はだれとして使いますか</h1>
      <p class="lead">
        この機械の中だけで動く つどい
        です。立場を選ぶと、その人の画面が開きます。関係機関には、届いたメールのリンクから入ります。
      </p>
      ${people.length === 0 ? nobody : html`<div class="block cards">${people.map((person) => card(person, towns, current))}</div>`}
      <section class="block">
        <h2>ほかに見られるもの</h2>
        <ul>
          <li><a href="/outbox">届いたメール</a>：送られたメールと、関係機関の個人リンク</li>
          <li><a href="/status">県内の状況</a>：都道府県の立場を選んでから</li>
        </ul>
      </section>`,
  });
}

const nobody = html`<p class="block card">
  まだ町村も人も登録されていません。<br />自分たちの組織で始めるときは、町村・職員・関係機関を書いたファイルを用意し、
  <code>npm start -- --seed 組織.yaml</code> で始めてください（例: <code>local/demo/organisation.yaml</code>）。<br />
  試すだけのときは、<code>npm start</code> を <code>--no-demo</code> なしで始めると、作りものの事例が入ります。
</p>`;

function card(person: Person, towns: readonly Town[], current: Actor | undefined): Html {
  const town = towns.find(({ id }) => id === person.serves);
  const chosen = current?.id === person.id;
  const words = chosen ? 'この人のまま続ける' : 'この人として使う';
  return html`<form class="card" method="post" action="/">
    <input type="hidden" name="person" value="${person.id}" />
    <h2>${person.name}</h2>
    <p class="soft">${town === undefined ? '' : `${town.name} `}${staffWords[person.role]}</p>
    <p>
      <button type="submit" ${chosen ? '' : html` class="button-line"`} aria-label="${`${words}（${person.name}）`}">
        ${words}
      </button>
    </p>
    ${town === undefined ? '' : html`<p>${sheetButton(person, town)}</p>`}
  </form>`;
}

/** The very spreadsheet the town would have at Google, in the browser. */
function sheetButton({ name }: Person, town: Town): Html {
  return html`<button type="submit" name="to" value="sheet" aria-label="表計算で開く（${name}）">
    表計算で開く（${town.name}の支援台帳）
  </button>`;
}

/** Where a person's day begins. */
export function firstPageOf(person: Person, to: string | null): string {
  if (to === 'sheet' && person.serves !== undefined) return `/sheet/${person.serves}`;
  return person.role === 'viewer' ? '/status' : '/office';
}
