import { describe, expect, it } from 'vitest';
import { periodFrom, stateOf } from '../../core/plan/rules.ts';
import { at, day } from '../support/moments.ts';
import { aConvenedTown, aPlannedTown, aRecordedTown, role } from '../support/small-meeting.ts';

const plan = { case: 'C-1', goals: ['受診する'] };

describe('the period of a plan', () => {
  it.each([
    ['2026-07-01', 3, '2026-09-30'],
    ['2026-07-01', 12, '2027-06-30'],
    ['2025-11-30', 3, '2026-02-27'],
  ])('from %s for %i months ends on %s, the day before the anniversary', (from, months, to) => {
    expect(periodFrom(day(from), months)).toEqual({ from, to });
  });
});

describe('where a plan stands', () => {
  const confirmed = { by: '本人', at: at('2026-06-18T10:00') };
  const decided = { on: day('2026-06-19'), by: '佐藤' };

  it.each(['needy-coordination', 'layered-coordination'] as const)(
    '%s: with the person, then the municipality',
    (framework) => {
      expect(stateOf({ framework })).toBe('awaiting-person');
      expect(stateOf({ framework, decided })).toBe('awaiting-person');
      expect(stateOf({ framework, confirmed })).toBe('awaiting-decision');
      expect(stateOf({ framework, confirmed, decided })).toBe('active');
    },
  );

  it.each(['needy-support', 'layered-support', 'protection-coordination', 'case-review'] as const)(
    '%s: nobody has to decide first',
    (framework) => {
      expect(stateOf({ framework })).toBe('active');
    },
  );
});

describe('making a plan', () => {
  it('needs a meeting that was held', async () => {
    const one = await aConvenedTown();
    expect(await one.tries('佐藤', 'plan', plan)).toMatchObject({ code: 'meeting-missing' });
  });

  it('takes a year and a review after three months when nothing is said, and begins at once where nobody has to decide', async () => {
    const one = await aPlannedTown();
    expect(await one.plan()).toMatchObject({
      state: 'active',
      edition: 1,
      period: { from: '2026-06-15', to: '2027-06-14' },
      monitoring: { period: 1, review: '2026-09-15' },
      meeting: 'M-1',
    });
    expect((await one.case()).state).toBe('supported');
  });

  it('goes to the agencies with a part in it, and to nobody else', async () => {
    const one = await aRecordedTown();
    await one.does('佐藤', 'role', role);
    await one.does('佐藤', 'role', { ...role, id: 'R-2', agency: '社協' });
    await one.does('中村', 'confirm', { role: 'R-1', by: '所長' });
    await one.does('佐藤', 'plan', { ...plan, roles: ['R-1', 'R-2'] });
    // 社協 has not agreed to its role yet: nothing binds it (BRIEF §2.10).
    expect(one.news()).toEqual(['plan → 包括']);
  });

  it.each([
    ['reviewed in six months to the day', { review: '2026-12-15' }, 'ok'],
    ['reviewed a day later', { review: '2026-12-16' }, 'review-too-far'],
    [
      'reviewed later than the longest plan lasts, whatever the reason',
      { review: '2029-12-15', reason: '念のため' },
      'review-too-far',
    ],
    ['reviewed a day later for no reason', { review: '2026-12-16', reason: ' ' }, 'review-too-far'],
    ['reviewed a day later, for a reason', { review: '2026-12-16', reason: '入院の見込み' }, 'ok'],
    ['reviewed today', { review: '2026-06-15' }, 'ok'],
    ['reviewed yesterday', { review: '2026-06-14' }, 'too-late'],
    ['reviewed on a day there is none of', { review: '令和8年2月30日' }, 'bad-date'],
    ['of thirteen months', { period: 13 }, 'bad-input'],
    ['that ends before it begins', { period: { from: '2026-07-01', to: '2026-06-30' } }, 'bad-input'],
    ['from a day there is none of', { period: { from: '令和8年2月30日' } }, 'bad-date'],
    ['with a role nobody has', { roles: ['R-9'] }, 'unknown-role'],
  ])('%s: %s', async (...[, more, code]) => {
    const one = await aRecordedTown();
    expect(await one.tries('佐藤', 'plan', { ...plan, ...more })).toMatchObject({ code });
  });

  it('after a 支援会議 needs the consent that the meeting did without', async () => {
    const one = await aRecordedTown('needy-support');
    await one.does('木村', 'consent', { case: 'C-1', member: 'B', withdraw: true });
    expect(await one.tries('佐藤', 'plan', plan)).toMatchObject({ code: 'consent-missing', members: ['試験次郎'] });
    await one.does('木村', 'consent', { case: 'C-1', member: 'B' });
    expect(await one.tries('佐藤', 'plan', plan)).toEqual({ code: 'ok' });
  });
});

describe('the next edition', () => {
  it('is refused when somebody else made it meanwhile', async () => {
    const one = await aPlannedTown();
    expect(await one.tries('佐藤', 'plan', { ...plan, version: 1 })).toEqual({
      code: 'stale-version',
      sent: 1,
      stored: 1,
    });
    expect(await one.tries('佐藤', 'plan', { ...plan, version: 2 })).toEqual({ code: 'ok' });
    expect((await one.plan()).edition).toBe(2);
  });

  it('leaves one timer: the old review passes without a word', async () => {
    const one = await aPlannedTown();
    await one.does('佐藤', 'plan', { ...plan, roles: ['R-1'], review: '2026-10-15' });
    one.news();
    await one.until('2026-09-30T17:00');
    expect(one.news()).toEqual([]);
    await one.until('2026-10-01T09:00');
    expect(one.news()).toEqual(['monitoring-request → 包括']);
  });

  it('keeps what was reported before, and asks afresh', async () => {
    const one = await aPlannedTown();
    await one.does('包括', 'report', { plan: 'C-1', status: '実施' });
    await one.does('佐藤', 'plan', { ...plan, roles: ['R-1'] });
    expect(await one.plan()).toMatchObject({ reports: [{ period: 1, status: '実施' }], monitoring: { period: 2 } });
  });
});

describe('a plan that the municipality decides on', () => {
  it('goes through the person first, then the decision, and completes the meeting', async () => {
    const one = await aRecordedTown('needy-coordination');
    expect(await one.state()).toBe('deciding');
    await one.does('佐藤', 'role', role);
    await one.does('中村', 'confirm', { role: 'R-1', by: '所長' });
    await one.does('佐藤', 'plan', { ...plan, roles: ['R-1'] });
    expect((await one.plan()).state).toBe('awaiting-person');
    expect(await one.tries('佐藤', 'decide', { plan: 'C-1' })).toEqual({ code: 'not-confirmed', what: '本人確認' });
    await one.until('2026-06-18T10:00');
    await one.does('木村', 'confirm', { plan: 'C-1' });
    expect(await one.plan()).toMatchObject({ state: 'awaiting-decision', confirmed: { by: '本人' } });
    expect(await one.tries('木村', 'decide', { plan: 'C-1' })).toMatchObject({ code: 'not-host' });
    expect(await one.tasks()).toEqual(['decision M-1 → 佐藤']);
    one.news();
    expect(await one.tries('佐藤', 'decide', { plan: 'C-1', on: '2030-01-01' })).toMatchObject({ code: 'bad-date' });
    await one.does('佐藤', 'decide', { plan: 'C-1', on: '令和8年6月19日' });
    expect(await one.plan()).toMatchObject({ state: 'active', decided: { on: '2026-06-19', by: '佐藤' } });
    expect([await one.state(), await one.tasks(), one.news()]).toEqual(['completed', [], ['plan → 包括']]);
    expect(await one.tries('佐藤', 'decide', { plan: 'C-1' })).toMatchObject({ code: 'wrong-state' });
  });

  it('is chased until it is decided: the deadline counts from the person’s confirmation', async () => {
    const one = await aRecordedTown('needy-coordination');
    await one.does('佐藤', 'plan', plan);
    await one.until('2026-06-18T10:00');
    await one.does('木村', 'confirm', { plan: 'C-1' });
    one.news();
    await one.until('2026-07-03T08:59');
    expect(one.news()).toEqual([]);
    await one.until('2026-07-03T09:00');
    expect(one.news()).toEqual(['overdue → 佐藤', 'overdue → 中村']);
    expect(await one.meeting()).toMatchObject({ state: 'deciding', lateness: 'overdue' });
    await one.does('佐藤', 'decide', { plan: 'C-1' });
    expect(await one.meeting()).not.toHaveProperty('lateness');
  });

  it('asks the person and the municipality again in its next edition', async () => {
    const one = await aRecordedTown('needy-coordination');
    await one.does('佐藤', 'plan', plan);
    await one.does('木村', 'confirm', { plan: 'C-1' });
    await one.does('佐藤', 'decide', { plan: 'C-1' });
    await one.does('佐藤', 'plan', plan);
    expect(await one.plan()).toMatchObject({ edition: 2, state: 'awaiting-person' });
    expect(await one.plan()).not.toHaveProperty('decided');
  });

  it('decided before the minutes are final completes the meeting with them', async () => {
    const one = await aConvenedTown(['包括'], 'needy-coordination');
    await one.until('2026-06-15T15:00');
    await one.does('佐藤', 'plan', plan);
    await one.does('木村', 'confirm', { plan: 'C-1' });
    await one.does('佐藤', 'decide', { plan: 'C-1' });
    expect(await one.state()).toBe('recording');
    await one.does('佐藤', 'record', { meeting: 'M-1', items: ['受診'], final: true });
    expect(await one.state()).toBe('completed');
  });

  it('of a meeting about two households waits for both', async () => {
    const one = await aConvenedTown(['包括'], 'needy-coordination');
    await one.does('木村', 'case', { id: 'C-2', members: [{ id: 'Y', name: '試験葉子', covered: true }] });
    await one.does('木村', 'consent', { case: 'C-2', member: 'Y' });
    const { date, place, outlook } = { date: '2026-06-15T16:00', place: '役場', outlook: '毎月' };
    const invited = { 包括: { class: '相談支援', purpose: '相談' } };
    await one.does('佐藤', 'convene', {
      meeting: 'M-2',
      cases: ['C-1', 'C-2'],
      framework: 'needy-coordination',
      date,
      place,
      outlook,
      invite: invited,
    });
    await one.until('2026-06-15T17:00');
    await one.does('佐藤', 'record', { meeting: 'M-2', items: ['受診'], final: true });
    await one.does('佐藤', 'plan', plan);
    await one.does('木村', 'confirm', { plan: 'C-1' });
    await one.does('佐藤', 'decide', { plan: 'C-1' });
    expect(await one.state('M-2')).toBe('deciding');
    await one.does('佐藤', 'plan', { ...plan, case: 'C-2' });
    await one.does('木村', 'confirm', { plan: 'C-2' });
    await one.does('佐藤', 'decide', { plan: 'C-2' });
    expect(await one.state('M-2')).toBe('completed');
  });

  it('is not decided where the office alone sets its course', async () => {
    const one = await aPlannedTown();
    expect(await one.tries('佐藤', 'decide', { plan: 'C-1' })).toEqual({ code: 'wrong-state', state: '支援中' });
  });
});
