import { describe, expect, it } from 'vitest';
import { at } from '../support/moments.ts';
import { convening, invite, members } from '../support/small-meeting.ts';
import { aSmallTown } from '../support/small-town.ts';

const slots = ['2026-06-15T14:00', '2026-06-16T10:00'];
const { date: _date, ...undated } = convening;

/** M-1, whose date is sought since 2026-06-01 9:00; answers are due on 06-08. It is 06-02 10:00, and 包括 has answered. */
async function aRunningPoll(...agencies: readonly string[]) {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', issues: [1, 2], members });
  await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
  await one.does('佐藤', 'convene', { ...undated, slots, invite: invite('包括', ...agencies) });
  await one.until('2026-06-02T10:00');
  await one.does('包括', 'answer-poll', { meeting: 'M-1', marks: ['○', '○'] });
  one.news();
  return one;
}
const change = (said: object) => ['change', { meeting: 'M-1', ...said }] as const;

describe('while a date is sought (日程調整中)', () => {
  it('an agency may be paused, and is reminded again when somebody resumes', async () => {
    const one = await aRunningPoll('精神科');
    await one.does('佐藤', 'pause', { meeting: 'M-1', agency: '精神科', reason: '来週電話をもらう' });
    await one.until('2026-06-04T12:00');
    expect(one.news()).toEqual([]);
    await one.until('2026-06-05T12:00');
    await one.does('佐藤', 'pause', { meeting: 'M-1', agency: '精神科', resume: true });
    await one.until('2026-06-08T12:00');
    expect(one.news()).toEqual(['reminder → 精神科']);
  });

  it('the question is sent again to a mended address, once, under a new link; what was answered stands', async () => {
    const one = await aRunningPoll('精神科');
    for (const agency of ['包括', '包括']) await one.does('佐藤', 'resend', { meeting: 'M-1', agency, generation: 1 });
    expect(one.news()).toEqual(['poll → 包括']);
    const { generation, availabilities } = await one.invitation('包括');
    expect([generation, availabilities?.length]).toEqual([2, 1]);
    await one.until('2026-06-08T12:00');
    expect(one.news()).toEqual(['reminder → 精神科', 'reminder → 精神科']);
  });

  it('who joins is asked at once, and nobody else', async () => {
    const one = await aRunningPoll('精神科');
    await one.does('佐藤', ...change({ add: invite('社協', '民生') }));
    expect(one.news()).toEqual(['poll → 社協']);
    expect(await one.tasks()).toEqual(['fax 民生 → 佐藤']);
    await one.does('社協', 'answer-poll', { meeting: 'M-1', marks: ['○', '×'] });
  });

  it('who joins after a slot has passed is asked about the others, with time to answer', async () => {
    const one = await aRunningPoll('精神科');
    await one.until('2026-06-15T15:00');
    expect(await one.tries('佐藤', ...change({ add: invite('社協') }))).toEqual({ code: 'ok' });
    await one.play();
    const asked = one.mails().findLast(({ to }) => to === '社協');
    expect(asked?.text).toContain('6月16日(火)10:00');
    expect(asked?.text).not.toContain('6月15日(月)14:00');
    await one.does('社協', 'answer-poll', { meeting: 'M-1', marks: ['○'] });
  });

  it('who leaves hears of it once, answers nothing more and counts no more', async () => {
    const one = await aRunningPoll('精神科', '社協');
    await one.does('精神科', 'answer-poll', { meeting: 'M-1', marks: ['×', '×'] });
    await one.does('佐藤', ...change({ remove: ['精神科'] }));
    expect(one.mails().map(({ to, kind }) => `${kind} → ${to}`)).toEqual(['cancel → 精神科']);
    expect(one.mails()[0]?.text).toContain('出席依頼の取消');
    expect(one.news()).toHaveLength(1);
    const again = await one.tries('精神科', 'answer-poll', { meeting: 'M-1', marks: ['○', '○'] });
    expect(again).toMatchObject({ code: 'not-invited' });
    await one.does('佐藤', 'cancel', { meeting: 'M-1', reason: '転出' });
    expect(one.news()).toEqual(['cancel → 包括', 'cancel → 社協']);
  });

  it('who leaves before anybody sent its FAX hears nothing', async () => {
    const one = await aRunningPoll('精神科', '民生');
    await one.does('佐藤', ...change({ remove: ['民生'] }));
    expect([one.news(), await one.tasks()]).toEqual([[], []]);
  });

  it('who comes back is asked anew', async () => {
    const one = await aRunningPoll('精神科');
    await one.does('佐藤', ...change({ remove: ['包括'] }));
    await one.does('佐藤', ...change({ add: invite('包括') }));
    expect(one.news()).toEqual(['cancel → 包括', 'poll → 包括']);
    expect((await one.invitation('包括')).availabilities).toBeUndefined();
  });

  it('place and deadline change without a mail, and stand in what follows', async () => {
    const one = await aRunningPoll('精神科');
    await one.does('佐藤', ...change({ place: '社会福祉協議会', replyBy: '2026-06-10T17:15' }));
    expect(one.news()).toEqual([]);
    expect(await one.meeting()).toMatchObject({ poll: { place: '社会福祉協議会', replyBy: at('2026-06-10T17:15') } });
    await one.until('2026-06-10T12:00');
    expect(one.mails().at(-1)?.text).toContain('社会福祉協議会');
  });

  it.each([
    [{ replyBy: '2026-06-05T17:15' }, '知らせてある期限より前'],
    [{ replyBy: '2026-06-15T14:00' }, '最初の候補より前'],
    [{ date: '2026-06-16T10:00' }, '候補から決める'],
  ])('%o is refused: %s', async (said, words) => {
    const one = await aRunningPoll('精神科');
    expect(await one.tries('佐藤', ...change(said))).toMatchObject({
      code: 'bad-input',
      problem: expect.stringContaining(words),
    });
  });

  it('an agency that knew the former date hears that its calendar is free, when it leaves', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', issues: [1, 2], members });
    await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    await one.does('佐藤', 'convene', { ...convening, invite: invite('包括', '精神科') });
    await one.until('2026-06-02T10:00');
    await one.does('佐藤', 'poll', { meeting: 'M-1', slots: ['2026-06-22T10:00', '2026-06-23T10:00'] });
    one.news();
    await one.does('佐藤', ...change({ remove: ['精神科'] }));
    expect(one.mails().map(({ kind, to, calendar }) => [kind, to, calendar?.method])).toEqual([
      ['cancel', '精神科', 'CANCEL'],
    ]);
  });
});
