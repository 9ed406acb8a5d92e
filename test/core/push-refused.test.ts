import { beforeEach, describe, expect, it } from 'vitest';
import { SheetRefused } from '../../core/errors.ts';
import { aSharedSheet, type SharedSheet, spreadsheet } from '../support/shared-sheet.ts';
import { town } from '../support/small-town.ts';

describe('when Google refuses to have a sheet written', () => {
  let shared: SharedSheet;
  let one: SharedSheet['one'];
  let google: SharedSheet['google'];
  beforeEach(async () => {
    shared = await aSharedSheet();
    ({ one, google } = shared);
  });
  it.each([
    ['not-shared', '編集者として加えて'],
    ['not-found', '見つかりません'],
    ['protected', '保護を外すか'],
  ] as const)(
    '%s: stops, tells whoever switched it on, and goes on once it is switched on again',
    async (why, words) => {
      await shared.on();
      google.refuse(spreadsheet, new SheetRefused(why));
      await shared.look();
      expect(await one.tasks()).toEqual([`sheet ${town} → 中村`]);
      const [task] = await one.store.list('task', town, 'push/sheet/');
      expect(task?.said).toContain(words);
      google.calls.splice(0);
      await one.does('木村', 'case', { id: 'C-1', state: 'アセスメント' });
      await one.until('2026-06-03T09:00');
      expect([await shared.look(), google.calls]).toEqual([0, []]);

      google.refuse(spreadsheet, undefined);
      await one.does('中村', 'push', { town, on: true });
      expect(await one.tasks()).toEqual([]);
      await shared.look();
      expect(shared.states()).toContain('C-1|アセスメント');
    },
  );

  it('comes back after a failure, each time later, and after a success at once', async () => {
    await shared.on();
    google.trouble(() => 'broken');
    const tries: string[] = [];
    for (const at of ['09:00', '09:00', '09:01', '09:01', '09:02', '09:03', '09:04', '09:05']) {
      await one.until(`2026-06-01T${at}`);
      const before = google.calls.length;
      await shared.look();
      if (google.calls.length > before) tries.push(at);
    }
    expect(tries).toEqual(['09:00', '09:01', '09:02', '09:04']);
    google.trouble(() => 'none');
    await one.until('2026-06-01T09:10');
    await shared.look();
    expect(shared.states()).toContain('C-1|受付');
    expect(await shared.push()).not.toHaveProperty('attempts');
  });

  it('asks nobody’s sheet any more while Google wants rest, for as long as it says', async () => {
    await shared.on();
    google.trouble(() => 'too many');
    await shared.look();
    google.calls.splice(0);
    google.trouble(() => 'none');
    await one.until('2026-06-01T09:00');
    await shared.look();
    expect(google.calls).toEqual([]);
    await one.until('2026-06-01T09:01');
    await shared.look();
    expect(shared.states()).toContain('C-1|受付');
  });

  it('gives its turn back and throws what is no town’s affair', async () => {
    await shared.on();
    const read = async () => Promise.reject(new Error('sign-in at Google: 403'));
    await expect(shared.look({ read })).rejects.toThrow('sign-in at Google');
    await one.until('2026-06-01T09:01');
    await shared.look();
    expect(shared.states()).toContain('C-1|受付');
  });

  it('takes a sheet over from whoever died at it, after five minutes', async () => {
    await shared.on();
    await new Promise<void>((reached) => {
      const read = async () =>
        new Promise<never>(() => {
          reached();
        });
      void shared.look({ read });
    });
    await one.until('2026-06-01T09:04');
    expect(await shared.look()).toBe(0);
    await one.until('2026-06-01T09:05');
    expect(await shared.look()).toBe(1);
    expect(shared.states()).toContain('C-1|受付');
  });
});
