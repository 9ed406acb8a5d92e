import { officerFor } from '../../access/host-people.ts';
import type { Staff } from '../../access/model.ts';
import { mayConvene, staffOf } from '../../access/rules.ts';
import type { Body } from '../../body/model.ts';
import { StaleRecord } from '../../errors.ts';
import type { TownCode } from '../../ids.ts';
import type { Clock, Secrets, Store } from '../../ports.ts';
import type { Series, Sitting } from '../../series/model.ts';
import { dueSittings } from '../../series/rules.ts';
import { settingsOf } from '../../settings/rules.ts';
import type { Deps } from '../command.ts';
import { convenedSitting } from './convene-sitting.ts';
import { keptInLine } from './series-in-line.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import { save } from '../save.ts';

type World = {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly prefecture: TownCode;
};

/**
 * Keeps a series as its host ordered: each date whose time has come is convened, in a commit of its own that also marks it, so that nothing
 * is convened twice; then the next dates are planned.
 * @throws StaleRecord when somebody saved meanwhile; the entry is delivered again.
 */
export async function keepSeries(world: World, host: TownCode, id: string): Promise<void> {
  const deps: Deps = { ...world, door: 'workflow' };
  const found = await seriesAndBody(deps, host, id);
  if (found === undefined) return;
  const office = await settingsOf(deps, host);
  for (const sitting of dueSittings(found.series, office, deps.clock.now())) await convene(deps, host, id, sitting.day);
  const after = await seriesAndBody(deps, host, id);
  if (after === undefined) return;
  const { put, outbox, series } = await keptInLine(deps, after.series, after.body);
  if (isSame(series, after.series)) return lookAgain(deps, series, outbox);
  const audit = [{ town: host, at: deps.clock.now(), who: 'workflow', did: 'series', to: id, door: deps.door }];
  const saved = await deps.store.commit({ put, outbox, audit });
  if (!saved.ok) throw new StaleRecord(`series ${id}`);
}

async function seriesAndBody(deps: Deps, host: TownCode, id: string) {
  const series = await deps.store.get('series', host, id);
  const body = await deps.store.get('body', host, id);
  return series === undefined || body === undefined || series.ended !== undefined ? undefined : { series, body };
}

const isSame = (one: Series, other: Series) => JSON.stringify(one) === JSON.stringify(other);

async function lookAgain({ store }: Deps, series: Series, outbox: readonly OutboxEntry[]): Promise<void> {
  if (outbox.length === 0) return;
  const saved = await store.commit({ put: [], outbox });
  if (!saved.ok) throw new StaleRecord(`series ${series.id}`);
}

async function convene(deps: Deps, host: TownCode, id: string, day: Sitting['day']): Promise<void> {
  const found = await seriesAndBody(deps, host, id);
  const sitting = found?.series.sittings.find((one) => one.day === day);
  if (found === undefined || sitting?.state !== 'planned') return;
  const { series, body } = found;
  const officer = await convenerOf(deps, series, townOf(body, sitting));
  const made = await convenedSitting(deps, officer, { series, body, sitting });
  const sittings = series.sittings.map((one) => (one.day === day ? made.sitting : one));
  const put = [...made.put, { ...series, sittings }];
  const noted = [...orderOf(series, officer), ...(made.noted ?? [])];
  const { sitting: _sitting, ...saving } = made;
  const saved = await save(deps, officer ?? byItself(series), { ...saving, put, noted });
  if (!saved.ok) throw new StaleRecord(`series ${id}`);
}

/** Whose standing order it was, and whether somebody else convened in their place. */
function orderOf({ order: { by } }: Series, officer: Staff | undefined): readonly string[] {
  const isOther = officer !== undefined && officer.id !== by;
  return [`standing-order:${by}`, ...(isOther ? [`in-place-of:${by}`] : [])];
}

const byItself = ({ order }: Series): Staff => ({ kind: 'staff', id: order.by, role: 'host' });

/** The town a date is about: that of its cases, else the only one the body is for. */
export function townOf(body: Body, { items }: Pick<Sitting, 'items'>): TownCode | undefined {
  const [only, ...others] = body.towns;
  return items[0]?.town ?? (others.length === 0 ? only : undefined);
}

/** Whoever ordered it, as long as they may convene for that town; then whoever the host would ask. */
async function convenerOf(deps: Deps, { order }: Series, code: TownCode | undefined): Promise<Staff | undefined> {
  const town = code === undefined ? undefined : await deps.store.get('town', deps.prefecture, code);
  if (town === undefined) return undefined;
  const person = await deps.store.get('person', deps.prefecture, order.by);
  if (person !== undefined && mayConvene(staffOf(person), town)) return staffOf(person);
  const other = await officerFor(deps, town.id);
  return other === undefined ? undefined : staffOf(other);
}
