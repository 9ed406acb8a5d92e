import { pushSheets } from '../../core/commands/push/push-sheets.ts';
import { addSeconds } from '../../core/time.ts';

/** Begun every minute; what is left then is the next run's. */
const RUN_SECONDS = 50;

/** Writes the towns' sheets that wait, for some fifty seconds at the most. */
export function createHandler(deps: Parameters<typeof pushSheets>[0]) {
  return async (): Promise<{ readonly looked: number }> => ({
    looked: await pushSheets(deps, addSeconds(deps.clock.now(), RUN_SECONDS)),
  });
}
