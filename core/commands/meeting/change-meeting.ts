import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { leavingRefusal } from '../../body/roster.ts';
import { bodyOf } from '../../body/rules.ts';
import { partnerRefusal } from '../../case/home-town.ts';
import type { Case } from '../../case/model.ts';
import { gateRefusal, type Planned } from '../../framework/gate.ts';
import { type AgencyId, meetingIdSchema } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import { isConvened, withCurrentState } from '../../meeting/convening.ts';
import { type Appointment, type ConvenedMeeting, meetingStates } from '../../meeting/model.ts';
import { defined } from '../../defined.ts';
import { settled } from '../../meeting/settling.ts';
import { agenciesIn, unsentChanges } from '../../message/unsent-changes.ts';
import { unsafeForMail } from '../../message/safe-text.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { settingsOf } from '../../settings/rules.ts';
import { addSeconds, dayOf, type Instant, secondsUntil } from '../../time.ts';
import { conveningOf, signal } from '../../workflow/rules.ts';
import { afterChange } from './after-change.ts';
import { changeNoted, withConvenedChange } from './change-noted.ts';
import { basisAfter, basisInput, overridesIn, plannedFor, withOwnJudgement } from './basis.ts';
import { changePoll } from '../poll/change-poll.ts';
import type { Command, Deps, Done } from '../command.ts';
import { instantField } from '../fields.ts';
import { gatheringInput, gatheringOf } from './gathering-input.ts';
import { withHeld } from './held-invitations.ts';
import { writtenRefusal } from './meet-in-writing.ts';
import { inviteInput, leavingInput, MOST_AGENCIES, newInvitations } from './invitations.ts';
import { locateAsHost } from '../locate-as-host.ts';
import {
  preparationsInput,
  preparationStranger,
  preparedAnew,
  preparesOtherwise,
  unsafePreparation,
} from './preparations.ts';
import { isNews, type News, rearranged } from './rearranging.ts';
import { saveTogether, type Saving } from '../save.ts';
import { seenField } from '../seen.ts';
import { othersAsHost, othersWoken } from './whole-sitting.ts';

export const changeInput = z.strictObject({
  meeting: meetingIdSchema,
  date: instantField.optional(),
  /** 回答期限 of a poll that runs (日程調整中), given later than it was. */
  replyBy: instantField.optional(),
  place: z.string().optional(),
  mode: gatheringInput.mode,
  url: gatheringInput.url,
  add: inviteInput.default({}),
  ...preparationsInput,
  /** Agencies to withdraw, with the reason of each where there is one. */
  remove: leavingInput.default([]),
  /** What it rests on, where consent is missing for whoever is now discussed. */
  ground: basisInput.ground,
  reason: basisInput.reason,
  emergency: basisInput.emergency,
  danger: basisInput.danger,
  /** How often the appointment had been changed on screen: answers that come in meanwhile are no change of it. */
  version: seenField,
});
export type ChangeSaid = z.output<typeof changeInput>;
type Input = ChangeSaid;

const onlyWhilePolling = {
  code: 'bad-input',
  field: 'replyBy',
  problem: '回答期限は、日程調整中だけ変えられます。',
} as const;

/** Changes date, place or who is invited; exactly those concerned hear of it, once. A new date asks everybody again. */
export const changeMeeting: Command<typeof changeInput> = {
  input: changeInput,
  async run(deps, actor, said) {
    const located = await locateAsHost(deps, actor, said.meeting);
    if (!located.ok) return located;
    const { meeting } = located.value;
    if (meeting.state === 'polling') return changePoll(deps, actor, meeting, said);
    if (said.replyBy !== undefined) return refuse(onlyWhilePolling);
    if (!isConvened(meeting)) return refuse({ code: 'wrong-state', state: meetingStates[meeting.state] });
    return changeAll(deps, actor, meeting, said);
  },
};

/** In one sitting date, place and what all are to prepare are those of all its parts: each keeps its distance from the others, and all are changed or none. */
async function changeAll(
  deps: Deps,
  actor: Actor,
  meeting: ConvenedMeeting,
  said: Input,
): Promise<Result<Done, Refused>> {
  const own = await changeConvened(deps, actor, meeting, said);
  if (!own.ok) return own;
  const savings = [own.value];
  const shares = [said.date, said.place, said.mode, said.url, said.preparation].some((one) => one !== undefined);
  const others = shares ? await othersAsHost(deps, actor, meeting) : ok([]);
  if (!others.ok) return others;
  for (const part of others.value) {
    const made = await changeConvened(deps, actor, part, sharedBy(part, meeting, said));
    if (!made.ok) return made;
    savings.push(made.value);
  }
  return saveTogether(deps, actor, savings);
}

/** What a change of one part says of another. */
function sharedBy(part: ConvenedMeeting, { appointment }: ConvenedMeeting, said: Input): Input {
  const { date, place, mode, url, preparation } = said;
  const [own, other] = [appointment.startsAt, part.appointment.startsAt];
  const later = own < other ? secondsUntil(own, other) : -secondsUntil(other, own);
  const moved = date === undefined ? {} : { date: addSeconds(date, later) };
  return changeInput.parse({ meeting: part.id, ...defined({ place, mode, url, preparation }), ...moved });
}

async function casesIn(deps: Deps, { town, cases }: ConvenedMeeting): Promise<readonly Case[]> {
  const found = await Promise.all(cases.map((id) => deps.store.get('case', town, id)));
  return found.filter((one) => one !== undefined);
}

async function changeConvened(
  deps: Deps,
  actor: Actor,
  meeting: ConvenedMeeting,
  said: Input,
): Promise<Result<Saving, Refused>> {
  const cases = await casesIn(deps, meeting);
  const added = await newInvitations(deps, said.add, cases);
  if (!added.ok) return added;

  const now = deps.clock.now();
  const anew = prepared(meeting, said);
  const news = newsIn(meeting, said, {
    added: added.value.filter((one) => !isCalled(meeting, one)),
    prepares: anew.prepares,
  });
  const based = { ...anew.meeting, ...basisAfter(meeting, said) };
  const settings = await settingsOf(deps, meeting.town);
  const unsent = await unsentChanges(deps, meeting, settings, now);
  const arranged = rearranged(based, news, settings, now);
  const moved = withCurrentState(settled(meeting, arranged, agenciesIn(unsent), unsent.gathering));
  const planned = await plannedFor(deps, dayOf(moved.appointment.startsAt), moved.invitations);
  const changed = withOwnJudgement(deps, actor, moved, { cases, planned });
  const missed = await missedRefusal(deps, changed, news, cases);
  const then = { cases, planned, now };
  const unfit = preparationRefusal(meeting, said, cases);
  const refusal = newsRefusal(said, meeting, news, now) ?? unfit ?? missed ?? refusalOfChanged(changed, news, then);
  if (refusal !== undefined) return refuse(refusal);
  const { meeting: held, tasks } = await withHeld(deps, changed);
  const kept = withConvenedChange(meeting, held, { at: now, by: actor.id });
  const after = await afterChange(deps, { before: meeting, after: kept, unsent }, news, actor.id);
  const woken = signal({ town: meeting.town, subject: meeting.id, at: now }, conveningOf(meeting));
  const [put, outbox] = [
    [kept, ...tasks, ...after.put],
    [...after.outbox, woken, ...(await othersWoken(deps, meeting))],
  ];
  const noted = overridesIn(meeting, changed);
  const { town, id } = meeting;
  return ok({ command: 'change', town, id, put, outbox, noted, ...changeNoted(meeting, kept) });
}

/** Who must not be missed: of the body's roster, and of the town the people live in. */
async function missedRefusal(
  deps: Deps,
  changed: ConvenedMeeting,
  { removed }: News,
  cases: readonly Case[],
): Promise<Refused | undefined> {
  const standing = changed.invitations.filter((one) => one.withdrawn === undefined).map(({ agency }) => agency);
  const missed = leavingRefusal(await bodyOf(deps, changed), removed);
  return missed ?? (removed.length === 0 ? undefined : partnerRefusal(deps, cases, standing));
}

/** 書面開催: agencies may join or leave; date and place are not changed here. */
function movedRefusal(meeting: ConvenedMeeting, news: News): Refused | undefined {
  return isNews(news) ? writtenRefusal(meeting) : undefined;
}

function newsRefusal(said: Input, meeting: ConvenedMeeting, news: News, now: Instant): Refused | undefined {
  return movedRefusal(meeting, news) ?? staleFrom(said, meeting, news) ?? refusalOf(meeting, news, now);
}

function staleFrom({ version: sent }: Input, { appointment }: ConvenedMeeting, news: News): Refused | undefined {
  const { sequence: stored } = appointment;
  return sent === undefined || sent === stored || !isNews(news) ? undefined : { code: 'stale-version', sent, stored };
}

/** Called for just that already: said twice it invites once. */
function isCalled({ invitations }: ConvenedMeeting, added: Invitation): boolean {
  const standing = invitations.find(({ agency, withdrawn }) => agency === added.agency && withdrawn === undefined);
  return standing !== undefined && calledFor(standing) === calledFor(added);
}

const calledFor = ({ class: part, purposes, cases, issues, tax, preparation }: Invitation) =>
  JSON.stringify([part, purposes, cases, issues, tax, preparation]);

/** With what is to be prepared now, and whether that is news to anybody. */
function prepared(meeting: ConvenedMeeting, said: Input) {
  const before = { preparation: meeting.appointment.preparation, invitations: meeting.invitations };
  const after = preparedAnew(before, said);
  const { preparation, invitations } = after;
  const appointment = { ...meeting.appointment, preparation };
  return { meeting: { ...meeting, appointment, invitations }, prepares: preparesOtherwise(before, after) };
}

function preparationRefusal(meeting: ConvenedMeeting, said: Input, cases: readonly Case[]): Refused | undefined {
  return preparationStranger(meeting.invitations, said) ?? unsafePreparation(said, cases);
}

/** What really changes: the same date or place said again is no news to anybody. */
function newsIn({ appointment }: ConvenedMeeting, said: Input, others: Pick<News, 'added' | 'prepares'>): News {
  const gathering = gatheringAfter(appointment, said);
  return {
    ...(said.date === undefined || said.date === appointment.startsAt ? {} : { startsAt: said.date }),
    ...(gathering.place === appointment.place ? {} : { place: gathering.place }),
    gathering,
    ...others,
    removed: said.remove,
  };
}

/** A new way of meeting without a place leaves none of the old one's. */
function gatheringAfter(before: Appointment, { place, mode, url = before.url }: Input) {
  if (place === undefined && mode === undefined) return { mode: before.mode, place: before.place, url };
  return gatheringOf({ mode, url }, place);
}

function refusalOf(meeting: ConvenedMeeting, { startsAt, removed }: News, now: Instant): Refused | undefined {
  if (startsAt !== undefined && startsAt <= now) return { code: 'too-late', date: startsAt };
  const stands = (agency: AgencyId) =>
    meeting.invitations.some((one) => one.agency === agency && one.withdrawn === undefined);
  const stranger = removed.find(({ agency }) => !stands(agency));
  return stranger === undefined ? undefined : { code: 'not-invited', agency: stranger.agency };
}

type Then = { readonly cases: readonly Case[]; readonly planned: Planned; readonly now: Instant };

/** What is new passes the same gates as a convening: consent holds for the new day and for whom the new ones are called. */
function refusalOfChanged(
  changed: ConvenedMeeting,
  { place, startsAt, added }: News,
  { cases, planned, now }: Then,
): Refused | undefined {
  const received = changed.invitations.filter((one) => one.withdrawn === undefined).length;
  if (received > MOST_AGENCIES) return { code: 'too-many', received, limit: MOST_AGENCIES };
  const asksAgain = startsAt !== undefined || added.length > 0;
  const closed = asksAgain ? gateRefusal(changed, cases, dayOf(now), planned) : undefined;
  return closed ?? unsafeForMail({ 場所: place ?? '' }, cases);
}
