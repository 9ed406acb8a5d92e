import { beforeEach, describe, expect, it } from 'vitest';
import { auditEntrySchema, doorSchema } from '../../core/access/audit.ts';
import { functions } from '../../functions/registry.ts';
import { pageNames } from '../../functions/work-office/navigation.ts';
import { placeOf } from '../../functions/work-office/routes.ts';
import { convene, linkOf, nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

let office: OpenedOffice;
const home = `/office/${town}`;
/** Whoever reads the papers types their own name; it is evidence in the meeting, and stands in no log. */
const READER = '試験担当者';
/** Words that only stand in what a case, its papers or its minutes say. */
const SECRETS = ['試験', '物忘れ', '受診の相談', '多頭飼育の相談', '話し合ったこと', '訪問する'];

beforeEach(async () => {
  office = await openOffice();
  await convene(office);
  await office.does('基幹', 'reply', { meeting: 'M-1', answer: '意見書提出', text: '試験の意見' });
  await office.at('2026-06-15T15:00');
  const record = { meeting: 'M-1', attendance: ['地域包括'], items: ['話し合ったこと'] };
  await office.does('佐藤', 'record', { ...record, final: true });
  const role = { person: '鈴木', for: 'A', purpose: '安否', frequency: '週1回', by: '9月', else: '電話' };
  await office.does('木村', 'consultation', { id: 'U-1', name: '試験三郎', on: '2026-06-01', outcome: '情報提供' });
  await office.does('佐藤', 'body', { id: '定例検討会', framework: 'case-review', name: '定例検討会' });
  await office.does('佐藤', 'role', { meeting: 'M-1', id: 'R-1', agency: '地域包括', what: '訪問する', ...role });
});

const lines = async () => office.app.deps.store.audit(town);
const tells = (body: string) => SECRETS.some((secret) => body.includes(secret));

/** What an answer left in the log of the town. */
async function notedBy<Answer>(ask: () => Promise<Answer>) {
  const before = await lines();
  const answer = await ask();
  return { answer, noted: (await lines()).slice(before.length) };
}

/** Every page of the office that somebody can reach by following links, and those whose address is known. */
async function pagesOf(who: string): Promise<ReadonlyMap<string, Awaited<ReturnType<typeof notedBy>>['noted']>> {
  const known = ['consultations/U-1', 'plans/C-1', 'meetings/M-1/letter/動物NPO', 'meetings/together'];
  const waiting = [home, ...known.map((path) => `${home}/${path}`)];
  const seen = new Map<string, Awaited<ReturnType<typeof notedBy>>['noted']>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(path)) continue;
    const at = path;
    const { answer, noted } = await notedBy(() => office.get(at, { as: who }));
    if (answer.status !== 200) continue;
    seen.set(path, noted);
    const links = [...answer.body.matchAll(/href="(\/office\/\d{6}[^"#?]*)/g)].map(([, link = '']) =>
      decodeURIComponent(link),
    );
    waiting.push(...links.filter((link) => !seen.has(link)));
    if (tells(answer.body)) expect(noted, path).not.toEqual([]);
  }
  return seen;
}

/** 動物NPO opens its papers with the code that staff read out, and takes note of the duty by name. */
async function opensPapers(link: string): Promise<string> {
  await office.does('佐藤', 'ask-papers-code', { meeting: 'M-1', agency: '動物NPO' });
  const page = await office.get(`${home}/meetings/M-1`, { as: '佐藤' });
  const code = /class="count">(\d{6})</.exec(page.body)?.[1] ?? '';
  const nonce = nonceIn(await office.get(`${link}/papers`));
  const opened = await office.post(`${link}/papers`, { does: 'code', code, nonce });
  const cookie = (opened.headers['set-cookie'] ?? '').split(';')[0] ?? '';
  await office.post(`${link}/papers`, { does: 'acknowledge', name: READER, nonce }, { cookie });
  return cookie;
}

describe('every page of the office', () => {
  it('leaves a line for whoever opens it: who, which record, which part, by which door', async () => {
    // A consultation that ended stays in the town; the log is for the supervisor.
    const visited = new Set<string | undefined>();
    for (const who of ['中村', '木村'])
      for (const [path, noted] of await pagesOf(who)) {
        const part = placeOf(path.slice(home.length + 1))?.page;
        visited.add(part);
        expect(noted, path).toMatchObject([{ who: `staff:${who}`, did: 'read', door: 'office', part }]);
      }
    expect(pageNames.filter((name) => !visited.has(name))).toEqual([]);
  });

  it('says which cases a page about several showed', async () => {
    const about = async (path: string) => (await notedBy(() => office.get(path, { as: '佐藤' }))).noted[0];
    expect(await about(`${home}/cases`)).toMatchObject({ to: 'cases', about: ['C-1'] });
    expect(await about(`${home}/meetings/M-1`)).toMatchObject({ to: 'M-1', about: ['C-1'] });
    expect(await about(`${home}/meetings/M-1/letter/動物NPO`)).toMatchObject({
      to: 'M-1/letter/動物NPO',
      about: ['C-1'],
    });
  });

  it('is noted as refused for whoever may not open it, with what they wanted', async () => {
    const { noted } = await notedBy(() => office.get(`${home}/cases/C-1`, { as: '山本' }));
    expect(noted).toMatchObject([
      { who: 'staff:山本', did: 'refused:forbidden', to: 'C-1', part: 'case', door: 'office' },
    ]);
    expect((await notedBy(() => office.get(`${home}/audit`, { as: '木村' }))).noted).toMatchObject([
      { who: 'staff:木村', did: 'refused:forbidden', to: 'audit' },
    ]);
  });
});

describe('every other door', () => {
  it('is known to the log by name', () => {
    const open = functions.filter((one) => one.trigger === 'http').map(({ name }) => name);
    expect(open).toEqual(['accept-rows', 'work-office', 'answer-invitation', 'show-status', 'serve-style']);
    expect(doorSchema.options).toEqual(expect.arrayContaining(['rows', 'office', 'agency', 'status']));
  });

  it('of an agency notes its papers, and nothing for a page that tells nothing', async () => {
    const link = await linkOf(office, '動物NPO');
    const first = await notedBy(() => office.get(link));
    expect(tells(first.answer.body)).toBe(false);
    expect(first.noted).toEqual([]);

    const cookie = await opensPapers(link);
    const { answer, noted } = await notedBy(() => office.get(`${link}/papers`, { cookie }));
    expect(tells(answer.body)).toBe(true);
    expect(noted).toMatchObject([
      { who: 'agency:動物NPO', did: 'read', to: 'M-1', part: 'papers', about: ['C-1'], door: 'agency' },
    ]);
  });

  it('of the prefecture notes who looked at the state of its towns, and who was turned away', async () => {
    const { store } = office.app.deps;
    await office.get('/status', { as: '山本' });
    await office.get('/status', { as: '木村' });
    expect((await store.audit(office.app.deps.prefecture)).slice(-2)).toMatchObject([
      { who: 'staff:山本', did: 'read', part: 'status', door: 'status' },
      { who: 'staff:木村', did: 'refused:forbidden', part: 'status', door: 'status' },
    ]);
  });

  it('leaves nothing personal in any line', async () => {
    await pagesOf('中村');
    const link = await linkOf(office, '動物NPO');
    const cookie = await opensPapers(link);
    expect(tells((await office.get(`${link}/papers`, { cookie })).body)).toBe(true);
    const { store, prefecture } = office.app.deps;
    // What must not stand in the log was really said: the name is kept where it is evidence.
    expect(JSON.stringify(await store.get('meeting', town, 'M-1'))).toContain(READER);
    const all = [...(await lines()), ...(await store.audit(prefecture))];
    expect(all.map(({ did }) => did)).toContain('acknowledge');
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(({ door }) => door === undefined)).toEqual([]);
    for (const secret of [...SECRETS, '鈴木', READER]) expect(JSON.stringify(all)).not.toContain(secret);
    for (const line of all) expect(auditEntrySchema.parse(line)).toEqual(line);
  });
});
