import { describe, expect, it } from 'vitest';
import { recordSchemas } from '../../core/records.ts';
import { functions } from '../../functions/registry.ts';
import { createFetch } from '../../local/server.ts';
import { convene, linkOf, nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

const kinds = Object.keys(recordSchemas).filter(
  (kind): kind is Exclude<keyof typeof recordSchemas, 'status'> => kind in recordSchemas && kind !== 'status',
);

/** Every record of the town, what is to follow, and who did or read what, as text. */
async function stored({ app: { deps } }: OpenedOffice): Promise<string> {
  const records = await Promise.all(kinds.map((kind) => deps.store.list(kind, town)));
  const [entries, audit] = await Promise.all([deps.store.dueEntries(deps.clock.now(), 1000), deps.store.audit(town)]);
  return JSON.stringify({ records, entries, audit });
}

const routes = functions.flatMap((one) => (one.name === 'answer-invitation' ? one.routes : []));
const paths = [...new Set(routes.map((route) => route.replace(/^\w+ /, '')))];

/** An agency's pages at every stage of a meeting: what its link leads to, and whether it has opened its papers. */
const stages = {
  'while it is invited': invited,
  'while a date is sought': polled,
  'with its papers open': withPapers,
  'after the meeting has begun': begun,
  'after the meeting was cancelled': cancelled,
  'with a link that is over': withdrawn,
} as const;
type Visit = { readonly link: string; readonly cookie?: string };

const scanners: readonly Readonly<Record<string, string>>[] = [
  { purpose: 'prefetch' },
  { 'sec-purpose': 'prefetch;prerender' },
  { 'x-moz': 'prefetch' },
  { 'x-purpose': 'preview' },
];
const answers = ['出席', '欠席', '代理出席', '意見書提出', '日程変更希望', 'answer-poll', 'leave'];
const ofPapers = ['ask-papers-code', 'code', 'acknowledge', 'report-R-1'];

describe.each(Object.entries(stages))('the personal link, %s,', (_stage, reach) => {
  it('changes nothing when a browser or a mail program fetches its pages ahead', async () => {
    const office = await openOffice();
    const { link, cookie } = await reach(office);
    const before = await stored(office);
    for (const path of paths)
      for (const headers of scanners) {
        const answer = await office.get(
          path.replace('{token}', link),
          cookie === undefined ? { headers } : { cookie, headers },
        );
        expect(answer.body).not.toContain('受診の相談');
      }
    expect(await stored(office)).toBe(before);
  });

  it('changes nothing when a scanner asks for its pages by any other method, or looks at them', async () => {
    const office = await openOffice();
    const { link } = await reach(office);
    const fetch = createFetch(office.app, 80);
    const before = await stored(office);
    for (const path of paths.map((one) => `http://127.0.0.1${one.replace('{token}', link)}`)) {
      for (const method of ['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE']) {
        const answer = await fetch(new Request(path, { method, headers: { host: '127.0.0.1:80' } }));
        expect({ method, status: answer.status, allow: answer.headers.get('allow') }).toEqual({
          method,
          status: 405,
          allow: 'GET, POST',
        });
      }
    }
    for (const path of paths)
      for (const query of ['', '?done=reply', '?does=出席', '?done=leave', '?does=leave&reason=試験'])
        await office.get(path.replace('{token}', link) + query);
    expect(await stored(office)).toBe(before);
  });

  it('changes nothing when something presses what it finds without the page’s nonce', async () => {
    const office = await openOffice();
    const { link } = await reach(office);
    const before = await stored(office);
    for (const path of paths)
      for (const does of [...answers, ...ofPapers]) {
        const form = { does, deputy: '試験', text: '試験', reason: '試験', code: '000000', name: '試験', role: 'R-1' };
        for (const sent of [form, { ...form, nonce: 'x' }]) {
          const answer = await office.post(path.replace('{token}', link), sent);
          expect([403, 404, 409]).toContain(answer.status);
        }
      }
    expect(await stored(office)).toBe(before);
  });

  it('leaves no trace elsewhere: every answer says so in its headers', async () => {
    const office = await openOffice();
    const { link, cookie } = await reach(office);
    const visitor = cookie === undefined ? {} : { cookie };
    for (const path of paths) {
      const there = path.replace('{token}', link);
      for (const { headers } of [
        await office.get(there, visitor),
        await office.post(there, { does: '出席' }, visitor),
      ]) {
        expect(headers).toMatchObject({
          'referrer-policy': 'no-referrer',
          'x-robots-tag': 'noindex, nofollow',
          'cache-control': 'no-store',
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
        });
        const policy = headers['content-security-policy'] ?? '';
        for (const part of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"])
          expect(policy).toContain(part);
        expect(policy).not.toContain('script-src');
      }
    }
  });
});

const tokenOf = async (office: OpenedOffice, agency = '地域包括') => (await linkOf(office, agency)).replace('/a/', '');

async function invited(office: OpenedOffice): Promise<Visit> {
  await convene(office);
  await office.at('2026-06-02T10:00');
  return { link: await tokenOf(office) };
}

async function polled(office: OpenedOffice): Promise<Visit> {
  await office.does('木村', 'case', {
    id: 'C-1',
    issues: [1],
    members: [{ id: 'A', name: '試験ハナ', covered: true }],
  });
  await office.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
  await office.does('佐藤', 'convene', {
    meeting: 'M-1',
    slots: ['2026-06-15T14:00', '2026-06-16T10:00'],
    place: '若草町役場',
    outlook: '3か月ごと 計4回',
    invite: { 地域包括: { class: '相談支援', purpose: '受診の相談', members: ['A'] } },
  });
  await office.at('2026-06-02T10:00');
  return { link: await tokenOf(office) };
}

async function withPapers(office: OpenedOffice): Promise<Required<Visit>> {
  const { link } = await invited(office);
  const papers = `/a/${link}/papers`;
  await office.does('佐藤', 'ask-papers-code', { meeting: 'M-1', agency: '地域包括' });
  const code = await handedCode(office);
  const nonce = nonceIn(await office.get(papers));
  const opened = await office.post(papers, { does: 'code', code, nonce });
  const cookie = (opened.headers['set-cookie'] ?? '').split(';')[0] ?? '';
  await office.post(papers, { does: 'acknowledge', name: '試験一郎', nonce }, { cookie });
  expect((await office.get(papers, { cookie })).body).toContain('受診の相談');
  return { link, cookie };
}

async function handedCode({ app: { deps } }: OpenedOffice): Promise<string> {
  const meeting = await deps.store.get('meeting', town, 'M-1');
  const given = meeting?.invitations.find(({ agency }) => agency === '地域包括');
  if (given?.code === undefined) throw new Error('no code is out');
  return deps.secrets.code(`${town}/M-1/地域包括/${String(given.generation)}`, given.code.issuedAt);
}

async function begun(office: OpenedOffice): Promise<Visit> {
  const visit = await invited(office);
  await office.at('2026-06-15T15:00');
  return visit;
}

async function cancelled(office: OpenedOffice): Promise<Visit> {
  const visit = await invited(office);
  await office.does('佐藤', 'cancel', { meeting: 'M-1', reason: '試験' });
  return visit;
}

async function withdrawn(office: OpenedOffice): Promise<Visit> {
  const visit = await invited(office);
  await office.does('佐藤', 'change', { meeting: 'M-1', remove: ['地域包括'] });
  return visit;
}
