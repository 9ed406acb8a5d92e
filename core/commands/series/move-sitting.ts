import * as z from 'zod';
import { bodyIdSchema, townCodeSchema } from '../../ids.ts';
import type { Refused } from '../../refusal.ts';
import { refuse } from '../../result.ts';
import type { Series } from '../../series/model.ts';
import { holdsDay, withoutReasons } from '../../series/rules.ts';
import { type Day, dayOf, type Instant } from '../../time.ts';
import type { Command, Deps } from '../command.ts';
import { dayField, instantField, textField } from '../fields.ts';
import { save } from '../save.ts';
import { keptInLine, taskAbout } from './series-in-line.ts';
import { plannedSitting, withSitting } from './locate-series.ts';

const which = { body: bodyIdSchema, town: townCodeSchema.optional(), day: dayField };

const moving = z.strictObject({ ...which, date: instantField, reason: z.string().trim().max(1000).optional() });

/** 動かす: one date of a series to another moment; no other is touched, and nobody has heard of it yet. */
export const moveSitting: Command<typeof moving> = {
  input: moving,
  async run(deps, actor, said) {
    const found = await plannedSitting(deps, actor, said);
    if (!found.ok) return found;
    const { series, sitting, officer, body } = found.value;
    const refusal = moveRefusal(series, said, deps.clock.now());
    if (refusal !== undefined) return refuse(refusal);
    const reason = said.reason === undefined || said.reason === '' ? {} : { reason: said.reason };
    const moved = { by: officer.id, at: deps.clock.now(), ...reason };
    const { put, outbox } = await keptInLine(
      deps,
      withSitting(series, { ...sitting, startsAt: said.date, moved }),
      body,
    );
    return save(deps, actor, { command: 'move-sitting', town: body.town, id: body.id, put, outbox });
  },
};

function moveRefusal(
  { sittings }: Series,
  { day, date: to }: { readonly day: Day; readonly date: Instant },
  now: Instant,
): Refused | undefined {
  if (to <= now) return { code: 'too-late', date: to };
  const taken = sittings.some((one) => one.day !== day && holdsDay(one) && dayOf(one.startsAt) === dayOf(to));
  return taken
    ? { code: 'bad-input', field: 'date', problem: 'その日には、ほかの回があります。別の日にしてください。' }
    : undefined;
}

const cancelling = z.strictObject({ ...which, reason: textField });

/** 取りやめ: one date of a series is not held. Nobody had been invited, so nobody is told; its cases become tasks. */
export const cancelSitting: Command<typeof cancelling> = {
  input: cancelling,
  async run(deps, actor, said) {
    const found = await plannedSitting(deps, actor, said);
    if (!found.ok) return found;
    const { series, sitting, officer, body } = found.value;
    const cancelled = { by: officer.id, at: deps.clock.now(), reason: said.reason };
    const tasks = await tasksOf(deps, sitting.items, sitting.day);
    const kept = await keptInLine(
      deps,
      withSitting(series, { ...sitting, items: withoutReasons(sitting.items), state: 'cancelled', cancelled }),
      body,
    );
    const put = [...kept.put, ...tasks];
    return save(deps, actor, { command: 'cancel-sitting', town: body.town, id: body.id, put, outbox: kept.outbox });
  },
};

const DROPPED = '議題にしていた定例会の回を取りやめました。別の回に諮るか、別に招集してください。';

async function tasksOf(deps: Deps, items: Parameters<typeof taskAbout>[1][], day: Day) {
  const tasks = await Promise.all(items.map((item) => taskAbout(deps, item, { occasion: day, because: DROPPED })));
  return tasks.flat();
}
