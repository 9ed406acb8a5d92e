import { describe, expect, it } from 'vitest';
import type { Actor } from '../../core/access/model.ts';
import { perform } from '../../core/commands/perform.ts';
import { convening, invite, members, role } from '../support/small-meeting.ts';
import { aSmallTown, hostTown, known, neighbour, prefecture, type SmallTown, town } from '../support/small-town.ts';

/** C-1 of a person who lives in 野原町 and is helped in 若草町; 社協 is 野原町's. */
async function aNeighbour(residence: string = neighbour): Promise<SmallTown> {
  const one = await aSmallTown();
  const home = known(await one.store.get('town', prefecture, neighbour), neighbour);
  await one.store.commit({
    put: [{ ...home, partners: [known(await one.store.get('agency', prefecture, '社協'), '社協').id] }],
  });
  await one.does('木村', 'case', { id: 'C-1', issues: [1], members, residence });
  await one.does('木村', 'assign', { case: 'C-1', supervisor: '中村' });
  return one;
}
const opening = { ...convening, cases: ['C-1'], framework: 'needy-support', ground: 1 };

describe('the town a person lives in, before the person was asked', () => {
  it('hears nothing: no page, no agency of it, no mark that there is a case', async () => {
    const one = await aNeighbour();
    expect(await one.tries('野田', 'open', { case: 'C-1' })).toEqual({ code: 'forbidden' });
    expect(await one.tries('佐藤', 'convene', { ...opening, invite: invite('包括', '社協') })).toEqual({
      code: 'home-town-unasked',
      case: 'C-1',
      town: '野原町',
    });
    expect(await one.store.list('home-case', neighbour)).toEqual([]);
    await one.does('佐藤', 'convene', { ...opening, invite: invite('包括') });
    expect(await one.tries('佐藤', 'change', { meeting: 'M-1', add: invite('社協') })).toMatchObject({
      code: 'home-town-unasked',
    });
  });

  it('nor after the person said no', async () => {
    const one = await aNeighbour();
    await one.does('木村', 'residence', { case: 'C-1', agreed: false, how: '面談' });
    expect(await one.tries('野田', 'open', { case: 'C-1' })).toEqual({ code: 'forbidden' });
    expect(await one.tries('佐藤', 'convene', { ...opening, invite: invite('社協') })).toMatchObject({
      code: 'home-town-unasked',
    });
  });
});

describe('the town a person lives in, once the person agreed', () => {
  async function told(): Promise<SmallTown> {
    const one = await aNeighbour();
    await one.does('木村', 'residence', { case: 'C-1', agreed: true, how: '面談' });
    return one;
  }

  it('reads the case and its meetings, and writes in neither', async () => {
    const one = await told();
    await one.does('佐藤', 'convene', { ...opening, invite: invite('包括', '社協') });
    for (const id of [{ case: 'C-1' }, { meeting: 'M-1' }]) await one.does('野田', 'open', id);
    expect(await one.tries('野田', 'member', { case: 'C-1', id: 'A', name: '別名' })).toEqual({ code: 'forbidden' });
    expect(await one.store.list('home-case', neighbour)).toMatchObject([{ at: town, case: 'C-1' }]);
    expect(await one.tries('林', 'open', { case: 'C-1' })).toEqual({ code: 'forbidden' });
  });

  it('has its agencies at every meeting on the person', async () => {
    const one = await told();
    expect(await one.tries('佐藤', 'convene', { ...opening, invite: invite('包括') })).toEqual({
      code: 'partner-missing',
      agencies: ['社協'],
    });
    await one.does('佐藤', 'convene', { ...opening, invite: invite('包括', '社協') });
    expect(await one.tries('佐藤', 'change', { meeting: 'M-1', remove: '社協' })).toMatchObject({
      code: 'partner-missing',
    });
  });

  it('hears no more when the person takes it back, or moves', async () => {
    const one = await told();
    await one.does('木村', 'residence', { case: 'C-1', agreed: false });
    expect(await one.tries('野田', 'open', { case: 'C-1' })).toEqual({ code: 'forbidden' });
    await one.does('木村', 'residence', { case: 'C-1', agreed: true });
    await one.does('木村', 'case', { id: 'C-1', residence: hostTown });
    expect((await one.case()).homeTown).toBeUndefined();
    expect(await one.tries('野田', 'open', { case: 'C-1' })).toEqual({ code: 'forbidden' });
  });

  it('reads no meeting that is about somebody else’s household too', async () => {
    const one = await told();
    await one.does('木村', 'case', { id: 'C-2', members });
    await one.does('佐藤', 'convene', {
      ...opening,
      cases: ['C-1', 'C-2'],
      invite: {
        包括: { ...invite('包括')['包括'], members: ['C-1/A'] },
        社協: { ...invite('社協')['社協'], members: ['C-1/A'] },
      },
    });
    expect(await one.tries('野田', 'open', { meeting: 'M-1' })).toEqual({ code: 'forbidden' });
  });

  it('is asked what it sees when the plan is reviewed, though it has no role; the task is its keeper’s', async () => {
    const one = await told();
    for (const { id } of members) await one.does('木村', 'consent', { case: 'C-1', member: id });
    const said = { ...opening, framework: 'protection-coordination', invite: invite('包括', '社協') };
    await one.does('佐藤', 'convene', said);
    await one.until('2026-06-15T15:00');
    await one.does('佐藤', 'record', { meeting: 'M-1', items: ['受診'], final: true });
    await one.does('佐藤', 'role', role);
    await one.does('佐藤', 'confirm', { role: 'R-1', by: '包括所長' });
    await one.does('佐藤', 'plan', { case: 'C-1', goals: ['受診する'], roles: ['R-1'] });
    one.news();
    await one.until('2026-09-01T09:00');
    expect(one.news()).toEqual(['monitoring-request → 包括', 'monitoring-request → 社協']);
    await one.does('社協', 'report', { plan: 'C-1', status: '実施', note: '表情が明るい' });
    await one.until('2026-09-16T09:00');
    expect((await one.tasks()).filter((task) => !task.startsWith('phone 社協'))).toEqual([
      'monitoring C-1 → 木村',
      'phone 包括 → 木村',
    ]);
  });
});

describe('a resident of a city', () => {
  async function aCitizen(): Promise<SmallTown> {
    const one = await aNeighbour(hostTown);
    for (const { id } of members) await one.does('木村', 'consent', { case: 'C-1', member: id });
    await one.does('佐藤', 'convene', { ...opening, framework: 'protection-coordination', invite: invite('包括') });
    await one.until('2026-06-15T15:00');
    await one.does('佐藤', 'record', { meeting: 'M-1', items: ['受診'], final: true });
    return one;
  }

  it('gets no plan here, but an offer to the city, once the person agreed', async () => {
    const one = await aCitizen();
    expect(await one.tries('佐藤', 'plan', { case: 'C-1', goals: ['受診する'] })).toEqual({
      code: 'other-body',
      town: '白波町',
    });
    expect(await one.tries('木村', 'offer', { case: 'C-1', reason: '白波町の住民' })).toMatchObject({
      code: 'home-town-unasked',
    });
    await one.does('木村', 'residence', { case: 'C-1', agreed: true });
    await one.does('木村', 'offer', { case: 'C-1', reason: '白波町の住民' });
    expect(await one.tasks()).toContain('offer C-1 → 木村');
    expect(await one.tries('木村', 'offer', { case: 'C-1', reason: 'もう一度' })).toMatchObject({
      code: 'wrong-state',
    });
  });

  it('is taken over by the city: the household is not typed twice, and the case here is つなぎ', async () => {
    const one = await aCitizen();
    await one.does('木村', 'residence', { case: 'C-1', agreed: true });
    await one.does('木村', 'offer', { case: 'C-1', reason: '白波町の住民' });
    expect(await one.tries('野田', 'answer-offer', { case: 'C-1', accepted: true, note: 'x' })).toEqual({
      code: 'forbidden',
    });
    await one.does('林', 'answer-offer', { case: 'C-1', accepted: true, note: '来週訪問', id: 'S-1' });
    expect(await one.case()).toMatchObject({
      state: 'referred',
      closed: { handover: '白波町' },
      offer: { answer: { case: 'S-1' } },
    });
    expect(await one.store.get('case', hostTown, 'S-1')).toMatchObject({
      worker: '林',
      members: [{ name: '試験花子' }, { name: '試験次郎' }],
      consents: [],
    });
    expect(await one.tasks()).not.toContain('offer C-1 → 木村');
  });

  it('that the city will not take stays here, and may be offered again', async () => {
    const one = await aCitizen();
    await one.does('木村', 'residence', { case: 'C-1', agreed: true });
    await one.does('木村', 'offer', { case: 'C-1', reason: '白波町の住民' });
    await one.does('木村', 'answer-offer', { case: 'C-1', accepted: false, note: '電話で断られた' });
    expect((await one.case()).state).not.toBe('referred');
    await one.does('木村', 'offer', { case: 'C-1', reason: '住民票を確かめた' });
    expect(await one.tasks()).toContain('offer C-1 → 木村');
  });
});

describe('a colleague of the regional core', () => {
  it('reads the area, writes in the one case she goes along with, and owns none', async () => {
    const one = await aNeighbour();
    const kept = known(await one.store.get('person', prefecture, '中村'), '中村');
    await one.store.commit({ put: [{ ...kept, role: 'area', areas: ['東部'] }] });
    const here = known(await one.store.get('town', prefecture, town), town);
    await one.store.commit({ put: [{ ...here, area: '東部' }] });
    const core: Actor = { kind: 'staff', id: kept.id, role: 'area', areas: ['東部'] };
    const tries = async (said: unknown) => (await perform(one.deps, core, 'member', said)).ok;
    const renamed = { case: 'C-1', id: 'A', name: '試験はなこ' };
    expect(await tries(renamed)).toBe(false);
    await one.does('木村', 'companion', { case: 'C-1', person: '中村', reason: '本人が女性の同行を希望' });
    await one.does('木村', 'case', { id: 'C-2', members });
    expect([await tries(renamed), await tries({ ...renamed, case: 'C-2' })]).toEqual([true, false]);
    expect((await one.case()).worker).toBe('木村');
    await one.does('木村', 'companion', { case: 'C-1', person: '中村', remove: true });
    expect(await tries(renamed)).toBe(false);
  });

  it('is somebody who reads the town already, and joins for a reason', async () => {
    const one = await aNeighbour();
    expect(await one.tries('木村', 'companion', { case: 'C-1', person: '野田', reason: 'x' })).toMatchObject({
      code: 'bad-input',
    });
    expect(await one.tries('木村', 'companion', { case: 'C-1', person: '佐藤' })).toMatchObject({
      code: 'reason-missing',
    });
  });
});
