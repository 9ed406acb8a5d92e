import type { Case, Member } from '../../core/case/model.ts';
import { frameworks } from '../../core/framework/frameworks.ts';
import type { Meeting } from '../../core/meeting/model.ts';
import { type Day, dayOf } from '../../core/time.ts';

/** Whoever a meeting talks about in a household: the ticked, everybody where nobody is; and whom a purpose names. */
function discussed({ invitations }: Meeting, { id, members }: Case): readonly Member[] {
  const said = invitations.filter(({ withdrawn }) => withdrawn === undefined).flatMap(({ purposes }) => purposes);
  const isNamed = (one: Member) =>
    said.some(({ members: of }) => of.includes(one.id) || of.includes(`${id}/${one.id}`));
  const ticked = members.filter(({ covered }) => covered);
  return [...(ticked.length === 0 ? members : ticked), ...members.filter(isNamed)];
}

/** Said once more, not by the gate: a consent that stands, given by then, and not over on the day it is looked at nor on that of the meeting. */
function hasConsent({ consents }: Case, { id }: Member, days: readonly Day[]): boolean {
  const standing = consents.filter((one) => one.member === id && !('withdrawnAt' in one) && !('endedAt' in one));
  return days.every((day) => standing.some(({ on, until = day }) => on <= day && day <= until));
}

function lackingIn(meeting: Meeting, cases: readonly Case[], today: Day): readonly string[] {
  const on = 'appointment' in meeting && meeting.appointment !== undefined ? [dayOf(meeting.appointment.startsAt)] : [];
  return cases.flatMap((one) =>
    discussed(meeting, one)
      .filter((member) => !hasConsent(one, member, [today, ...on]))
      .map((member) => `${one.id}/${member.id}`),
  );
}

const said = (text = '') => text.trim() !== '';

function isJudged({ judgements = [] }: Meeting, lacking: readonly string[]): boolean {
  const members = judgements.filter(({ by, goesOn }) => by === '中村' && goesOn).flatMap((one) => one.members);
  return lacking.every((ref) => members.includes(ref));
}

/** Why an agency may hear of this meeting on this day, said once more and not by the gate; undefined if nothing allows it. */
export function openingOf(meeting: Meeting, cases: readonly Case[], today: Day): string | undefined {
  const { framework, ground, reason, emergency, danger = [] } = meeting;
  if (emergency) return said(reason) && danger.length > 0 ? 'emergency' : undefined;
  if (frameworks[framework].consent === 'ground') return ground === undefined ? undefined : 'ground';
  return openingByConsent(meeting, cases, lackingIn(meeting, cases, today));
}

function openingByConsent(meeting: Meeting, cases: readonly Case[], lacking: readonly string[]): string | undefined {
  if (lacking.length === 0 && cases.every(({ members }) => members.length > 0)) return 'consent';
  const rule = frameworks[meeting.framework].consent;
  if (rule === 'required' || !said(meeting.reason)) return undefined;
  if (rule === 'desired') return 'reason';
  return isJudged(meeting, lacking) ? 'judgement' : undefined;
}
