import { describe, expect, it } from 'vitest';
import { messageOf } from '../../core/refusal-words.ts';
import { day } from '../support/moments.ts';
import { aConvenedTown, aPlannedTown, aRecordedTown } from '../support/small-meeting.ts';

const plan = { case: 'C-1', goals: ['受診する'] };

describe('a plan that is sent twice', () => {
  it('makes one edition, with or without the number of the edition', async () => {
    const one = await aRecordedTown('needy-coordination');
    for (const version of [{}, {}, { version: 1 }]) await one.does('佐藤', 'plan', { ...plan, ...version });
    expect(await one.plan()).toMatchObject({ edition: 1, version: 1, state: 'awaiting-person' });
  });

  it('changes nothing on a later day either, as long as it says the same', async () => {
    const one = await aRecordedTown();
    const whole = { ...plan, period: { from: '2026-06-15', to: '2027-06-14' }, review: '2026-09-15' };
    await one.does('佐藤', 'plan', whole);
    await one.until('2026-09-20T10:00');
    await one.does('佐藤', 'plan', { ...whole, review: '2026-09-15' });
    expect((await one.plan()).edition).toBe(1);
  });

  it('is another edition once something came of the first: the evaluation asked for a new plan', async () => {
    const one = await aRecordedTown();
    await one.does('佐藤', 'plan', { ...plan, review: '2026-09-15' });
    const again = { plan: 'C-1', changes: '変わりなし', outcome: '再プラン', review: '2026-09-15' };
    await one.does('佐藤', 'evaluate', again);
    for (const _twice of [1, 2]) await one.does('佐藤', 'plan', { ...plan, review: '2026-09-15' });
    expect((await one.plan()).edition).toBe(2);
  });

  it.each([
    ['an edition that there is already', 1],
    ['one after the next', 3],
  ])('with other words is refused for %s', async (_which, version) => {
    const one = await aPlannedTown();
    const other = { ...plan, goals: ['通院を続ける'], version };
    expect(await one.tries('佐藤', 'plan', other)).toEqual({ code: 'stale-version', sent: version, stored: 1 });
  });

  it('with the same words by whoever saw an older edition is refused', async () => {
    const one = await aPlannedTown();
    await one.does('佐藤', 'plan', { ...plan, goals: ['通院を続ける'] });
    const again = { ...plan, goals: ['通院を続ける'], version: 1 };
    expect(await one.tries('佐藤', 'plan', again)).toMatchObject({ code: 'stale-version' });
  });
});

describe('a plan after the consent is gone', () => {
  const gone = { code: 'consent-missing', members: ['試験次郎'], of: 'plan' };

  it('is refused where consent is required and was withdrawn after the meeting was complete', async () => {
    const one = await aRecordedTown('needy-coordination', { outcome: 'undecided', watch: '週1回の声かけ' });
    await one.does('木村', 'consent', { case: 'C-1', member: 'B', withdraw: true });
    expect(await one.tries('佐藤', 'plan', plan)).toMatchObject(gone);
  });

  it('is refused where it ran out, from the day after', async () => {
    const one = await aConvenedTown(['包括'], 'needy-coordination');
    await one.until('2026-06-15T15:00');
    await one.does('佐藤', 'record', { meeting: 'M-1', attendance: ['包括'], items: ['受診'], final: true });
    const stored = await one.case();
    const consents = stored.consents.map((consent) => ({ ...consent, until: day('2026-06-16') }));
    await one.store.commit({ put: [{ ...stored, consents }] });
    expect(await one.tries('佐藤', 'plan', { ...plan, goals: ['通院を続ける'] })).toEqual({ code: 'ok' });
    await one.until('2026-06-17T10:00');
    expect(await one.tries('佐藤', 'plan', plan)).toMatchObject({ code: 'consent-missing', of: 'plan' });
  });

  it('says so in words about a plan, not about opening another meeting', async () => {
    const one = await aRecordedTown('needy-support');
    await one.does('木村', 'consent', { case: 'C-1', member: 'B', withdraw: true });
    const refused = await one.tries('佐藤', 'plan', plan);
    expect(refused.code === 'ok' ? '' : messageOf(refused)).toMatch(/支援計画は.*本人同意が必要.*試験次郎.*同意を記録/);
  });
});
