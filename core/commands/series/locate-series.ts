import type { Actor, Staff } from '../../access/model.ts';
import type { Body } from '../../body/model.ts';
import type { TownCode } from '../../ids.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { sittingStates, type Series, type Sitting } from '../../series/model.ts';
import type { Day } from '../../time.ts';
import { hostSide } from '../body/host-side.ts';
import type { Deps } from '../command.ts';
import { runningSeries } from './series-in-line.ts';

export type Arranging = { readonly officer: Staff; readonly body: Body };

/** The body, for an officer of its host. */
export async function bodyToArrange(
  deps: Deps,
  actor: Actor,
  { body: id, town }: { readonly body: string; readonly town?: TownCode | undefined },
): Promise<Result<Arranging, Refused>> {
  const host = await hostSide(deps, actor, town);
  if (!host.ok) return host;
  const body = await deps.store.get('body', host.value, id);
  if (body === undefined) return refuse({ code: 'unknown-body', id });
  return actor.kind === 'staff' ? ok({ officer: actor, body }) : refuse({ code: 'forbidden' });
}

export type Planned = Arranging & { readonly series: Series; readonly sitting: Sitting };

/** One date of a series that nobody was invited to yet; another is changed where its meeting is. */
export async function plannedSitting(
  deps: Deps,
  actor: Actor,
  said: { readonly body: string; readonly town?: TownCode | undefined; readonly day: Day },
): Promise<Result<Planned, Refused>> {
  const found = await bodyToArrange(deps, actor, said);
  if (!found.ok) return found;
  const { body } = found.value;
  const series = await runningSeries(deps, body.town, body.id);
  const sitting = series?.sittings.find(({ day }) => day === said.day);
  if (series === undefined || sitting === undefined)
    return refuse({ code: 'bad-input', field: 'day', problem: '定例会の予定にない日です。予定の日を選んでください。' });
  return sitting.state === 'planned'
    ? ok({ ...found.value, series, sitting })
    : refuse({ code: 'wrong-state', state: sittingStates[sitting.state] });
}

/** The series with one date as it is now. */
export function withSitting(series: Series, sitting: Sitting): Series {
  return { ...series, sittings: series.sittings.map((one) => (one.day === sitting.day ? sitting : one)) };
}
