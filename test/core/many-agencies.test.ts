import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unpack } from '../../core/commands/outbox/unpack.ts';
import { inOneTransaction, MOST_WRITES } from '../../core/parcel/rules.ts';
import type { Change } from '../../core/ports.ts';
import { closedTask, newTask } from '../../core/task/rules.ts';
import { aLink, anEntry } from '../contracts/one-of-each.ts';
import { aMeeting } from '../support/builders.ts';
import { at } from '../support/moments.ts';
import { convening, members } from '../support/small-meeting.ts';
import { actorNamed, aSmallTown, town } from '../support/small-town.ts';

const names = Array.from({ length: 60 }, (_, index) => `機関${String(index + 1)}`);
const everybody = Object.fromEntries(names.map((name) => [name, { class: '相談支援', purpose: '受診の相談' }]));

/** M-1 with sixty agencies, every third reached by FAX only, convened at this moment. */
async function aCrowdedTown(moment = '2026-06-01T09:00') {
  const one = await aSmallTown();
  for (const [index, id] of names.entries()) {
    const reach =
      index % 3 === 0
        ? { fax: `000-000-1${String(index).padStart(3, '0')}` }
        : { mail: `m${String(index)}@example.jp` };
    await one.does('佐藤', 'agency', { id, type: '社会福祉協議会', ...reach });
  }
  await one.does('木村', 'case', { id: 'C-1', members });
  await one.until(moment);
  const basis = { cases: ['C-1'], framework: 'needy-support', ground: 1 };
  await one.does('佐藤', 'convene', { ...convening, ...basis, date: '2026-06-22T14:00', invite: everybody });
  return one;
}
const parcels = async (one: Awaited<ReturnType<typeof aSmallTown>>) => one.store.list('parcel', town);

describe('a meeting with sixty agencies', () => {
  it('is convened, reminded of and cancelled: everybody hears once, and every task is closed', async () => {
    const one = await aCrowdedTown();
    expect(one.news()).toHaveLength(40);
    expect(await one.tasks()).toHaveLength(20);
    await one.until('2026-06-12T12:00');
    // Sixty calls besides the letters that still lie there.
    expect((await one.tasks()).length).toBeGreaterThan(60);
    one.news();
    await one.does('佐藤', 'cancel', { meeting: 'M-1', reason: '世帯の事情' });
    expect(await one.state()).toBe('cancelled');
    const news = one.news();
    expect([news.length, new Set(news).size]).toEqual([40, 40]);
    expect((await one.tasks()).filter((task) => task.startsWith('phone'))).toEqual([]);
    expect(await parcels(one)).toEqual([]);
  });

  it('that is cancelled the same night is heard of by nobody', async () => {
    const one = await aCrowdedTown('2026-06-01T20:00');
    await one.does('佐藤', 'cancel', { meeting: 'M-1', reason: '世帯の事情' });
    await one.until('2026-06-02T12:00');
    expect([one.news(), await one.tasks()]).toEqual([[], []]);
  });

  it('moves to another day in one step', async () => {
    const one = await aCrowdedTown();
    one.news();
    await one.does('佐藤', 'change', { meeting: 'M-1', date: '2026-06-23T14:00' });
    await one.until('2026-06-01T12:00');
    expect(one.news()).toHaveLength(40);
  });

  it('opens every link that was mailed', async () => {
    const one = await aCrowdedTown();
    const links = await one.store.list('link', town);
    expect(new Set(links.map(({ agency }) => agency)).size).toBe(60);
  });
});

const about = { town, subject: 'M-1', at: at('2026-06-01T09:00') };
const task = (id: number) =>
  newTask({
    town,
    taskKind: 'phone',
    for: aMeeting([]).appointment.convener,
    about: `機関${String(id)}`,
    subject: { kind: 'meeting', id: 'M-1' },
    openedAt: about.at,
    occasion: 'x',
  });

describe('a change that is too big for one transaction', () => {
  it('fits, whatever it is made of, and nothing of it is lost', () => {
    const counts = fc.tuple(fc.nat(400), fc.nat(300), fc.nat(60));
    fc.assert(
      fc.property(counts, ([tasks, links, entries]) => {
        const change: Change = {
          put: [
            aMeeting([]),
            ...Array.from({ length: tasks }, (_, index) => task(index)),
            ...Array.from({ length: links }, (_, index) => aLink({ id: `f${String(index)}` })),
          ],
          outbox: Array.from({ length: entries }, () => anEntry({})),
        };
        const packed = inOneTransaction(change, about);
        const { put, outbox = [] } = packed;
        expect(put.length + outbox.length).toBeLessThanOrEqual(MOST_WRITES);
        const records = put.flatMap((one) => (one.kind === 'parcel' ? one.records : [one]));
        expect(new Set(records.map(({ id }) => id))).toEqual(new Set(change.put.map(({ id }) => id)));
        expect(put[0]?.kind).toBe('meeting');
      }),
      { numRuns: 40 },
    );
  });

  it('is left as it is when it is not', () => {
    const change: Change = { put: [aMeeting([]), task(1)] };
    expect(inOneTransaction(change, about)).toBe(change);
  });

  it('closes no task again that somebody closed otherwise, and is unpacked once', async () => {
    const one = await aSmallTown();
    const [first, second] = [task(1), task(2)];
    await one.store.commit({ put: [first, second] });
    const closed = [first, second].map((each) => closedTask({ ...each, version: 1 }, about.at, '佐藤'));
    await one.store.commit({ put: [closedTask({ ...first, version: 1 }, about.at, '中村', '電話で済んだ')] });
    const parcel = { kind: 'parcel', town, id: 'M-1/x/0', version: 0, records: closed, outbox: [] } as const;
    await one.store.commit({ put: [{ ...parcel, records: [...closed], outbox: [] }] });
    for (const _twice of [1, 2]) await unpack(one.deps, town, 'M-1/x/0');
    const stored = await one.store.list('task', town);
    expect(stored.map(({ done }) => done?.by)).toEqual(['中村', '佐藤']);
    expect(actorNamed('佐藤').id).toBe('佐藤');
  });
});
