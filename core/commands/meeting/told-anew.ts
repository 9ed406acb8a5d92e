import type { AgencyId } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import { isConvened } from '../../meeting/convening.ts';
import type { ConvenedMeeting, Meeting } from '../../meeting/model.ts';
import { formerOf, lastTold } from '../../meeting/settling.ts';
import { callingParts, callOf, partKey } from '../../meeting/together.ts';
import { type Letters, noLetters, together } from '../../message/envelope.ts';
import type { Former } from '../../message/letter-text.ts';
import { lettersToMembers } from '../../message/letters.ts';
import type { Message, PartOff } from '../../message/model.ts';
import { datePaper } from '../../message/papers-by-hand.ts';
import { partsOf, partsWith } from '../../message/parts.ts';
import { reachOf, reachOfMail, reachOfPaper } from '../../message/reach.ts';
import type { Versioned } from '../../records.ts';
import type { Task } from '../../task/model.ts';
import { overtakenTask } from '../../task/rules.ts';
import type { Deps } from '../command.ts';

/** Whom a part of a sitting is off for now, and what each had been told of it; undefined where nothing is to be said of it. */
export type Gone = ReadonlyMap<AgencyId, PartOff | undefined>;

/** Words about a sitting that wait, by whom they are for. */
export type Waiting = { readonly mails: readonly Message[]; readonly papers: readonly Task[] };

/**
 * Word of changes, and of parts that are off, which has not gone out: whatever comes now is said in the same mail, or it would be untrue. What says only
 * of its own part what to prepare stays true and is left alone.
 */
export async function waitingWords({ store }: Pick<Deps, 'store'>, meeting: Meeting): Promise<Waiting> {
  const parts = meeting.together ?? [];
  const stored = parts.map(async (part) => ({
    changes: await store.list('message', part.town, `${part.meeting}/change/`),
    cancels: await store.list('message', part.town, `${part.meeting}/cancel/`),
    tasks: await store.list('task', part.town, `${part.meeting}/`),
  }));
  const all = await Promise.all(stored);
  const isOfOff = ({ off = [] }: Message) => off.length > 0;
  const isOfSitting = (mail: Message) => isOfOff(mail) || reachOfMail(mail) === 'all';
  const isPaper = (task: Task) =>
    task.done === undefined && datePaper(task) === 'change' && reachOfPaper(task) === 'all';
  return {
    mails: all
      .flatMap(({ changes, cancels }) => [...changes.filter(isOfSitting), ...cancels.filter(isOfOff)])
      .filter(({ state }) => state === 'created'),
    papers: all.flatMap(({ tasks }) => tasks.filter(isPaper)),
  };
}

/** Of the parts that waiting words say are off, those that still are for this agency. */
export function stillOff({ mails }: Waiting, parts: readonly Meeting[], agency: AgencyId): readonly PartOff[] {
  const standing = callingParts(parts.filter(isConvened), agency).map(partKey);
  const off = mails.filter(({ to }) => to === agency).flatMap((mail) => mail.off ?? []);
  const named = new Map(off.map((one) => [partKey({ town: one.town, id: one.meeting }), one]));
  return [...named].filter(([key]) => !standing.includes(key)).map(([, one]) => one);
}

export type Anew = {
  readonly letters: Letters;
  /** What gives way. */
  readonly put: readonly (Message | Task)[];
  /** Who hears of it by these words and by no others. */
  readonly told: ReadonlySet<string>;
  /** Of whoever comes to no part any more: what else is off, as no word said yet. */
  readonly alsoOff: (invitation: Pick<Invitation, 'agency'>) => readonly PartOff[];
};

type Going = {
  /** The part, and all that change with it, as they will be stored. */
  readonly part: Meeting;
  readonly changed?: readonly Meeting[];
  readonly gone: Gone;
  /** Waits for further changes. */
  readonly settles?: boolean;
};

/**
 * One part of a sitting is off for some agencies, or asks them for something else, while other words to them wait: they hear once, from a part that
 * stands, of its date and of what is off. Where nothing waits, nothing is written here.
 */
export async function toldAnew(deps: Deps, going: Going, by: string): Promise<Anew> {
  const { part, changed = [part], gone } = going;
  const waiting = await waitingWords(deps, part);
  const parts = partsWith(await partsOf(deps, part), changed);
  const anew: Letters[] = [];
  const told = new Set<string>();
  const replaced = new Set<AgencyId>();
  for (const [agency, off] of gone) {
    if (!isAwaiting(waiting, agency, off === undefined)) continue;
    replaced.add(agency);
    const [writer] = callingParts(parts.filter(isConvened), agency);
    const before = stillOff(waiting, parts, agency).filter(isOther(part));
    if (writer === undefined) {
      if (off === undefined) anew.push(await lastWord(deps, { parts, changed, agency, offs: before }));
      continue;
    }
    const offs = off === undefined ? before : [...before, off];
    const word = await oneWord(deps, { writer, changed, agency, offs, waiting, atOnce: going.settles !== true });
    if (word !== noLetters) told.add(agency);
    anew.push(word);
  }
  const mails = waiting.mails.filter(({ to }) => [...replaced].some((agency) => agency === to));
  const papers = waiting.papers.filter(({ about }) => told.has(about));
  const now = deps.clock.now();
  return {
    letters: together(anew),
    put: [
      ...mails.map((mail) => ({ ...mail, state: 'dropped' as const })),
      ...papers.map((task) => overtakenTask(task, now, by)),
    ],
    told,
    alsoOff: ({ agency }) => (gone.has(agency) ? stillOff(waiting, parts, agency).filter(isOther(part)) : []),
  };
}

const isOther = (changed: Meeting) => (one: PartOff) =>
  partKey({ town: one.town, id: one.meeting }) !== partKey(changed);

/** On paper 中止 is printed as things stand then, so that it replaces nothing; who left by itself gets no such paper. */
function isAwaiting({ mails, papers }: Waiting, agency: AgencyId, isSilent: boolean): boolean {
  return mails.some(({ to }) => to === agency) || (isSilent && papers.some(({ about }) => about === agency));
}

type Word = {
  readonly writer: ConvenedMeeting;
  readonly changed: readonly Meeting[];
  readonly agency: AgencyId;
  readonly offs: readonly PartOff[];
  readonly waiting: Waiting;
  readonly atOnce: boolean;
};

async function oneWord(deps: Deps, { writer, changed, agency, offs, waiting, atOnce }: Word): Promise<Letters> {
  const isOfWriter = (mail: Message) => mail.town === writer.town && mail.link?.meeting === writer.id;
  const tells = (mail: Message) =>
    mail.mailKind === 'change' && (reachOfMail(mail) === 'all' || (reachOfMail(mail) === 'part' && isOfWriter(mail)));
  const moves = waiting.mails.filter(tells).map(({ to }) => to);
  const unheard = new Set([...moves, ...waiting.papers.map(({ about }) => about)]);
  const former = formerUnheard(writer, agency, unheard);
  const reach = reachOf(former);
  if (reach === 'gone' && offs.length === 0) return noLetters;
  return lettersToMembers(deps, writer, 'change', {
    occasion: `${String(writer.appointment.sequence)}-${deps.clock.now()}`,
    only: (one) => one.agency === agency && one.withdrawn === undefined,
    before: () => former,
    off: () => offs,
    reach,
    changed,
    atOnce,
  });
}

/** To whoever comes to no part any more, and knows that of this one itself: what else is off, as no word said yet. */
async function lastWord(
  deps: Deps,
  {
    parts,
    changed,
    agency,
    offs: all,
  }: Pick<Word, 'changed' | 'agency' | 'offs'> & { readonly parts: readonly Meeting[] },
): Promise<Letters> {
  const [first, ...offs] = all;
  const off = parts.find((one) => first !== undefined && partKey(one) === partKey({ ...first, id: first.meeting }));
  if (first === undefined || off === undefined || !('appointment' in off) || off.appointment === undefined)
    return noLetters;
  const { appointment } = off;
  return lettersToMembers(deps, { ...off, appointment }, 'cancel', {
    occasion: `${off.state === 'cancelled' ? 'all' : 'off'}-${deps.clock.now()}`,
    only: (one) => one.agency === agency,
    known: () => ({ startsAt: first.startsAt, place: appointment.place }),
    off: () => offs,
    changed,
  });
}

/** What it was last told otherwise of this part; nothing where no word of that waits. */
function formerUnheard(writer: ConvenedMeeting, agency: AgencyId, unheard: ReadonlySet<string>): Former {
  const call = callOf(writer, agency);
  return call === undefined || lastTold(call, unheard) === undefined ? {} : formerOf(call, writer.appointment);
}

/** Who hears of this part being off, as each was last told of it; who never heard of it is told nothing of it. */
export function goneFrom(
  { town, id, appointment }: ConvenedMeeting,
  going: readonly Invitation[],
  hasHeard: (one: Invitation) => boolean,
  waiting: ReadonlySet<string>,
): Gone {
  return new Map(
    going.map((one) => {
      const startsAt = lastTold(one, waiting)?.startsAt ?? appointment.startsAt;
      return [one.agency, hasHeard(one) ? { town, meeting: id, startsAt } : undefined] as const;
    }),
  );
}

/** A record once, though two reasons put it. */
export function withoutTwice<T extends Pick<Versioned, 'kind' | 'town' | 'id'>>(
  put: readonly T[],
  also: readonly Pick<Versioned, 'kind' | 'town' | 'id'>[],
): readonly T[] {
  const keyOf = ({ kind, town, id }: Pick<Versioned, 'kind' | 'town' | 'id'>) => [kind, town, id].join(' ');
  const there = new Set(also.map(keyOf));
  return put.filter((one) => !there.has(keyOf(one)));
}
