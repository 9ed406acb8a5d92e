import { describe, expect, it } from 'vitest';
import { aConvenedTown, invite } from '../support/small-meeting.ts';
import { at } from '../support/moments.ts';
import { town } from '../support/small-town.ts';

const change = (said: object) => ({ meeting: 'M-1', ...said });
const reply = (answer = '出席', more: object = {}) => ({ meeting: 'M-1', answer, ...more });

describe('an agency that is added', () => {
  it('twice for the same is invited once, and for something else anew', async () => {
    const one = await aConvenedTown(['包括']);
    await one.does('佐藤', 'change', change({ add: invite('精神科') }));
    await one.does('佐藤', 'change', change({ add: invite('精神科') }));
    expect(one.news()).toEqual(['invitation → 精神科']);
    expect((await one.invitation('精神科')).generation).toBe(1);
    await one.does('佐藤', 'change', change({ add: { 精神科: { class: '相談支援', purpose: '服薬の相談' } } }));
    expect((await one.invitation('精神科')).generation).toBe(2);
  });
});

describe('a new date', () => {
  it('is told to everybody once, asks again, and is newer in every calendar', async () => {
    const one = await aConvenedTown(['包括', '精神科', '民生']);
    await one.until('2026-06-02T10:00');
    for (const agency of ['包括', '精神科', '民生']) await one.does(agency, 'reply', reply());
    expect(await one.state()).toBe('scheduled');
    expect(one.news()).toEqual(['staff-task → 佐藤']);
    await one.does('佐藤', 'change', change({ date: '2026-06-22T14:00' }));
    expect(one.mails().map(({ kind, to, calendar }) => `${kind} → ${to} ${String(calendar?.sequence)}`)).toEqual([
      'change → 包括 1',
      'change → 精神科 1',
    ]);
    expect(one.mails()[0]?.calendar).toMatchObject({
      method: 'REQUEST',
      uid: '393011-M-1@tsudoi',
      startsAt: at('2026-06-22T14:00'),
    });
    expect(await one.state()).toBe('inviting');
    expect(await one.meeting()).toMatchObject({ appointment: { replyBy: at('2026-06-09T17:15') } });
    expect(await one.tasks()).toEqual(['fax 民生 → 佐藤']);
    await one.does('包括', 'reply', reply('欠席'));
    await one.does('佐藤', 'reply', { ...reply(), agency: '民生', source: 'FAX' });
    expect(await one.state()).toBe('inviting');
    await one.does('精神科', 'reply', reply('代理出席', { deputy: '係長' }));
    expect(await one.state()).toBe('scheduled');
  });

  it('asks again even when the answer came at the same moment', async () => {
    const one = await aConvenedTown(['包括']);
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'reply', reply());
    await one.does('佐藤', 'change', change({ date: '2026-06-22T14:00' }));
    expect(await one.state()).toBe('inviting');
  });

  it('far away keeps the personal links alive until then', async () => {
    const one = await aConvenedTown(['包括']);
    await one.does('佐藤', 'change', change({ date: '2026-10-15T14:00' }));
    const [link] = await one.store.list('link', town);
    expect(link?.expiresAt).toBe(at('2026-12-14T00:00'));
    await one.does('佐藤', 'change', change({ date: '2026-06-22T14:00' }));
    expect((await one.store.list('link', town))[0]?.expiresAt).toBe(at('2026-12-14T00:00'));
  });

  it('moves the reminders, and the meeting begins on it', async () => {
    const one = await aConvenedTown(['精神科']);
    await one.does('佐藤', 'change', change({ date: '2026-06-10T14:00' }));
    one.news();
    await one.until('2026-06-10T14:00');
    expect(one.mails().map(({ kind, on }) => `${kind} ${on}`)).toEqual([
      'reminder 2026年6月3日(水)09:00',
      'reminder 2026年6月5日(金)09:00',
      'record-request 2026年6月10日(水)14:00',
    ]);
    expect(await one.state()).toBe('recording');
  });

  it('that is the old one, said again, is no news', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'reply', reply());
    await one.does('佐藤', 'change', change({ date: '2026-06-15T14:00', place: '若草町役場' }));
    expect(one.news()).toEqual([]);
    expect(await one.invitation('包括')).not.toHaveProperty('repliesBefore');
  });

  it('in the past is refused', async () => {
    const one = await aConvenedTown();
    expect(await one.tries('佐藤', 'change', change({ date: '2026-06-01T09:00' }))).toMatchObject({ code: 'too-late' });
  });
});

describe('a new place', () => {
  it('is told to everybody, and every answer stands', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'reply', reply());
    await one.does('佐藤', 'change', change({ place: '社協会館' }));
    expect(one.news()).toEqual(['change → 包括', 'change → 精神科']);
    await one.does('精神科', 'reply', reply('欠席'));
    expect(await one.state()).toBe('scheduled');
  });

  it('that is somebody’s home, or names them, does not get into a mail', async () => {
    const one = await aConvenedTown();
    await one.does('佐藤', 'change', change({ place: '本人宅（若草町1-1）' }));
    expect(one.mails()[0]?.text).not.toMatch(/本人宅|1-1/);
    expect(await one.tries('佐藤', 'change', change({ place: '試験次郎方' }))).toMatchObject({ code: 'bad-input' });
  });
});

describe('who is invited', () => {
  it('one who joins is invited, and nobody else hears of it', async () => {
    const one = await aConvenedTown(['包括']);
    await one.until('2026-06-02T10:00');
    await one.does('佐藤', 'change', change({ add: invite('社協') }));
    expect(one.mails().map(({ kind, to, calendar }) => `${kind} → ${to} ${String(calendar?.sequence)}`)).toEqual([
      'invitation → 社協 0',
    ]);
    expect(await one.meeting()).toMatchObject({ appointment: { replyBy: at('2026-06-08T17:15') } });
  });

  it('one who joins after the deadline gets a later one', async () => {
    const one = await aConvenedTown(['包括']);
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'reply', reply());
    expect(one.news()).toEqual(['staff-task → 佐藤']);
    await one.until('2026-06-09T10:00');
    await one.does('佐藤', 'change', change({ add: invite('社協') }));
    expect(await one.meeting()).toMatchObject({ state: 'inviting', appointment: { replyBy: at('2026-06-10T17:15') } });
    expect(one.mails()[0]?.text).toContain('6月10日');
    await one.until('2026-06-11T09:00');
    expect(await one.tasks()).toEqual(['phone 社協 → 佐藤']);
  });

  it('one who leaves hears 中止 alone; what staff still had to do about them is done', async () => {
    const one = await aConvenedTown(['包括', '精神科', '民生']);
    await one.until('2026-06-09T09:00');
    expect(await one.tasks()).toEqual([
      'fax 民生 → 佐藤',
      'phone 包括 → 佐藤',
      'phone 民生 → 佐藤',
      'phone 精神科 → 佐藤',
    ]);
    one.news();
    await one.does('佐藤', 'change', change({ remove: { 精神科: '担当外' } }));
    expect(one.mails().map(({ kind, to }) => `${kind} → ${to}`)).toEqual(['cancel → 精神科']);
    expect(one.mails()[0]?.text).not.toContain('担当外');
    expect(one.mails()[0]?.calendar).toMatchObject({ method: 'CANCEL', sequence: 1 });
    expect(await one.tasks()).toEqual(['fax 民生 → 佐藤', 'phone 包括 → 佐藤', 'phone 民生 → 佐藤']);
    expect(await one.tries('精神科', 'reply', reply())).toEqual({ code: 'not-invited', agency: '精神科' });
    await one.does('佐藤', 'task', { kind: 'fax', about: '民生' });
    await one.does('佐藤', 'change', change({ remove: '民生' }));
    expect(await one.tasks()).toEqual(['fax 民生 → 佐藤', 'phone 包括 → 佐藤']);
  });

  it('one who is not there cannot leave, nor leave twice', async () => {
    const one = await aConvenedTown();
    expect(await one.tries('佐藤', 'change', change({ remove: ['社協'] }))).toEqual({
      code: 'not-invited',
      agency: '社協',
    });
    await one.does('佐藤', 'change', change({ remove: ['精神科'] }));
    expect(await one.tries('佐藤', 'change', change({ remove: ['精神科'] }))).toEqual({
      code: 'not-invited',
      agency: '精神科',
    });
  });

  it('one who left and is called again is asked afresh over a new link, as often as need be', async () => {
    const one = await aConvenedTown(['包括', '精神科']);
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'reply', reply());
    await one.does('精神科', 'reply', reply());
    expect(one.news()).toEqual(['staff-task → 佐藤']);
    const sequences: (number | undefined)[] = [];
    for (const said of [
      { remove: ['精神科'] },
      { add: invite('精神科') },
      { remove: ['精神科'] },
      { add: invite('精神科') },
    ]) {
      await one.does('佐藤', 'change', change(said));
      sequences.push(one.mails().at(-1)?.calendar?.sequence);
    }
    expect(one.news()).toEqual(['cancel → 精神科', 'invitation → 精神科', 'cancel → 精神科', 'invitation → 精神科']);
    expect(sequences).toEqual([1, 1, 2, 2]);
    expect(await one.invitation('精神科')).toMatchObject({ generation: 3, replies: [{ answer: '出席' }] });
    expect(await one.state()).toBe('inviting');
    await one.until('2026-06-03T10:00');
    await one.does('精神科', 'reply', reply('欠席'));
    expect(await one.state()).toBe('scheduled');
  });

  it('the last silent one leaving lets the meeting wait for its day', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'reply', reply());
    await one.does('佐藤', 'change', change({ remove: ['精神科'] }));
    expect(await one.state()).toBe('scheduled');
  });
});

describe('calling a meeting off', () => {
  it('tells everybody who heard of it, without a reason, closes what was open, and nothing follows', async () => {
    const one = await aConvenedTown(['包括', '精神科', '民生']);
    await one.does('佐藤', 'task', { kind: 'fax', about: '民生' });
    await one.until('2026-06-09T10:00');
    one.news();
    await one.does('佐藤', 'cancel', { meeting: 'M-1', reason: '本人が入院した' });
    expect(one.mails().map(({ kind, to }) => `${kind} → ${to}`)).toEqual(['cancel → 包括', 'cancel → 精神科']);
    expect(one.mails()[0]?.text).not.toContain('入院');
    expect(await one.tasks()).toEqual(['fax 民生 → 佐藤']);
    one.news();
    await one.until('2026-07-01T09:00');
    expect([one.news(), await one.state()]).toEqual([[], 'cancelled']);
    expect(await one.tries('佐藤', 'cancel', { meeting: 'M-1', reason: '再' })).toEqual({
      code: 'already-closed',
      state: '中止',
    });
    expect(await one.tries('佐藤', 'change', change({ place: '役場' }))).toMatchObject({ code: 'wrong-state' });
  });

  it('after it began says that nobody met, and is too late once there are minutes', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-15T14:00');
    await one.does('佐藤', 'cancel', { meeting: 'M-1', reason: '誰も来なかった' });
    expect([await one.state(), await one.tasks()]).toEqual(['cancelled', []]);

    const held = await aConvenedTown();
    await held.until('2026-06-15T14:00');
    await held.does('佐藤', 'record', { meeting: 'M-1', items: ['確認'] });
    expect(await held.tries('佐藤', 'cancel', { meeting: 'M-1', reason: '理由' })).toMatchObject({
      code: 'already-closed',
    });
  });
});
