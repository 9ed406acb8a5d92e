import { caseStates } from '../../core/case/model.ts';
import { describe, expect, it } from 'vitest';
import { decisionDue, recordingAgenda } from '../../core/meeting/recording.ts';
import { dayOf, instantInJapanese } from '../../core/time.ts';
import { aHeldMeeting, aPlan, settings } from '../support/builders.ts';
import { at } from '../support/moments.ts';
import { aConvenedTown, aRecordedTown } from '../support/small-meeting.ts';

const minutes = { meeting: 'M-1', attendance: ['包括'], items: ['受診'] };

describe('what time does until the minutes are there', () => {
  it('asks when it begins, is late the day after five business days, and tells the supervisor after three more', () => {
    const agenda = recordingAgenda(aHeldMeeting('recording'), [], settings);
    expect(agenda?.map(({ step, at: when }) => `${step} ${instantInJapanese(when)}`)).toEqual([
      'ask-for-record 2026年6月15日(月)14:00',
      'record-overdue 2026年6月23日(火)09:00',
      'record-supervisor 2026年6月25日(木)09:00',
    ]);
  });

  it.each([
    ['the meeting, when the person confirmed before it', '2026-06-10T10:00', '2026-06-29'],
    ['the meeting, when the person confirmed on its day', '2026-06-15T18:00', '2026-06-29'],
    ['the confirmation, when it came later', '2026-06-19T10:00', '2026-07-03'],
    ['the confirmation, over a holiday', '2026-07-10T10:00', '2026-07-27'],
  ])('the support decision is due ten business days after %s', (_what, confirmed, due) => {
    const plan = aPlan({ confirmed: { by: '本人', at: at(confirmed) } });
    expect(dayOf(decisionDue(aHeldMeeting('deciding'), plan, settings))).toBe(due);
  });

  it('the support decision is due ten business days after the meeting while nobody confirmed', () => {
    expect(instantInJapanese(decisionDue(aHeldMeeting('deciding'), undefined, settings))).toBe(
      '2026年6月29日(月)17:15',
    );
  });

  it('is nothing once the meeting is complete', () => {
    expect(recordingAgenda(aHeldMeeting('completed'), [], settings)).toBeUndefined();
  });

  it('catches up what was missed, in its order, and never ends by itself', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-15T14:00');
    expect(await one.tasks()).toContain('record M-1 → 佐藤');
    one.news();
    await one.sleepUntil('2026-08-01T12:00');
    expect(one.news()).toEqual([]);
    await one.until('2026-08-03T09:00');
    expect(one.news()).toEqual(['overdue → 佐藤', 'overdue → 中村']);
    expect(await one.tasks()).toContain('overdue M-1 → 中村');
    expect(await one.meeting()).toMatchObject({ state: 'recording', lateness: 'overdue' });
    await one.does('佐藤', 'record', { ...minutes, final: true });
    expect(await one.meeting()).not.toHaveProperty('lateness');
    expect(await one.tasks()).toEqual([]);
  });
});

describe('writing the minutes', () => {
  it('before the meeting begins is refused', async () => {
    const one = await aConvenedTown();
    expect(await one.tries('佐藤', 'record', minutes)).toEqual({ code: 'wrong-state', state: '回答待ち' });
  });

  it('may be left as a draft and taken up again; final, they go to the members and are fixed', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-15T15:00');
    one.news();
    await one.does('佐藤', 'record', minutes);
    expect([await one.state(), one.news()]).toEqual(['recording', []]);
    await one.does('佐藤', 'record', { ...minutes, items: [{ topic: '受診', conclusion: '同行する' }], final: true });
    expect(await one.meeting()).toMatchObject({
      state: 'completed',
      records: [{ edition: 1, items: [{ conclusion: '同行する' }] }],
    });
    expect(one.news()).toEqual(['record → 包括', 'record → 精神科']);
    expect(await one.tasks()).toEqual([]);
    expect(await one.tries('佐藤', 'record', minutes)).toEqual({ code: 'already-closed', state: '会議録確定' });
  });

  it('without a policy needs a plan to watch over the household', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-15T15:00');
    const undecided = { ...minutes, outcome: 'undecided', final: true };
    expect(await one.tries('佐藤', 'record', undecided)).toEqual({ code: 'watch-missing' });
    expect(
      await one.tries('佐藤', 'record', { ...undecided, watch: { frequency: '週1回', contact: '', moves: '訪問' } }),
    ).toMatchObject({ code: 'bad-input' });
    await one.does('佐藤', 'record', {
      ...undecided,
      watch: { frequency: '週1回', contact: '民生委員', moves: '訪問' },
    });
    expect(await one.meeting()).toMatchObject({
      records: [{ watch: '頻度: 週1回 / 連絡先: 民生委員 / 動き方: 訪問' }],
    });
  });

  it('cannot be final without anything that was talked about, however many were there; as a draft they can', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-15T15:00');
    const there = { meeting: 'M-1', attendance: ['包括'], items: [] };
    expect(await one.tries('佐藤', 'record', { ...there, final: true })).toEqual({ code: 'minutes-empty' });
    await one.does('佐藤', 'record', there);
    await one.does('佐藤', 'record', { ...there, items: ['受診'], final: true });
    expect(await one.tries('佐藤', 'correct', { ...there, reason: '誤記' })).toEqual({ code: 'minutes-empty' });
  });

  it('without a policy leave the household watched over, unless support is running already', async () => {
    const watched = { ...minutes, outcome: 'undecided', watch: '週1回の声かけ' };
    for (const [before, after] of [
      ['受付', '見守り'],
      ['支援中', '支援中'],
    ]) {
      const one = await aConvenedTown();
      await one.does('木村', 'case', { id: 'C-1', state: before });
      await one.until('2026-06-15T15:00');
      await one.does('佐藤', 'record', watched);
      expect(caseStates[(await one.case()).state], 'a draft changes nothing').toBe(before);
      await one.does('佐藤', 'record', { ...watched, final: true });
      expect(caseStates[(await one.case()).state]).toBe(after);
    }
  });

  it('with no policy to decide on waits for no support decision', async () => {
    const one = await aRecordedTown('needy-coordination', { outcome: 'undecided', watch: '週1回の声かけ' });
    expect(await one.state()).toBe('completed');
  });

  it('agree on triggers once, however often the draft is saved', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-15T15:00');
    const triggers = [{ name: '本人が前向き', agencies: ['包括'], what: '訪問' }];
    await one.does('佐藤', 'record', { ...minutes, triggers });
    await one.does('佐藤', 'record', { ...minutes, triggers, final: true });
    expect((await one.case()).triggers).toHaveLength(1);
  });

  it.each([
    ['of no day', { next: '令和8年2月30日' }, 'bad-date'],
    ['of no item', { items: [''] }, 'bad-input'],
    ['of an outcome there is none of', { outcome: 'maybe' }, 'bad-input'],
  ])('%s is refused', async (_what, more, code) => {
    const one = await aConvenedTown();
    await one.until('2026-06-15T15:00');
    expect(await one.tries('佐藤', 'record', { ...minutes, ...more })).toMatchObject({ code });
  });
});

describe('correcting the minutes', () => {
  it('needs a reason, keeps the old edition, and tells those who had it', async () => {
    const one = await aRecordedTown();
    expect(await one.tries('佐藤', 'correct', { meeting: 'M-1', items: ['受診と手帳'] })).toMatchObject({
      code: 'bad-input',
    });
    await one.does('佐藤', 'correct', { meeting: 'M-1', reason: '記載もれ', items: ['受診と手帳'] });
    const meeting = await one.meeting();
    expect(meeting).toMatchObject({
      state: 'completed',
      records: [
        { edition: 1, items: [{ topic: '受診' }] },
        { edition: 2, items: [{ topic: '受診と手帳' }], attendance: ['包括'], reason: '記載もれ', final: true },
      ],
    });
    expect(one.news()).toEqual(['record-changed → 包括', 'record-changed → 精神科']);
    await one.does('佐藤', 'correct', { meeting: 'M-1', reason: '出席者', attendance: ['精神科'] });
    expect(one.news()).toEqual(['record-changed → 包括', 'record-changed → 精神科']);
  });

  it('to an open policy needs the watch-over plan too', async () => {
    const one = await aRecordedTown();
    const undecided = { meeting: 'M-1', reason: '見直し', outcome: 'undecided' };
    expect(await one.tries('佐藤', 'correct', undecided)).toEqual({ code: 'watch-missing' });
    expect(await one.tries('佐藤', 'correct', { ...undecided, watch: '週1回の声かけ' })).toEqual({ code: 'ok' });
  });

  it('that are not final yet is refused: they are simply written on', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-15T15:00');
    await one.does('佐藤', 'record', minutes);
    expect(await one.tries('佐藤', 'correct', { meeting: 'M-1', reason: '理由' })).toMatchObject({
      code: 'not-confirmed',
    });
  });
});
