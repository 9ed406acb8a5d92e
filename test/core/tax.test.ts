import { describe, expect, it } from 'vitest';
import { taxPurposesFor, taxPurposesOfHost } from '../../core/consent/tax.ts';
import { agencyIdSchema } from '../../core/ids.ts';
import { call, convening, invite } from '../support/small-meeting.ts';
import { aSmallTown, type SmallTown } from '../support/small-town.ts';
import { aCase } from '../support/builders.ts';
import { at, day } from '../support/moments.ts';

/** A row of the tax section about one member; the town knows of the household by it alone. */
async function aTaxRow(only = true): Promise<SmallTown> {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', members: [{ id: 'A', name: '試験花子', covered: true }] });
  await one.does('木村', 'tax', { case: 'C-1', member: 'A', arrears: 120_000, what: '住民税', only });
  return one;
}
const request = { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 };
const consent = {
  case: 'C-1',
  member: 'A',
  purposes: [1, 2],
  sections: ['保健福祉課'],
  outside: ['社会福祉協議会', '開催主体'],
};

describe('a row that only the tax section knows of (towns-and-villages.md §10-14)', () => {
  it('stays in the town: it is not forwarded, on whatever ground, and the host does not see it', async () => {
    const one = await aTaxRow();
    const refused = { code: 'tax-consent-missing', cases: ['C-1'] };
    expect(await one.tries('木村', 'request', request)).toEqual(refused);
    await one.does('木村', 'consent', { case: 'C-1', member: 'A' });
    expect(await one.tries('木村', 'request', { ...request, framework: 'needy-coordination' })).toEqual(refused);
    expect(await one.tries('佐藤', 'open', 'C-1')).toEqual({ code: 'forbidden' });
    expect(await one.tries('木村', 'open', 'C-1')).toEqual({ code: 'ok' });
  });

  it('leaves the town with the consent of its own, and no longer when that is withdrawn', async () => {
    const one = await aTaxRow();
    await one.does('木村', 'tax-consent', consent);
    await one.does('木村', 'request', request);
    expect(await one.tries('佐藤', 'open', 'C-1')).toEqual({ code: 'ok' });
    await one.does('木村', 'tax-consent', { case: 'C-1', member: 'A', withdraw: true });
    expect(await one.tasks()).toEqual(['consent-withdrawn M-1 → 中村']);
    expect(await one.tries('佐藤', 'open', 'C-1')).toEqual({ code: 'forbidden' });
    expect((await one.tries('佐藤', 'convene', { ...convening, invite: invite('包括') })).code).toMatch(
      /forbidden|tax-consent-missing/,
    );
  });

  it('leaves it in an emergency with its reason', async () => {
    const one = await aTaxRow();
    expect(await one.tries('木村', 'request', { ...request, danger: '生命', reason: '倒れている' })).toEqual({
      code: 'ok',
    });
  });
});

describe('arrears', () => {
  it('are told to an agency only for a purpose, and by a consent that names both', async () => {
    const one = await aTaxRow(false);
    await one.does('木村', 'tax-consent', consent);
    await one.does('木村', 'request', request);
    const told = (agency: string, tax: unknown) => ({ ...convening, invite: { [agency]: { ...call, tax } } });
    const refusal = async (agency: string, tax: unknown) => one.tries('佐藤', 'convene', told(agency, tax));
    expect(await refusal('社協', 3)).toEqual({ code: 'tax-consent-missing', cases: ['C-1'], agency: '社協' });
    expect(await refusal('包括', 1)).toMatchObject({ code: 'tax-consent-missing', agency: '包括' });
    expect(await refusal('社協', [1, 2])).toEqual({ code: 'ok' });
    expect((await one.invitation('社協')).tax).toEqual([1, 2]);
  });

  it.each([
    ['木村', 'ok'],
    ['佐藤', 'forbidden'],
    ['山本', 'forbidden'],
    ['包括', 'forbidden'],
  ])('are recorded by the town: %s → %s', async (who, code) => {
    const one = await aTaxRow(false);
    expect(await one.tries(who, 'tax', { case: 'C-1', member: 'A', arrears: 1 })).toMatchObject({ code });
  });

  it.each([
    ['no purpose', { purposes: [] }],
    ['an unknown purpose', { purposes: [4] }],
    ['nobody to tell', { sections: [], outside: [] }],
    ['a day to come', { on: '2026-07-01' }],
  ])('are not consented to with %s', async (_what, said) => {
    const one = await aTaxRow(false);
    expect((await one.tries('木村', 'tax-consent', { ...consent, ...said })).code).toMatch(/^bad-/);
  });

  it('are shown on the days of the consent only, to whom it names', () => {
    const given = { member: 'A', on: '2026-06-01', until: '2026-06-30', by: '本人', method: '書面' };
    const tax = { member: 'A', arrears: 1, section: '税務課', only: false, at: at('2026-06-01T09:00') };
    const taxConsents = [{ ...given, purposes: [2], sections: [], outside: ['社会福祉協議会'] }];
    const one = aCase({ tax, taxConsents });
    const council = { id: agencyIdSchema.parse('社協'), name: '若草町社協', type: '社会福祉協議会' };
    const clinic = { id: agencyIdSchema.parse('精神科'), name: '精神科', type: '医療施設' };
    const seen = (agency: typeof council, on: string) => taxPurposesFor(one, agency, day(on));
    expect(seen(council, '2026-06-30')).toEqual([2]);
    expect(seen(council, '2026-07-01')).toEqual([]);
    expect(seen(clinic, '2026-06-10')).toEqual([]);
    expect(taxPurposesOfHost(one, day('2026-06-10'))).toEqual([]);
  });
});
