import { expect, it } from 'vitest';
import { inOneTown } from '../../core/access/one-town.ts';
import { perform } from '../../core/commands/perform.ts';
import { actorNamed, aSmallTown, neighbour, type SmallTown, town } from '../support/small-town.ts';

const call = { class: '相談支援', purpose: '受診の相談' };
const part = (of: string, meeting: string, ...agencies: readonly string[]) => ({
  ...{ town: of, meeting, cases: ['C-1'], ground: 1 },
  invite: Object.fromEntries(agencies.map((agency) => [agency, call])),
});

/** Two towns from 14:00 and from 15:00 on 15 June; 社協 comes to both. All have heard of it. */
async function heard(now: string) {
  const one = await aSmallTown();
  for (const clerk of ['木村', '野田'])
    await one.does(clerk, 'case', { id: 'C-1', members: [{ id: 'A', name: '試験花子', covered: true }] });
  await one.does('佐藤', 'convene-together', {
    ...{ date: '2026-06-15T14:00', place: '福祉保健所', outlook: '1回', framework: 'needy-support' },
    parts: [part(town, 'W-1', '包括', '社協'), part(neighbour, 'N-1', '社協', '精神科')],
  });
  await one.until(now);
  one.news();
  return one;
}
const night = '2026-06-02T20:00';

async function done(one: SmallTown, of: typeof town, verb: 'cancel' | 'change' | 'leave', said: object) {
  const meeting = of === town ? 'W-1' : 'N-1';
  const answer = await perform(inOneTown(one.deps, of), actorNamed('佐藤'), verb, { meeting, ...said });
  expect(answer).toMatchObject({ ok: true });
  await one.play();
}
const off = { reason: '入院' };

async function told(one: SmallTown, agency: string) {
  await one.until('2026-06-03T12:00');
  return one
    .mails()
    .filter(({ to }) => to === agency)
    .map(({ text }) => text);
}

it('all of it is called off in the night after a part was, and the rest had moved: one word names both', async () => {
  const one = await heard(night);
  await done(one, town, 'cancel', off);
  await done(one, neighbour, 'change', { date: '2026-06-15T16:00' });
  await done(one, neighbour, 'cancel', { ...off, whole: true });
  expect(await told(one, '社協')).toEqual([expect.stringMatching(/^【中止・[^]*6月15日\(月\)15:00[^]*N-1、W-1/)]);
});

it('an agency leaves the other part in the night in which one was called off: it hears that this one is off', async () => {
  const one = await heard(night);
  await done(one, town, 'cancel', off);
  await done(one, neighbour, 'leave', { agency: '社協', reason: '担当替え' });
  const [text = '', ...more] = await told(one, '社協');
  expect([text, more]).toEqual([expect.stringMatching(/^【中止・[^]*会議番号：W-1/), []]);
  expect(text).not.toContain('N-1');
});

it('whoever was called to the first part in the night in which all is called off hears that its own part is', async () => {
  const one = await heard(night);
  await done(one, town, 'change', { add: { 精神科: call } });
  await done(one, town, 'cancel', { ...off, whole: true });
  const texts = await told(one, '精神科');
  expect(texts).toEqual([expect.stringMatching(/^【中止・[^]*会議番号：N-1\n/)]);
  expect(texts[0]).not.toContain('W-1');
});

it('whoever was called to a part between two changes of the date hears of the second, though the first part is where it was', async () => {
  const one = await heard('2026-06-02T10:00');
  await done(one, town, 'change', { date: '2026-06-17T10:00' });
  await done(one, neighbour, 'change', { add: { 包括: call } });
  await done(one, town, 'change', { date: '2026-06-15T14:00' });
  const texts = await told(one, '包括');
  expect(texts.at(-1)).toMatch(/^【日時の変更・[^]*N-1[^]*6月15日\(月\)15:00\n[^]*変更前 2026年6月17日\(水\)11:00/);
});

it('an agency taken from a part while all moves reads both in one mail', async () => {
  const one = await heard('2026-06-02T10:00');
  await done(one, town, 'change', { date: '2026-06-17T10:00', remove: { 社協: '別の担当' } });
  expect(await told(one, '社協')).toEqual([
    expect.stringMatching(/^【日時の変更と一部取消・[^]*6月15日\(月\)14:00（会議番号 W-1）[^]*6月17日\(水\)11:00/),
  ]);
});
