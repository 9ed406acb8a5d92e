import { bodiesFor } from '../body/rules.ts';
import type { Body } from '../body/model.ts';
import type { TownCode } from '../ids.ts';
import type { Clock, Store } from '../ports.ts';
import { settingsOf } from '../settings/rules.ts';
import { dayOf, type Instant } from '../time.ts';
import type { Series, Sitting } from './model.ts';
import { takenUntil, takes } from './rules.ts';

type Deps = { readonly store: Store; readonly clock: Clock; readonly prefecture: TownCode };

/** A date of a 定例会 that still takes cases of a town, and until when. */
export type OpenDate = { readonly body: Body; readonly sitting: Sitting; readonly until: Instant };

/** The dates to which a case of this town can be taken now (定例会に諮る), the nearest first. */
export async function openDates(deps: Deps, town: TownCode): Promise<readonly OpenDate[]> {
  const now = deps.clock.now();
  const bodies = await bodiesFor(deps, town, dayOf(now));
  const found = await Promise.all(bodies.map(async (body) => datesOf(deps, body, town)));
  return found.flat().toSorted((a, b) => (a.sitting.startsAt < b.sitting.startsAt ? -1 : 1));
}

async function datesOf(deps: Deps, body: Body, town: TownCode): Promise<readonly OpenDate[]> {
  const series: Series | undefined = await deps.store.get('series', body.town, body.id);
  if (series === undefined || series.ended !== undefined) return [];
  const office = await settingsOf(deps, series.town);
  return series.sittings
    .map((sitting) => ({ body, sitting, until: takenUntil(series, sitting, office) }))
    .filter(({ sitting, until }) => takes(sitting, { town }) && deps.clock.now() < until);
}
