import type { AgencyId } from '../ids.ts';
import type { Invitation } from '../invitation/model.ts';
import { attends, currentReply, comes as willCome, haveAllAnswered, owes } from '../invitation/rules.ts';
import type { Instant } from '../time.ts';
import { isInWriting } from './in-writing.ts';
import type { ConvenedMeeting } from './model.ts';
import { noQuorum } from './quorum.ts';

/** What a meeting lacks of its quorum (定足数): required agencies that do not come, and whether too few come in all. */
export type Shortfall = {
  readonly missed: readonly AgencyId[];
  readonly few: boolean;
  readonly attending: number;
  /** Those who attend and, before the deadline, those who still may. */
  readonly coming: number;
};

type Convened = Pick<ConvenedMeeting, 'quorum' | 'invitations' | 'appointment'>;
type Counts = (invitation: Invitation) => boolean;

/** Before the deadline only what can no longer be mended counts: whoever is silent may still come. */
export function shortfallOf(meeting: Convened, now: Instant): Shortfall | undefined {
  return now < meeting.appointment.replyBy ? certainShortfall(meeting) : shortfallAtDeadline(meeting);
}

/** By those who have declined or left. */
export function certainShortfall(meeting: Convened): Shortfall | undefined {
  return shortfall(meeting, (one) => owes(one) || one.held !== undefined || attends(one));
}

/** By all who have not said that they come. */
export function shortfallAtDeadline(meeting: Convened): Shortfall | undefined {
  return shortfall(meeting, attends);
}

/** Every meeting needs one agency at least, once all have answered; a wish for another day (日程変更希望) is a task of its own. */
function shortfall({ quorum = noQuorum, invitations, appointment }: Convened, comes: Counts): Shortfall | undefined {
  // Nobody comes to a meeting in writing: its convener has decided to do without.
  if (isInWriting({ appointment })) return undefined;
  const coming = invitations.filter((one) => one.withdrawn === undefined && comes(one));
  const missed = quorum.required.filter(
    (id) => !coming.some(({ agency }) => agency === id) && !isTakenBack(invitations, id),
  );
  const few = coming.length < (quorum.least ?? (areAllHeard(invitations) ? 1 : 0));
  if (missed.length === 0 && !few) return undefined;
  return { missed, few, attending: invitations.filter(attends).length, coming: coming.length };
}

/** The host itself took the invitation back, and so asks for it no more. */
function isTakenBack(invitations: readonly Invitation[], id: AgencyId): boolean {
  const own = invitations.filter(({ agency }) => agency === id);
  return own.length > 0 && own.every(({ withdrawn }) => withdrawn !== undefined && withdrawn.own !== true);
}

/** Somebody has decided to meet all the same, of this date, without these, and with as few; that nobody came must have been known. */
export function isOverruled(meeting: Convened, { missed, few, coming }: Shortfall): boolean {
  const over = overruledFor(meeting);
  if (over === undefined) return false;
  const isKnown = over.few && coming >= (over.coming ?? 1);
  return missed.every((id) => over.missed.includes(id)) && (isKnown || !few);
}

export function overruledFor({ quorum, appointment }: Pick<Convened, 'quorum' | 'appointment'>) {
  return quorum?.overruled?.startsAt === appointment.startsAt ? quorum.overruled : undefined;
}

/** Tells two situations apart: each is brought to the convener once, and so is a second refusal of one agency. */
export function situationOf(meeting: Convened, { missed, few }: Shortfall): string {
  const { appointment, invitations } = meeting;
  const said = missed.map((id) => {
    const replies = invitations.findLast(({ agency }) => agency === id)?.replies.length ?? 0;
    return `${id}.${String(replies)}`;
  });
  const gone = invitations.filter((one) => one.withdrawn !== undefined || !(owes(one) || attends(one))).length;
  const fewer = `few.${String(gone)}${brokenOff(invitations)}${sinceOverruled(meeting)}`;
  return `quorum-${appointment.startsAt}-${[...said.toSorted(), ...(few ? [fewer] : [])].join('-')}`;
}

function sinceOverruled(meeting: Convened): string {
  const coming = overruledFor(meeting)?.coming;
  return coming === undefined ? '' : `.of${String(coming)}`;
}

/** How often somebody said they come, and then that they do not; nothing when nobody did. */
function brokenOff(invitations: readonly Invitation[]): string {
  const turns = invitations.map(
    ({ replies }) =>
      replies.filter(({ answer }, place) => {
        const before = replies[place - 1];
        return before !== undefined && willCome(before.answer) && !willCome(answer);
      }).length,
  );
  const all = turns.reduce((sum, one) => sum + one, 0);
  return all === 0 ? '' : `.${String(all)}`;
}

function areAllHeard(invitations: readonly Invitation[]): boolean {
  const wish = (one: Invitation) => one.withdrawn === undefined && currentReply(one)?.answer === '日程変更希望';
  return haveAllAnswered(invitations) && !invitations.some(wish);
}
