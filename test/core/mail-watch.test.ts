import { describe, expect, it } from 'vitest';
import { createHandler } from '../../functions/dispatch-outbox/handler.ts';
import { invite, members, convening } from '../support/small-meeting.ts';
import { at } from '../support/moments.ts';
import { aSmallTown, known, type SmallTown, town } from '../support/small-town.ts';

const watchdogs = async (one: SmallTown) => (await one.tasks()).filter((task) => task.startsWith('watchdog'));

/** Invitations of a Monday, to agencies by mail. */
async function convened(...names: readonly string[]): Promise<SmallTown> {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', members });
  const more = { cases: ['C-1'], framework: 'needy-support', ground: 1, invite: invite(...names) };
  await one.does('佐藤', 'convene', { ...convening, ...more });
  return one;
}
const three = ['包括', '精神科', '社協'] as const;

describe('when nothing at all comes in after mails that ask for answers', () => {
  it('the host is told on the fourth business day, once', async () => {
    const one = await convened(...three);
    await one.until('2026-06-05T08:59');
    expect(await watchdogs(one)).toEqual([]);
    await one.until('2026-06-05T09:00');
    expect(await watchdogs(one)).toEqual(['watchdog M-1 → 佐藤']);
    await one.until('2026-06-08T10:00');
    expect(await watchdogs(one)).toHaveLength(1);
  });

  it('says what to check, and nothing of it goes by mail', async () => {
    const one = await convened(...three);
    one.news();
    await one.until('2026-06-05T09:00');
    const tasks = await one.store.list('task', town, 'M-1/watchdog/');
    expect(tasks[0]?.said).toContain('一つの機関に電話して届いているか確かめ');
    expect(one.news().filter((mail) => mail.startsWith('staff-task'))).toEqual([]);
  });

  it('an answer by link ends it at once, and it is not opened again', async () => {
    const one = await convened(...three);
    await one.until('2026-06-05T10:00');
    await one.does('包括', 'reply', { meeting: 'M-1', answer: '出席' });
    expect(await watchdogs(one)).toEqual([]);
    expect(await one.store.get('watch', town, 'mail')).toBeUndefined();
    await one.until('2026-06-09T08:00');
    expect(await watchdogs(one)).toEqual([]);
  });

  it('a mail that came back ends it the next morning', async () => {
    const one = await convened(...three);
    await one.until('2026-06-05T10:00');
    await one.does('佐藤', 'bounce', { to: '包括', kind: 'invitation' });
    await one.until('2026-06-08T09:00');
    expect(await watchdogs(one)).toEqual([]);
  });

  it('whoever ticked it off is not asked again about the same silence', async () => {
    const one = await convened(...three);
    await one.until('2026-06-05T10:00');
    await one.does('佐藤', 'task', { kind: 'watchdog', about: 'M-1', done: true, note: '電話で届いていると確認' });
    await one.until('2026-06-09T08:00');
    expect(await watchdogs(one)).toEqual([]);
  });
});

describe('nobody is alarmed', () => {
  it.each([
    [
      'when one agency answered',
      async (one: SmallTown) => one.does('精神科', 'reply', { meeting: 'M-1', answer: '欠席' }),
    ],
    [
      'when an answer was told by telephone',
      async (one: SmallTown) =>
        one.does('佐藤', 'reply', { meeting: 'M-1', agency: '包括', answer: '出席', source: '電話' }),
    ],
    ['when a mail came back', async (one: SmallTown) => one.does('佐藤', 'bounce', { to: '社協', kind: 'invitation' })],
  ])('%s', async (_when, happens) => {
    const one = await convened(...three);
    await one.until('2026-06-02T10:00');
    await happens(one);
    await one.until('2026-06-08T08:00');
    expect(await watchdogs(one)).toEqual([]);
  });

  it('when fewer than three were written to: that is their silence', async () => {
    const one = await convened('包括', '精神科', '民生');
    await one.until('2026-06-09T08:00');
    expect(await watchdogs(one)).toEqual([]);
  });

  it('before the fourth day on which offices are open', async () => {
    const one = await aSmallTown('2026-09-18T09:00');
    await one.does('木村', 'case', { id: 'C-1', members });
    const more = { cases: ['C-1'], framework: 'needy-support', ground: 1, invite: invite(...three) };
    await one.does('佐藤', 'convene', { ...convening, ...more, date: '2026-10-15T14:00' });
    // 09-19 to 09-23 are a weekend and three holidays.
    await one.until('2026-09-25T12:00');
    expect(await watchdogs(one)).toEqual([]);
  });
});

describe('what does not go out', () => {
  const started = { type: 'start', workflow: 'recording', name: 'r', input: { town, id: 'M-1' } } as const;
  const failing = (one: SmallTown, fails: () => boolean) =>
    createHandler({
      ...one.delivery,
      workflows: {
        ...one.delivery.workflows,
        start: async () => (fails() ? Promise.reject(new Error('not now')) : undefined),
      },
    });

  async function stuck() {
    const one = await convened('包括');
    await one.store.commit({
      put: [],
      outbox: [{ town, subject: 'M-1', notBefore: at('2026-06-01T09:00'), effect: started }],
    });
    return one;
  }

  it('for an hour becomes one task for the convener, and closes itself when it does', async () => {
    const one = await stuck();
    let broken = true;
    const later = { ...one, delivery: { ...one.delivery, clock: { now: () => at('2026-06-01T10:00') } } };
    const dispatch = failing(later, () => broken);
    await expect(dispatch()).rejects.toBeInstanceOf(AggregateError);
    await expect(dispatch()).rejects.toBeInstanceOf(AggregateError);
    expect(await watchdogs(one)).toEqual(['watchdog M-1 → 佐藤']);
    broken = false;
    await dispatch();
    expect(await watchdogs(one)).toEqual([]);
  });

  it('for a few minutes is tried again, and nobody hears of it', async () => {
    const one = await stuck();
    const later = { ...one, delivery: { ...one.delivery, clock: { now: () => at('2026-06-01T09:59') } } };
    await expect(failing(later, () => true)()).rejects.toBeInstanceOf(AggregateError);
    expect(await watchdogs(one)).toEqual([]);
    expect(known(await one.store.get('meeting', town, 'M-1'), 'M-1').state).toBe('inviting');
  });
});
