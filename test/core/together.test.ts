import { describe, expect, it } from 'vitest';
import { inOneTown } from '../../core/access/one-town.ts';
import { perform } from '../../core/commands/perform.ts';
import { actorNamed, aSmallTown, known, neighbour, prefecture, type SmallTown, town } from '../support/small-town.ts';

const discussed = [{ id: 'A', name: '試験花子', covered: true }];
const call = { class: '相談支援', purpose: '受診の相談' };

/** Both towns number their cases alike. */
async function twoTowns() {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', members: discussed });
  await one.does('野田', 'case', { id: 'C-1', members: discussed });
  return one;
}

const part = (of: string, meeting: string, ...agencies: readonly string[]) => ({
  ...{ town: of, meeting, cases: ['C-1'], ground: 1, agenda: [{ case: 'C-1', minutes: 30 }] },
  invite: Object.fromEntries(agencies.map((agency) => [agency, call])),
});
const sitting = {
  ...{ date: '2026-06-15T14:00', place: '福祉保健所', outlook: '1回', framework: 'needy-support' },
  parts: [part(town, 'M-1', '包括', '社協'), part(neighbour, 'M-1', '社協', '精神科', '民生')],
};

async function convened() {
  const one = await twoTowns();
  await one.does('佐藤', 'convene-together', sitting);
  return one;
}

async function numberedApart() {
  const one = await twoTowns();
  const parts = [part(town, 'W-1', '包括', '社協', '民生'), part(neighbour, 'N-1', '社協', '精神科', '民生')];
  await one.does('佐藤', 'convene-together', { ...sitting, parts });
  return one;
}

const at = async ({ store }: SmallTown, of: typeof town) => known(await store.get('meeting', of, 'M-1'), 'M-1');
const answerOf = async (one: SmallTown, of: typeof town, agency: string) =>
  (await at(one, of)).invitations.find((each) => each.agency === agency)?.replies.at(-1)?.answer;

describe('a sitting of two towns', () => {
  it('invites each agency once, with one calendar entry from its first case to its last', async () => {
    const one = await convened();
    expect(one.mails().map(({ to, calendar }) => [to, calendar?.uid, calendar?.startsAt, calendar?.minutes])).toEqual([
      ['包括', `${town}-M-1@tsudoi`, '2026-06-15T05:00:00.000Z', 30],
      ['社協', `${town}-M-1@tsudoi`, '2026-06-15T05:00:00.000Z', 60],
      ['精神科', `${town}-M-1@tsudoi`, '2026-06-15T05:30:00.000Z', 30],
    ]);
    expect(await one.tasks(town)).toEqual([]);
    expect(await one.tasks(neighbour)).toEqual(['fax 民生 → 佐藤']);
  });

  it('leads to the papers of each town by a link of its own', async () => {
    const one = await convened();
    const text = one.mails().find(({ to }) => to === '社協')?.text ?? '';
    const links = text.match(/https:\S+\/a\/\S+/g) ?? [];
    expect(new Set(links).size).toBe(2);
    const tokens = links.map((link) => one.deps.secrets.fingerprint(link.split('/').at(-1) ?? ''));
    const opened = await Promise.all(tokens.map((token) => one.store.link(token)));
    expect(opened.map((link) => link?.town)).toEqual([town, neighbour]);
  });

  it('stands in the log of each town, and in none is another’s case', async () => {
    const one = await convened();
    for (const of of [town, neighbour]) {
      const lines = (await one.store.audit(of)).filter(({ did }) => did === 'convene');
      expect(lines).toMatchObject([{ who: 'staff:佐藤', to: 'M-1', about: ['C-1'] }]);
    }
    const step = await one.store.get('step', town, '佐藤');
    expect(step).toBeUndefined();
  });

  it('takes one answer for all of it, over whichever page it comes', async () => {
    const one = await convened();
    await one.until('2026-06-02T10:00');
    const staff = { agency: '社協', source: '電話' };
    expect(await one.tries('野田', 'reply', { meeting: 'M-1', ...staff, answer: '出席' })).toEqual({ code: 'ok' });
    expect([await answerOf(one, town, '社協'), await answerOf(one, neighbour, '社協')]).toEqual(['出席', '出席']);
    expect(await answerOf(one, town, '包括')).toBeUndefined();
    await one.until('2026-06-09T12:00');
    const reminded = one.mails().filter(({ kind }) => kind === 'reminder');
    expect(reminded.map(({ to }) => to).toSorted()).toEqual(['包括', '包括', '精神科', '精神科']);
    expect((await one.tasks(neighbour)).filter((task) => task.startsWith('phone'))).toHaveLength(2);
    expect((await one.tasks(town)).filter((task) => task.startsWith('phone'))).toEqual(['phone 包括 → 佐藤']);
  });

  it('moves as a whole or not at all, each part keeping its place', async () => {
    const one = await convened();
    one.news();
    const moved = await perform(inOneTown(one.deps, neighbour), actorNamed('佐藤'), 'change', {
      ...{ meeting: 'M-1', date: '2026-06-16T10:30' },
    });
    expect(moved.ok).toBe(true);
    const starts = await Promise.all([town, neighbour].map(async (of) => at(one, of)));
    expect(starts.map((meeting) => 'appointment' in meeting && meeting.appointment?.startsAt)).toEqual([
      '2026-06-16T01:00:00.000Z',
      '2026-06-16T01:30:00.000Z',
    ]);
    const early = await perform(inOneTown(one.deps, neighbour), actorNamed('佐藤'), 'change', {
      ...{ meeting: 'M-1', date: '2026-06-01T09:20' },
    });
    expect(early).toMatchObject({ ok: false, error: { code: 'too-late' } });
    await one.until('2026-06-01T12:00');
    expect(one.news().toSorted()).toEqual(['change → 包括', 'change → 社協', 'change → 精神科']);
  });

  it('ends for those who come to one part only, and goes on for the others', async () => {
    const one = await convened();
    one.news();
    const off = { meeting: 'M-1', reason: '入院' };
    expect((await perform(inOneTown(one.deps, town), actorNamed('佐藤'), 'cancel', off)).ok).toBe(true);
    await one.play();
    const told = one.mails().filter(({ kind }) => kind === 'cancel');
    expect(told.map(({ to, calendar }) => [to, calendar?.method])).toEqual([
      ['包括', 'CANCEL'],
      ['社協', 'REQUEST'],
    ]);
    expect(told.at(-1)?.text).toContain('一部の取りやめ');
    expect((await at(one, neighbour)).state).toBe('inviting');

    const all = await perform(inOneTown(one.deps, neighbour), actorNamed('佐藤'), 'cancel', { ...off, whole: true });
    expect(all.ok).toBe(true);
    await one.play();
    const last = one.mails().filter(({ kind }) => kind === 'cancel');
    expect(last.slice(2).map(({ to, calendar }) => [to, calendar?.method])).toEqual([
      ['社協', 'CANCEL'],
      ['精神科', 'CANCEL'],
    ]);
  });

  const told = (one: SmallTown, kind: string, to = '社協') =>
    one.mails().find((mail) => mail.kind === kind && mail.to === to)?.text ?? '';
  const linksIn = (text: string) => new Set(text.match(/https:\S+\/a\/\S+/g) ?? []).size;

  it('goes on at both towns for whoever is called to one of them no longer, and says which', async () => {
    const one = await numberedApart();
    const leaving = { meeting: 'W-1', remove: { 社協: '別の担当' } };
    expect(await one.tries('佐藤', 'change', leaving)).toEqual({ code: 'ok' });
    await one.play();
    const text = told(one, 'cancel');
    expect(text).not.toContain('取りやめ');
    expect(text).toContain('一部の出席依頼の取消');
    expect(text).toMatch(/W-1 へのご出席のお願いを取り消します/);
    expect(text).toMatch(/これまでどおりご出席をお願いします[^]*会議番号：N-1[^]*6月15日\(月\)14:30/);
    expect(linksIn(text)).toBe(1);
  });

  it('names each of an agency’s parts with its new time and page in every word about the sitting', async () => {
    const one = await numberedApart();
    await one.does('佐藤', 'change', { meeting: 'W-1', date: '2026-06-22T10:00' });
    await one.until('2026-06-16T12:00');
    await one.does('社協', 'reply', { meeting: 'W-1', answer: '出席' });
    await one.until('2026-06-19T16:00');
    for (const kind of ['change', 'reminder', 'day-before']) {
      const text = told(one, kind);
      expect([kind, text]).toEqual([kind, expect.stringMatching(/6月22日\(月\)10:00[^]*6月22日\(月\)10:30/)]);
      expect([kind, linksIn(text)]).toEqual([kind, 2]);
    }
    const off = { meeting: 'W-1', reason: '大雪', whole: true };
    expect((await perform(inOneTown(one.deps, town), actorNamed('佐藤'), 'cancel', off)).ok).toBe(true);
    await one.play();
    expect(told(one, 'cancel')).toContain('会議番号：W-1、N-1');
  });

  it('as a whole is called off with one word to each', async () => {
    const one = await convened();
    one.news();
    const off = { meeting: 'M-1', reason: '大雪', whole: true };
    expect((await perform(inOneTown(one.deps, neighbour), actorNamed('佐藤'), 'cancel', off)).ok).toBe(true);
    await one.play();
    expect(one.news().toSorted()).toEqual(['cancel → 包括', 'cancel → 社協', 'cancel → 精神科']);
    for (const of of [town, neighbour]) expect((await at(one, of)).state).toBe('cancelled');
    expect(await at(one, neighbour)).toMatchObject({ cancelled: { reason: '大雪' } });
    expect(await at(one, town)).toMatchObject({ cancelled: { reason: '同じ席の会議をすべて中止' } });
  });
});

describe('who may not', () => {
  it('convene a sitting: a town, or the host where one gate is closed; then nothing of it is there', async () => {
    const one = await twoTowns();
    expect(await one.tries('木村', 'convene-together', sitting)).toMatchObject({ code: 'not-host' });
    const consent = { ...sitting, framework: 'needy-coordination' };
    await one.does('木村', 'consent', { case: 'C-1', member: 'A' });
    await one.does('野田', 'assign', { case: 'C-1', supervisor: '中村' });
    expect(await one.tries('佐藤', 'convene-together', consent)).toMatchObject({ code: 'consent-missing' });
    for (const of of [town, neighbour]) expect(await one.store.list('meeting', of)).toEqual([]);
    const twice = { ...sitting, parts: [part(town, 'M-1', '包括'), part(town, 'M-2', '包括')] };
    expect(await one.tries('佐藤', 'convene-together', twice)).toMatchObject({ code: 'bad-input', field: 'parts' });
  });

  it('move or end the meetings of other towns: the town that keeps the secretariat of one part', async () => {
    const one = await convened();
    const kept = known(await one.store.get('town', one.deps.prefecture, neighbour), neighbour);
    await one.store.commit({ put: [{ ...kept, secretariat: 'town' }] });
    const tried = async (verb: 'cancel' | 'change', said: object) =>
      perform(inOneTown(one.deps, neighbour), actorNamed('野田'), verb, { meeting: 'M-1', ...said });
    for (const said of [{ date: '2026-06-16T10:30' }, { place: '役場' }])
      expect(await tried('change', said)).toMatchObject({ ok: false, error: { code: 'not-host', town: neighbour } });
    expect(await tried('cancel', { reason: '都合', whole: true })).toMatchObject({ ok: false, error: { whole: true } });
    for (const of of [town, neighbour]) expect((await at(one, of)).state).toBe('inviting');

    expect((await tried('change', { remove: { 民生: '転任' } })).ok).toBe(true);
    expect((await tried('cancel', { reason: '都合' })).ok).toBe(true);
    expect([(await at(one, town)).state, (await at(one, neighbour)).state]).toEqual(['inviting', 'cancelled']);
  });

  it('give one part a date of its own', async () => {
    const one = await convened();
    const poll = { meeting: 'M-1', slots: ['2026-06-20T10:00'] };
    const done = await perform(inOneTown(one.deps, town), actorNamed('佐藤'), 'poll', poll);
    expect(done).toMatchObject({ ok: false, error: { code: 'bad-input', field: 'meeting' } });
  });
});

describe('the 文書番号 of a sitting', () => {
  it('is one number a part, from one register', async () => {
    const one = await twoTowns();
    const body = { id: 'B-1', name: '圏域支援会議', framework: 'needy-support', number: '青福第{番号}号' };
    await one.does('中村', 'body', body);
    await one.does('佐藤', 'convene-together', { ...sitting, body: 'B-1' });
    const numbers = await Promise.all([town, neighbour].map(async (of) => (await at(one, of)).document?.number));
    expect(numbers).toEqual([1, 2]);
    const [register] = await one.store.list('register', prefecture);
    expect(register?.given).toEqual([1, 2]);
  });
});
