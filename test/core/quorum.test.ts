import { describe, expect, it } from 'vitest';
import { convening, invite, members } from '../support/small-meeting.ts';
import { aSmallTown } from '../support/small-town.ts';

/** M-1 on Monday 06-15 at 14:00, convened on 06-01; answers are due on 06-08. */
async function aTownWith(quorum: Readonly<Record<string, unknown>>) {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', issues: [1, 2], members });
  await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
  await one.does('佐藤', 'convene', { ...convening, ...quorum, invite: invite('包括', '精神科', '社協') });
  await one.until('2026-06-02T10:00');
  one.news();
  return one;
}
const reply = (answer: string, text = '用があるため') => ({ meeting: 'M-1', answer, text });

describe('the quorum of a meeting (定足数)', () => {
  it('is nobody and no number unless somebody says so', async () => {
    const one = await aTownWith({});
    for (const agency of ['包括', '精神科']) await one.does(agency, 'reply', reply('欠席'));
    await one.does('社協', 'reply', reply('出席'));
    await one.until('2026-06-09T09:00');
    expect(await one.tasks()).toEqual([]);
  });

  it('tells the convener at once when somebody who must come declines, once for each time', async () => {
    const one = await aTownWith({ required: ['精神科'] });
    await one.does('包括', 'reply', reply('欠席'));
    expect(await one.tasks()).toEqual([]);
    await one.does('精神科', 'reply', reply('欠席'));
    expect(await one.tasks()).toEqual(['quorum M-1 → 佐藤']);
    expect(one.news()).toEqual(['staff-task → 佐藤']);
    await one.until('2026-06-03T10:00');
    await one.does('精神科', 'reply', reply('出席'));
    expect(await one.tasks()).toEqual([]);
    await one.until('2026-06-03T11:00');
    await one.does('精神科', 'reply', reply('欠席'));
    expect(await one.tasks()).toEqual(['quorum M-1 → 佐藤']);
    expect(one.news()).toEqual(['staff-task → 佐藤']);
    await one.until('2026-06-08T17:15');
    expect(one.news().filter((line) => line.startsWith('staff-task'))).toEqual([]);
  });

  it('writes to nobody in the morning about what was decided the evening before', async () => {
    const one = await aTownWith({ required: ['精神科'] });
    await one.until('2026-06-02T18:00');
    await one.does('精神科', 'reply', reply('欠席'));
    expect(await one.tasks()).toEqual(['quorum M-1 → 佐藤']);
    await one.does('佐藤', 'go-ahead', { meeting: 'M-1', reason: '意見書で足りる' });
    await one.until('2026-06-03T12:00');
    expect(one.news().filter((line) => line.startsWith('staff-task'))).toEqual([]);
  });

  it('counts the silent only at the deadline, and those who leave afterwards', async () => {
    const one = await aTownWith({ least: 2 });
    await one.does('包括', 'reply', reply('出席'));
    await one.until('2026-06-08T17:14');
    expect(await one.tasks()).toEqual([]);
    await one.until('2026-06-08T17:15');
    expect(await one.tasks()).toEqual(['quorum M-1 → 佐藤']);
    await one.until('2026-06-08T17:20');
    await one.does('佐藤', 'reply', { ...reply('出席'), agency: '精神科', source: '電話' });
    expect(await one.tasks()).toEqual([]);
    await one.until('2026-06-12T10:00');
    await one.does('包括', 'leave', { meeting: 'M-1', reason: '担当を離れた' });
    expect(await one.tasks()).toContain('quorum M-1 → 佐藤');
  });

  it('is overruled with a reason, which is kept and noted, until somebody else declines', async () => {
    const one = await aTownWith({ required: ['精神科', '社協'] });
    expect(await one.tries('佐藤', 'go-ahead', { meeting: 'M-1', reason: '急ぐ' })).toMatchObject({
      code: 'bad-input',
    });
    await one.does('精神科', 'reply', reply('欠席'));
    expect(await one.tries('佐藤', 'go-ahead', { meeting: 'M-1', reason: ' ' })).toMatchObject({ code: 'bad-input' });
    await one.does('佐藤', 'go-ahead', { meeting: 'M-1', reason: '意見は電話で聞いた' });
    expect(await one.tasks()).toEqual([]);
    expect((await one.meeting()).quorum?.overruled).toMatchObject({ missed: ['精神科'], by: '佐藤' });
    const noted = (await one.store.audit((await one.meeting()).town)).map(({ did }) => did);
    expect(noted).toContain('override:quorum');
    await one.does('社協', 'reply', reply('欠席'));
    expect(await one.tasks()).toEqual(['quorum M-1 → 佐藤']);
  });

  it('is asked about again when fewer come than when it was overruled, and when nobody does', async () => {
    const one = await aTownWith({ least: 3 });
    for (const agency of ['包括', '精神科']) await one.does(agency, 'reply', reply('出席'));
    await one.does('社協', 'reply', reply('欠席'));
    expect(await one.tasks()).toEqual(['quorum M-1 → 佐藤']);
    for (const [agency, day, coming] of [
      ['包括', '2026-06-03', 1],
      ['精神科', '2026-06-10', 0],
    ] as const) {
      await one.does('佐藤', 'go-ahead', { meeting: 'M-1', reason: '足りる' });
      await one.until(`${day}T10:00`);
      expect(await one.tasks()).toEqual([]);
      await one.does(agency, 'reply', reply('欠席'));
      expect(await one.tasks()).toEqual(['quorum M-1 → 佐藤']);
      expect((await one.meeting()).quorum?.overruled).toMatchObject({ coming: coming + 1 });
    }
    await one.does('佐藤', 'go-ahead', { meeting: 'M-1', reason: '主催の所内で開く' });
    await one.until('2026-06-15T13:59');
    expect(await one.tasks()).toEqual([]);
  });

  it('overruled while answers are owed, is asked about again at the deadline when they stay away', async () => {
    const one = await aTownWith({ least: 3 });
    await one.does('包括', 'reply', reply('出席'));
    await one.does('社協', 'reply', reply('欠席'));
    await one.does('佐藤', 'go-ahead', { meeting: 'M-1', reason: '二機関で足りる' });
    await one.until('2026-06-08T17:14');
    expect(await one.tasks()).toEqual([]);
    await one.until('2026-06-08T17:15');
    expect(await one.tasks()).toEqual(['quorum M-1 → 佐藤']);
  });

  it('refuses to ask for somebody who is not called, or for more than are', async () => {
    const one = await aTownWith({});
    const tries = (said: object) =>
      one.tries('佐藤', 'convene', {
        ...{ ...convening, meeting: 'M-2', cases: ['C-1'], framework: 'needy-support', ground: 1 },
        ...{ invite: invite('包括'), ...said },
      });
    expect(await tries({ required: ['社協'] })).toMatchObject({ code: 'not-invited' });
    expect(await tries({ least: 2 })).toMatchObject({ code: 'bad-input' });
    expect(await tries({ least: 1, required: ['包括'] })).toMatchObject({ code: 'ok' });
  });
});
