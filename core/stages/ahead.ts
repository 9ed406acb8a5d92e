import * as z from 'zod';
import { townCodeSchema } from '../ids.ts';
import { conveningAgenda } from '../meeting/convening.ts';
import { recordingAgenda } from '../meeting/recording.ts';
import { monitoringAgenda } from '../monitoring/agenda.ts';
import type { Clock, Store } from '../ports.ts';
import { type Ahead, lookAhead } from '../schedule/agenda.ts';
import { settingsOf } from '../settings/rules.ts';
import { withCallsToRepeat } from './calls-to-repeat.ts';

const common = { town: townCodeSchema, id: z.string() };

/** Which run of which stage asks: ids only, as they stand in the execution's data. */
export const stageSchema = z.discriminatedUnion('stage', [
  z.object({ stage: z.literal('convening'), ...common }),
  z.object({ stage: z.literal('recording'), ...common }),
  z.object({ stage: z.literal('monitoring'), ...common, edition: z.number().int(), period: z.number().int() }),
]);
export type Stage = z.infer<typeof stageSchema>;

type Deps = { readonly store: Store; readonly clock: Clock; readonly prefecture: z.infer<typeof townCodeSchema> };

/** What the stage has to do next; a record that is gone stops it. */
export async function stageAhead(deps: Deps, stage: Stage): Promise<Ahead<string>> {
  const settings = await settingsOf(deps, stage.town);
  const now = deps.clock.now();
  if (stage.stage === 'monitoring') {
    const plan = await deps.store.get('plan', stage.town, stage.id);
    return plan === undefined
      ? { step: 'stop' }
      : lookAhead(monitoringAgenda(plan, stage, settings), plan.monitoring.done, now);
  }
  const meeting = await deps.store.get('meeting', stage.town, stage.id);
  if (meeting === undefined) return { step: 'stop' };
  if (stage.stage === 'convening') {
    const seen = await withCallsToRepeat(deps, meeting, settings);
    return lookAhead(conveningAgenda(seen, settings), seen.done, now);
  }

  const plans = await Promise.all(meeting.cases.map((id) => deps.store.get('plan', stage.town, id)));
  const made = plans.filter((plan) => plan !== undefined);
  return lookAhead(recordingAgenda(meeting, made, settings), meeting.done, now);
}
