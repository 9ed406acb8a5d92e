import { describe, expect, it } from 'vitest';
import { convening, invite, members } from '../support/small-meeting.ts';
import { aSmallTown } from '../support/small-town.ts';

const slots = ['2026-06-15T14:00', '2026-06-16T10:00', '2026-06-18T15:30'];
const { date: _date, ...undated } = convening;

/** M-1 about C-1, whose date is sought by 佐藤 on 2026-06-01 at 9:00 among three slots; answers are due on 06-08. */
async function aPollingTown(said: Readonly<Record<string, unknown>> = {}, agencies = ['包括', '精神科', '社協']) {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', issues: [1, 2], members });
  await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
  await one.does('佐藤', 'convene', { ...undated, slots, invite: invite(...agencies), ...said });
  return one;
}
const says = (...marks: readonly string[]) => ({ meeting: 'M-1', marks });

describe('a poll for a date (日程調整)', () => {
  it('asks every agency which slots would do, by mail or by hand, and shows nobody any paper', async () => {
    const one = await aPollingTown({}, ['包括', '精神科', '民生']);
    expect(await one.state()).toBe('polling');
    expect(one.mails().map(({ kind, to }) => `${kind} → ${to}`)).toEqual(['poll → 包括', 'poll → 精神科']);
    expect(one.mails()[0]?.calendar).toBeUndefined();
    expect(one.mails()[0]?.text).toContain('2026年6月16日(火)10:00');
    expect(await one.tasks()).toEqual(['fax 民生 → 佐藤']);
    expect(await one.tries('包括', 'ask-papers-code', { meeting: 'M-1' })).toMatchObject({ code: 'not-confirmed' });
    expect(await one.tries('包括', 'reply', { meeting: 'M-1', answer: '出席' })).toMatchObject({ code: 'wrong-state' });
  });

  it('reminds only those who owe ○△×, and asks the convener at the deadline', async () => {
    const one = await aPollingTown();
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'answer-poll', says('○', '△', '×'));
    one.news();
    await one.until('2026-06-08T17:14');
    expect(one.news()).toEqual(['reminder → 精神科', 'reminder → 社協', 'reminder → 精神科', 'reminder → 社協']);
    await one.until('2026-06-08T17:15');
    expect(await one.tasks()).toEqual(['fix-date M-1 → 佐藤']);
    expect(one.news()).toEqual(['staff-task → 佐藤']);
    await one.until('2026-06-09T09:00');
    expect(await one.tasks()).toEqual(['fix-date M-1 → 佐藤', 'phone 社協 → 佐藤', 'phone 精神科 → 佐藤']);
    await one.until('2026-06-16T09:00');
    expect(await one.tasks()).toContain('overdue M-1 → 中村');
  });

  it('tells the supervisor while the first slot can still be fixed, and once more before the last', async () => {
    const one = await aPollingTown();
    await one.until('2026-06-12T08:59');
    expect(await one.tasks()).not.toContain('overdue M-1 → 中村');
    one.news();
    await one.until('2026-06-12T09:00');
    expect(await one.tasks()).toContain('overdue M-1 → 中村');
    expect(one.news()).toEqual(['overdue → 佐藤', 'overdue → 中村']);
    await one.until('2026-06-17T09:00');
    expect(one.news()).toEqual(['overdue → 佐藤', 'overdue → 中村']);
    expect((await one.tasks()).filter((task) => task.startsWith('overdue'))).toEqual(['overdue M-1 → 中村']);
  });

  it('invites everybody to the date that is fixed, once; whoever said ○ of it comes already', async () => {
    const one = await aPollingTown();
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'answer-poll', says('×', '○', '×'));
    await one.does('精神科', 'answer-poll', says('○', '△', '×'));
    await one.does('佐藤', 'answer-poll', { ...says('△', '○', '○'), agency: '社協', source: 'FAX' });
    expect(await one.tasks()).toEqual(['fix-date M-1 → 佐藤']);
    one.news();
    await one.does('佐藤', 'fix', { meeting: 'M-1', slot: '2026-06-16T10:00' });
    expect(await one.state()).toBe('inviting');
    expect(await one.tasks()).toEqual([]);
    expect((await one.invitation('社協')).replies).toMatchObject([{ answer: '出席', source: 'FAX', polled: true }]);
    expect((await one.invitation('精神科')).replies).toEqual([]);
    expect(one.mails().map(({ kind, to, calendar }) => [kind, to, calendar?.method])).toEqual([
      ['invitation', '包括', 'REQUEST'],
      ['invitation', '精神科', 'REQUEST'],
      ['invitation', '社協', 'REQUEST'],
    ]);
    expect(one.mails()[0]?.text).toContain('日程決定・ご出席で承りました');
    expect(one.mails()[1]?.text).toContain('までに出欠を');
    one.news();
    await one.does('佐藤', 'fix', { meeting: 'M-1', slot: '2026-06-16T10:00' });
    expect(one.news()).toEqual([]);
    expect(await one.tries('包括', 'answer-poll', says('○', '○', '○'))).toMatchObject({ code: 'poll-closed' });
    expect(await one.tries('佐藤', 'fix', { meeting: 'M-1', slot: '2026-06-15T14:00' })).toMatchObject({
      code: 'wrong-state',
    });
    await one.until('2026-06-16T10:00');
    expect(await one.state()).toBe('recording');
  });

  it('fixes the best slot by itself at the deadline where that was set', async () => {
    const one = await aPollingTown({ auto: true });
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'answer-poll', says('△', '○', '×'));
    await one.does('精神科', 'answer-poll', says('○', '○', '×'));
    one.news();
    await one.until('2026-06-08T17:14');
    expect(await one.state()).toBe('polling');
    await one.until('2026-06-08T17:15');
    expect(await one.state()).toBe('inviting');
    expect((await one.meeting()).poll?.fixed).toMatchObject({ by: 'workflow' });
    await one.until('2026-06-09T08:30');
    expect(one.news().filter((line) => line.startsWith('invitation'))).toHaveLength(3);
  });

  it('asks the convener instead where two slots would have different people come, or nobody can', async () => {
    const tied = await aPollingTown({ auto: true }, ['包括', '精神科']);
    await tied.until('2026-06-02T10:00');
    await tied.does('包括', 'answer-poll', says('○', '×', '×'));
    await tied.does('精神科', 'answer-poll', says('×', '○', '×'));
    await tied.until('2026-06-08T17:15');
    expect(await tied.state()).toBe('polling');
    expect(await tied.tasks()).toEqual(['fix-date M-1 → 佐藤']);

    const nobody = await aPollingTown({ auto: true }, ['包括']);
    await nobody.until('2026-06-02T10:00');
    await nobody.does('包括', 'answer-poll', says('×', '×', '×'));
    await nobody.until('2026-06-08T17:15');
    expect(await nobody.tasks()).toEqual(['fix-date M-1 → 佐藤']);
    expect(await nobody.tries('佐藤', 'fix', { meeting: 'M-1', slot: slots[0] })).toMatchObject({
      code: 'reason-missing',
    });
    await nobody.does('佐藤', 'fix', { meeting: 'M-1', slot: slots[0], reason: '急ぐため' });
    expect(await nobody.state()).toBe('inviting');
  });

  it('does not fix by itself what a required agency cannot make', async () => {
    const one = await aPollingTown({ auto: true, required: ['精神科'] });
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'answer-poll', says('○', '○', '○'));
    await one.does('社協', 'answer-poll', says('○', '○', '○'));
    await one.does('精神科', 'answer-poll', says('×', '×', '×'));
    await one.until('2026-06-08T17:15');
    expect(await one.state()).toBe('polling');
  });

  it('asks again about other slots: everybody, once, and what was said before counts no more', async () => {
    const one = await aPollingTown();
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'answer-poll', says('○', '○', '○'));
    one.news();
    await one.does('佐藤', 'poll', { meeting: 'M-1', slots: ['2026-06-24T10:00', '2026-06-25T10:00'] });
    expect(one.news()).toEqual(['poll → 包括', 'poll → 精神科', 'poll → 社協']);
    expect(await one.tries('包括', 'answer-poll', says('○', '○', '○'))).toMatchObject({ code: 'bad-input' });
    for (const agency of ['包括', '精神科', '社協']) await one.does(agency, 'answer-poll', says('○', '○'));
    await one.until('2026-06-02T10:01');
    expect(await one.tasks()).toEqual([
      'confirm-reply 包括 → 佐藤',
      'confirm-reply 社協 → 佐藤',
      'confirm-reply 精神科 → 佐藤',
    ]);
  });

  it('moves a meeting that had a date under the same entry of the calendar', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', issues: [1, 2], members });
    await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    await one.does('佐藤', 'convene', { ...convening, invite: invite('包括', '精神科') });
    await one.until('2026-06-03T10:00');
    one.news();
    await one.does('佐藤', 'poll', { meeting: 'M-1', slots: ['2026-06-24T10:00'], reason: '必須の機関が欠席' });
    expect(await one.state()).toBe('polling');
    expect(one.mails()[0]?.text).toContain('2026年6月15日(月)14:00 の日程は、見直すことになりました。');
    expect(one.mails()[0]?.text).not.toContain('必須の機関が欠席');
    await one.until('2026-06-04T10:00');
    await one.does('包括', 'answer-poll', says('○'));
    one.news();
    await one.does('佐藤', 'fix', { meeting: 'M-1', slot: '2026-06-24T10:00' });
    await one.until('2026-06-04T10:03');
    expect(one.mails().map(({ kind, to, calendar }) => [kind, to, calendar?.sequence])).toEqual([
      ['change', '包括', 1],
      ['change', '精神科', 1],
    ]);
    await one.until('2026-06-24T10:00');
    expect(await one.state()).toBe('recording');
  });

  it('is cancelled with a word to those who were asked, and to nobody else', async () => {
    const one = await aPollingTown();
    one.news();
    await one.does('佐藤', 'cancel', { meeting: 'M-1', reason: '世帯の転出' });
    expect(one.mails().map(({ kind, to }) => `${kind} → ${to}`)).toEqual([
      'cancel → 包括',
      'cancel → 精神科',
      'cancel → 社協',
    ]);
    expect(one.mails()[0]?.text).not.toContain('転出');
    expect(await one.state()).toBe('cancelled');
  });

  it('refuses slots that are past, twice, too many or too near, and a date besides', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', issues: [1, 2], members });
    await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    const tries = (said: object) => one.tries('佐藤', 'convene', { ...undated, invite: invite('包括'), ...said });
    expect(await tries({ slots: ['2026-05-29T10:00', '2026-06-16T10:00'] })).toMatchObject({ code: 'too-late' });
    expect(await tries({ slots: ['2026-06-16T10:00', '2026-06-16T10:00'] })).toMatchObject({ code: 'bad-input' });
    expect(await tries({ slots: ['2026-06-03T10:00', '2026-06-16T10:00'] })).toMatchObject({
      code: 'bad-input',
      problem:
        '6月3日(水)は近すぎて、都合を聞く日がありません。6月5日(金)以降の候補にするか、日時を決めて招集してください。',
    });
    const many = Array.from({ length: 11 }, (_, index) => `2026-06-16T${String(index + 9).padStart(2, '0')}:00`);
    expect(await tries({ slots: many })).toMatchObject({ code: 'too-many' });
    expect(await tries({ slots: [] })).toMatchObject({ code: 'bad-input' });
    expect(await tries({ date: '2026-06-16T10:00', slots })).toMatchObject({ code: 'bad-input' });
    expect(await tries({})).toMatchObject({ code: 'bad-input' });
    expect(await tries({ slots: ['2026-06-05T10:00'] })).toMatchObject({ code: 'ok' });
  });

  it('takes an answer and the date in the same second as one thing after the other', async () => {
    const one = await aPollingTown();
    await one.until('2026-06-02T10:00');
    await one.does('精神科', 'answer-poll', says('○', '○', '○'));
    const [answered, fixed] = await Promise.all([
      one.tries('包括', 'answer-poll', says('○', '○', '○')),
      one.tries('佐藤', 'fix', { meeting: 'M-1', slot: slots[1] }),
    ]);
    expect(fixed).toEqual({ code: 'ok' });
    expect(['ok', 'poll-closed']).toContain(answered.code);
    await one.play();
    const replies = (await one.invitation('包括')).replies.length;
    expect(replies).toBe(answered.code === 'ok' ? 1 : 0);
  });

  it('is one result when the deadline and the button come together', async () => {
    const one = await aPollingTown({ auto: true });
    await one.until('2026-06-02T10:00');
    for (const agency of ['包括', '精神科', '社協']) await one.does(agency, 'answer-poll', says('○', '○', '×'));
    await one.until('2026-06-08T17:14');
    one.news();
    await one.sleepUntil('2026-06-08T17:15').catch(() => undefined);
    expect(await one.tries('佐藤', 'fix', { meeting: 'M-1', slot: slots[1] })).toMatchObject({ code: 'wrong-state' });
    await one.until('2026-06-09T08:30');
    expect(one.news()).toEqual(['invitation → 包括', 'invitation → 精神科', 'invitation → 社協']);
  });
});
