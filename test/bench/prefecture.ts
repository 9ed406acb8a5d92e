import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor, Staff } from '../../core/access/model.ts';
import { perform } from '../../core/commands/perform.ts';
import { personIdSchema, townCodeSchema } from '../../core/ids.ts';
import type { Verb } from '../../core/commands/menu.ts';
import { instantSchema } from '../../core/time.ts';
import { type App, createApp } from '../../local/app.ts';
import { givenSchema } from '../../local/scenario/given.ts';
import { seed } from '../../local/scenario/seed.ts';

const TOWN = '393011';
export const officer: Actor = { kind: 'staff', id: personIdSchema.parse('佐藤'), role: 'host' };
export const clerk: Staff = {
  kind: 'staff',
  id: personIdSchema.parse('木村'),
  role: 'clerk',
  serves: townCodeSchema.parse(TOWN),
};
export const agencies = Array.from({ length: 9 }, (_, index) => `機関${String(index + 1)}`);

/** A prefecture with one town and nine agencies, on disk as in earnest, at nine o'clock of a Monday. */
export async function withPrefecture<T>(run: (app: App) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-bench-'));
  const now = instantSchema.parse('2026-06-01T00:00:00.000Z');
  const prefecture = townCodeSchema.parse('390003');
  const app = createApp({ folder, now, frozen: true, prefecture, publicUrl: 'https://tsudoi.example.jp' });
  try {
    await seed(app.deps.store, given());
    return await run(app);
  } finally {
    app.close();
    rmSync(folder, { recursive: true });
  }
}

function given() {
  const entry = (id: string) => [id, { type: '医療施設', mail: `a${String(agencies.indexOf(id))}@example.jp` }];
  return givenSchema.parse({
    prefecture: { code: '390003', name: '青葉県' },
    towns: { [TOWN]: { name: '若草町', host: 'prefecture' } },
    people: { 佐藤: { role: 'host' }, 木村: { role: 'clerk', town: TOWN } },
    agencies: Object.fromEntries(agencies.map(entry)),
  });
}

/** Does it, or stops the measurement: a refusal would make the figure meaningless. */
export async function must(app: App, actor: Actor, verb: Verb, said: unknown): Promise<void> {
  const done = await perform(app.deps, actor, verb, said);
  if (!done.ok) throw new Error(`${verb}: ${done.error.code}`);
}
