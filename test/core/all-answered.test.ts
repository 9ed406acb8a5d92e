import { describe, expect, it } from 'vitest';
import { convening, invite, members } from '../support/small-meeting.ts';
import { aSmallTown } from '../support/small-town.ts';

/** M-1 on Monday 06-15 at 14:00, convened on 06-01; answers are due on 06-08. */
async function aConvenedMeeting(more: Readonly<Record<string, unknown>> = {}) {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', issues: [1, 2], members });
  await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
  await one.does('佐藤', 'convene', { ...convening, ...more, invite: invite('包括', '精神科') });
  await one.until('2026-06-02T10:00');
  one.news();
  return one;
}
const reply = (answer: string, more: object = {}) => ({ meeting: 'M-1', answer, text: '用があるため', ...more });
const TOLD = ['staff-task → 佐藤'];

describe('when all have answered', () => {
  it('tells the convener once, with counts and without a name', async () => {
    const one = await aConvenedMeeting();
    await one.does('包括', 'reply', reply('出席'));
    expect(one.news()).toEqual([]);
    await one.does('精神科', 'reply', reply('欠席'));
    expect(one.news()).toEqual(TOLD);
    expect(await one.tasks()).toEqual([]);
    const mail = (await one.store.list('message', (await one.meeting()).town)).find(({ to }) => to === '佐藤');
    expect(mail?.subject).toBe('【回答がそろいました】M-1（6月15日(月)・出席1機関）');
    expect(mail?.text).toContain('欠席：1機関');
    await one.until('2026-06-03T10:00');
    await one.does('精神科', 'reply', reply('代理出席', { deputy: '看護師' }));
    expect(one.news()).toEqual([]);
  });

  it('tells again for another date, and not what the convener typed in as the last answer', async () => {
    const one = await aConvenedMeeting();
    await one.does('包括', 'reply', reply('出席'));
    await one.does('精神科', 'reply', reply('出席'));
    one.news();
    await one.does('佐藤', 'change', { meeting: 'M-1', date: '2026-06-16T14:00' });
    await one.until('2026-06-03T10:00');
    await one.does('包括', 'reply', reply('出席'));
    one.news();
    await one.does('佐藤', 'reply', reply('出席', { agency: '精神科', source: '電話' }));
    expect(one.news()).toEqual([]);
    await one.does('佐藤', 'change', { meeting: 'M-1', date: '2026-06-17T14:00' });
    await one.until('2026-06-04T10:00');
    one.news();
    await one.does('包括', 'reply', reply('出席'));
    await one.does('精神科', 'reply', reply('出席'));
    expect(one.news()).toEqual(TOLD);
  });

  it('does not say it beside the question what to do without an agency that must come', async () => {
    const one = await aConvenedMeeting({ required: ['精神科'] });
    await one.does('包括', 'reply', reply('出席'));
    await one.does('精神科', 'reply', reply('欠席'));
    expect(one.news()).toEqual(TOLD);
    expect(await one.tasks()).toEqual(['quorum M-1 → 佐藤']);
  });

  it('says it when that question was asked before the last answer came', async () => {
    const one = await aConvenedMeeting({ required: ['精神科'] });
    await one.does('精神科', 'reply', reply('欠席'));
    expect(one.news()).toEqual(TOLD);
    await one.until('2026-06-03T10:00');
    await one.does('包括', 'reply', reply('出席'));
    expect(one.news()).toEqual(TOLD);
  });
});

describe('when nobody comes', () => {
  it('asks the convener what to do, once for each time', async () => {
    const one = await aConvenedMeeting();
    await one.does('包括', 'reply', reply('欠席'));
    expect(await one.tasks()).toEqual([]);
    await one.does('精神科', 'reply', reply('欠席'));
    expect(await one.tasks()).toEqual(['quorum M-1 → 佐藤']);
    expect(one.news()).toEqual(TOLD);
    await one.until('2026-06-03T10:00');
    await one.does('精神科', 'reply', reply('出席'));
    expect(await one.tasks()).toEqual([]);
    expect(one.news()).toEqual(TOLD);
    await one.until('2026-06-04T10:00');
    await one.does('精神科', 'reply', reply('欠席'));
    expect(await one.tasks()).toEqual(['quorum M-1 → 佐藤']);
    expect(one.news()).toEqual(TOLD);
  });

  it('counts whoever left by itself, and asks no more once the date has moved', async () => {
    const one = await aConvenedMeeting();
    await one.does('包括', 'reply', reply('欠席'));
    await one.does('精神科', 'leave', { meeting: 'M-1', reason: '担当を離れた' });
    expect(await one.tasks()).toContain('quorum M-1 → 佐藤');
    await one.does('佐藤', 'change', { meeting: 'M-1', date: '2026-06-17T14:00' });
    expect(await one.tasks()).not.toContain('quorum M-1 → 佐藤');
  });

  it('lets the convener go on with a reason', async () => {
    const one = await aConvenedMeeting();
    for (const agency of ['包括', '精神科']) await one.does(agency, 'reply', reply('欠席'));
    await one.does('佐藤', 'go-ahead', { meeting: 'M-1', reason: '意見は電話で聞いた' });
    expect(await one.tasks()).toEqual([]);
    await one.until('2026-06-15T14:00');
    expect(one.news().filter((line) => line.startsWith('staff-task'))).toEqual(TOLD);
  });
});
