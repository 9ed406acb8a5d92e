import { describe, expect, it } from 'vitest';
import { inOneTown } from '../../core/access/one-town.ts';
import { perform } from '../../core/commands/perform.ts';
import { actorNamed, aSmallTown, neighbour, type SmallTown, town } from '../support/small-town.ts';

const call = { class: '相談支援', purpose: '受診の相談' };
const part = (of: string, meeting: string, ...agencies: readonly string[]) => ({
  ...{ town: of, meeting, cases: ['C-1'], ground: 1, agenda: [{ case: 'C-1', minutes: 30 }] },
  invite: Object.fromEntries(agencies.map((agency) => [agency, call])),
});

/** A sitting that is convened after the office has closed: no mail has left, and nobody has brought a letter. */
async function convenedAtNight(first = ['包括', '社協', '民生'], second = ['社協', '精神科', '民生']) {
  const one = await aSmallTown('2026-06-01T19:00');
  for (const clerk of ['木村', '野田'])
    await one.does(clerk, 'case', { id: 'C-1', members: [{ id: 'A', name: '試験花子', covered: true }] });
  await one.does('佐藤', 'convene-together', {
    ...{ date: '2026-06-15T14:00', place: '福祉保健所', outlook: '1回', framework: 'needy-support' },
    parts: [part(town, 'W-1', ...first), part(neighbour, 'N-1', ...second)],
  });
  return one;
}

async function done(one: SmallTown, of: typeof town, verb: 'cancel' | 'change' | 'leave' | 'close', said: object) {
  expect(await perform(inOneTown(one.deps, of), actorNamed('佐藤'), verb, said)).toMatchObject({ ok: true });
  await one.play();
}

/** Each mail as it leaves in the morning: to whom, and which parts it names. */
async function morning(one: SmallTown) {
  await one.until('2026-06-02T12:00');
  return one.mails().map(({ kind, to, text }) => [kind, to, ['W-1', 'N-1'].filter((id) => text.includes(id))]);
}

const ofSecond = [
  ['invitation', '社協', ['N-1']],
  ['invitation', '精神科', ['N-1']],
];

describe('whoever was to hear of two parts by a notice that never went out', () => {
  it('is invited by the other part when the first is called off', async () => {
    const one = await convenedAtNight();
    await done(one, town, 'cancel', { meeting: 'W-1', reason: '入院' });
    expect((await morning(one)).toSorted()).toEqual(ofSecond);
    expect(await one.tasks(neighbour)).toEqual(['fax 民生 → 佐藤']);
    expect(await one.tasks(town)).toEqual([]);
  });

  it('is invited by the other part when the first no longer calls it, and the others hear of the first as before', async () => {
    const one = await convenedAtNight();
    await done(one, town, 'change', { meeting: 'W-1', remove: { 社協: '別の担当', 民生: '別の担当' } });
    expect((await morning(one)).toSorted()).toEqual([['invitation', '包括', ['W-1']], ...ofSecond]);
    expect(await one.tasks(neighbour)).toEqual(['fax 民生 → 佐藤']);
    expect(await one.tasks(town)).toEqual([]);
  });

  it('is invited by the other part when it leaves the first by telephone', async () => {
    const one = await convenedAtNight();
    await done(one, town, 'leave', { meeting: 'W-1', agency: '社協', reason: '担当替え' });
    expect((await morning(one)).filter(([, to]) => to === '社協')).toEqual([['invitation', '社協', ['N-1']]]);
  });

  it('is invited by the other part when support of the first case ends', async () => {
    const one = await convenedAtNight();
    await done(one, town, 'close', { case: 'C-1', outcome: '終結', reason: '転出' });
    expect((await morning(one)).toSorted()).toEqual(ofSecond);
    expect(await one.tasks(neighbour)).toEqual(['fax 民生 → 佐藤']);
  });

  it('hears nothing when all of it is called off', async () => {
    const one = await convenedAtNight();
    await done(one, town, 'cancel', { meeting: 'W-1', reason: '大雪', whole: true });
    expect(await morning(one)).toEqual([]);
    expect([...(await one.tasks(town)), ...(await one.tasks(neighbour))]).toEqual([]);
  });

  it('has time to answer, when the letter lay about until its deadline', async () => {
    const one = await convenedAtNight(['民生'], ['民生']);
    await one.until('2026-06-11T10:00');
    await done(one, town, 'cancel', { meeting: 'W-1', reason: '入院' });
    const second = await one.store.get('meeting', neighbour, 'N-1');
    expect(second).toMatchObject({ appointment: { replyBy: '2026-06-12T03:00:00.000Z' } });
    expect(await one.tasks(neighbour)).toEqual(['fax 民生 → 佐藤']);
  });
});

describe('a notice that waits for office hours', () => {
  it('names no part that was called off meanwhile', async () => {
    const one = await convenedAtNight();
    await done(one, neighbour, 'cancel', { meeting: 'N-1', reason: '入院' });
    expect((await morning(one)).toSorted()).toEqual([
      ['invitation', '包括', ['W-1']],
      ['invitation', '社協', ['W-1']],
    ]);
    expect(await one.tasks(town)).toEqual(['fax 民生 → 佐藤']);
  });

  it('names no part to which its reader is not called any more', async () => {
    const one = await convenedAtNight();
    await done(one, neighbour, 'change', { meeting: 'N-1', remove: { 社協: '別の担当' } });
    expect((await morning(one)).filter(([, to]) => to === '社協')).toEqual([['invitation', '社協', ['W-1']]]);
  });

  it('names it again, by a notice of its own, to whoever is called to it once more', async () => {
    const one = await convenedAtNight();
    await one.until('2026-06-02T10:00');
    await done(one, neighbour, 'change', { meeting: 'N-1', remove: { 社協: '別の担当' } });
    await done(one, neighbour, 'change', { meeting: 'N-1', add: { 社協: call } });
    await one.until('2026-06-02T12:00');
    const told = one.mails().filter(({ to }) => to === '社協');
    expect(told.map(({ kind }) => kind)).toEqual(['invitation', 'cancel', 'invitation']);
  });
});
