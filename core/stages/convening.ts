import type { Deps } from '../commands/command.ts';
import { owes } from '../invitation/rules.ts';
import type { Invitation } from '../invitation/model.ts';
import { type ConveningStep, isExpected, isRemindedOn, isToBeInvited } from '../meeting/convening.ts';
import type { ConvenedMeeting, HeldMeeting } from '../meeting/model.ts';
import { callOf, isInvitedElsewhere, toldKey, writesTo } from '../meeting/together.ts';
import { lettersToMembers } from '../message/letters.ts';
import { othersFor, standingParts } from '../message/parts.ts';
import { linksBeyond } from '../commands/meeting/personal-links.ts';
import { tasksClosed } from '../commands/task/tasks-closed.ts';
import { allAnswered } from '../meeting/all-answered.ts';
import { settingsOf } from '../settings/rules.ts';
import { newTask, openTasks } from '../task/rules.ts';
import { dayOf, type Instant } from '../time.ts';
import { startStage } from '../workflow/rules.ts';
import { noticesInTheirPlace, replaced } from './replaced.ts';
import type { Taken } from './step.ts';
import { askAboutShortfall, tellAnswered } from './telling-convener.ts';

type Step = (deps: Deps, meeting: ConvenedMeeting, key: string) => Promise<Taken<ConvenedMeeting | HeldMeeting>>;

/** An invitation whose notice goes out now: of which further parts of the sitting it tells, or that another part's tells of this one. */
function invited(
  meeting: ConvenedMeeting,
  parts: readonly ConvenedMeeting[],
  one: Invitation,
  now: Instant,
): Invitation {
  const { toldOf: _before, leftToOthers: _left, ...rest } = one;
  const asked = { ...rest, invitedAt: now, askedAt: now };
  if (isInvitedElsewhere(meeting, parts, one)) return { ...asked, leftToOthers: true };
  const others = writesTo(meeting, parts, one.agency) ? othersFor(meeting, parts, one) : [];
  const toldOf = others.flatMap((part) => {
    const call = callOf(part, one.agency);
    return call === undefined ? [] : [toldKey(part, call)];
  });
  return toldOf.length === 0 ? asked : { ...asked, toldOf };
}

/** What time does to a convened meeting. */
export const conveningSteps: Readonly<Record<ConveningStep, Step>> = {
  async invite(deps, meeting) {
    const now = deps.clock.now();
    const waiting = meeting.invitations.filter(isToBeInvited);
    // All of one generation at a time: the mail's id bears it. The run looks again for others.
    const generation = waiting[0]?.generation ?? 1;
    const fresh = (one: Invitation) => waiting.includes(one) && one.generation === generation;
    const letters = await lettersToMembers(deps, meeting, 'invitation', { occasion: generation, only: fresh });
    const parts = await standingParts(deps, meeting);
    const invitations = meeting.invitations.map((one) => (fresh(one) ? invited(meeting, parts, one, now) : one));
    const heldOn = dayOf(meeting.appointment.startsAt);
    const links = await linksBeyond(deps, meeting, meeting.invitations.filter(fresh), heldOn);
    return {
      record: { ...meeting, invitations },
      letters,
      also: [
        ...links,
        ...(await replaced(deps, meeting, letters)),
        ...(await noticesInTheirPlace(deps, meeting, letters)),
      ],
    };
  },

  async remind(deps, meeting, key) {
    const reminded = isRemindedOn(dayOf(deps.clock.now()), meeting, await settingsOf(deps, meeting.town));
    return {
      record: meeting,
      letters: await lettersToMembers(deps, meeting, 'reminder', { occasion: key, only: reminded }),
    };
  },

  async phone(deps, meeting, key) {
    const openedAt = deps.clock.now();
    const subject = { kind: 'meeting', id: meeting.id } as const;
    const open = (await openTasks(deps, meeting.town, meeting.id)).filter((task) => task.taskKind === 'phone');
    const parts = await standingParts(deps, meeting);
    const silent = meeting.invitations.filter(
      (one) => owes(one) && writesTo(meeting, parts, one.agency) && !open.some((task) => task.about === one.agency),
    );
    const tasks = silent.map((one) =>
      newTask({
        town: meeting.town,
        taskKind: 'phone',
        for: meeting.appointment.convener,
        about: one.agency,
        subject,
        openedAt,
        dueAt: meeting.appointment.startsAt,
        occasion: key,
      }),
    );
    return { record: meeting, also: tasks };
  },

  async 'ask-host'(deps, meeting, key) {
    return key === allAnswered(meeting) ? tellAnswered(deps, meeting, key) : askAboutShortfall(deps, meeting, key);
  },

  async 'day-before'(deps, meeting, key) {
    const expected = isExpected(meeting, await settingsOf(deps, meeting.town));
    return {
      record: meeting,
      letters: await lettersToMembers(deps, meeting, 'day-before', { occasion: key, only: expected }),
    };
  },

  async hold(deps, meeting) {
    const held: HeldMeeting = { ...meeting, state: 'recording', records: [] };
    const tasks = await tasksClosed(
      deps,
      meeting,
      ['phone', 'fax', 'post', 'confirm-reply', 'no-contact', 'reschedule', 'quorum'],
      'workflow',
    );
    return { record: held, also: tasks, outbox: [startStage(held, 'recording', deps.clock.now())] };
  },
};
