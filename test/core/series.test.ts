import { describe, expect, it } from 'vitest';
import { dayOf } from '../../core/time.ts';
import { members } from '../support/small-meeting.ts';
import { aSmallTown, known, neighbour, prefecture, type SmallTown, town } from '../support/small-town.ts';

const entry = { standing: 'core', class: '相談支援', purpose: '近況の共有' };
const council = {
  ...{ id: '支援会議', name: '青葉県支援会議', framework: 'needy-support', towns: [town], place: '{町村}役場' },
  ...{ regular: '毎月第2火曜 14:00', roster: { 包括: entry, 精神科: entry } },
};

/** C-1 and C-2 of the town; the body meets every second Tuesday, by the standing order of 佐藤. */
async function aTownWithSeries(order: unknown = {}, body: unknown = {}): Promise<SmallTown> {
  const one = await aSmallTown('2026-06-01T09:00');
  await one.does('佐藤', 'body', { ...council, ...Object(body) });
  for (const id of ['C-1', 'C-2']) await one.does('木村', 'case', { id, issues: [1, 2], members });
  await one.does('佐藤', 'series', { body: '支援会議', ...Object(order) });
  return one;
}
const seriesIn = async ({ store }: SmallTown) => known(await store.get('series', prefecture, '支援会議'), 'series');
const states = async (one: SmallTown) =>
  (await seriesIn(one)).sittings.map(({ startsAt, state }) => `${dayOf(startsAt)} ${state}`);

describe('a series', () => {
  it('plans as many dates as were ordered, and leaves out one that is too near to be convened in time', async () => {
    const one = await aTownWithSeries();
    // 9 June is 8 days away, and 14 were ordered.
    expect(await states(one)).toEqual(['2026-07-14 planned', '2026-08-12 planned', '2026-09-08 planned']);
    expect(one.mails()).toEqual([]);
  });

  it('convenes a date with the standing roster on the day that was ordered, and plans another', async () => {
    const one = await aTownWithSeries();
    await one.does('佐藤', 'to-sitting', { case: 'C-1', body: '支援会議', ground: 1 });
    await one.until('2026-06-29T18:00');
    expect(one.mails()).toEqual([]);
    await one.until('2026-06-30T09:30');
    expect(one.news()).toEqual(['invitation → 包括', 'invitation → 精神科']);
    expect(await one.meeting('定例-2026-07-14')).toMatchObject({
      ...{ state: 'inviting', cases: ['C-1'], body: '支援会議', ground: 1, cadence: '定期' },
      appointment: { place: '若草町役場', convener: '佐藤', startsAt: '2026-07-14T05:00:00.000Z' },
    });
    expect(await states(one)).toEqual([
      ...['2026-07-14 called', '2026-08-12 planned', '2026-09-08 planned', '2026-10-13 planned'],
    ]);
  });

  it('says in the audit log whose standing order it was', async () => {
    const one = await aTownWithSeries();
    await one.does('佐藤', 'to-sitting', { case: 'C-1', body: '支援会議', ground: 1 });
    await one.until('2026-06-30T09:30');
    const lines = (await one.store.audit(town)).filter(({ to }) => to === '定例-2026-07-14');
    expect(lines.map(({ who, did, door }) => `${who} ${did} ${door ?? ''}`)).toEqual(
      expect.arrayContaining(['staff:佐藤 convene workflow', 'staff:佐藤 standing-order:佐藤 workflow']),
    );
  });

  it('leaves out a case that fails its gate, with a task that says why, and convenes the others', async () => {
    const one = await aTownWithSeries();
    await one.does('佐藤', 'to-sitting', { case: 'C-1', body: '支援会議' });
    await one.does('佐藤', 'to-sitting', { case: 'C-2', body: '支援会議', ground: 2 });
    await one.until('2026-06-30T09:30');
    expect((await one.meeting('定例-2026-07-14')).cases).toEqual(['C-2']);
    expect(await one.tasks()).toEqual(['sitting C-1 → 佐藤']);
    const [task] = await one.store.list('task', town, 'C-1/sitting');
    expect(task?.said).toContain('根拠');
    expect((await seriesIn(one)).sittings[0]?.leftOut).toEqual([{ town, case: 'C-1', because: 'ground-missing' }]);
  });

  it('takes cases of one town: whoever brings another’s is told of 合同の席', async () => {
    const one = await aTownWithSeries({}, { towns: [town, neighbour] });
    await one.does('野田', 'case', { id: 'N-1', issues: [1], members });
    await one.does('佐藤', 'to-sitting', { case: 'C-1', body: '支援会議', ground: 1, day: '2026-07-14' });
    const other = { case: 'N-1', body: '支援会議', ground: 1 };
    const refused = await one.tries('佐藤', 'to-sitting', { ...other, day: '2026-07-14' });
    const problem: unknown = expect.stringContaining('「合同の席」で招集してください');
    expect(refused).toMatchObject({ code: 'bad-input', field: 'day', problem });
    // Without a day it goes to the next date that is free.
    await one.does('佐藤', 'to-sitting', other);
    expect((await seriesIn(one)).sittings.map(({ items }) => items.map((item) => item.case))).toEqual([
      ['C-1'],
      ['N-1'],
      [],
    ]);
  });

  it('does not meet without a case, and tells nobody', async () => {
    const one = await aTownWithSeries();
    await one.until('2026-06-30T09:30');
    expect((await states(one))[0]).toBe('2026-07-14 empty');
    expect(one.mails()).toEqual([]);
    expect(await one.store.list('meeting', town)).toEqual([]);
  });

  it('answers a 開催依頼 by taking it to a date, and asks for it no more', async () => {
    const one = await aTownWithSeries();
    await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 2 });
    expect(await one.tries('木村', 'to-sitting', { meeting: 'M-1', body: '支援会議' })).toMatchObject({
      code: 'not-host',
    });
    await one.does('佐藤', 'to-sitting', { meeting: 'M-1', body: '支援会議', day: '2026-08-12' });
    expect(await one.meeting()).toMatchObject({ state: 'elsewhere', elsewhere: { on: '2026-08-12' } });
    await one.until('2026-07-31T09:00');
    expect(await one.tasks()).toEqual([]);
    expect(await one.meeting('定例-2026-08-12')).toMatchObject({ cases: ['C-1'], ground: 2 });
  });

  it('takes no further case once a date is convened', async () => {
    const one = await aTownWithSeries({ cutoff: 21 });
    await one.until('2026-06-23T09:00');
    const late = { case: 'C-1', body: '支援会議', ground: 1, day: '2026-07-14' };
    expect(await one.tries('佐藤', 'to-sitting', late)).toMatchObject({ code: 'bad-input', field: 'day' });
    await one.does('佐藤', 'to-sitting', { ...late, day: '2026-08-12' });
  });

  it('moves or cancels one date and touches no other', async () => {
    const one = await aTownWithSeries();
    await one.does('佐藤', 'to-sitting', { case: 'C-1', body: '支援会議', ground: 1 });
    const which = { body: '支援会議', day: '2026-07-14' };
    await one.does('佐藤', 'move-sitting', { ...which, date: '2026-07-16T10:00', reason: '会議室の都合' });
    expect(await states(one)).toEqual(['2026-07-16 planned', '2026-08-12 planned', '2026-09-08 planned']);
    const onto = { body: '支援会議', day: '2026-07-14', date: '2026-08-12T09:00' };
    expect(await one.tries('佐藤', 'move-sitting', onto)).toMatchObject({ code: 'bad-input', field: 'date' });
    await one.does('佐藤', 'cancel-sitting', { body: '支援会議', day: '2026-08-12', reason: '盆' });
    expect(await states(one)).toEqual([
      ...['2026-07-16 planned', '2026-08-12 cancelled', '2026-09-08 planned', '2026-10-13 planned'],
    ]);
    await one.until('2026-07-02T09:30');
    expect(await one.meeting('定例-2026-07-14')).toMatchObject({
      appointment: { startsAt: '2026-07-16T01:00:00.000Z' },
    });
    expect(await one.tries('佐藤', 'move-sitting', { ...which, date: '2026-07-17T10:00' })).toMatchObject({
      code: 'wrong-state',
    });
  });

  it('makes a task of each case of a date that is cancelled', async () => {
    const one = await aTownWithSeries();
    await one.does('佐藤', 'to-sitting', { case: 'C-1', body: '支援会議', ground: 1 });
    await one.does('佐藤', 'cancel-sitting', { body: '支援会議', day: '2026-07-14', reason: '盆' });
    expect(await one.tasks()).toEqual(['sitting C-1 → 佐藤']);
  });

  it('plans anew what nobody was invited to when its rhythm changes, and takes the cases along', async () => {
    const one = await aTownWithSeries();
    await one.does('佐藤', 'to-sitting', { case: 'C-1', body: '支援会議', ground: 1 });
    await one.does('佐藤', 'to-sitting', { case: 'C-2', body: '支援会議', ground: 1, day: '2026-08-12' });
    await one.until('2026-06-30T09:30');
    await one.does('佐藤', 'body', { id: '支援会議', regular: '毎月第3水曜 10:00' });
    expect(await states(one)).toEqual([
      ...['2026-07-14 called', '2026-08-19 planned', '2026-09-16 planned', '2026-10-21 planned'],
    ]);
    expect((await seriesIn(one)).sittings[1]?.items.map((item) => item.case)).toEqual(['C-2']);
  });

  it('ends: what was convened stays, the rest is dropped, and its cases become tasks', async () => {
    const one = await aTownWithSeries();
    await one.does('佐藤', 'to-sitting', { case: 'C-1', body: '支援会議', ground: 1 });
    await one.does('佐藤', 'to-sitting', { case: 'C-2', body: '支援会議', ground: 1, day: '2026-08-12' });
    await one.until('2026-06-30T09:30');
    await one.does('佐藤', 'series', { body: '支援会議', end: true });
    expect(await states(one)).toEqual(['2026-07-14 called']);
    expect(await one.tasks()).toEqual(['sitting C-2 → 佐藤']);
    await one.until('2026-09-30T09:00');
    expect(await states(one)).toEqual(['2026-07-14 called']);
  });

  it('calls who is on the roster on that day', async () => {
    const one = await aTownWithSeries();
    await one.does('佐藤', 'to-sitting', { case: 'C-1', body: '支援会議', ground: 1 });
    await one.does('佐藤', 'body', { id: '支援会議', roster: { 包括: entry, 民生: entry } });
    await one.until('2026-06-30T09:30');
    const { invitations } = await one.meeting('定例-2026-07-14');
    expect(invitations.map(({ agency }) => agency)).toEqual(['包括', '民生']);
  });

  it('convenes nothing by itself where that was not ordered, and says which date passed', async () => {
    const one = await aTownWithSeries({ lead: 0 });
    expect(await states(one)).toEqual(['2026-06-09 planned', '2026-07-14 planned', '2026-08-12 planned']);
    await one.until('2026-06-09T15:00');
    expect((await states(one))[0]).toBe('2026-06-09 missed');
    expect(one.mails()).toEqual([]);
  });

  it('convenes once, however often it is looked at, also after the machine was down', async () => {
    const one = await aTownWithSeries();
    await one.does('佐藤', 'to-sitting', { case: 'C-1', body: '支援会議', ground: 1 });
    await one.sleepUntil('2026-07-02T10:00');
    await one.does('佐藤', 'series', { body: '支援会議' });
    expect(one.news()).toEqual(['invitation → 包括', 'invitation → 精神科']);
    expect(await one.store.list('meeting', town)).toHaveLength(1);
  });

  it('leaves a day alone for which somebody convened the body by hand', async () => {
    const one = await aTownWithSeries();
    await one.does('佐藤', 'to-sitting', { case: 'C-1', body: '支援会議', ground: 1 });
    await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-2'], framework: 'needy-support', ground: 1 });
    await one.does('佐藤', 'convene', { meeting: 'M-1', date: '2026-07-14T14:00', outlook: '3か月ごと' });
    await one.until('2026-06-30T09:30');
    expect(await one.tasks()).toContain('sitting C-1 → 佐藤');
    expect(await one.store.list('meeting', town)).toHaveLength(1);
  });

  it('waits for 決裁 where the body requires it', async () => {
    const one = await aTownWithSeries({}, { approval: true });
    await one.does('佐藤', 'to-sitting', { case: 'C-1', body: '支援会議', ground: 1 });
    await one.until('2026-06-30T09:30');
    expect(await one.state('定例-2026-07-14')).toBe('drafted');
    expect(one.mails().map(({ kind }) => kind)).not.toContain('invitation');
  });

  it('is the order of the host: a clerk of a town gives none', async () => {
    const one = await aTownWithSeries();
    expect(await one.tries('木村', 'series', { body: '支援会議', ahead: 12 })).toEqual({ code: 'forbidden' });
    expect(await seriesIn(one)).toMatchObject({ order: { by: '佐藤' }, ahead: 3, lead: 14 });
  });
});
