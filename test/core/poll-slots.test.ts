import { describe, expect, it } from 'vitest';
import { at } from '../support/moments.ts';
import { convening, invite, members } from '../support/small-meeting.ts';
import { aSmallTown } from '../support/small-town.ts';

const [first, second, third] = ['2026-06-15T14:00', '2026-06-16T10:00', '2026-06-17T10:00'] as const;
const later = '2026-06-18T10:00';
const { date: _date, ...undated } = convening;

/** M-1, of which three slots are asked about since 2026-06-01 9:00; answers are due on 06-08. It is 06-02 10:00, and 包括 has answered. */
async function aRunningPoll(agencies: readonly string[] = ['包括', '精神科'], more: object = {}) {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', issues: [1, 2], members });
  await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
  await one.does('佐藤', 'convene', {
    ...undated,
    slots: [first, second, third],
    invite: invite(...agencies),
    ...more,
  });
  await one.until('2026-06-02T10:00');
  await one.does('包括', 'answer-poll', { meeting: 'M-1', marks: ['○', '△', '×'] });
  one.news();
  return one;
}
const slots = (said: object) => ['slots', { meeting: 'M-1', ...said }] as const;

describe('a slot of a running poll (候補の取りやめ・追加)', () => {
  it('is taken back: everybody asked hears once, and what was said of the others stands', async () => {
    const one = await aRunningPoll();
    await one.does('佐藤', ...slots({ drop: [second] }));
    const [told, asked] = [one.mails().find(({ to }) => to === '包括'), one.mails().find(({ to }) => to === '精神科')];
    expect(one.news()).toEqual(['poll → 包括', 'poll → 精神科']);
    expect(told?.text).toContain('【候補の変更・ご対応は不要です】');
    expect(asked?.text).toContain('【候補の変更・6月8日(月)までにご都合を】');
    expect(told?.text).toMatch(/取りやめた候補[^■]*6月16日\(火\)10:00/u);
    expect(told?.calendar).toBeUndefined();
    expect(await one.meeting()).toMatchObject({ poll: { round: 1, slots: [at(first), at(third)] } });
    expect((await one.invitation('包括')).availabilities).toHaveLength(1);
    await one.does('精神科', 'answer-poll', { meeting: 'M-1', marks: ['○', '○'] });
    await one.does('佐藤', 'fix', { meeting: 'M-1', slot: first });
    expect((await one.invitation('包括')).replies).toMatchObject([{ answer: '出席', polled: true }]);
  });

  it('is added: whoever answered owes a mark for it alone, and the silent for all', async () => {
    const one = await aRunningPoll();
    await one.does('佐藤', ...slots({ more: [later] }));
    expect(one.mails().find(({ to }) => to === '包括')?.text).toMatch(/加えた候補\n\s*2026年6月18日\(木\)10:00/u);
    one.news();
    await one.until('2026-06-04T12:00');
    const reminded = one.mails().find(({ to }) => to === '包括');
    expect(reminded?.text).toContain('ご都合をまだいただいていない候補があります');
    expect(one.news()).toEqual(['reminder → 包括', 'reminder → 精神科']);
    await one.does('包括', 'answer-poll', { meeting: 'M-1', marks: ['○', '△', '×', '○'] });
    await one.until('2026-06-08T12:00');
    expect(one.news()).toEqual(['reminder → 精神科']);
  });

  it('that was taken back is refused in an answer and as the date, with what is left', async () => {
    const one = await aRunningPoll();
    await one.does('佐藤', ...slots({ drop: [second] }));
    const refusal = { code: 'slot-withdrawn', withdrawn: [at(second)], left: [at(first), at(third)] };
    const marks = { [first]: '○', [second]: '○', [third]: '○' };
    expect(await one.tries('精神科', 'answer-poll', { meeting: 'M-1', marks })).toEqual(refusal);
    expect((await one.invitation('精神科')).availabilities).toBeUndefined();
    expect(await one.tries('佐藤', 'fix', { meeting: 'M-1', slot: second, reason: '急ぐ' })).toEqual(refusal);
  });

  it('taken back and added again within a minute is told to nobody', async () => {
    const one = await aRunningPoll();
    expect(await one.tries('佐藤', ...slots({ drop: [second] }))).toEqual({ code: 'ok' });
    expect(await one.tries('佐藤', ...slots({ more: [second] }))).toEqual({ code: 'ok' });
    await one.until('2026-06-03T10:00');
    expect(one.news()).toEqual([]);
    await one.does('精神科', 'answer-poll', { meeting: 'M-1', marks: ['○', '○', '○'] });
  });

  it('and four others that change within a minute make one mail, against what was told last', async () => {
    const one = await aRunningPoll();
    const changes = [
      { drop: [first] },
      { more: [later] },
      { drop: [second], more: ['2026-06-19T10:00'] },
      { drop: [later] },
      { more: ['2026-06-22T10:00'] },
    ];
    for (const said of changes) expect(await one.tries('佐藤', ...slots(said))).toEqual({ code: 'ok' });
    await one.until('2026-06-02T10:10');
    const told = one.mails().find(({ to }) => to === '精神科');
    expect(one.news()).toEqual(['poll → 包括', 'poll → 精神科']);
    expect(told?.text).not.toContain('6月18日');
    for (const words of ['6月15日(月)14:00', '6月16日(火)10:00', '6月19日(金)10:00', '6月22日(月)10:00'])
      expect(told?.text).toContain(words);
  });

  it('is told against the page to whoever answered on it meanwhile', async () => {
    const one = await aRunningPoll();
    await one.tries('佐藤', ...slots({ drop: [first] }));
    await one.tries('精神科', 'answer-poll', { meeting: 'M-1', marks: ['○', '○'] });
    await one.tries('佐藤', ...slots({ drop: [second] }));
    await one.until('2026-06-02T10:10');
    const told = (agency: string) => one.mails().find(({ to }) => to === agency)?.text ?? '';
    expect(told('精神科')).not.toContain('6月15日');
    expect(told('包括')).toContain('6月15日(月)14:00');
  });

  it('that changes before the question has gone out is simply asked about as it is', async () => {
    const one = await aSmallTown('2026-05-29T18:00');
    await one.does('木村', 'case', { id: 'C-1', issues: [1, 2], members });
    await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    await one.does('佐藤', 'convene', { ...undated, slots: [first, second], invite: invite('包括') });
    await one.does('佐藤', ...slots({ drop: [first], more: [third] }));
    await one.until('2026-06-01T12:00');
    const [asked] = one.mails();
    expect(one.news()).toEqual(['poll → 包括']);
    expect(asked?.text).not.toContain('変わりました');
    expect(asked?.text).not.toContain('6月15日');
    expect(asked?.text).toContain('6月17日(水)10:00');
  });

  it('goes to an agency on paper as one paper: the open one while nobody brought it, else a new one', async () => {
    const one = await aRunningPoll(['包括', '民生']);
    await one.does('佐藤', ...slots({ drop: [second] }));
    expect(await one.tasks()).toEqual(['fax 民生 → 佐藤']);
    await one.does('佐藤', 'task', { kind: 'fax', about: '民生', done: true });
    await one.does('佐藤', ...slots({ drop: [third], more: [later] }));
    expect(await one.tasks()).toEqual(['fax 民生 → 佐藤']);
    await one.does('佐藤', ...slots({ drop: [later], more: [third] }));
    expect(await one.tasks()).toEqual([]);
  });

  it('may be the last only when another one takes its place', async () => {
    const one = await aRunningPoll();
    expect(await one.tries('佐藤', ...slots({ drop: [first, second, third] }))).toMatchObject({
      code: 'bad-input',
      field: 'more',
      problem: expect.stringMatching(/残る候補がなくなります.*会議を中止/u),
    });
    expect(await one.tries('佐藤', ...slots({ drop: [first, second, third], more: [later] }))).toEqual({ code: 'ok' });
  });

  it.each([
    [{ drop: [later] }, '候補にありません'],
    [{ more: ['2026-06-05T10:00'] }, '回答期限'],
    [{ drop: [first], more: [first] }, '両方に入れています'],
  ])('%o is refused: %s', async (said, words) => {
    const one = await aRunningPoll();
    expect(await one.tries('佐藤', ...slots(said))).toMatchObject({
      code: 'bad-input',
      problem: expect.stringContaining(words),
    });
  });

  it('is the tenth at most', async () => {
    const one = await aRunningPoll();
    const more = Array.from({ length: 8 }, (_, index) => `2026-06-${String(18 + index)}T10:00`);
    expect(await one.tries('佐藤', ...slots({ more }))).toEqual({ code: 'too-many', received: 11, limit: 10 });
    expect(await one.tries('佐藤', ...slots({ more: more.slice(1) }))).toEqual({ code: 'ok' });
  });

  it('changes twice by two presses as by one', async () => {
    const one = await aRunningPoll();
    const said = { drop: [second], more: [later] };
    await Promise.all([one.tries('佐藤', ...slots(said)), one.tries('佐藤', ...slots(said))]);
    await one.until('2026-06-02T10:10');
    expect(one.news()).toEqual(['poll → 包括', 'poll → 精神科']);
    expect((await one.meeting()).poll?.slotChanges).toHaveLength(1);
  });

  it('added after the deadline gives time to answer, and the convener is asked again once that is over', async () => {
    const one = await aRunningPoll();
    await one.until('2026-06-09T10:00');
    expect(await one.tasks()).toEqual(['fix-date M-1 → 佐藤', 'phone 精神科 → 佐藤']);
    one.news();
    await one.does('佐藤', ...slots({ drop: [first, second, third], more: ['2026-06-24T10:00'] }));
    expect(await one.tasks()).toEqual(['phone 精神科 → 佐藤']);
    expect((await one.meeting()).poll).toMatchObject({ replyBy: at('2026-06-16T17:15') });
    await one.until('2026-06-17T10:00');
    expect(await one.tasks()).toContain('fix-date M-1 → 佐藤');
    expect(await one.tasks()).toContain('phone 包括 → 佐藤');
  });

  it('that was taken back is not taken by itself at the deadline, however well it did', async () => {
    const one = await aRunningPoll(['包括', '精神科'], { auto: true });
    await one.does('精神科', 'answer-poll', { meeting: 'M-1', marks: ['○', '○', '△'] });
    await one.does('佐藤', ...slots({ drop: [first] }));
    await one.until('2026-06-08T18:00');
    const { poll } = await one.meeting();
    expect(poll?.fixed).toMatchObject({ slot: at(second), by: 'workflow' });
  });

  it('changed and fixed in the same minute leaves one mail: the invitation', async () => {
    const one = await aRunningPoll(['包括']);
    await one.tries('佐藤', ...slots({ drop: [second] }));
    await one.does('佐藤', 'fix', { meeting: 'M-1', slot: first });
    await one.until('2026-06-02T10:30');
    expect(one.news()).toEqual(['invitation → 包括']);
  });

  it('changes by nobody but who convenes, and only while a date is sought', async () => {
    const one = await aRunningPoll();
    expect(await one.tries('木村', ...slots({ drop: [second] }))).toMatchObject({ code: 'not-host' });
    await one.does('佐藤', 'fix', { meeting: 'M-1', slot: first, reason: '急ぐ' });
    expect(await one.tries('佐藤', ...slots({ drop: [second] }))).toMatchObject({ code: 'wrong-state' });
  });
});
