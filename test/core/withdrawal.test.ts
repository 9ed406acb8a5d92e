import { describe, expect, it } from 'vitest';
import { aTownAt, stages, withdraws } from '../support/consented-town.ts';
import type { SmallTown } from '../support/small-town.ts';

const stateOfPlan = async (one: SmallTown) => (await one.store.get('plan', (await one.case()).town, 'C-1'))?.state;

describe('a consent on which a meeting rests, withdrawn', () => {
  const heard = ['cancel → 包括', 'cancel → 精神科'];
  it.each([
    ['requested', [], 'cancelled', undefined],
    ['inviting', heard, 'cancelled', undefined],
    ['scheduled', heard, 'cancelled', undefined],
    ['recording', heard, 'cancelled', undefined],
    ['deciding', heard, 'cancelled', 'closed'],
    ['monitored', ['cancel → 包括'], 'completed', 'closed'],
  ] as const)('when it is %s stops it: %j', async (stage, news, state, plan) => {
    const one = await aTownAt(stage, 'needy-coordination');
    await withdraws(one);
    expect(one.news()).toEqual(news);
    expect(await one.state()).toBe(state);
    expect(await stateOfPlan(one)).toBe(plan);
    if (plan !== undefined) expect((await one.case()).state).toBe('suspended');
    expect(await one.tasks()).toEqual([]);

    await one.until('2027-03-01T09:00');
    expect(one.news()).toEqual([]);
    expect(await one.tasks()).toEqual([]);
  });

  it.each(stages.slice(1))('when it is %s tells nobody why', async (stage) => {
    const one = await aTownAt(stage, 'needy-coordination');
    const before = one.mails().length;
    await withdraws(one);
    for (const { text } of one.mails().slice(before)) {
      expect(text).toContain('中止');
      expect(text).not.toMatch(/同意|撤回|試験/);
    }
  });

  it('after the meeting takes no calendar entry back, and keeps the minutes in the office', async () => {
    const one = await aTownAt('recording', 'needy-coordination');
    await one.does('佐藤', 'record', { meeting: 'M-1', attendance: ['包括'], items: ['受診'] });
    await withdraws(one);
    expect(one.mails().map(({ calendar }) => calendar)).toEqual([undefined, undefined]);
    const meeting = await one.meeting();
    expect(meeting).toMatchObject({ state: 'cancelled', minutes: [{ items: [{ topic: '受診' }] }] });
    expect(await one.tries('包括', 'open', 'M-1')).toMatchObject({ code: 'link-expired', cancelled: true });
  });

  it('before a letter about the plan has left holds it back', async () => {
    const one = await aTownAt('deciding', 'needy-coordination');
    await one.until('2026-06-15T18:00');
    await one.does('佐藤', 'confirm', { plan: 'C-1' });
    await one.does('佐藤', 'decide', { plan: 'C-1' });
    await withdraws(one);
    await one.until('2026-06-16T12:00');
    expect(one.news()).toEqual(['cancel → 包括']);
  });

  it('twice stops it once', async () => {
    const one = await aTownAt('inviting', 'needy-coordination');
    await withdraws(one);
    one.news();
    await withdraws(one);
    expect(one.news()).toEqual([]);
  });

  it('while the plan waits for its decision says, to whoever makes the plan anew, what happened and what to do', async () => {
    const one = await aTownAt('deciding', 'needy-coordination');
    await withdraws(one);
    const plan = { case: 'C-1', goals: ['やり直す'], roles: ['R-1'] };
    const refused = { code: 'meeting-missing', case: 'C-1', cancelled: 'M-1', withdrawn: true };
    expect(await one.tries('佐藤', 'plan', plan)).toEqual(refused);
    await one.does('木村', 'consent', { case: 'C-1', member: 'A' });
    expect(await one.tries('佐藤', 'plan', plan)).toEqual(refused);
  });

  it('is not what a plan before any meeting is refused for', async () => {
    const one = await aTownAt('requested', 'needy-coordination');
    const plan = { case: 'C-1', goals: ['受診する'] };
    expect(await one.tries('佐藤', 'plan', plan)).toEqual({ code: 'meeting-missing', case: 'C-1' });
    await one.does('佐藤', 'cancel', { meeting: 'M-1', reason: '世帯の事情' });
    expect(await one.tries('佐藤', 'plan', plan)).toMatchObject({ cancelled: 'M-1', withdrawn: false });
  });

  it('is not what a plan for a household that support has left is refused for: no meeting is called for it', async () => {
    const one = await aTownAt('requested', 'needy-coordination');
    await one.does('佐藤', 'cancel', { meeting: 'M-1', reason: '世帯の事情' });
    await one.does('木村', 'close', { case: 'C-1', outcome: '終結', reason: '転出' });
    const plan = { case: 'C-1', goals: ['受診する'] };
    expect(await one.tries('佐藤', 'plan', plan)).toEqual({ code: 'already-closed', state: '終結' });
  });

  it('leaves the way open for a new plan on a new consent', async () => {
    const one = await aTownAt('monitored', 'needy-coordination');
    await withdraws(one);
    await one.does('木村', 'consent', { case: 'C-1', member: 'A' });
    await one.does('佐藤', 'plan', { case: 'C-1', goals: ['やり直す'], roles: ['R-1'] });
    expect(await one.plan()).toMatchObject({ state: 'awaiting-person', edition: 2 });
    expect((await one.plan()).stopped).toBeUndefined();
  });

  it('stops the plan that a 支援会議 made when consent arrived, and leaves the meeting to the supervisor', async () => {
    const one = await aTownAt('deciding', 'needy-support');
    await withdraws(one);
    expect(await stateOfPlan(one)).toBe('closed');
    expect(one.news()).toEqual(['cancel → 包括']);
  });
});

describe('a consent that was not the basis, withdrawn', () => {
  it.each(['requested', 'inviting', 'scheduled', 'recording'] as const)(
    'when it is %s is for the supervisor, who lets it go on',
    async (stage) => {
      const one = await aTownAt(stage, 'protection-coordination');
      const state = await one.state();
      await withdraws(one);
      expect(one.news()).toEqual(['staff-task → 中村'].slice(1));
      expect(await one.tasks()).toContain('consent-withdrawn M-1 → 中村');
      await one.does('中村', 'judge', { meeting: 'M-1', decision: '続ける', reason: '見守りが要る', ground: 2 });
      expect(await one.state()).toBe(state);
      expect(await one.tasks()).not.toContain('consent-withdrawn M-1 → 中村');
      expect((await one.meeting()).judgements).toMatchObject([
        { goesOn: true, members: ['C-1/A'], reason: '見守りが要る', by: '中村' },
      ]);
    },
  );

  it.each([
    ['requested', []],
    ['inviting', ['cancel → 包括', 'cancel → 精神科']],
    ['recording', ['cancel → 包括', 'cancel → 精神科']],
  ] as const)('when it is %s is for the supervisor, who stops it: %j', async (stage, news) => {
    const one = await aTownAt(stage, 'protection-coordination');
    await withdraws(one);
    one.news();
    await one.does('中村', 'judge', { meeting: 'M-1', decision: '止める', reason: '本人の意向' });
    expect(one.news()).toEqual(news);
    expect(await one.state()).toBe('cancelled');
    expect(await one.tasks()).toEqual([]);
  });

  it.each([
    ['続ける', 'active', []],
    ['止める', 'closed', ['cancel → 包括']],
  ] as const)('while a plan is monitored is judged for the plan: %s', async (decision, state, news) => {
    const one = await aTownAt('monitored', 'protection-coordination');
    await withdraws(one);
    expect(await one.tasks()).toContain('consent-withdrawn C-1 → 中村');
    one.news();
    await one.does('中村', 'judge', { plan: 'C-1', decision, reason: '理由' });
    expect(await stateOfPlan(one)).toBe(state);
    expect(one.news()).toEqual(news);
    expect(await one.tasks()).toEqual([]);
  });

  it.each(['木村', '佐藤', '山本', '包括'])('is not judged by %s', async (who) => {
    const one = await aTownAt('inviting', 'protection-coordination');
    await withdraws(one);
    const judging = { meeting: 'M-1', decision: '続ける', reason: '理由' };
    expect((await one.tries(who, 'judge', judging)).code).toMatch(/not-supervisor|forbidden/);
    expect(await one.tasks()).toContain('consent-withdrawn M-1 → 中村');
  });
});

describe('the task of a withdrawal', () => {
  it.each(['続ける', '止める'])('is still answered when the meeting is over: %s', async (decision) => {
    const one = await aTownAt('recording', 'needy-support');
    await withdraws(one);
    await one.does('佐藤', 'record', { meeting: 'M-1', attendance: ['包括'], items: ['受診'], final: true });
    expect([await one.state(), await one.tasks()]).toEqual(['completed', ['consent-withdrawn M-1 → 中村']]);
    const late = { meeting: 'M-1', decision, reason: '会議のあとで聞いた', ground: 1 };
    await one.does('中村', 'judge', late);
    expect([await one.state(), await one.tasks()]).toEqual(['completed', []]);
    expect(await one.tries('中村', 'judge', late)).toMatchObject({ code: 'already-closed' });
  });

  it.each([
    ['木村', { code: 'not-supervisor' }],
    ['佐藤', { code: 'not-supervisor' }],
    ['中村', { code: 'bad-input', field: '用事' }],
  ] as const)('is not ticked off by %s: only the judgement closes it', async (who, refused) => {
    const one = await aTownAt('inviting', 'needy-support');
    await withdraws(one);
    const open = await one.tasks();
    expect(open).toContain('consent-withdrawn M-1 → 中村');
    const ticked = { kind: 'consent-withdrawn', about: 'M-1' };
    expect(await one.tries(who, 'task', ticked)).toMatchObject(refused);
    expect(await one.tasks()).toEqual(open);
    await one.does('中村', 'judge', { meeting: 'M-1', decision: '続ける', reason: '生命に危険がある', ground: 1 });
    expect(await one.tasks()).not.toContain('consent-withdrawn M-1 → 中村');
  });
});
