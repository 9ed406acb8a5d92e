import { officerFor } from '../../access/host-people.ts';
import type { Body } from '../../body/model.ts';
import type { TownCode } from '../../ids.ts';
import type { Refused } from '../../refusal.ts';
import { messageOf } from '../../refusal-words.ts';
import type { Versioned } from '../../records.ts';
import type { Item, Series } from '../../series/model.ts';
import { dueSittings, nextLook, replanned } from '../../series/rules.ts';
import type { Settings } from '../../settings/model.ts';
import { settingsOf } from '../../settings/rules.ts';
import type { Task } from '../../task/model.ts';
import { newTask } from '../../task/rules.ts';
import type { Day, Instant } from '../../time.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import type { Deps } from '../command.ts';

/** What keeping a series writes besides what somebody said: its dates as they should be, its next look, and tasks about cases without a date. */
export type Kept = {
  readonly series: Series;
  readonly put: readonly Versioned[];
  readonly outbox: readonly OutboxEntry[];
};

/** The series brought in line with its body and the clock, with what must follow. */
export async function keptInLine(deps: Deps, series: Series, body: Body): Promise<Kept> {
  const office = await settingsOf(deps, series.town);
  const now = deps.clock.now();
  const { series: next, homeless } = replanned(series, body, office, now);
  const tasks = await Promise.all(homeless.map((item) => taskAbout(deps, item, { occasion: now, because: NO_DATE })));
  return { series: next, put: [next, ...tasks.flat()], outbox: lookingAhead(deps, next, office) };
}

const NO_DATE = '定例会の予定がなくなり、議題のままにできません。';

/** The series is looked at when its next date is to be convened or has passed; at once, where something is due already. Twice is harmless. */
export function lookingAhead(deps: Deps, series: Series, office: Settings): readonly OutboxEntry[] {
  const now = deps.clock.now();
  const at = dueSittings(series, office, now).length > 0 ? now : nextLook(series, office, now);
  return at === undefined ? [] : [looking(deps, series, at)];
}

export function looking(deps: Pick<Deps, 'prefecture'>, { town, id }: Pick<Series, 'town' | 'id'>, notBefore: Instant) {
  const effect = { type: 'series', prefecture: deps.prefecture, body: id } as const;
  return { town, subject: `series/${id}`, notBefore, effect } satisfies OutboxEntry;
}

type About = { readonly occasion: Instant | Day; readonly because: string; readonly dueAt?: Instant };

/** A case that was to be taken up on a regular day and is not: somebody must know, and why. */
export async function taskAbout(
  deps: Deps,
  { town, case: id, by }: Pick<Item, 'town' | 'case' | 'by'>,
  { occasion, because, dueAt }: About,
): Promise<readonly Task[]> {
  const reader = (await officerFor(deps, town))?.id ?? by;
  const subject = { kind: 'case', id } as const;
  const asked = { town, taskKind: 'sitting', about: id, subject, for: reader } as const;
  const task = newTask({ ...asked, openedAt: deps.clock.now(), dueAt, said: because, occasion });
  return (await deps.store.get('task', town, task.id)) === undefined ? [task] : [];
}

export function whyNot(refused: Refused): string {
  return messageOf(refused);
}

/** The series of a body, as long as it was not ended. */
export async function runningSeries(deps: Pick<Deps, 'store'>, host: TownCode, body: string) {
  const series = await deps.store.get('series', host, body);
  return series?.ended === undefined ? series : undefined;
}
