import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { hiddenIn } from '../../access/sight.ts';
import { personKey } from '../../case/same-household.ts';
import type { Case } from '../../case/model.ts';
import type { Consultation } from '../../consultation/model.ts';
import type { TownCode } from '../../ids.ts';
import { isHeld } from '../../meeting/recording.ts';
import type { Problem } from '../../sheet/cells.ts';
import type { Tab } from '../../sheet/columns.ts';
import { sameHouseholdWarning, unsortedLeadWarning } from '../../warnings.ts';
import type { Deps } from '../command.ts';
import { dayOfMomentField } from '../fields.ts';
import { awaitedCalls } from './awaited-calls.ts';
import type { Said } from './tab-reading.ts';

/** What the other rows and cases of a town have to say to a row that was taken. */
export type Neighbours = { readonly besides: (asked: readonly Said[]) => readonly Problem[] };

const aboutPeople: ReadonlySet<Tab> = new Set(['相談受付', 'ケース', '世帯員']);

/** What the town has, read once for a whole batch; each row taken joins it. */
export async function neighboursOf(
  deps: Pick<Deps, 'store' | 'prefecture'>,
  actor: Actor,
  town: TownCode,
  tab: Tab,
): Promise<Neighbours> {
  if (tab === '招集') return awaitedCalls(deps, actor, town);
  if (!aboutPeople.has(tab)) return { besides: () => [] };
  const [hidden, cases, consultations, meetings] = await Promise.all([
    hiddenIn(deps, actor, town),
    deps.store.list('case', town),
    tab === '相談受付' ? deps.store.list('consultation', town) : [],
    tab === 'ケース' ? deps.store.list('meeting', town) : [],
  ]);
  const isSeen = ({ id }: Case | Consultation) => !hidden.has(id);
  const known = knownPeople(cases.filter(isSeen), consultations.filter(isSeen));
  const sorted = new Set<string>(meetings.filter(isHeld).flatMap((meeting) => meeting.cases));
  return { besides: (asked) => asked.flatMap((one) => [...twins(known, one), ...unsorted(sorted, one)]) };
}

type Known = Map<string, Set<string>>;

function knownPeople(cases: readonly Case[], consultations: readonly Consultation[]): Known {
  const known: Known = new Map();
  for (const one of cases) for (const member of one.members) note(known, member, `ケース ${one.id}`);
  for (const one of consultations) if (one.case === undefined) note(known, one, `相談 ${one.id}`);
  return known;
}

function note(known: Known, person: Parameters<typeof personKey>[0], where: string): void {
  const key = personKey(person);
  if (key !== undefined) known.set(key, (known.get(key) ?? new Set()).add(where));
}

const namedSchema = z.object({
  id: z.string(),
  name: z.string(),
  born: dayOfMomentField,
  case: z.string().optional(),
  outcome: z.string().optional(),
});

type Named = z.output<typeof namedSchema>;

/** The same name and birth elsewhere in the town: perhaps one household under two numbers. */
function twins(known: Known, { verb, input }: Said): readonly Problem[] {
  if (verb !== 'consultation' && verb !== 'member') return [];
  const person = namedSchema.safeParse(input).data;
  return person === undefined ? [] : twinsOf(known, person, ownNames(verb, person));
}

function twinsOf(known: Known, person: Named, own: readonly [string, ...string[]]): readonly Problem[] {
  const elsewhere = known.get(personKey(person) ?? '') ?? new Set();
  const others = [...elsewhere].filter((where) => !own.includes(where));
  note(known, person, own[0]);
  return others.length === 0 ? [] : [{ column: '氏名', message: sameHouseholdWarning(others) }];
}

/** A consultation that goes on is a case of its own number, or joins the one that was named. */
function ownNames(verb: 'consultation' | 'member', person: Named): readonly [string, ...string[]] {
  const asCase = `ケース ${person.case ?? person.id}`;
  if (verb === 'member') return [asCase];
  return person.outcome === '継続' ? [asCase, `相談 ${person.id}`] : [`相談 ${person.id}`, asCase];
}

function unsorted(sorted: ReadonlySet<string>, { verb, input }: Said): readonly Problem[] {
  const named = z.object({ case: z.string(), who: z.string() }).safeParse(verb === 'lead' ? input : undefined).data;
  return named === undefined || sorted.has(named.case) ? [] : [{ column: '主担当', message: unsortedLeadWarning }];
}
