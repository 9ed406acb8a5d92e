import { describe, expect, it } from 'vitest';
import { aTownAt, withdraws } from '../support/consented-town.ts';
import { aConvenedTown } from '../support/small-meeting.ts';

const cancel = { meeting: 'M-1', reason: '世帯の事情' };
const told = { kind: 'fax', about: '民生' };

describe('中止 of a meeting', () => {
  it('is no news to an agency whose FAX was never sent: its task is closed, and that is all', async () => {
    const one = await aConvenedTown(['包括', '民生']);
    expect(await one.tasks()).toEqual(['fax 民生 → 佐藤']);
    await one.does('佐藤', 'cancel', cancel);
    expect([one.news(), await one.tasks()]).toEqual([['cancel → 包括'], []]);
  });

  it.each([
    ['was sent its FAX', ['task', told]],
    ['answered by telephone', ['reply', { meeting: 'M-1', agency: '民生', answer: '出席', source: '電話' }]],
  ] as const)('is told to one that %s', async (_how, [verb, said]) => {
    const one = await aConvenedTown(['包括', '民生']);
    await one.does('佐藤', verb, said);
    await one.does('佐藤', 'cancel', cancel);
    expect(await one.tasks()).toEqual(['fax 民生 → 佐藤']);
  });

  it('is told likewise to one that is taken out of it', async () => {
    const one = await aConvenedTown(['包括', '民生']);
    await one.does('佐藤', 'change', { meeting: 'M-1', remove: ['民生'] });
    expect(await one.tasks()).toEqual([]);
    const other = await aConvenedTown(['包括', '民生']);
    await other.does('佐藤', 'task', told);
    await other.does('佐藤', 'change', { meeting: 'M-1', remove: ['民生'] });
    expect(await other.tasks()).toEqual(['fax 民生 → 佐藤']);
  });

  it.each([
    ['called off', ['cancel', cancel]],
    ['put off to a day still to be found', ['poll', { meeting: 'M-1', slots: ['2026-06-22T10:00'], reason: '大雪' }]],
  ] as const)(
    'leaves word to one that was taken out of it the same night, when it is %s',
    async (_how, [verb, said]) => {
      const one = await aConvenedTown(['包括', '社協']);
      await one.until('2026-06-01T20:00');
      one.news();
      await one.does('佐藤', 'change', { meeting: 'M-1', remove: ['社協'] });
      await one.does('佐藤', verb, said);
      await one.until('2026-06-02T12:00');
      expect(one.news()).toContain('cancel → 社協');
    },
  );

  it('after the day tells nobody either who was to be told and was not', async () => {
    const one = await aTownAt('requested', 'needy-coordination');
    const call = { class: '相談支援', purpose: '受診の相談' };
    const convene = { meeting: 'M-1', date: '2026-06-15T14:00', place: '役場', outlook: '毎月' };
    await one.does('佐藤', 'convene', { ...convene, invite: { 包括: call, 民生: call } });
    await one.until('2026-06-15T15:00');
    one.news();
    await withdraws(one);
    expect([await one.state(), one.news()]).toEqual(['cancelled', ['cancel → 包括']]);
    expect(await one.tasks()).toEqual([]);
  });
});
