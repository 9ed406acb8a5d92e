import type { Deps } from '../commands/command.ts';
import { isConvened } from '../meeting/convening.ts';
import { isHeld } from '../meeting/recording.ts';
import { type Stage, stageAhead } from './ahead.ts';
import { hostSteps } from './host.ts';
import { conveningSteps } from './convening.ts';
import { pollingSteps } from './polling.ts';
import { monitoringSteps } from './monitoring.ts';
import { recordingSteps } from './recording.ts';
import { withCallsToRepeat } from './calls-to-repeat.ts';
import { settingsOf } from '../settings/rules.ts';
import { saveStep, type Taken } from './step.ts';
import type { Meeting } from '../meeting/model.ts';
import type { Plan } from '../plan/model.ts';

type AnyTaken = Taken<Meeting | Plan>;

/**
 * Takes one due step of a stage, once. A step that is no longer next (done already, or overtaken by an event) is left, and the run looks
 * ahead again. `drop` only notes that a reminder came too late (BRIEF §3).
 */
export async function takeStep(deps: Deps, stage: Stage, step: string, key: string): Promise<boolean> {
  const ahead = await stageAhead(deps, stage);
  if (!('key' in ahead) || ahead.key !== key || ahead.step !== step) return false;
  const record = await recordOf(deps, stage);
  if (record === undefined) return false;
  if (step === 'drop') await saveStep(deps, { key, did: `dropped:${key}` }, { record });
  const taken = step === 'drop' ? undefined : await stepOf(deps, record, step, key);
  if (taken !== undefined) await saveStep(deps, { key, did: key }, taken);
  return true;
}

async function recordOf(deps: Deps, { stage, town, id }: Stage): Promise<Meeting | Plan | undefined> {
  if (stage === 'monitoring') return deps.store.get('plan', town, id);
  const meeting = await deps.store.get('meeting', town, id);
  if (meeting === undefined || stage === 'recording') return meeting;
  return withCallsToRepeat(deps, meeting, await settingsOf(deps, town));
}

async function stepOf(deps: Deps, record: Meeting | Plan, step: string, key: string): Promise<AnyTaken | undefined> {
  if (record.kind === 'plan') return stepIn(monitoringSteps, step)?.(deps, record, key);
  return isHeld(record) ? stepIn(recordingSteps, step)?.(deps, record, key) : stepBefore(deps, record, step, key);
}

/** Before it is held: nobody is asked yet, a date is sought, or agencies are called. */
async function stepBefore(deps: Deps, record: Meeting, step: string, key: string): Promise<AnyTaken | undefined> {
  if (record.state === 'polling') return stepIn(pollingSteps, step)?.(deps, record, key);
  if (isConvened(record)) return stepIn(conveningSteps, step)?.(deps, record, key);
  return stepIn(hostSteps, step)?.(deps, record, key);
}

function stepIn<Take>(steps: Readonly<Record<string, Take>>, step: string): Take | undefined {
  return Object.hasOwn(steps, step) ? steps[step] : undefined;
}
