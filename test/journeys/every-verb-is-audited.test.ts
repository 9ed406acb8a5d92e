import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { menu } from '../../core/commands/menu.ts';
import { perform } from '../../core/commands/perform.ts';
import type { Change } from '../../core/ports.ts';
import { createApp, type App } from '../../local/app.ts';
import { actorNamed } from '../../local/scenario/app-world.ts';
import { checkScenario, type Scenario } from '../../local/scenario/check.ts';
import { seed } from '../../local/scenario/seed.ts';
import { isVerb } from '../../local/scenario/verbs.ts';

const folder = new URL('../../local/demo/scenarios/', import.meta.url);

function scenarioIn(file: string): Scenario {
  const checked = checkScenario(readFileSync(new URL(file, folder), 'utf8'));
  if ('problems' in checked) throw new Error(`${file} cannot be played`);
  return checked.scenario;
}

type Written = { readonly verb: string; readonly who: string; readonly change: Change };

/** Plays the steps, and keeps what each verb committed itself, without what workflows did after it. */
async function playedIn(app: App, scenario: Scenario): Promise<readonly Written[]> {
  const written: Written[] = [];
  for (const { at, as, deed } of scenario.steps) {
    if (at !== undefined) await app.moveTo(at);
    if (deed === undefined || as === undefined || !isVerb(deed.verb)) continue;
    const { verb } = deed;
    const commit: App['deps']['store']['commit'] = (change) => {
      written.push({ verb, who: as, change });
      return app.deps.store.commit(change);
    };
    await perform({ ...app.deps, store: { ...app.deps.store, commit } }, await actorNamed(app, as), verb, deed.input);
    await app.settle();
  }
  return written;
}

async function writtenBy(file: string): Promise<readonly Written[]> {
  const scenario = scenarioIn(file);
  const { clock, given } = scenario;
  const app = createApp({
    now: clock,
    frozen: true,
    prefecture: given.prefecture.code,
    publicUrl: 'https://x.example.jp',
  });
  await seed(app.deps.store, given);
  await app.settle();
  const written = await playedIn(app, scenario);
  app.close();
  return written;
}

/** No file needs them, and nobody reads a case by them: each is tried by a test of its own. */
const unplayed = ['bounce', 'inbound', 'open'];

describe('whatever is written', () => {
  it('is written with a line of the audit log that says who, by every verb of the menu', async () => {
    const seen = new Set<string>(unplayed);
    for (const file of readdirSync(folder)) {
      // A file is played for a verb that none before it wrote by.
      if (scenarioIn(file).steps.every(({ deed }) => deed === undefined || seen.has(deed.verb))) continue;
      for (const { verb, who, change } of await writtenBy(file)) {
        const { put, forget = [], audit = [] } = change;
        if (put.length + forget.length === 0) continue;
        seen.add(verb);
        const whose = audit.filter((line) => line.who === `staff:${who}` || line.who === `agency:${who}`);
        expect(whose.length, `${file}: ${verb} by ${who} wrote ${put.map(({ kind }) => kind).join()}`).toBeGreaterThan(
          0,
        );
      }
    }
    expect(Object.keys(menu).filter((verb) => !seen.has(verb))).toEqual([]);
  });
});
