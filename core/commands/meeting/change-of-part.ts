import type { Actor } from '../../access/model.ts';
import { leavingRefusal } from '../../body/roster.ts';
import { bodyOf } from '../../body/rules.ts';
import { partnerRefusal } from '../../case/home-town.ts';
import type { Case } from '../../case/model.ts';
import { gateRefusal, type Planned } from '../../framework/gate.ts';
import type { AgencyId } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import { withCurrentState } from '../../meeting/convening.ts';
import type { Appointment, ConvenedMeeting } from '../../meeting/model.ts';
import { settled } from '../../meeting/settling.ts';
import { hearersOf } from '../../message/last-heard.ts';
import { agenciesIn, type Unsent, unsentChanges } from '../../message/unsent-changes.ts';
import { unsafeForMail } from '../../message/safe-text.ts';
import type { Versioned } from '../../records.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { settingsOf } from '../../settings/rules.ts';
import { dayOf, type Instant } from '../../time.ts';
import { conveningOf, signal } from '../../workflow/rules.ts';
import { afterChange, isLeaving, type Sitting } from './after-change.ts';
import { basisAfter, overridesIn, plannedFor, withOwnJudgement } from './basis.ts';
import type { ChangeSaid } from './change-input.ts';
import { changeNoted, withConvenedChange } from './change-noted.ts';
import type { Deps } from '../command.ts';
import { gatheringOf } from './gathering-input.ts';
import { withHeld } from './held-invitations.ts';
import { writtenRefusal } from './meet-in-writing.ts';
import { MOST_AGENCIES, newInvitations } from './invitations.ts';
import { preparationStranger, preparedAnew, preparesOtherwise, unsafePreparation } from './preparations.ts';
import { isNews, type News, rearranged } from './rearranging.ts';
import type { Saving } from '../save.ts';
import { type Gone, goneFrom } from './told-anew.ts';
import { othersWoken } from './whole-sitting.ts';

type Input = ChangeSaid;

type ChangedPart = {
  readonly before: ConvenedMeeting;
  readonly after: ConvenedMeeting;
  /** With the tasks of whoever is held. */
  readonly put: readonly Versioned[];
  readonly news: News;
  /** Word of earlier changes that this one makes needless. */
  readonly unsent: Unsent;
  readonly noted: readonly string[];
};

async function casesIn(deps: Deps, { town, cases }: ConvenedMeeting): Promise<readonly Case[]> {
  const found = await Promise.all(cases.map((id) => deps.store.get('case', town, id)));
  return found.filter((one) => one !== undefined);
}

/** A part as it stands after what was said, or why it cannot; nobody is told yet. */
export async function changedPart(
  deps: Deps,
  actor: Actor,
  meeting: ConvenedMeeting,
  said: Input,
): Promise<Result<ChangedPart, Refused>> {
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
  const noted = overridesIn(meeting, changed);
  return ok({ before: meeting, after: kept, put: [kept, ...tasks], news, unsent, noted });
}

/** Whom the change takes from a part of a sitting, and what each had been told of it. */
export async function leavingFrom(deps: Deps, { before, news, unsent }: ChangedPart): Promise<Gone> {
  const going = before.invitations.filter((one) => one.withdrawn === undefined && isLeaving(news, one.agency));
  return goneFrom(before, going, await hearersOf(deps, before), agenciesIn(unsent));
}

/** All that follows for one part, where these change together. */
export async function savingOf(deps: Deps, actor: Actor, part: ChangedPart, sitting: Sitting): Promise<Saving> {
  const { before, news, noted } = part;
  const { town, id } = before;
  const after = await afterChange(deps, { ...part, ...sitting }, news, actor.id);
  const woken = signal({ town, subject: id, at: deps.clock.now() }, conveningOf(before));
  const outbox = [...after.outbox, woken, ...(await othersWoken(deps, before))];
  const put = [...part.put, ...after.put];
  return { command: 'change', town, id, put, outbox, noted, ...changeNoted(before, part.after) };
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
