import { beforeAll, describe, expect, it } from 'vitest';
import { functions } from '../../functions/registry.ts';
import { createFetch } from '../../local/server.ts';
import { convene, openOffice, type OpenedOffice, town } from '../support/door.ts';

const PORT = 8080;
const ORIGIN = `http://127.0.0.1:${String(PORT)}`;

const routes: readonly string[] = functions.flatMap((one) => ('routes' in one ? one.routes : []));
/** An address of each route, and some that none has. */
const addressOf = (path: string) =>
  path.replace('{town}', town).replace('{page+}', 'cases/C-1').replace('{token}', 'x'.repeat(43));
const paths = [...new Set(routes.map((route) => addressOf(route.split(' ')[1] ?? '')))];
const local = ['/', '/outbox', '/dev/outbox.json', '/dev/executions', '/dev/clock', '/dev/bounce', '/dev/inbound'];
const nowhere = ['/nowhere', '/v1/nowhere', '/%ff', `/office/${town}/nowhere`, '/v4/spreadsheets/x', '/sheet/x'];
const bodies = ['', '{}', '[', '[['.repeat(50_000), '{"tab":"相談受付","rows":[]}', '{"path":"/office/home"}', 'a=1'];

let office: OpenedOffice;
beforeAll(async () => {
  office = await openOffice();
  await convene(office);
});

async function asked(path: string, sent: RequestInit, who?: string): Promise<Response> {
  const headers = new Headers(sent.headers);
  if (!headers.has('host')) headers.set('host', `127.0.0.1:${String(PORT)}`);
  if (who !== undefined) headers.set('cookie', `tsudoi-persona=${encodeURIComponent(who)}`);
  return createFetch(office.app, PORT)(new Request(`${ORIGIN}${path}`, { ...sent, headers, redirect: 'manual' }));
}

function expectGuarded({ status, headers }: Pick<Response, 'status' | 'headers'>, what: string): void {
  const kept = what.includes('/style.css') && status === 200 ? 'public, max-age=300' : 'no-store';
  expect({
    what,
    failed: status >= 500,
    sniffs: headers.get('x-content-type-options'),
    kept: headers.get('cache-control'),
    refers: headers.get('referrer-policy'),
  }).toEqual({ what, failed: false, sniffs: 'nosniff', kept, refers: 'no-referrer' });
}

describe('every answer, whatever becomes of the question', () => {
  it.each([...paths, ...local, ...nowhere])('is read as what it is called and kept by nobody: %s', async (path) => {
    for (const who of [undefined, '木村', '佐藤', '中村']) {
      expectGuarded(await asked(path, {}, who), `GET ${path} ${String(who)}`);
      for (const body of bodies)
        expectGuarded(await asked(path, { method: 'POST', body }, who), `POST ${path} ${body.slice(0, 20)}`);
    }
    expectGuarded(await asked(path, { method: 'PUT', body: '{}' }), `PUT ${path}`);
    expectGuarded(await asked(path, { method: 'DELETE' }), `DELETE ${path}`);
  });

  it('also from elsewhere, and of what is too large', async () => {
    expectGuarded(await asked('/office', { headers: { host: 'evil.example' } }), 'another host');
    const foreign = { method: 'POST', headers: { origin: 'https://evil.example' } };
    expectGuarded(await asked('/v1/rows', foreign), 'another origin');
    const large = await asked('/v1/rows', { method: 'POST', body: 'x'.repeat(8_100_000) }, '木村');
    expectGuarded(large, 'too large');
    expect(large.status).toBe(413);
  });

  it('as the functions themselves give it, for any machine they run on', async () => {
    for (const path of paths)
      for (const as of [undefined, '木村']) {
        const visitor = as === undefined ? {} : { as };
        const answers = [await office.get(path, visitor)];
        for (const body of bodies) answers.push(await office.postRaw(path, body, visitor));
        for (const { status, headers } of answers) expectGuarded({ status, headers: new Headers(headers) }, path);
      }
  });
});
