import { describe, expect, it } from 'vitest';
import { inOneTown } from '../../core/access/one-town.ts';
import { perform } from '../../core/commands/perform.ts';
import { actorNamed, aSmallTown, neighbour, type SmallTown, town } from '../support/small-town.ts';

const call = { class: '相談支援', purpose: '受診の相談' };
const part = (of: string, meeting: string, ...agencies: readonly string[]) => ({
  ...{ town: of, meeting, cases: ['C-1'], ground: 1 },
  invite: Object.fromEntries(agencies.map((agency) => [agency, call])),
});

/** Two towns from 14:00 and from 15:00 on 15 June; 社協 comes to both and has said so. All have heard of it. */
async function heard() {
  const one = await aSmallTown();
  for (const clerk of ['木村', '野田'])
    await one.does(clerk, 'case', { id: 'C-1', members: [{ id: 'A', name: '試験花子', covered: true }] });
  await one.does('佐藤', 'convene-together', {
    ...{ date: '2026-06-15T14:00', place: '福祉保健所', outlook: '1回', framework: 'needy-support' },
    parts: [part(town, 'W-1', '包括', '社協'), part(neighbour, 'N-1', '社協', '精神科')],
  });
  await one.until('2026-06-02T10:00');
  await one.does('社協', 'reply', { meeting: 'W-1', answer: '出席' });
  one.news();
  return one;
}

async function done(one: SmallTown, of: typeof town, verb: 'cancel' | 'change' | 'leave', said: object) {
  expect(await perform(inOneTown(one.deps, of), actorNamed('佐藤'), verb, said)).toMatchObject({ ok: true });
  await one.play();
}
const moved = (one: SmallTown, date: string) => done(one, town, 'change', { meeting: 'W-1', date });
const off = (one: SmallTown, of: typeof town) =>
  done(one, of, 'cancel', { meeting: of === town ? 'W-1' : 'N-1', reason: '入院' });
const told = (one: SmallTown, agency: string) => one.mails().filter(({ to }) => to === agency);
const only = (one: SmallTown, agency: string) => told(one, agency).map(({ text }) => text);

describe('a part is called off while word of a new date still waits', () => {
  for (const [which, of, standing, wasOff, now] of [
    ['first', town, 'N-1', '6月15日(月)14:00（会議番号 W-1）', '6月16日(火)11:00'],
    ['second', neighbour, 'W-1', '6月15日(月)15:00（会議番号 N-1）', '6月16日(火)10:00'],
  ] as const)
    it(`tells whoever comes to both once: what is off, the new date of the other, and to answer anew (${which})`, async () => {
      const one = await heard();
      await moved(one, '2026-06-16T10:00');
      await one.until('2026-06-02T10:01');
      await off(one, of);
      await one.until('2026-06-02T12:00');
      const [text = '', ...further] = only(one, '社協');
      expect(further).toEqual([]);
      expect(text.split('\n')[0]).toBe(
        `【日時の変更と一部中止・6月9日(火)までに出欠を】${now} 関係機関会議 ${standing}`,
      );
      expect(text).toContain(`■ 取りやめ：2026年${wasOff}`);
      expect(text).toContain(`■ 日時：2026年${now}\n\u3000（変更前 2026年6月15日(月)`);
      expect(text).toContain('あらためて出欠をお知ら');
      expect(text).not.toContain('これまでどおり');
      expect(text).not.toContain('そのまま有効');
      expect(text.match(/6月16日/g)).toHaveLength(2);
      const alone = only(one, of === town ? '包括' : '精神科');
      expect(alone).toEqual([expect.stringMatching(/中止[^]*6月15日/)]);
      expect(alone[0]).not.toContain('6月16日');
      const other = only(one, of === town ? '精神科' : '包括');
      expect(other).toEqual([expect.stringMatching(/^【日時の変更・[^]*6月16日/)]);
    });

  it('makes the entry in the calendar the part that stands, once', async () => {
    const one = await heard();
    await moved(one, '2026-06-16T10:00');
    await off(one, town);
    await one.until('2026-06-02T12:00');
    expect(told(one, '社協').map(({ calendar }) => [calendar?.method, calendar?.startsAt, calendar?.minutes])).toEqual([
      ['REQUEST', '2026-06-16T02:00:00.000Z', 60],
    ]);
  });

  it('says only what is off where two changes came to nothing, and the answers count again', async () => {
    const one = await heard();
    await moved(one, '2026-06-16T10:00');
    await one.until('2026-06-02T10:01');
    await moved(one, '2026-06-15T14:00');
    await off(one, town);
    await one.until('2026-06-02T12:00');
    expect(only(one, '社協')).toEqual([expect.stringMatching(/^【一部の取りやめ・ほかは予定どおり】[^]*そのまま有効/)]);
    const second = await one.store.get('meeting', neighbour, 'N-1');
    expect(second?.invitations.find(({ agency }) => agency === '社協')?.repliesBefore).toBeUndefined();
  });

  it('counts two changes as one, from the date that was told', async () => {
    const one = await heard();
    await moved(one, '2026-06-16T10:00');
    await one.until('2026-06-02T10:01');
    await moved(one, '2026-06-17T10:00');
    await off(one, town);
    await one.until('2026-06-02T12:00');
    const [text = ''] = only(one, '社協');
    expect(told(one, '社協')).toHaveLength(1);
    expect(text).toContain('■ 日時：2026年6月17日(水)11:00\n　（変更前 2026年6月15日(月)15:00）');
    expect(text).not.toContain('6月16日');
  });
});

describe('an agency is taken from a part while word of a new date still waits', () => {
  it('hears once of both', async () => {
    const one = await heard();
    await moved(one, '2026-06-16T10:00');
    await done(one, town, 'change', { meeting: 'W-1', remove: { 社協: '別の担当' } });
    await one.until('2026-06-02T12:00');
    expect(only(one, '社協')).toEqual([
      expect.stringMatching(/^【日時の変更と一部取消・[^]*6月15日\(月\)14:00（会議番号 W-1）/),
    ]);
  });

  it('hears of the other part’s new date when it left by itself', async () => {
    const one = await heard();
    await moved(one, '2026-06-16T10:00');
    await done(one, town, 'leave', { meeting: 'W-1', agency: '社協', reason: '担当替え' });
    await one.until('2026-06-02T12:00');
    const [text = '', ...further] = only(one, '社協');
    expect([text.split('\n')[0], further]).toEqual([
      '【日時の変更・6月9日(火)までに出欠を】6月16日(火)11:00 関係機関会議 N-1',
      [],
    ]);
    expect(text).not.toContain('W-1');
  });
});

describe('a part was called off first', () => {
  it('in office hours that is told at once, and the new date by itself', async () => {
    const one = await heard();
    await off(one, town);
    await done(one, neighbour, 'change', { meeting: 'N-1', date: '2026-06-16T10:00' });
    await one.until('2026-06-02T12:00');
    expect(only(one, '社協').map((text) => text.slice(0, 8))).toEqual(['【一部の取りやめ', '【日時の変更・6']);
  });

  it('at night the new date goes along with it, in one mail', async () => {
    const one = await heard();
    await one.until('2026-06-02T20:00');
    await off(one, town);
    await done(one, neighbour, 'change', { meeting: 'N-1', date: '2026-06-16T10:00' });
    await one.until('2026-06-03T12:00');
    expect(only(one, '社協')).toEqual([
      expect.stringMatching(/^【日時の変更と一部中止・[^]*6月15日\(月\)14:00（会議番号 W-1）/),
    ]);
  });

  it('at night the rest goes along with it, in one mail', async () => {
    const one = await heard();
    await one.until('2026-06-02T20:00');
    await off(one, town);
    await off(one, neighbour);
    await one.until('2026-06-03T12:00');
    expect(only(one, '社協')).toEqual([expect.stringMatching(/^【中止・[^]*N-1、W-1/)]);
  });
});
