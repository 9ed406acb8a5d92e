import * as z from 'zod';
import { mayHandOver, mayTakeOver } from '../../access/successors.ts';
import { mayEditTown, staffOf, townsOf } from '../../access/rules.ts';
import { sightOn } from '../../access/sight.ts';
import type { Case } from '../../case/model.ts';
import { defined } from '../../defined.ts';
import { withChange } from '../../case/rules.ts';
import { type CaseId, caseIdSchema, personIdSchema, type PersonId, type TownCode } from '../../ids.ts';
import type { Meeting } from '../../meeting/model.ts';
import { officerOf } from '../../meeting/officer.ts';
import type { Versioned } from '../../records.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Actor, Person, Town } from '../../access/model.ts';
import { letterToStaff } from '../../message/staff-letters.ts';
import { staffHandoverWording } from '../../message/wording/handover.ts';
import { dayOf } from '../../time.ts';
import type { Command, Deps, Done } from '../command.ts';
import { save } from '../save.ts';
import { workOf } from './work-of.ts';

const input = z.strictObject({
  from: personIdSchema,
  to: personIdSchema,
  /** All that the former keeps or convenes, when left out. */
  cases: z.array(caseIdSchema).min(1, '引き継ぐケースを一つ以上選んでください。').optional(),
  /** 異動 and the like: it stays readable on each case. */
  reason: z.string().optional(),
});
const TO_THEMSELVES = 'いまの担当と同じ人です。ほかの人を選んでください。';
type Move = { readonly from: PersonId; readonly to: PersonId; readonly reason?: string | undefined };

/**
 * 担当交代: cases, their meetings and every open task go from one person to another. One commit a case, so that any number may be handed
 * over; run again after a fault, it takes up what is left.
 */
export const handOver: Command<typeof input> = {
  input,
  async run(deps, actor, { from, to, cases, reason }) {
    if (from === to) return refuse({ code: 'bad-input', field: 'to', problem: TO_THEMSELVES });
    const towns = await townsOf(deps, actor);
    const people = await bothOf(deps, { from, to });
    if (!people.ok) return people;
    const all = (await Promise.all(towns.map((town) => casesSeen(deps, actor, town)))).flat();
    const named = all.filter((one) => cases === undefined || cases.includes(one.id));
    const refusal = refusalOf(actor, people.value, named) ?? unknownCase(cases, all);
    if (refusal !== undefined) return refuse(refusal);

    const moved: Done[] = [];
    for (const one of named) {
      const done = await moveCase(deps, actor, one, { from, to, reason });
      if (!done.ok) return done;
      if (done.value !== undefined) moved.push(done.value);
    }
    return told(deps, actor, people.value, moved);
  },
};

/** Nobody hands over what they do not see. */
async function casesSeen(deps: Deps, actor: Actor, code: TownCode): Promise<readonly Case[]> {
  const town = await deps.store.get('town', deps.prefecture, code);
  if (town === undefined || actor.kind !== 'staff') return [];
  return (await deps.store.list('case', code)).filter(await sightOn(deps, actor, town));
}

type People = { readonly former: Person; readonly successor: Person; readonly towns: readonly Town[] };

async function bothOf(deps: Deps, { from, to }: Move): Promise<Result<People, Refused>> {
  const [former, successor] = await Promise.all([from, to].map((id) => deps.store.get('person', deps.prefecture, id)));
  if (former === undefined) return refuse({ code: 'unknown-person', id: from });
  const towns = await deps.store.list('town', deps.prefecture);
  return successor === undefined ? refuse({ code: 'unknown-person', id: to }) : ok({ former, successor, towns });
}

/** Staff hand over their own town's work, or the prefecture's; to somebody who may read it and works on the same side. */
function refusalOf(actor: Actor, { former, successor, towns }: People, cases: readonly Case[]): Refused | undefined {
  const kept = cases.filter((one) => one.worker === former.id);
  const works = (who: Actor) =>
    kept.every((one) => towns.some((town) => town.id === one.town && mayEditTown(who, town)));
  return mayHandOver(actor, former) && works(actor) && works(staffOf(successor)) && mayTakeOver(former, successor)
    ? undefined
    : { code: 'forbidden' };
}

function unknownCase(ids: readonly CaseId[] | undefined, all: readonly Case[]): Refused | undefined {
  const id = ids?.find((each) => !all.some((one) => one.id === each));
  return id === undefined ? undefined : { code: 'unknown-case', id };
}

/** One mail to the successor about all of it. */
async function told(
  deps: Deps,
  actor: Actor,
  { former, successor }: People,
  moved: readonly Done[],
): Promise<Result<Done, Refused>> {
  const [first] = moved;
  if (first === undefined) return ok({ town: deps.prefecture, id: successor.id });
  const now = deps.clock.now();
  const post = { town: first.town, subjectId: `handover-${former.id}`, kind: 'handover', occasion: now } as const;
  const cases = moved.map(({ id }) => id);
  const page = `/office/${first.town}`;
  const letters = await letterToStaff(deps, { ...post, to: successor.id }, (staffName) =>
    staffHandoverWording({ staffName, page, from: dayOf(now), formerOfficer: former.name, cases }),
  );
  const { messages: put, outbox } = letters;
  return save(deps, actor, { command: 'handover', town: first.town, id: successor.id, put, outbox });
}

/** Undefined when nothing of this case was the former's. */
async function moveCase(deps: Deps, actor: Actor, one: Case, move: Move): Promise<Result<Done | undefined, Refused>> {
  const { meetings, tasks } = await workOf(deps, one);
  const why = defined({ reason: move.reason });
  const trace = { at: deps.clock.now(), by: actor.id, of: 'worker', was: move.from, is: move.to, ...why } as const;
  const put: Versioned[] = [
    ...(one.worker === move.from ? [withChange({ ...one, worker: move.to }, trace)] : []),
    ...meetings.flatMap((meeting) => conveners(meeting, move)),
    ...tasks.filter((task) => task.for === move.from).map((task) => ({ ...task, for: move.to })),
  ];
  if (put.length === 0) return ok(undefined);
  return save(deps, actor, { command: 'handover', town: one.town, id: one.id, put });
}

/** Whoever convenes, drafted, declined or took it elsewhere is asked about it later: from now on, the successor is. */
function conveners(meeting: Meeting, { from, to }: Move): readonly Meeting[] {
  if (officerOf(meeting) !== from) return [];
  switch (meeting.state) {
    case 'drafted':
      return meeting.draft === undefined ? [] : [{ ...meeting, draft: { ...meeting.draft, by: to } }];
    case 'declined':
      return [{ ...meeting, declined: { ...meeting.declined, by: to } }];
    case 'elsewhere':
      return [{ ...meeting, elsewhere: { ...meeting.elsewhere, by: to } }];
    case 'requested':
    case 'cancelled':
      return [];
    case 'polling':
      return [{ ...meeting, poll: { ...meeting.poll, convener: to } }];
    default:
      return [{ ...meeting, appointment: { ...meeting.appointment, convener: to } }];
  }
}
