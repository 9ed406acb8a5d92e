import type { Actor } from '../access/model.ts';
import { othersOf } from '../access/noting.ts';
import { nameOf } from '../access/rules.ts';
import { markOf, markOfUndoing } from '../form/rules.ts';
import type { TownCode } from '../ids.ts';
import { fieldWithMyNumber } from '../my-number.ts';
import type { Versioned } from '../records.ts';
import { inOneTransaction } from '../parcel/rules.ts';
import type { Refused } from '../refusal.ts';
import { ok, refuse, type Result } from '../result.ts';
import { watchOver } from '../retention/looking.ts';
import { heardFrom } from '../watch/heard.ts';
import { mirrorsOf } from '../status/rules.ts';
import type { Step } from '../undo/model.ts';
import { stepAfter } from '../undo/step.ts';
import type { OutboxEntry } from '../workflow/model.ts';
import type { Deps, Done } from './command.ts';

export type Saving = {
  readonly command: string;
  readonly town: TownCode;
  /** The id of the record the command was about. */
  readonly id: string;
  readonly put: readonly Versioned[];
  /** Records whose place one of these takes. */
  readonly forget?: readonly Versioned[];
  readonly outbox?: readonly OutboxEntry[];
  /** What else this was, as the audit log names it: `override:emergency`. */
  readonly noted?: readonly string[];
  /** Which parts of the record, and what besides the records saved it was about: `agency:包括`. */
  readonly part?: string;
  readonly about?: readonly string[];
};

/** Kinds of record whose words come from people. The others are composed of these, or hold random tokens. */
const written = new Set<Versioned['kind']>(['case', 'meeting', 'role', 'plan', 'task', 'agency', 'settings']);

/**
 * Saves state, what must follow, the prefecture's mirror and the audit line in one commit. No My Number goes past here, whatever door the
 * words came in by (BRIEF §2.17).
 */
export async function save(deps: Deps, actor: Actor, saving: Saving): Promise<Result<Done, Refused>> {
  return saveWith(deps, actor, saving, []);
}

/** The same for what concerns several towns at once: one commit, and a line in the log of each. The first is what the command was about. */
export async function saveTogether(
  deps: Deps,
  actor: Actor,
  savings: readonly Saving[],
): Promise<Result<Done, Refused>> {
  const [first, ...also] = savings;
  if (first === undefined) throw new Error('nothing to save');
  const put = savings.flatMap((one) => one.put);
  const outbox = savings.flatMap((one) => one.outbox ?? []);
  return saveWith(deps, actor, { ...first, put, outbox }, also);
}

/** `also`: what is noted in the logs of other towns. */
async function saveWith(
  deps: Deps,
  actor: Actor,
  saving: Saving,
  also: readonly Saving[],
): Promise<Result<Done, Refused>> {
  const { town, id } = saving;
  const numbered = fieldWithMyNumber(saving.put.filter(({ kind }) => written.has(kind)));
  if (numbered !== undefined) return refuse({ code: 'my-number', field: numbered });
  const at = deps.clock.now();
  const audit = [saving, ...also].flatMap((one) => linesOf(deps, actor, one));
  const step = await stepAfter(deps, actor, saving);
  const marked = await markOf(deps, actor, { town, id });
  const watch = await watchOver(deps, town, saving.put);
  const heard = await heardFrom(deps, town, actor);
  const change = {
    put: [...saving.put, ...step.put, ...marked, ...watch.put],
    forget: [...(saving.forget ?? []), ...step.forget],
    mirror: await mirrorsOf(deps, saving.put),
    outbox: [...(saving.outbox ?? []), ...watch.outbox, ...heard],
    audit,
  };
  const committed = await deps.store.commit(inOneTransaction(change, { town, subject: id, at }));
  return committed.ok ? ok({ town, id }) : refuse({ code: 'stale' });
}

/** In the log of its town, and of none of another's records. */
function linesOf(deps: Deps, actor: Actor, saving: Saving) {
  const { town, id, put, command, noted = [], part } = saving;
  const own = put.filter((record) => record.town === town);
  const others = othersOf(own.flatMap(subjectsOf), id);
  const line = { town, at: deps.clock.now(), who: nameOf(actor), to: id, ...others, door: deps.door };
  const about = othersOf([...(others.about ?? []), ...(saving.about ?? [])], id);
  const first = { ...line, did: command, ...about, ...(part === undefined ? {} : { part }) };
  return [first, ...noted.map((did) => ({ ...line, did }))];
}

type Undoing = {
  readonly step: Step;
  readonly put: readonly Versioned[];
  readonly forget: readonly Versioned[];
  readonly outbox: readonly OutboxEntry[];
};

/** Saves what a step overwrote as it was, and removes what it made and the step itself, with its audit line. */
export async function saveUndone(deps: Deps, actor: Actor, undoing: Undoing): Promise<Result<Done, Refused>> {
  const { step, put, forget, outbox } = undoing;
  const { town } = step;
  const [id = step.id] = step.written.map((one) => one.id);
  const about = othersOf([...put, ...forget].flatMap(subjectsOf), id);
  const line = { who: nameOf(actor), did: 'undo', to: id, part: step.verb, ...about, door: deps.door };
  const marked = await markOfUndoing(deps, actor, { town, id });
  const committed = await deps.store.commit({
    put: [...put, ...marked],
    forget: [...forget, step],
    mirror: await mirrorsOf(deps, put),
    unmirror: await mirrorsOf(deps, forget),
    outbox,
    audit: [{ town, at: deps.clock.now(), ...line }],
  });
  return committed.ok ? ok({ town, id }) : refuse({ code: 'stale' });
}

/** The cases and meetings a record belongs to, so that the audit log can be read case by case. */
function subjectsOf(record: Versioned): readonly string[] {
  switch (record.kind) {
    case 'case':
    case 'consultation':
    case 'plan':
      return [record.id];
    case 'meeting':
      return [record.id, ...record.cases];
    case 'role':
      return [record.meeting];
    case 'disposal':
      return [record.id, ...record.items.map(({ id }) => id)];
    case 'task':
      return [record.subject.id];
    default:
      return [];
  }
}
