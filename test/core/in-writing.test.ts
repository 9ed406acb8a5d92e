import { describe, expect, it } from 'vitest';
import { convening, invite, members } from '../support/small-meeting.ts';
import { aSmallTown } from '../support/small-town.ts';

/** M-1 on Monday 06-15 at 14:00, convened on 06-01; 精神科 must come and has declined on 06-02. */
async function aTownShortOfQuorum() {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', issues: [1, 2], members });
  await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
  const invited = invite('包括', '精神科', '社協');
  await one.does('佐藤', 'convene', { ...convening, required: ['精神科'], invite: invited });
  await one.until('2026-06-02T10:00');
  await one.does('精神科', 'reply', { meeting: 'M-1', answer: '欠席' });
  await one.does('包括', 'reply', { meeting: 'M-1', answer: '出席' });
  one.news();
  return one;
}
const written = { meeting: 'M-1', reason: '主治医が来られないため' };
const opinion = (text: string) => ({ meeting: 'M-1', answer: '意見書提出', text });

describe('a meeting in writing (書面開催)', () => {
  it('is told to every agency once, which is asked for its opinion, and settles the question of the quorum', async () => {
    const one = await aTownShortOfQuorum();
    await one.does('社協', 'reply', opinion('貸付は続けられる'));
    expect(await one.tasks()).toEqual(['quorum M-1 → 佐藤']);
    await one.does('佐藤', 'in-writing', { ...written, until: '2026-06-12T17:00' });
    await one.until('2026-06-02T10:10');
    expect(one.news().toSorted()).toEqual(['change → 包括', 'change → 社協', 'change → 精神科']);
    expect(await one.tasks()).toEqual([]);
    expect((await one.meeting()).state).toBe('inviting');
    await one.until('2026-06-12T10:00');
    // 社協 has given its opinion: it is neither reminded nor called.
    expect(one.news()).not.toContain('reminder → 社協');
    expect((await one.tasks()).toSorted()).toEqual(['phone 包括 → 佐藤', 'phone 精神科 → 佐藤']);
    await one.does('包括', 'reply', opinion('訪問を続ける'));
    await one.does('精神科', 'reply', { meeting: 'M-1', answer: '欠席' });
    expect((await one.meeting()).state).toBe('scheduled');
    await one.until('2026-06-12T17:00');
    expect((await one.meeting()).state).toBe('recording');
    expect(one.news().filter((line) => line.startsWith('day-before'))).toEqual([]);
  });

  it('takes its entry out of calendars, and says nothing of why', async () => {
    const one = await aTownShortOfQuorum();
    await one.does('佐藤', 'in-writing', written);
    await one.until('2026-06-02T10:10');
    const { town } = await one.meeting();
    const told = (await one.store.list('message', town, 'M-1/change/')).filter(({ state }) => state === 'sent');
    expect(told.map(({ calendar }) => [calendar?.method, calendar?.sequence])).toEqual(told.map(() => ['CANCEL', 1]));
    expect(told).toHaveLength(3);
    for (const { text, subject } of told) {
      expect(`${subject}${text}`).toContain('書面開催');
      expect(`${subject}${text}`).not.toContain('主治医');
    }
  });

  it('takes no 出席 any more, from nobody and by no door', async () => {
    const one = await aTownShortOfQuorum();
    await one.does('佐藤', 'in-writing', written);
    for (const answer of ['出席', '日程変更希望'])
      expect(await one.tries('包括', 'reply', { meeting: 'M-1', answer, text: '16日' })).toMatchObject({
        code: 'bad-input',
        field: 'answer',
      });
    const typed = { meeting: 'M-1', agency: '精神科', answer: '代理出席', deputy: '試験医師', source: '電話' };
    expect(await one.tries('佐藤', 'reply', typed)).toMatchObject({ code: 'bad-input' });
  });

  it('said twice is said once; another deadline is told, and opinions stand', async () => {
    const one = await aTownShortOfQuorum();
    const both = await Promise.all([
      one.tries('佐藤', 'in-writing', written),
      one.tries('佐藤', 'in-writing', written),
    ]);
    expect(both.map(({ code }) => code)).toEqual(['ok', 'ok']);
    await one.until('2026-06-02T10:10');
    expect(one.news()).toHaveLength(3);
    expect((await one.meeting()).invitations.map(({ replies }) => replies.length)).toEqual([1, 1, 0]);
    await one.does('包括', 'reply', opinion('訪問を続ける'));
    await one.until('2026-06-03T10:00');
    await one.does('佐藤', 'in-writing', { ...written, until: '2026-06-19T17:00' });
    await one.until('2026-06-03T10:10');
    expect(one.news()).toHaveLength(3);
    await one.does('精神科', 'reply', opinion('薬は変えない'));
    await one.does('社協', 'reply', opinion('貸付を続ける'));
    expect((await one.meeting()).state).toBe('scheduled');
  });

  it('and an answer of the same second: the opinion stands, 出席 is history or refused', async () => {
    const one = await aTownShortOfQuorum();
    await Promise.all([
      one.tries('佐藤', 'in-writing', written),
      one.tries('社協', 'reply', opinion('貸付を続ける')),
      one.tries('精神科', 'reply', { meeting: 'M-1', answer: '出席' }),
    ]);
    await one.until('2026-06-12T10:00');
    const news = one.news();
    expect(news.filter((line) => line.startsWith('change'))).toHaveLength(3);
    expect(news).not.toContain('reminder → 社協');
    expect(news).toContain('reminder → 精神科');
  });

  it('cancelled afterwards tells each agency once; its date is moved by nothing else', async () => {
    const one = await aTownShortOfQuorum();
    await one.does('佐藤', 'in-writing', written);
    await one.until('2026-06-02T10:10');
    one.news();
    expect(await one.tries('佐藤', 'change', { meeting: 'M-1', date: '2026-06-16T14:00' })).toMatchObject({
      code: 'bad-input',
    });
    expect(await one.tries('佐藤', 'poll', { meeting: 'M-1', slots: ['2026-06-23T14:00'] })).toMatchObject({
      code: 'bad-input',
    });
    await one.does('佐藤', 'change', { meeting: 'M-1', remove: ['社協'] });
    await one.until('2026-06-02T10:20');
    expect(one.news()).toEqual(['cancel → 社協']);
    await one.does('佐藤', 'cancel', { meeting: 'M-1', reason: '転居したため' });
    await one.until('2026-06-02T10:30');
    expect(one.news().toSorted()).toEqual(['cancel → 包括', 'cancel → 精神科']);
    expect(await one.tries('佐藤', 'in-writing', written)).toMatchObject({ code: 'wrong-state' });
  });

  it('is refused of a meeting that has begun, for a deadline that is over, and to agencies', async () => {
    const one = await aTownShortOfQuorum();
    expect(await one.tries('佐藤', 'in-writing', { ...written, until: '2026-06-01T10:00' })).toMatchObject({
      code: 'too-late',
    });
    expect(await one.tries('包括', 'in-writing', written)).toMatchObject({ code: 'forbidden' });
    expect(await one.tries('佐藤', 'in-writing', { ...written, reason: ' ' })).toMatchObject({ code: 'bad-input' });
    await one.until('2026-06-15T14:00');
    expect(await one.tries('佐藤', 'in-writing', written)).toMatchObject({ code: 'wrong-state' });
  });
});
