import { describe, expect, it } from 'vitest';
import { deliver } from '../../core/commands/outbox/deliver.ts';
import { at } from '../support/moments.ts';
import { aSmallTown, prefecture, type SmallTown, town } from '../support/small-town.ts';

const everything = { from: at('2000-01-01T00:00'), until: at('2099-01-01T00:00') };
const told = async ({ store }: SmallTown, of = town) =>
  (await store.audit(of)).map(({ did, to, part }) => [did, to, ...(part === undefined ? [] : [part])].join(' '));

const consulted = (id: string) => ({ id, name: '試験花子', on: '2026-05-28', outcome: '情報提供で終了' });

async function noteMany({ store, deps: { clock } }: SmallTown, count: number): Promise<void> {
  for (let from = 0; from < count; from += 90) {
    const some = Array.from({ length: Math.min(90, count - from) }, (_, index) => `tasks-${String(from + index)}`);
    const line = { town, at: clock.now(), who: 'staff:木村', did: 'read' };
    await store.commit({ put: [], audit: some.map((to) => ({ ...line, to })) });
  }
}

describe('the lines of the audit log', () => {
  it('are kept whole fiscal years after the one they were written in, and then end by themselves', async () => {
    const one = await aSmallTown('2026-06-01T09:00');
    await one.does('木村', 'case', { id: 'C-1' });
    await noteMany(one, 3);
    await one.until('2027-04-01T09:00');
    await noteMany(one, 1);
    await one.until('2032-03-31T23:59');
    expect(await told(one)).toContain('read tasks-2');
    await one.until('2032-04-01T00:00');
    expect(await told(one)).toEqual(['case C-1', 'read tasks-0', 'log-ended 2026']);
    await one.until('2033-04-01T00:00');
    expect(await told(one)).toEqual(['case C-1', 'log-ended 2026', 'log-ended 2027']);
  });

  it('about papers that are still kept stay with them, and go after these were disposed of', async () => {
    const one = await aSmallTown('2026-06-01T09:00');
    await one.does('木村', 'consultation', consulted('U-1'));
    await one.does('木村', 'consultation', consulted('U-2'));
    await one.does('木村', 'hold', { consultation: 'U-2', ground: '訴訟', reason: '係属中' });
    await one.until('2032-05-01T09:00');
    const before = await told(one);
    expect(before).toContain('consultation U-1');
    await one.does('木村', 'propose-disposal', { disposal: 'D-1', consultations: ['U-1'] });
    await one.does('中村', 'confirm-disposal', { disposal: 'D-1' });
    await one.until('2032-05-01T09:10');
    const after = await told(one);
    expect(after).not.toContain('consultation U-1');
    expect(after).toEqual(expect.arrayContaining(['consultation U-2', 'hold U-2', 'disposed U-1', 'log-ended 2026']));
  });

  it('of a meeting stay as long as one of its cases is kept', async () => {
    const one = await aSmallTown('2026-06-01T09:00');
    await one.does('木村', 'case', { id: 'C-1', members: [{ id: 'A', name: '試験花子', covered: true }] });
    await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    await noteMany(one, 1);
    await one.until('2032-04-01T00:00');
    const lines = await told(one);
    expect(lines).toEqual(expect.arrayContaining(['case C-1', 'request M-1']));
    expect(lines).not.toContain('read tasks-0');
  });

  it('are as many as they may: a thousand end in commits that fit', async () => {
    const one = await aSmallTown('2026-06-01T09:00');
    await one.does('木村', 'consultation', consulted('U-1'));
    await noteMany(one, 1100);
    await one.until('2032-04-01T00:00');
    expect((await told(one)).filter((line) => line.startsWith('read'))).toEqual([]);
    expect((await told(one)).filter((line) => line.startsWith('log-ended'))).toEqual(['log-ended 2026']);
  });

  it('end all the same where the process died in between', async () => {
    const one = await aSmallTown('2026-06-01T09:00');
    await one.does('木村', 'consultation', consulted('U-1'));
    await noteMany(one, 700);
    await one.until('2032-03-31T23:00');
    let commits = 0;
    const dying: SmallTown['store'] = {
      ...one.store,
      async commit(change) {
        commits += 1;
        if (commits > 3) throw new Error('killed');
        return one.store.commit(change);
      },
    };
    const now = { now: () => at('2032-04-01T00:00') };
    const effect = { type: 'end-log', prefecture } as const;
    await expect(deliver({ ...one.delivery, store: dying, clock: now }, town, effect)).rejects.toThrow('killed');
    await one.until('2032-04-01T00:00');
    expect((await told(one)).filter((line) => line.startsWith('read'))).toEqual([]);
    expect(await told(one)).toContain('consultation U-1');
  });

  it('end as the host set it, at once when it sets less', async () => {
    const one = await aSmallTown('2026-06-01T09:00');
    await one.does('木村', 'case', { id: 'C-1' });
    await noteMany(one, 1);
    await one.until('2028-04-01T09:00');
    expect(await told(one)).toContain('read tasks-0');
    await one.does('中村', 'settings', { town, auditFiscalYears: 1 });
    await one.until('2028-04-01T09:10');
    expect(await told(one)).not.toContain('read tasks-0');
  });

  it('of the prefecture itself end too', async () => {
    const one = await aSmallTown('2026-06-01T09:00');
    await one.does('佐藤', 'agency', { id: '訪看', name: '青葉訪問看護', type: '訪問看護', mail: 'v@example.jp' });
    expect(await told(one, prefecture)).toEqual(['agency 訪看']);
    await one.until('2032-04-01T00:00');
    expect(await told(one, prefecture)).toEqual(['log-ended 2026']);
  });

  it('are looked at no more when none is left', async () => {
    const one = await aSmallTown('2026-06-01T09:00');
    await one.does('佐藤', 'agency', { id: '訪看', name: '青葉訪問看護', type: '訪問看護', mail: 'v@example.jp' });
    await one.until('2040-01-01T00:00');
    expect(await one.store.auditPart(prefecture, { within: everything, limit: 10 })).toHaveLength(1);
    expect(await one.store.nextEntryAt(at('2026-01-01T00:00'))).toBeUndefined();
  });
});
