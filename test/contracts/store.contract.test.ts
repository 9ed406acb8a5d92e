import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../core/ports.ts';
import {
  aLink,
  aMeeting,
  anAuditEntry,
  anEntry,
  aStatus,
  aWait,
  moment,
  neighbour,
  oneOfEach,
  town,
} from './one-of-each.ts';
import { stores } from './stores.ts';

const stale = { ok: false, error: { code: 'stale' } };
const saved = { ok: true, value: undefined };

describe.each(stores)('a store on $name', ({ isHere, createStore }) => {
  let store: Store;
  beforeEach(async () => {
    if (isHere) store = await createStore();
  });
  const that = it.skipIf(!isHere);

  describe('records', () => {
    that('come back as they were saved, one version on, whatever their kind', async () => {
      expect(await store.commit({ put: oneOfEach() })).toEqual(saved);

      for (const record of oneOfEach()) {
        expect(await store.get(record.kind, record.town, record.id)).toEqual({ ...record, version: 1 });
      }
    });

    that('are undefined when nobody saved them', async () => {
      expect(await store.get('meeting', town, 'M-1')).toBeUndefined();
      expect(await store.list('meeting', town)).toEqual([]);
    });

    that('are listed by the beginning of their id, in order of id', async () => {
      const ids = ['M-10', 'M-1/包括', 'M-2', 'M-1/あ', 'M-1', 'm-1'];
      await store.commit({ put: ids.map((id) => aWait({ id })) });

      expect((await store.list('wait', town)).map(({ id }) => id)).toEqual([
        'M-1',
        'M-1/あ',
        'M-1/包括',
        'M-10',
        'M-2',
        'm-1',
      ]);
      expect((await store.list('wait', town, 'M-1/')).map(({ id }) => id)).toEqual(['M-1/あ', 'M-1/包括']);
      expect((await store.list('wait', town, 'M-1/包')).map(({ id }) => id)).toEqual(['M-1/包括']);
      expect(await store.list('wait', town, '%')).toEqual([]);
    });

    that('of one town are not those of another, nor of another kind', async () => {
      await store.commit({ put: [aWait({ id: 'M-1' }), aWait({ id: 'M-1', town: neighbour, pending: true })] });

      expect(await store.get('wait', town, 'M-1')).toMatchObject({ town, pending: false });
      expect(await store.get('wait', neighbour, 'M-1')).toMatchObject({ town: neighbour, pending: true });
      expect(await store.list('wait', neighbour)).toHaveLength(1);
      expect(await store.get('meeting', town, 'M-1')).toBeUndefined();
    });

    that('are listed whole when they are many and long', async () => {
      const long = 'あ'.repeat(20_000);
      for (const half of [0, 20]) {
        const cells = Array.from({ length: 20 }, (_, n) => aWait({ id: `M-${String(100 + half + n)}`, token: long }));
        await store.commit({ put: cells });
      }

      expect(await store.list('wait', town, 'M-')).toHaveLength(40);
    });
  });

  describe('a commit', () => {
    that('is refused for the second of two savers who read the same version', async () => {
      await store.commit({ put: [aWait({})] });

      expect(await store.commit({ put: [aWait({ version: 1, token: 'first' })] })).toEqual(saved);
      expect(await store.commit({ put: [aWait({ version: 1, token: 'second' })] })).toEqual(stale);
      expect(await store.get('wait', town, 'M-1-r1')).toMatchObject({ version: 2, token: 'first' });
    });

    that('is refused when a record that should be new exists, and when one that should exist does not', async () => {
      await store.commit({ put: [aWait({})] });

      expect(await store.commit({ put: [aWait({})] })).toEqual(stale);
      expect(await store.commit({ put: [aWait({ id: 'M-9', version: 1 })] })).toEqual(stale);
    });

    that('lets exactly one of ten savers win who save at the same time', async () => {
      await store.commit({ put: [aWait({})] });

      const attempts = Array.from({ length: 10 }, (_, n) =>
        store.commit({ put: [aWait({ version: 1, token: String(n) })] }),
      );
      const results = await Promise.all(attempts);

      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 9 }, () => stale));
      expect(await store.get('wait', town, 'M-1-r1')).toMatchObject({ version: 2 });
    });

    that('saves nothing at all when one of its records is stale', async () => {
      await store.commit({ put: [aWait({})] });

      const change = {
        put: [aMeeting({ id: 'M-5' }), aWait({})],
        mirror: [aStatus({})],
        outbox: [anEntry({})],
        audit: [anAuditEntry({})],
      };

      expect(await store.commit(change)).toEqual(stale);
      expect(await store.get('meeting', town, 'M-5')).toBeUndefined();
      expect(await store.statuses()).toEqual([]);
      expect(await store.dueEntries(moment('2030-01-01T00:00:00.000Z'), 10)).toEqual([]);
      expect(await store.audit(town)).toEqual([]);
    });

    that('takes a hundred writes and throws, saving nothing, on a hundred and one', async () => {
      const waits = (count: number, run: string) =>
        Array.from({ length: count }, (_, n) => aWait({ id: `${run}-${String(n)}` }));

      expect(await store.commit({ put: waits(98, 'a'), outbox: [anEntry({})], audit: [anAuditEntry({})] })).toEqual(
        saved,
      );
      await expect(
        store.commit({ put: waits(99, 'b'), outbox: [anEntry({})], audit: [anAuditEntry({})] }),
      ).rejects.toThrow('101 writes');
      expect(await store.list('wait', town, 'b-')).toEqual([]);
    });

    that('removes a record and its mirror, if nobody saved it since, and it may be made anew', async () => {
      await store.commit({ put: [aWait({})], mirror: [aStatus({})] });
      const kept = { ...aWait({}), version: 1 };
      expect(await store.commit({ put: [], forget: [{ ...kept, version: 2 }] })).toEqual(stale);
      expect(await store.commit({ put: [], forget: [kept], unmirror: [aStatus({})] })).toEqual(saved);
      expect(await store.list('wait', town)).toEqual([]);
      expect(await store.statuses()).toEqual([]);
      expect(await store.commit({ put: [], forget: [kept] })).toEqual(stale);
      expect(await store.commit({ put: [aWait({})] })).toEqual(saved);
    });

    that('throws when it names one record twice', async () => {
      await expect(store.commit({ put: [aWait({}), aWait({})] })).rejects.toThrow();
      expect(await store.list('wait', town)).toEqual([]);
    });

    that('of nothing is saved', async () => {
      expect(await store.commit({ put: [] })).toEqual(saved);
    });

    that('may hold nothing but an audit entry, for what was only read', async () => {
      expect(await store.commit({ put: [], audit: [anAuditEntry({ did: 'read' })] })).toEqual(saved);
      expect(await store.audit(town)).toEqual([anAuditEntry({ did: 'read' })]);
    });
  });

  describe('links and the mirror', () => {
    that('a link is found by its fingerprint alone, in whatever town', async () => {
      await store.commit({ put: [aLink({ id: 'one' }), aLink({ id: 'two', town: neighbour, agency: '民生' })] });

      expect(await store.link('two')).toEqual({ ...aLink({ id: 'two', town: neighbour, agency: '民生' }), version: 1 });
      expect(await store.link('tw')).toBeUndefined();
    });

    that('a link that was changed is found as it is now', async () => {
      await store.commit({ put: [aLink({ id: 'one' })] });
      await store.commit({ put: [aLink({ id: 'one', version: 1, expiresAt: '2026-06-02T00:00:00.000Z' })] });

      expect(await store.link('one')).toMatchObject({ version: 2, expiresAt: '2026-06-02T00:00:00.000Z' });
    });

    that('the mirror of all towns is shown by town and id, each as it was last written', async () => {
      await store.commit({
        put: [],
        mirror: [aStatus({ town: neighbour }), aStatus({ id: 'case/C-2' }), aStatus({ id: 'case/C-1' })],
      });
      await store.commit({ put: [], mirror: [aStatus({ id: 'case/C-1', state: 'closed' })] });

      expect((await store.statuses()).map((status) => [status.town, status.id, status.state])).toEqual([
        [town, 'case/C-1', 'closed'],
        [town, 'case/C-2', 'supported'],
        [neighbour, 'case/C-1', 'supported'],
      ]);
      expect(await store.get('status', town, 'case/C-1')).toEqual(aStatus({ state: 'closed' }));
    });
  });

  that('keeps the audit of a town apart and in order', async () => {
    const later = anAuditEntry({ at: moment('2026-06-02T00:00:00.000Z'), did: 'cancel' });
    const twoAtOnce = [anAuditEntry({ did: 'refused:not-host' }), anAuditEntry({ did: 'convene' })];
    await store.commit({ put: [], audit: twoAtOnce });
    await store.commit({ put: [], audit: [later, anAuditEntry({ town: neighbour, did: 'read' })] });

    expect(await store.audit(town)).toEqual([...twoAtOnce, later]);
    expect(await store.audit(neighbour)).toHaveLength(1);
    const span = { from: moment('2026-06-01T03:00:00.000Z'), until: moment('2026-06-02T00:00:00.000Z') };
    expect(await store.audit(town, span)).toEqual(twoAtOnce);
    expect(await store.audit(town, { ...span, from: span.until, until: moment('2026-06-02T00:00:00.001Z') })).toEqual([
      later,
    ]);
  });

  that(
    'ends lines of the audit with a commit, of many of one moment just these, and none where the commit is refused',
    async () => {
      const noon = moment('2026-06-01T03:00:00.000Z');
      const of = (whose: typeof town) => ['a', 'b', 'c'].map((did) => anAuditEntry({ at: noon, did, town: whose }));
      await store.commit({ put: [aWait({})], audit: [...of(town), ...of(neighbour)] });
      const within = { from: noon, until: moment('2026-06-01T03:00:00.001Z') };
      const lines = await store.auditPart(town, { within, limit: 10 });
      const endLines = lines.filter(({ entry }) => entry.did !== 'b');
      expect(await store.commit({ put: [aWait({})], endLines })).toEqual(stale);
      expect(await store.audit(town)).toEqual(of(town));

      expect(await store.commit({ put: [], endLines, audit: [anAuditEntry({ at: noon, did: 'd' })] })).toEqual(saved);
      expect((await store.audit(town)).map(({ did }) => did).toSorted()).toEqual(['b', 'd']);
      expect(await store.audit(neighbour)).toEqual(of(neighbour));
      expect(await store.commit({ put: [], endLines: endLines.slice(0, 1) })).toEqual(saved);
      const tooMany = Array.from({ length: 101 }, () => endLines).flat();
      await expect(store.commit({ put: [], endLines: tooMany })).rejects.toThrow('writes');
    },
  );

  that('reads the audit from its end, part by part, and leaves no line out where many are of one moment', async () => {
    const noon = moment('2026-06-01T03:00:00.000Z');
    for (const did of ['a', 'b', 'c', 'd', 'e'])
      await store.commit({ put: [], audit: [anAuditEntry({ at: noon, did })] });
    const within = { from: noon, until: moment('2026-06-01T03:00:00.001Z') };
    const read: string[] = [];
    let before: string | undefined;
    for (let part = await store.auditPart(town, { within, limit: 2 }); part.length > 0;) {
      expect(part.length).toBeLessThanOrEqual(2);
      read.push(...part.map(({ entry }) => entry.did));
      before = part.at(-1)?.key;
      part = await store.auditPart(town, { within, limit: 2, before });
    }
    expect(read.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(new Set(read).size).toBe(5);
    expect(await store.auditPart(neighbour, { within, limit: 2 })).toEqual([]);
    const earlier = { from: moment('2026-05-01T00:00:00.000Z'), until: noon };
    expect(await store.auditPart(town, { within: earlier, limit: 2 })).toEqual([]);
  });
});
