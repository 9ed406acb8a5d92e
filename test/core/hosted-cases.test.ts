import { describe, expect, it } from 'vitest';
import { hiddenIn, sightOn } from '../../core/access/sight.ts';
import { staffOf } from '../../core/access/rules.ts';
import { aSmallTown, known, prefecture, type SmallTown, town } from '../support/small-town.ts';

const members = [{ id: 'A', name: '試験花子', covered: true }];
const asked = { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 };

async function aTownAlone() {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', members, summary: '町だけの記録' });
  return one;
}

async function seesIt(one: SmallTown, who: string, kind: 'case' | 'consultation', id: string) {
  const person = known(await one.store.get('person', prefecture, who), who);
  const here = known(await one.store.get('town', prefecture, town), town);
  const record = known(await one.store.get(kind, town, id), id);
  return (await sightOn(one.deps, staffOf(person), here))(record);
}

describe('a case the host has nothing to do with', () => {
  it.each(['佐藤', '中村'])('is not opened, changed or moved by %s of the prefecture', async (who) => {
    const one = await aTownAlone();
    for (const [verb, said] of [
      ['open', { case: 'C-1' }],
      ['case', { id: 'C-1', town, summary: 'x' }],
      ['member', { case: 'C-1', id: 'A', name: 'x' }],
      ['consent', { case: 'C-1', member: 'A' }],
      ['assign', { case: 'C-1', worker: who }],
    ] as const)
      expect(await one.tries(who, verb, said)).toEqual({ code: 'forbidden' });
    expect(await one.tries(who, 'handover', { from: '木村', to: who, cases: ['C-1'] })).toMatchObject({
      code: expect.stringMatching(/forbidden|unknown-case/),
    });
    expect((await one.case()).summary).toBe('町だけの記録');
  });

  it('is opened once the town asks for a meeting of it, and stays so when that is declined', async () => {
    const one = await aTownAlone();
    await one.does('木村', 'request', asked);
    expect(await one.tries('佐藤', 'open', { case: 'C-1' })).toEqual({ code: 'ok' });
    await one.does('佐藤', 'decline', { meeting: 'M-1', reason: '時期が早い', review: '2026-07-01' });
    expect(await one.tries('佐藤', 'open', { case: 'C-1' })).toEqual({ code: 'ok' });
  });

  it('is convened by its number, and hosted from then on', async () => {
    const one = await aTownAlone();
    const invite = { 包括: { class: '相談支援', purpose: '受診の相談' } };
    await one.does('佐藤', 'convene', {
      ...asked,
      date: '2026-06-15T14:00',
      place: '若草町役場',
      outlook: 'x',
      invite,
    });
    expect(await one.tries('佐藤', 'open', { case: 'C-1' })).toEqual({ code: 'ok' });
  });

  it('is opened by the desk once the town gives it to somebody there', async () => {
    const one = await aTownAlone();
    expect(await seesIt(one, '佐藤', 'case', 'C-1')).toBe(false);
    await one.does('木村', 'assign', { case: 'C-1', supervisor: '中村' });
    expect(await seesIt(one, '佐藤', 'case', 'C-1')).toBe(true);
  });

  it('is what the sheet of the town tells its own clerk, and no officer', async () => {
    const one = await aTownAlone();
    const sent = (who: string) =>
      one.tries(who, 'rows', { town, tab: 'ケース', rows: [{ row: 1, version: 1, ケース番号: 'C-1' }] });
    expect(await sent('佐藤')).toEqual({ code: 'forbidden' });
    expect(await sent('木村')).toEqual({ code: 'ok' });
    expect([
      ...(await hiddenIn(
        one.deps,
        { kind: 'staff', id: known(await one.store.get('person', prefecture, '佐藤'), '佐藤').id, role: 'host' },
        town,
      )),
    ]).toEqual(['C-1']);
  });
});

describe('a case that began at the desk', () => {
  it('is the desk’s, and so is what was heard there', async () => {
    const one = await aSmallTown();
    await one.does('佐藤', 'case', { id: 'C-2', town, members });
    await one.does('佐藤', 'consultation', { id: 'U-1', town, name: '試験次郎', mayShare: true });
    await one.does('木村', 'consultation', { id: 'U-2', name: '試験三郎', mayShare: true });
    for (const who of ['佐藤', '中村', '木村']) {
      expect(await seesIt(one, who, 'case', 'C-2')).toBe(true);
      expect(await seesIt(one, who, 'consultation', 'U-1')).toBe(true);
    }
    expect(await seesIt(one, '佐藤', 'consultation', 'U-2')).toBe(false);
    expect(await one.tries('佐藤', 'open', { consultation: 'U-2' })).toEqual({ code: 'forbidden' });
  });

  it('of which the clerk files a consultation as 継続 becomes the desk’s with the request', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'consultation', {
      id: 'U-2',
      name: '試験三郎',
      mayShare: true,
      outcome: '継続',
      case: 'C-3',
    });
    expect(await seesIt(one, '佐藤', 'consultation', 'U-2')).toBe(false);
    await one.does('木村', 'request', { ...asked, cases: ['C-3'] });
    expect(await seesIt(one, '佐藤', 'consultation', 'U-2')).toBe(true);
  });
});
