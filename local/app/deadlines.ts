import type { Engine } from '../../adapters/embedded/engine/runner.ts';
import type { Clock, PendingEntry, Store } from '../../core/ports.ts';
import type { TownCode } from '../../core/ids.ts';
import { endedOn } from '../../core/retention/rules.ts';
import { type Stage, stageAhead, stageSchema } from '../../core/stages/ahead.ts';
import { type Instant, instantSchema } from '../../core/time.ts';

type Looking = {
  readonly store: Store;
  readonly clock: Clock;
  readonly prefecture: TownCode;
  readonly engine: Pick<Engine, 'waits' | 'look'>;
};

/**
 * The next moment at which a workflow does something people wait for. A timer that only makes a stage look again, or hand over to its
 * successor, is none, however near: the stage itself says whether anything of its agenda falls due by then.
 */
export async function nextStageDeadline(looking: Looking): Promise<Instant | undefined> {
  let next: Instant | undefined;
  for (const { workflow, name, due } of looking.engine.waits()) {
    if (next !== undefined && next <= due) return next;
    const stage = stageSchema.safeParse({ stage: workflow, ...inputOf(looking, workflow, name) });
    const deadline = stage.success ? await deadlineOf(looking, stage.data, due) : due;
    if (deadline !== undefined && (next === undefined || deadline < next)) next = deadline;
  }
  return next;
}

/** No entry is due later. */
const END_OF_TIME = instantSchema.parse('9999-12-31T00:00:00.000Z');
const MOST = 100;

/** The next moment at which the outbox does something: a run that has begun already is not begun again, so its start is none. */
export async function nextEntryDeadline({ store, clock, engine }: Looking): Promise<Instant | undefined> {
  const now = clock.now();
  const ahead = (await store.dueEntries(END_OF_TIME, MOST)).filter(({ notBefore }) => notBefore > now);
  for (const entry of ahead) if (!(await isIdle({ store, engine }, entry))) return entry.notBefore;
  return undefined;
}

/** The watch over mails only looks whether anything came in; and where no paper has ended, only lines of the audit log end some day. */
async function isIdle({ store, engine }: Pick<Looking, 'store' | 'engine'>, { town, effect }: PendingEntry) {
  if (effect.type === 'start') return engine.look(effect.workflow, effect.name) !== undefined;
  if (effect.type !== 'retention') return effect.type === 'watch' || effect.type === 'end-log';
  const papers = [...(await store.list('case', town)), ...(await store.list('consultation', town))];
  return papers.every((one) => endedOn(one) === undefined);
}

function inputOf({ engine }: Looking, workflow: string, name: string): object {
  const input = engine.look(workflow, name)?.execution.input;
  return typeof input === 'object' && input !== null ? input : {};
}

/** A run wakes up to a second late, and earlier than its stage needs where that has moved meanwhile. */
async function deadlineOf(looking: Looking, stage: Stage, due: Instant): Promise<Instant | undefined> {
  const ahead = await stageAhead(looking, stage);
  if (!('until' in ahead)) return ahead.step === 'stop' ? undefined : due;
  if (ahead.idle === true) return undefined;
  return ahead.until < due ? due : ahead.until;
}
