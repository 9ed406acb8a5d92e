import { describe, expect, it } from 'vitest';
import { aRecordedTown, convening, invite, members } from '../support/small-meeting.ts';
import { aSmallTown, prefecture, town } from '../support/small-town.ts';

const approval = { kind: 'approval', about: 'M-1' };

/** M-1 drafted by 佐藤 at this moment; its body asks for 決裁. */
async function aDraftAt(moment: string) {
  const one = await aSmallTown('2026-06-01T09:00');
  await one.does('中村', 'body', { id: 'B-1', name: '支援会議', framework: 'needy-support', approval: true });
  await one.does('木村', 'case', { id: 'C-1', members });
  await one.until(moment);
  const basis = { cases: ['C-1'], framework: 'needy-support', ground: 1 };
  await one.does('佐藤', 'convene', { ...convening, ...basis, date: '2026-06-22T14:00', invite: invite('包括') });
  return one;
}

describe('a task that asks for a decision', () => {
  it('is not ticked off: only the 決裁 closes it', async () => {
    const one = await aDraftAt('2026-06-01T10:00');
    expect(await one.tasks()).toEqual(['approval M-1 → 中村']);
    expect(await one.tries('中村', 'task', approval)).toMatchObject({ code: 'bad-input', field: '用事' });
    expect(await one.tries('佐藤', 'task', approval)).toEqual({ code: 'not-supervisor' });
    await one.does('中村', 'approve', { meeting: 'M-1' });
    expect(await one.tasks()).toEqual([]);
  });

  it('of a request is closed by convening, declining or taking it elsewhere, by nobody’s tick', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members });
    await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    await one.until('2026-06-08T10:00');
    expect(await one.tasks()).toContain('request M-1 → 佐藤');
    for (const who of ['佐藤', '中村'])
      expect(await one.tries(who, 'task', { kind: 'request', about: 'M-1' })).toMatchObject({ code: 'bad-input' });
    await one.does('佐藤', 'decline', { meeting: 'M-1', reason: '人手がない', review: '2026-07-01' });
    expect(await one.tasks()).toEqual([]);
  });

  it('of a support decision ends with the case as well', async () => {
    const one = await aRecordedTown('needy-coordination');
    expect(await one.tasks()).toEqual(['decision M-1 → 佐藤']);
    expect(await one.tries('佐藤', 'task', { kind: 'decision', about: 'M-1' })).toMatchObject({ code: 'bad-input' });
    await one.does('木村', 'close', { case: 'C-1', outcome: '終結', reason: '転出' });
    expect([await one.state(), await one.tasks()]).toEqual(['completed', []]);
  });
});

describe('a mail to staff that waits for office hours', () => {
  it('goes out when what it asks for is still to be done', async () => {
    const one = await aDraftAt('2026-06-01T20:00');
    await one.until('2026-06-02T08:30');
    expect(one.news()).toEqual(['staff-task → 中村']);
  });

  it('is dropped when it was decided meanwhile, and the log says so', async () => {
    const one = await aDraftAt('2026-06-01T20:00');
    await one.does('中村', 'send-back', { meeting: 'M-1', reason: '場所を直す' });
    await one.until('2026-06-02T12:00');
    expect(one.news()).toEqual(['staff-task → 佐藤']);
    const mails = await one.store.list('message', town, 'M-1/staff-task/中村/');
    expect(mails.map(({ state }) => state)).toEqual(['dropped']);
    const dropped = (await one.store.audit(town)).filter(({ did }) => did.startsWith('dropped:'));
    expect(dropped).toMatchObject([{ did: 'dropped:staff-task', to: 'M-1', who: 'workflow' }]);
    expect(await one.store.audit(prefecture)).toEqual(expect.not.arrayContaining(dropped));
  });
});
