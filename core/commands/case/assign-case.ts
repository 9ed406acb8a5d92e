import * as z from 'zod';
import type { Person } from '../../access/model.ts';
import { mayReadTown, staffOf } from '../../access/rules.ts';
import type { Case } from '../../case/model.ts';
import { defined } from '../../defined.ts';
import { withChange } from '../../case/rules.ts';
import { caseIdSchema, type PersonId, personIdSchema } from '../../ids.ts';
import type { Versioned } from '../../records.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Command, Deps } from '../command.ts';
import { handOver } from './hand-over.ts';
import { locateForStaff } from '../locate.ts';
import { save } from '../save.ts';
import { seenField, staleRefusal } from '../seen.ts';
import { workOf } from './work-of.ts';

const input = z.strictObject({
  case: caseIdSchema,
  worker: personIdSchema.optional(),
  supervisor: personIdSchema.optional(),
  reason: z.string().optional(),
  version: seenField,
});
type Input = z.output<typeof input>;

/** 担当者 and 査察指導員／主任 of one case; who it was stays readable, and what waited for the one now waits for the other (BRIEF §2.14). */
export const assignCase: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateForStaff(deps, actor, 'case', said.case);
    if (!located.ok) return located;
    const people = await readersSeen(deps, located.value, said);
    if (!people.ok) return people;
    const { worker } = located.value;
    if (said.worker !== undefined && worker !== undefined && worker !== said.worker) {
      const handed = await handOver.run(deps, actor, {
        ...{ from: worker, to: said.worker, cases: [said.case] },
        reason: said.reason,
      });
      if (!handed.ok) return handed;
    }

    const after = await locateForStaff(deps, actor, 'case', said.case);
    if (!after.ok) return after;
    const one = withTeam(after.value, located.value, said, { at: deps.clock.now(), by: actor.id });
    const moved = await supervision(deps, located.value, said.supervisor);
    return save(deps, actor, { command: 'assign', town: one.town, id: one.id, put: [one, ...moved] });
  },
};

/** Who is named, unless somebody else named others meanwhile. */
async function readersSeen(deps: Deps, one: Case, { worker, supervisor, version }: Input) {
  const stale = staleRefusal(version, one, { ...one, ...defined({ worker, supervisor }) });
  return stale === undefined ? readersNamed(deps, one, [worker, supervisor]) : refuse(stale);
}

/** All of them must be able to read the case: whoever hears of what is late has to open it. */
async function readersNamed(
  deps: Deps,
  one: Case,
  ids: readonly (PersonId | undefined)[],
): Promise<Result<readonly Person[], Refused>> {
  const town = await deps.store.get('town', deps.prefecture, one.town);
  const people: Person[] = [];
  for (const id of ids.filter((each) => each !== undefined)) {
    const person = await deps.store.get('person', deps.prefecture, id);
    if (person === undefined) return refuse({ code: 'unknown-person', id });
    if (town === undefined || !mayReadTown(staffOf(person), town))
      return refuse({
        code: 'bad-input',
        field: '担当者',
        problem: `「${person.name}」は、この町村のケースを見られません。`,
      });
    people.push(person);
  }
  return ok(people);
}

type Trace = { readonly at: ReturnType<Deps['clock']['now']>; readonly by: string };

function withTeam(one: Case, before: Case, { worker, supervisor, reason }: Input, trace: Trace): Case {
  const why = reason === undefined ? {} : { reason };
  const changes = [
    // Handed over from somebody, it is noted there already.
    { of: 'worker', was: one.worker, is: worker },
    { of: 'supervisor', was: before.supervisor, is: supervisor },
  ] as const;
  const named = {
    ...one,
    ...(worker === undefined ? {} : { worker }),
    ...(supervisor === undefined ? {} : { supervisor }),
  };
  return changes
    .filter(({ was, is }) => is !== undefined && is !== was)
    .reduce<Case>(
      (so, { of, was, is = '' }) => withChange(so, { ...trace, of, ...(was === undefined ? {} : { was }), is, ...why }),
      named,
    );
}

/** Escalations that were open for the former supervisor. */
async function supervision(deps: Deps, one: Case, to: PersonId | undefined): Promise<readonly Versioned[]> {
  if (to === undefined || one.supervisor === undefined || to === one.supervisor) return [];
  const { tasks } = await workOf(deps, one);
  return tasks.filter((task) => task.for === one.supervisor).map((task) => ({ ...task, for: to }));
}
