import type { Actor } from '../access/model.ts';
import type { Deps } from '../commands/command.ts';
import type { TownCode } from '../ids.ts';
import type { Plan } from '../plan/model.ts';
import type { Versioned } from '../records.ts';
import type { Effect, OutboxEntry } from '../workflow/model.ts';
import { type Restorable, restorableKinds, type Step, type Written } from './model.ts';
import { insteadOfUndo, undoableUntil } from './rules.ts';

export type Saved = {
  readonly command: string;
  readonly town: TownCode;
  readonly put: readonly Versioned[];
  readonly outbox?: readonly OutboxEntry[];
};
/** What becomes of the person's last step with this commit. */
export type After = { readonly put: readonly Step[]; readonly forget: readonly Step[] };

/** The step to keep beside what is saved; one that was kept before gives way, and those of other days are forgotten. */
export async function stepAfter(deps: Deps, actor: Actor, saved: Saved): Promise<After> {
  if (actor.kind !== 'staff' || deps.door === 'rows') return { put: [], forget: [] };
  const at = deps.clock.now();
  const kept = await deps.store.list('step', saved.town);
  const own = kept.find(({ id }) => id === actor.id);
  const over = kept.filter((one) => one !== own && one.until <= at).slice(0, MOST_FORGOTTEN);
  const written = await writtenBy(deps, saved);
  if (written === undefined) return { put: [], forget: own === undefined ? over : [own, ...over] };
  const woken = (saved.outbox ?? []).flatMap(({ effect }) => (effect.type === 'signal' ? [effect.execution] : []));
  const step: Step = {
    kind: 'step',
    town: saved.town,
    id: actor.id,
    version: own?.version ?? 0,
    verb: saved.command,
    at,
    until: undoableUntil(at),
    written: [...written],
    woken,
  };
  return { put: [step], forget: over };
}

const MOST_FORGOTTEN = 5;
const MOST_RESTORED = 40;
const verbs: Readonly<Record<string, string | null>> = insteadOfUndo;

/** Undefined for what cannot be undone: the verb is not of that kind, something has gone out, or it was made binding. */
async function writtenBy({ store }: Deps, saved: Saved): Promise<readonly Written[] | undefined> {
  const { command, put, outbox = [] } = saved;
  if (verbs[command] !== null || !outbox.every(({ effect }) => isHarmless(effect))) return undefined;
  const records = put.filter(isRestorable);
  if (isTooMuch(saved)) return undefined;
  if (records.length < put.length || records.some(isBinding)) return undefined;
  const before = await Promise.all(records.map((one) => store.get(one.kind, one.town, one.id)));
  if (isLastWord(records, before)) return undefined;
  return records.map(({ kind, id, version }, index) => {
    const was = before[index];
    return { kind, id, version: version + 1, ...(was === undefined ? {} : { before: was }) };
  });
}

/** What is too much for one transaction has not all been written yet (ADR 0023); what concerns other towns too is no step of one (ADR 0060). */
function isTooMuch({ put, town: own }: Saved): boolean {
  return put.length > MOST_RESTORED || put.some(({ town }) => town !== own);
}

/** A run that is woken looks again; one that keeps the dates of a request finds no request (deliver.ts). */
function isHarmless(effect: Effect): boolean {
  return effect.type === 'signal' || (effect.type === 'start' && effect.workflow === 'convening');
}

function isRestorable(record: Versioned): record is Restorable {
  return restorableKinds.some((kind) => kind === record.kind);
}

/** Final minutes, a plan in force, and a role that was taken back to its office: others have been told, or count on it. */
function isBinding(record: Restorable): boolean {
  if (record.kind === 'meeting') return 'records' in record && record.records.some(({ final }) => final);
  if (record.kind === 'plan') return record.decided !== undefined;
  return record.kind === 'role' && record.state === 'taken-back';
}

/** A withdrawn consent, a plan in force that gives way, and one that the person confirmed: what was said stays said. */
function isLastWord(after: readonly Restorable[], before: readonly (Restorable | undefined)[]): boolean {
  return after.some((record, index) => {
    const was = before[index];
    if (record.kind === 'case') return was?.kind === 'case' && withdrawals(record) > withdrawals(was);
    return record.kind === 'plan' && isLastWordOn(record, was?.kind === 'plan' ? was : undefined);
  });
}

function isLastWordOn(plan: Plan, was: Plan | undefined): boolean {
  if (was === undefined) return plan.state === 'active';
  if (plan.edition !== was.edition) return was.state === 'active';
  return plan.confirmed !== undefined && was.confirmed === undefined;
}

const withdrawals = ({ consents }: Extract<Restorable, { kind: 'case' }>) =>
  consents.filter(({ withdrawnAt }) => withdrawnAt !== undefined).length;
