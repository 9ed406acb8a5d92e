import { describe, expect, it } from 'vitest';
import { aConvenedTown, call, convening, invite, members } from '../support/small-meeting.ts';
import { aSmallTown, type SmallTown } from '../support/small-town.ts';

const change = (said: object) => ({ meeting: 'M-1', ...said });
const common = '最近のかかわりがわかるもの';
const own = '受診の予約票';

/** 包括 and 精神科 by mail, 民生 by FAX; all are to bring one thing, 精神科 another. */
async function aPreparedMeeting() {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', issues: [1], members });
  await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
  const all = invite('包括', '精神科', '民生');
  const called = { ...all, 精神科: { ...call, preparation: own } };
  await one.does('佐藤', 'convene', { ...convening, invite: called, preparation: common });
  return one;
}
/** The mails since the last time. */
function fresh(one: SmallTown) {
  const mails = one.mails();
  one.news();
  return mails;
}
const linesOf = (mails: readonly { readonly to: string; readonly text: string }[]) =>
  mails.map(({ to, text }) => `${to} ${/■ ご準備：.*/.exec(text)?.[0] ?? '—'}`);

describe('ご準備 in the notice', () => {
  it('is what all are asked, or in its place what this agency is', async () => {
    const one = await aPreparedMeeting();
    expect(linesOf(fresh(one))).toEqual([`包括 ■ ご準備：${common}`, `精神科 ■ ご準備：${own}`]);
  });

  it('says that nothing is needed where nothing was written', async () => {
    const one = await aConvenedTown(['包括']);
    await one.until('2026-06-15T15:00');
    expect(JSON.stringify(await one.meeting())).not.toContain('preparation');
  });

  it('stands in the reminder and on the day before, too', async () => {
    const one = await aPreparedMeeting();
    fresh(one);
    await one.until('2026-06-04T10:00');
    expect(linesOf(fresh(one))).toEqual([`包括 ■ ご準備：${common}`, `精神科 ■ ご準備：${own}`]);
    for (const agency of ['包括', '精神科']) await one.does(agency, 'reply', { meeting: 'M-1', answer: '出席' });
    await one.does('佐藤', 'reply', { meeting: 'M-1', agency: '民生', answer: '欠席', source: 'FAX' });
    fresh(one);
    await one.until('2026-06-12T17:00');
    expect(linesOf(fresh(one))).toEqual([`包括 ■ ご準備：${common}`, `精神科 ■ ご準備：${own}`]);
  });

  it.each(['試験花子さんの通帳', '生活保護の決定通知', '認知症の診断書'])('never says %s', async (preparation) => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', issues: [1], members });
    await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    const all = invite('包括');
    const said = { ...convening, invite: all, preparation };
    expect(await one.tries('佐藤', 'convene', said)).toMatchObject({ code: 'bad-input' });
    const called = { 包括: { ...call, preparation } };
    expect(await one.tries('佐藤', 'convene', { ...convening, invite: called })).toMatchObject({ code: 'bad-input' });
    await one.does('佐藤', 'convene', { ...convening, invite: all });
    expect(await one.tries('佐藤', 'change', change({ preparation }))).toMatchObject({ code: 'bad-input' });
    expect(await one.tries('佐藤', 'change', change({ preparations: { 包括: preparation } }))).toMatchObject({
      code: 'bad-input',
    });
  });
});

describe('other things to prepare', () => {
  it('are told once, to exactly the agencies that are to prepare something else, with what the notice said', async () => {
    const one = await aPreparedMeeting();
    await one.until('2026-06-02T10:00');
    for (const agency of ['包括', '精神科']) await one.does(agency, 'reply', { meeting: 'M-1', answer: '出席' });
    fresh(one);
    await one.does('佐藤', 'change', change({ preparation: '支援の記録' }));
    const told = fresh(one);
    expect(told.map(({ kind, to }) => `${kind} → ${to}`)).toEqual(['change → 包括']);
    expect(told[0]?.text).toContain('【ご準備の変更】6月15日(月)14:00 関係機関会議 M-1\n');
    expect(told[0]?.text).toContain(`■ ご準備：支援の記録\n\u3000（変更前 ${common}）`);
    expect(told[0]?.text).toContain('出欠のご回答は、そのまま有効です。');
    expect(told[0]?.calendar).toBeUndefined();
    expect(await one.tasks()).toEqual(['fax 民生 → 佐藤']);
    await one.does('佐藤', 'change', change({ preparation: '支援の記録' }));
    expect(fresh(one)).toEqual([]);
  });

  it('of one agency are told to it alone, and taken away it hears what all are asked', async () => {
    const one = await aPreparedMeeting();
    fresh(one);
    await one.does('佐藤', 'change', change({ preparations: { 精神科: '' } }));
    const [told, ...others] = fresh(one);
    expect(others).toEqual([]);
    expect(told?.to).toBe('精神科');
    expect(told?.text).toContain(`■ ご準備：${common}\n\u3000（変更前 ${own}）`);
  });

  it('that come to nothing before anybody heard are told to nobody', async () => {
    const one = await aPreparedMeeting();
    fresh(one);
    await one.tries('佐藤', 'change', change({ preparation: 'まちがい' }));
    await one.tries('佐藤', 'change', change({ preparation: common }));
    await one.until('2026-06-01T11:00');
    expect(fresh(one)).toEqual([]);
  });

  it('come with another date in one mail, and the entry in the calendar', async () => {
    const one = await aPreparedMeeting();
    fresh(one);
    await one.tries('佐藤', 'change', change({ preparations: { 包括: '', 精神科: '保険証' } }));
    await one.does('佐藤', 'change', change({ date: '2026-06-22T14:00' }));
    const told = fresh(one);
    expect(told.map(({ to }) => to)).toEqual(['包括', '精神科']);
    expect(told[1]?.text).toContain('日時とご準備の変更');
    expect(told[1]?.calendar).toMatchObject({ method: 'REQUEST' });
    expect(told[0]?.text).toContain('日時の変更');
  });

  it('are no matter of an agency that is not called', async () => {
    const one = await aPreparedMeeting();
    expect(await one.tries('佐藤', 'change', change({ preparations: { 社協: 'x' } }))).toMatchObject({
      code: 'not-invited',
    });
  });

  it('while a date is sought are told with the date that is found', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', issues: [1], members });
    await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    const { date: _date, ...said } = convening;
    const slots = ['2026-06-15T14:00', '2026-06-16T14:00'];
    await one.does('佐藤', 'convene', { ...said, slots, invite: invite('包括', '精神科'), preparation: common });
    fresh(one);
    await one.does('佐藤', 'change', change({ preparations: { 精神科: own } }));
    expect(fresh(one)).toEqual([]);
    await one.does('佐藤', 'fix', { meeting: 'M-1', slot: '2026-06-16T14:00', reason: '急ぐ' });
    expect(linesOf(fresh(one))).toEqual([`包括 ■ ご準備：${common}`, `精神科 ■ ご準備：${own}`]);
  });
});
