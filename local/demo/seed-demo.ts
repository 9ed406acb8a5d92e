import { readFileSync } from 'node:fs';
import { addDays, type Day, dayOf, daySchema, type Instant, jst, weekdayOf } from '../../core/time.ts';
import type { App } from '../app.ts';
import { actIn } from '../scenario/app-world.ts';
import { checkScenario, type Scenario } from '../scenario/check.ts';
import { addMissing, seed } from '../scenario/seed.ts';
import { laySheets } from './lay-sheets.ts';

export const caseOne = new URL('scenarios/case-one.yaml', import.meta.url);
/** A town beside it, with a clerk, cases and a sheet of its own: neither may see the other's. */
const neighbour = new URL('scenarios/neighbour-town.yaml', import.meta.url);

/** The Monday on which both begin in their files. */
const FILE_BEGINS = daySchema.parse('2026-06-01');
// By Wednesday the invitations are out, some answers are in, and the next reminder is near.
const DAYS_PLAYED = 2;

/**
 * Fills an empty store with 事例その１ and the town beside it, played up to now: its dates are moved by whole weeks, so that its first days lie just
 * behind and everything else still ahead. Does nothing when somebody is registered already.
 */
export async function seedDemo(app: App): Promise<void> {
  const { deps, clock } = app;
  if ((await deps.store.list('town', deps.prefecture)).length > 0) return;

  const now = clock.now();
  const monday = mondayFor(now);
  const [first, beside] = [scenarioFrom(caseOne, monday), scenarioFrom(neighbour, monday)];
  clock.rewind(first.clock);
  await seed(deps.store, first.given);
  await addMissing(deps.store, beside.given);
  for (const step of [...beside.steps, ...first.steps]) {
    if (step.at !== undefined && step.at > now) break;
    if (step.at !== undefined) await app.moveTo(step.at);
    if (step.deed !== undefined) await actIn(app, step.as, step.deed.verb, step.deed.input);
  }
  await app.moveTo(now);
  await laySheets(app);
}

/** The Monday of this week, or of the last one when this week is too young. */
function mondayFor(now: Instant): Day {
  const today = dayOf(now);
  const monday = addDays(today, 1 - weekdayOf(today));
  return now < jst(addDays(monday, DAYS_PLAYED), '12:00') ? addDays(monday, -7) : monday;
}

/** The file with every date in it moved, so that it begins on this Monday. */
function scenarioFrom(file: URL, monday: Day): Scenario {
  const days = daysBetween(FILE_BEGINS, monday);
  const text = readFileSync(file, 'utf8').replaceAll(/\b20\d\d-\d\d-\d\d/g, (day) =>
    addDays(daySchema.parse(day), days),
  );
  const checked = checkScenario(text);
  if ('problems' in checked)
    throw new Error(`${file.pathname}: ${checked.problems.map(({ message }) => message).join(', ')}`);
  return checked.scenario;
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
