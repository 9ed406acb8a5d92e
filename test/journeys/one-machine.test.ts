import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { serveDemo, type ServedApp } from '../support/served-app.ts';

const outboxSchema = z.array(
  z.object({
    id: z.string(),
    to: z.string(),
    kind: z.string(),
    subject: z.string(),
    text: z.string(),
    html: z.string().nullable(),
    ics: z.string().nullable(),
    state: z.string(),
  }),
);

describe('the server on one machine', () => {
  let served: ServedApp;
  beforeAll(async () => {
    served = await serveDemo();
    await served.playTo('2026-06-03T12:00');
  });
  afterAll(() => served.close());

  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(served.url + path, { method: 'POST', body, headers, redirect: 'manual' });
  const outbox = async () => outboxSchema.parse(await (await fetch(`${served.url}/dev/outbox.json`)).json());
  const tasksOf = async () => {
    const towns = await served.app.deps.store.list('town', served.app.deps.prefecture);
    const tasks = await Promise.all(towns.map(({ id }) => served.app.deps.store.list('task', id)));
    return tasks.flat().filter((task) => task.done === undefined);
  };

  it('answers only under its own name, and no other site may send it anything', async () => {
    expect(await statusUnder('evil.example:80', served.url)).toBe(403);
    expect((await post('/dev/clock', '{"to":"next"}', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    for (const origin of ['https://evil.example', 'null'])
      expect((await post('/dev/clock', '{"to":"next"}', { origin })).status).toBe(403);
    expect((await fetch(served.url)).status).toBe(200);
  });

  it('says in Japanese that an address is none, that JSON is none, and where the clock cannot go', async () => {
    for (const path of ['/a/%ff', '/office/%ff', '/a/%E0%A4%A/papers']) {
      const answer = await fetch(served.url + path, { headers: { 'x-tsudoi-persona': encodeURIComponent('佐藤') } });
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('<h1>見つかりません</h1>');
    }
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    for (const door of ['/dev/clock', '/dev/bounce']) expect((await post(door, deep)).status).toBe(400);
    expect((await post('/dev/bounce', '{}')).status).toBe(400);
    const back = await post('/dev/clock', '{"to":"2026-06-01T09:00"}');
    expect(back.status).toBe(400);
    expect(await back.text()).toContain('時計は進めることしかできません');
  });

  it('leads back from the clock to its own pages only', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: served.url };
    for (const back of ['//evil.example', '/\\evil.example', '/office\\evil'])
      expect((await post('/dev/clock', new URLSearchParams({ to: 'next', back }).toString(), form)).status).toBe(400);
  });

  it('takes rows of a program that names only its town, and no rows of a town it does not know', async () => {
    const batch = (town: string) =>
      JSON.stringify({ town, tab: 'ケース', rows: [{ row: 'r-1', version: 1, ケース番号: 'C-9', 課題: '2' }] });
    const taken = await post('/v1/rows', batch('393011'));
    expect(await taken.json()).toEqual({ answers: [{ row: 'r-1', version: 1, status: '済', problems: [] }] });
    expect((await post('/v1/rows', batch('999999'))).status).toBe(401);
  });

  it('asks who you are before the office opens, and remembers it', async () => {
    const stranger = await fetch(`${served.url}/office`, { redirect: 'manual' });
    expect(stranger.headers.get('location')).toBe('/');
    const chosen = await post('/', 'person=%E6%9C%A8%E6%9D%91', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    const cookie = chosen.headers.get('set-cookie') ?? '';
    expect(cookie).toContain('HttpOnly; SameSite=Strict');
    const office = await fetch(`${served.url}/office/393011`, { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(await office.text()).toContain('木村（町村担当）');
  });

  it('shows every mail with its real link, and a calendar part where there is one', async () => {
    const invitation = (await outbox()).find(({ to, kind }) => to === '医療機関' && kind === 'invitation');
    expect(invitation).toMatchObject({ state: 'sent', html: expect.stringContaining('<p') });
    expect(invitation?.text).toMatch(new RegExp(`^${served.url}/a/[\\w-]+$`, 'm'));
    expect(invitation?.ics).toContain('METHOD:REQUEST');
  });

  it('takes a bounce: the mail is marked, and a person reaches the agency by hand', async () => {
    const [mail] = (await outbox()).filter(({ to }) => to === '医療機関');
    const answer = await post('/dev/bounce', JSON.stringify({ message: mail?.id, type: 'permanent' }));
    expect(answer.status).toBe(200);
    expect((await outbox()).find(({ id }) => id === mail?.id)?.state).toBe('bounced');
    expect((await tasksOf()).map(({ about }) => about)).toContain('医療機関');
  });

  it('takes a raw mail as an answer', async () => {
    const invitation = (await outbox()).find(({ to, kind }) => to === '基幹' && kind === 'invitation');
    const code = /返信コード ([0-9A-Z]{3}-[0-9A-Z]{3})/.exec(invitation?.text ?? '')?.[1] ?? '';
    const body = Buffer.from(`出席\n返信コード ${code}\n`).toString('base64');
    const headers = [
      'From: kikan@aoba.example.jp',
      'Subject: =?UTF-8?B?UmU6?=',
      'Content-Type: text/plain; charset=UTF-8',
    ];
    const raw = [...headers, 'Content-Transfer-Encoding: base64', '', body].join('\r\n');
    expect((await post('/dev/inbound', raw)).status).toBe(200);
    const [town] = await served.app.deps.store.list('town', served.app.deps.prefecture);
    const meeting = town === undefined ? undefined : await served.app.deps.store.get('meeting', town.id, 'M-1');
    const replies = meeting?.invitations.find(({ agency }) => agency === '基幹')?.replies;
    expect(replies).toMatchObject([{ answer: '出席', source: 'メール返信' }]);
  });

  it('moves its clock when told, to a moment or to what is due next', async () => {
    const moved = await post('/dev/clock', '{"to":"2026-06-03T15:00"}');
    expect(await moved.json()).toEqual({ now: '2026-06-03T06:00:00.000Z', next: '2026-06-04T00:00:00.000Z' });
    expect(await (await post('/dev/clock', '{"to":"next"}')).json()).toMatchObject({ now: '2026-06-04T00:00:00.000Z' });
    expect((await post('/dev/clock', '{"to":"soon"}')).status).toBe(400);
  });
});

async function statusUnder(host: string, url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('npm start', () => {
  it('says when it is ready, ends cleanly when told, and goes on where it was', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tsudoi-start-'));
    const first = await started(['--data', folder, '--now', '2026-06-03T12:00', '--frozen']);
    const moved = await fetch(`${first.url}/dev/clock`, { method: 'POST', body: '{"to":"2026-06-05T09:00"}' });
    expect(moved.status).toBe(200);
    expect(await first.end()).toBe(0);
    await expect(fetch(first.url)).rejects.toThrow('fetch failed');

    const again = await started(['--data', folder, '--now', '2026-06-03T12:00', '--frozen']);
    expect(await (await fetch(again.url)).text()).toContain('2026年6月5日(金)09:00');
    expect(await again.end()).toBe(0);
    rmSync(folder, { recursive: true });
  });
});

async function started(options: readonly string[]) {
  const child = spawn(process.execPath, ['local/main.ts', '--port', '0', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^ready (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1];
    if (url === undefined) continue;
    const end = async () => {
      child.kill('SIGTERM');
      const [code] = z
        .tuple([z.number().nullable()])
        .rest(z.unknown())
        .parse(await exited);
      return code;
    };
    return { url, end };
  }
  throw new Error('it ended before it was ready');
}
