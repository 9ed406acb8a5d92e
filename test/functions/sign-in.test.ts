import { createHmac } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { googleIdTokens } from '../../adapters/google/id-tokens.ts';
import { personSchema } from '../../core/access/model.ts';
import { settingsSchema } from '../../core/settings/model.ts';
import { townCodeSchema } from '../../core/ids.ts';
import type { Store } from '../../core/ports.ts';
import { sqliteStore } from '../../adapters/embedded/sqlite-store.ts';
import type { HttpRequest } from '../../functions/http.ts';
import { withSignIn } from '../../functions/sign-in.ts';
import { LOCAL_CLIENT, localAccounts } from '../../local/google/accounts.ts';

const prefecture = townCodeSchema.parse('390003');
const inBase64 = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

describe('a door of a sheet', () => {
  const google = localAccounts();
  let store: Store;
  let heard: HttpRequest[];
  beforeEach(async () => {
    heard = [];
    store = sqliteStore(new DatabaseSync(':memory:'));
    const person = (id: string, more: object) =>
      personSchema.parse({ kind: 'person', town: prefecture, id, version: 0, name: id, role: 'clerk', ...more });
    await store.commit({
      put: [
        person('試験木村', { serves: '393011', mail: 'Kimura@town.example.jp' }),
        person('試験浜田', { serves: '393029', mail: 'hamada@other.example.jp' }),
        person('試験兼務', { serves: '393011', mail: 'private@gmail.com' }),
        person('試験双子1', { mail: 'twin@town.example.jp' }),
        person('試験双子2', { mail: 'twin@town.example.jp' }),
      ],
    });
  });

  const idTokens = googleIdTokens({ clients: [LOCAL_CLIENT], fetchKeys: google.keys });
  async function post(headers: HttpRequest['headers'], { path = '/v1/rows', tokens = idTokens } = {}) {
    const door = withSignIn({ store, prefecture, idTokens: tokens }, (request) => {
      heard.push(request);
      return Promise.resolve({ status: 200, headers: {}, body: '' });
    });
    const answer = await door({ method: 'POST', path, params: {}, query: {}, headers, body: '{}' });
    return { ...answer, said: answer.body === '' ? '' : JSON.stringify(JSON.parse(answer.body)) };
  }
  const withToken = async (token: string, more: HttpRequest['headers'] = {}) =>
    post({ Authorization: `Bearer ${token}`, ...more });
  const kimura = 'kimura@town.example.jp';
  const now = Math.floor(Date.now() / 1000);

  it('lets a registered clerk in, with their town and role, in whatever case the address is written', async () => {
    expect((await withToken(google.tokenFor(kimura))).status).toBe(200);
    expect(heard[0]?.actor).toEqual({ kind: 'staff', id: '試験木村', role: 'clerk', serves: '393011' });
  });

  it('takes both ways in which Google writes its own name', async () => {
    expect((await withToken(google.tokenFor(kimura, { iss: 'accounts.google.com' }))).status).toBe(200);
  });

  it('bears with a clock that is half a minute ahead, and not with one that is two minutes', async () => {
    expect((await withToken(google.tokenFor(kimura, { exp: now - 30 }))).status).toBe(200);
    expect((await withToken(google.tokenFor(kimura, { exp: now - 120 }))).said).toContain('sign-in-expired');
  });

  it.each(['nobody', 'Basic abc', 'Bearer', ''])('lets in nobody without a token (%s)', async (authorization) => {
    const answer = await post(authorization === 'nobody' ? {} : { authorization });
    expect(answer).toMatchObject({ status: 401, said: expect.stringContaining('not-signed-in') });
    expect(heard).toEqual([]);
  });

  const noneOf = (mail: string) =>
    `${[{ alg: 'none' }, { iss: 'https://accounts.google.com', aud: LOCAL_CLIENT, email: mail, email_verified: true, exp: now + 99 }].map(inBase64).join('.')}.`;
  /** Signed with the public key as if it were a shared secret: the oldest trick on RS256. */
  const confused = async () => {
    const [key] = (await google.keys()).keys;
    const [, payload = ''] = google.tokenFor(kimura).split('.');
    const signed = `${inBase64({ alg: 'HS256', kid: key?.kid })}.${payload}`;
    return `${signed}.${createHmac('sha256', key?.n ?? '')
      .update(signed)
      .digest('base64url')}`;
  };
  const altered = (token: string) => {
    const [header = '', , signature = ''] = token.split('.');
    const claims = z.looseObject({}).parse(JSON.parse(payloadOf(token)));
    return [header, inBase64({ ...claims, email: 'hamada@other.example.jp' }), signature].join('.');
  };
  const payloadOf = (token: string) => Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');

  it.each<[string, () => string | Promise<string>]>([
    ['no signature at all', () => noneOf(kimura)],
    ['a signature with the public key as a secret', confused],
    ['another program as its audience', () => google.tokenFor(kimura, { aud: 'another.apps.googleusercontent.com' })],
    ['another issuer', () => google.tokenFor(kimura, { iss: 'https://accounts.google.com.example.jp' })],
    ['a key nobody knows', () => localAccounts().tokenFor(kimura)],
    ['claims that were altered', () => altered(google.tokenFor(kimura))],
    ['no address', () => google.tokenFor(kimura, { email: undefined })],
    ['no end', () => google.tokenFor(kimura, { exp: undefined })],
    ['no shape of a token', () => 'not.a.token'],
  ])('refuses a token with %s', async (_what, token) => {
    expect(await withToken(await token())).toMatchObject({
      status: 401,
      said: expect.stringContaining('sign-in-unproven'),
    });
    expect(heard).toEqual([]);
  });

  it.each<[string, string, object]>([
    ['account-unknown', 'somebody@gmail.com', { hd: undefined }],
    ['account-unknown', 'twin@town.example.jp', {}],
    ['account-unverified', kimura, { email_verified: false }],
    ['account-unverified', kimura, { email_verified: undefined }],
  ])('refuses as %s the account %s', async (code, mail, claims) => {
    const answer = await withToken(google.tokenFor(mail, { ...claims }));
    expect(answer).toMatchObject({ status: 403, said: expect.stringContaining(code) });
    expect(answer.said).toContain(mail);
    expect(heard).toEqual([]);
  });

  it('lets in only the domains a town named: a registered private address no more', async () => {
    expect((await withToken(google.tokenFor('private@gmail.com', { hd: undefined }))).status).toBe(200);
    const rules = { kind: 'settings', id: 'settings', version: 0, town: '393011', signInDomains: ['town.example.jp'] };
    await store.commit({ put: [settingsSchema.parse(rules)] });

    const refused = await withToken(google.tokenFor('private@gmail.com', { hd: undefined }));
    expect(refused).toMatchObject({ status: 403, said: expect.stringContaining('account-domain') });
    // The address of the town in a Workspace of somebody else's.
    const elsewhere = await withToken(google.tokenFor(kimura, { hd: 'elsewhere.example.jp' }));
    expect(elsewhere.said).toContain('account-domain');
    expect((await withToken(google.tokenFor(kimura, { hd: undefined }))).status).toBe(200);
  });

  it('names the clerk of another town as who they are, so that the town behind the door refuses them', async () => {
    await withToken(google.tokenFor('hamada@other.example.jp'));
    expect(heard[0]?.actor).toMatchObject({ id: '試験浜田', serves: '393029' });
  });

  it('takes nothing of a browser whose sheet is open as one account and asks as another, and says which', async () => {
    const mixed = await withToken(google.tokenFor(kimura), { 'x-tsudoi-account': 'private@gmail.com' });
    expect(mixed).toMatchObject({ status: 403, said: expect.stringContaining('account-mixed') });
    expect(mixed.said).toContain(kimura);
    expect(mixed.said).toContain('private@gmail.com');
    const one = await withToken(google.tokenFor(kimura), { 'x-tsudoi-account': 'KIMURA@town.example.jp' });
    expect(one.status).toBe(200);
  });

  it('leaves other doors and whoever is known already alone', async () => {
    expect((await post({}, { path: '/office' })).status).toBe(200);
  });

  it('lets nobody in while no client of the add-on is configured', async () => {
    const tokens = googleIdTokens({ clients: [], fetchKeys: google.keys });
    const authorization = `Bearer ${google.tokenFor(kimura)}`;
    expect((await post({ authorization }, { tokens })).said).toContain('sign-in-unproven');
  });

  it('asks for the keys once, takes along those known beforehand, and asks anew when Google changed its key', async () => {
    const [first, second] = [localAccounts(), localAccounts()];
    let asked = 0;
    const fetchKeys = () => {
      asked += 1;
      return second.keys();
    };
    const tokens = googleIdTokens({ clients: [LOCAL_CLIENT], fetchKeys, keys: await first.keys() });
    const come = async (token: string) => (await post({ authorization: `Bearer ${token}` }, { tokens })).status;

    expect(await come(first.tokenFor(kimura))).toBe(200);
    expect(asked).toBe(0);
    expect(await come(second.tokenFor(kimura))).toBe(200);
    expect(await come(second.tokenFor(kimura))).toBe(200);
    expect(asked).toBe(1);
  });

  it('says nothing about a token while the keys cannot be had: that is a fault, and is tried again', async () => {
    const fetchKeys = () => Promise.reject(new Error('unreachable'));
    const tokens = googleIdTokens({ clients: [LOCAL_CLIENT], fetchKeys });
    await expect(post({ authorization: `Bearer ${google.tokenFor(kimura)}` }, { tokens })).rejects.toThrow();
  });
});
