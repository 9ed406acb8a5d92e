import type { Actor } from '../access/model.ts';
import { noteRefusal, noteUnseen } from '../access/noting.ts';
import { takenBefore } from '../form/rules.ts';
import type { Refused } from '../refusal.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Deps, Done } from './command.ts';
import { asKept, unfitToKeep } from './fit-to-keep.ts';
import { menu, type Verb } from './menu.ts';
import { wantedBy } from './meeting/wanted.ts';

const TRIES = 5;

// They keep what is good and say what is not: of a batch only the row that must not be kept is refused, of a mail only the number.
const sorting: readonly Verb[] = ['rows', 'inbound'];

// A wrong code is kept as a try, and refused: sent twice it is two tries, never one that was taken.
const tried: readonly Verb[] = ['enter-papers-code'];

function unmarked({ form: _form, ...deps }: Deps): Deps {
  return deps;
}

type Wanted = { readonly said: unknown; readonly error: Refused };

/**
 * Does what somebody asked for, whatever door they came by: refuses what cannot be read, holds a My Number or breaks a rule, and tries
 * again when somebody else saved at the same moment. A form that comes twice is taken once.
 */
export async function perform(outside: Deps, actor: Actor, verb: Verb, said: unknown): Promise<Result<Done, Refused>> {
  const deps = tried.includes(verb) ? unmarked(outside) : outside;
  const kept = asKept(said);
  const unfit = sorting.includes(verb) ? undefined : unfitToKeep(kept);
  if (unfit !== undefined) return refused(deps, actor, verb, { said: kept, error: unfit });
  const parsed = menu[verb].prepare(kept);
  if (!parsed.ok) return refused(deps, actor, verb, { said: kept, error: unfitToKeep(kept) ?? parsed.error });

  const outcome = await untilSaved(async () => {
    const before = await takenBefore(deps, actor);
    return before === undefined ? parsed.value(deps, actor) : ok(before);
  });
  return outcome.ok ? outcome : refused(deps, actor, verb, { said: kept, error: outcome.error });
}

async function untilSaved(run: () => Promise<Result<Done, Refused>>): Promise<Result<Done, Refused>> {
  let outcome = await run();
  for (let tried = 1; tried < TRIES && !outcome.ok && outcome.error.code === 'stale'; tried += 1) outcome = await run();
  return outcome;
}

/** What an agency may not open yet or any more is worth a line too, and whose meeting it was. */
const refusedReading: readonly Refused['code'][] = ['not-invited', 'acknowledgement-missing', 'not-host'];

/** A refusal of access is worth an audit line in the log of the town whose record it was; others are everyday. */
async function refused(deps: Deps, actor: Actor, verb: Verb, { said, error }: Wanted): Promise<Result<Done, Refused>> {
  // What holds a My Number is repeated nowhere, not even as an id.
  if (error.code === 'my-number')
    await noteRefusal(deps, actor, { town: deps.prefecture, to: verb, part: verb, code: error.code });
  await noteUnseen(deps, actor, verb, error);
  if (error.code !== 'forbidden' && !(verb === 'open' && refusedReading.includes(error.code))) return refuse(error);
  const wanted = (await wantedBy(deps, said)) ?? { town: deps.prefecture };
  await noteRefusal(deps, actor, { to: verb, ...wanted, part: verb, code: error.code });
  return refuse(error);
}
