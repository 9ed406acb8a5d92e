import { describe, expect, it } from 'vitest';
import { at } from '../support/moments.ts';
import { aSmallTown, known, type SmallTown, town } from '../support/small-town.ts';

const hanako = { id: 'A', name: '試験花子', born: '1980-05-03', covered: true };
const asked = { meeting: 'M-1', cases: ['C-1'], framework: 'needy-coordination' };
const call = { class: '相談支援', purpose: '相談', members: ['A'] };
const convening = { date: '2026-06-15T14:00', place: '役場', outlook: '毎月', invite: { 包括: call } };
const somebodyElse = { code: 'bad-input', field: 'name' };

async function aConsentOf(member: Readonly<Record<string, unknown>>): Promise<SmallTown> {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', members: [member] });
  await one.does('木村', 'consent', { case: 'C-1', member: 'A' });
  return one;
}

describe('a consent of somebody who left the household', () => {
  it('ends, stays readable, and passes to nobody who is given the same number', async () => {
    const one = await aConsentOf(hanako);
    const out = { case: 'C-1', id: 'A', remove: true, reason: '転出' };
    await one.does('木村', 'member', out);
    expect((await one.case()).consents).toMatchObject([{ member: 'A', endedAt: at('2026-06-01T09:00') }]);
    expect(await one.tries('木村', 'member', { case: 'C-1', id: 'A', name: '別人太郎' })).toMatchObject(somebodyElse);
    const household = { id: 'C-1', members: [{ id: 'A', name: '別人太郎' }] };
    expect(await one.tries('木村', 'case', household)).toMatchObject(somebodyElse);
  });

  it('is asked for again when they come back', async () => {
    const one = await aConsentOf(hanako);
    await one.does('木村', 'member', { case: 'C-1', id: 'A', remove: true, reason: '転出' });
    await one.does('木村', 'member', { case: 'C-1', id: 'A', name: '試験 花子' });
    const lacking = { code: 'consent-missing', members: ['試験 花子'] };
    expect(await one.tries('木村', 'request', asked)).toMatchObject(lacking);
    // The desk does not host the case: it hears what is missing, and of whom it hears nothing.
    expect(await one.tries('佐藤', 'convene', { ...asked, ...convening })).toMatchObject({ ...lacking, members: [] });
    await one.does('木村', 'consent', { case: 'C-1', member: 'A' });
    await one.does('佐藤', 'convene', { ...asked, ...convening });
  });
});

describe('another name under a number with a consent', () => {
  it('is taken for another person, also in a row and without a day of birth', async () => {
    const one = await aConsentOf(hanako);
    for (const born of [undefined, '1990-01-01'])
      expect(await one.tries('木村', 'member', { case: 'C-1', id: 'A', name: '別人太郎', born })).toMatchObject(
        somebodyElse,
      );
    const cells = { row: 1, version: 1, ケース番号: 'C-1', 世帯員番号: 'A', 氏名: '別人太郎', 検討対象: 'はい' };
    await one.does('木村', 'rows', { town, tab: '世帯員', rows: [cells] });
    const row = known(await one.store.get('row', town, '世帯員/1'), 'row');
    expect(row).toMatchObject({ status: '要修正', problems: [{ column: '氏名' }] });
    expect((await one.case()).members).toMatchObject([hanako]);
  });

  it('is the same person with the same day of birth', async () => {
    const one = await aConsentOf(hanako);
    await one.does('木村', 'member', { case: 'C-1', id: 'A', name: '青葉花子', born: '1980-05-03' });
    expect((await one.case()).members).toMatchObject([{ name: '青葉花子' }]);
  });

  it('is a slip put right where nobody has consented yet', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members: [hanako] });
    await one.does('木村', 'member', { case: 'C-1', id: 'A', name: '試験華子' });
    expect((await one.case()).members).toMatchObject([{ name: '試験華子' }]);
  });
});

describe('the name in a consultation that became a case', () => {
  const consulted = { id: 'U-1', name: '試験花子', born: '1980-05-03', outcome: '継続' };
  const member = { case: 'U-1', id: '相談者' };

  async function aFollowedConsultation(): Promise<SmallTown> {
    const one = await aSmallTown();
    await one.does('木村', 'consultation', consulted);
    return one;
  }

  it('renames nobody who has consented, by whatever door', async () => {
    const one = await aFollowedConsultation();
    await one.does('木村', 'consent', { case: 'U-1', member: '相談者' });
    const renamed = { ...consulted, name: '別人太郎', born: '1990-01-01' };
    expect(await one.tries('木村', 'consultation', renamed)).toMatchObject(somebodyElse);
    const cells = { row: 1, version: 1, 受付番号: 'U-1', 氏名: '別人太郎', 相談日時: '2026-06-01' };
    await one.does('木村', 'consultation', consulted);
    const known = await one.case('U-1');
    await one.does('木村', 'rows', { town, tab: '相談受付', rows: [{ ...cells, version: 2 }] });
    expect(await one.case('U-1')).toEqual(known);
    expect((await one.store.get('consultation', town, 'U-1'))?.name).toBe('試験花子');
  });

  it('is put right with the same day of birth, or while nobody has consented', async () => {
    const one = await aFollowedConsultation();
    await one.does('木村', 'consultation', { ...consulted, name: '試験華子' });
    await one.does('木村', 'consent', { case: 'U-1', member: '相談者' });
    await one.does('木村', 'consultation', { ...consulted, name: '青葉花子' });
    expect((await one.case('U-1')).members).toMatchObject([{ name: '青葉花子' }]);
  });

  it('brings nobody back who left the household', async () => {
    const one = await aFollowedConsultation();
    await one.does('木村', 'member', { ...member, remove: true, reason: '転出' });
    await one.does('木村', 'consultation', { ...consulted, phone: '000-000-0000' });
    expect(await one.case('U-1')).toMatchObject({ members: [], formerMembers: [{ name: '試験花子' }] });
    expect(await one.tries('木村', 'consultation', { ...consulted, name: '別人太郎' })).toMatchObject(somebodyElse);
  });
});
