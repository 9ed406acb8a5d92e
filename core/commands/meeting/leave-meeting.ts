import * as z from 'zod';
import { agencyIdSchema, meetingIdSchema, type PersonId } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import { isConvened, withCurrentState } from '../../meeting/convening.ts';
import { type Meeting, meetingStates } from '../../meeting/model.ts';
import { officerOf } from '../../meeting/officer.ts';
import { isHeld } from '../../meeting/recording.ts';
import type { Letters } from '../../message/envelope.ts';
import { withheld } from '../../message/withheld.ts';
import type { Role } from '../../plan/model.ts';
import type { Versioned } from '../../records.ts';
import { refuse } from '../../result.ts';
import { overtakenTask, newTask, openTasks } from '../../task/rules.ts';
import { conveningOf, recordingOf, signal } from '../../workflow/rules.ts';
import type { Command, Deps } from '../command.ts';
import { textField } from '../fields.ts';
import { invitedFor, withInvitation } from './own-invitation.ts';
import { toldAnew, withoutTwice } from './told-anew.ts';
import { save } from '../save.ts';
import { othersWoken } from './whole-sitting.ts';

const input = z.strictObject({
  meeting: meetingIdSchema,
  /** Staff say which agency told them; an agency leaves by itself. */
  agency: agencyIdSchema.optional(),
  reason: textField,
});

/**
 * 辞退: an agency leaves a meeting and what was agreed there, before it or afterwards (BRIEF §2.14). Its link opens nothing more, its
 * roles are open again, what still asks it is held back, and whoever keeps the case hears why. Inviting it again makes a new link.
 */
export const leaveMeeting: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const invited = await invitedFor(deps, actor, said);
    if (!invited.ok) return invited;
    const { meeting, invitation } = invited.value;
    if (meeting.state === 'cancelled') return refuse({ code: 'already-closed', state: meetingStates.cancelled });

    const { put, letters } = await departure(deps, meeting, invitation, { reason: said.reason, by: actor.id });
    const about = { town: meeting.town, subject: meeting.id, at: deps.clock.now() };
    const own = signal(about, isHeld(meeting) ? recordingOf(meeting) : conveningOf(meeting));
    const outbox = [own, ...letters.outbox, ...(await othersWoken(deps, meeting))];
    return save(deps, actor, { command: 'leave', town: meeting.town, id: meeting.id, put, outbox });
  },
};

type Why = { readonly reason: string; readonly by: string };

async function departure(
  deps: Deps,
  meeting: Meeting,
  invitation: Invitation,
  why: Why,
): Promise<{ readonly put: readonly Versioned[]; readonly letters: Letters }> {
  const now = deps.clock.now();
  const { agency } = invitation;
  const { code: _void, ...rest } = invitation;
  const left = withInvitation(meeting, invitation, { ...rest, withdrawn: { at: now, reason: why.reason, own: true } });
  const subjects = [meeting.id, ...meeting.cases].map((id) => ({ town: meeting.town, id }));
  const unsent = await Promise.all(subjects.map((one) => withheld(deps, one, (to) => to === agency)));
  const open = (await Promise.all(subjects.map(({ town, id }) => openTasks(deps, town, id)))).flat();
  const after = isConvened(left) ? withCurrentState(left) : left;
  const anew = await toldAnew(deps, { part: after, gone: new Map([[agency, undefined]]) }, why.by);
  const put = [
    after,
    ...unsent.flat(),
    ...open.filter(({ about }) => about === agency).map((task) => overtakenTask(task, now, why.by)),
    ...(await reopened(deps, meeting, agency)),
    ...(await toldTo(deps, meeting, invitation, why)),
  ];
  const { letters } = anew;
  return { put: [...put, ...withoutTwice(anew.put, put), ...letters.messages, ...letters.tasks], letters };
}

/** What the agency had taken on at this meeting is nobody's again, and asks for nobody's report. */
async function reopened(deps: Deps, meeting: Meeting, agency: Invitation['agency']): Promise<readonly Role[]> {
  const roles = await deps.store.list('role', meeting.town);
  return roles
    .filter((role) => role.agency === agency && role.meeting === meeting.id && role.state !== 'reopened')
    .map(({ confirmedBy: _confirmedBy, ...role }) => ({ ...role, state: 'reopened' }));
}

/**
 * The worker of each case, who keeps the household, and the host's officer, whose meeting lacks somebody now (BRIEF §2.14): one task for each
 * person.
 */
async function toldTo(deps: Deps, meeting: Meeting, { agency }: Invitation, { reason }: Why) {
  const convener = officerOf(meeting);
  const cases = await Promise.all(meeting.cases.map((id) => deps.store.get('case', meeting.town, id)));
  const keepers = new Set<PersonId>([convener, ...cases.map((one) => one?.worker)].filter((one) => one !== undefined));
  const openedAt = deps.clock.now();
  const subject = { kind: 'meeting', id: meeting.id } as const;
  return [...keepers].map((person) =>
    newTask({
      town: meeting.town,
      taskKind: 'agency-left',
      for: person,
      about: agency,
      subject,
      openedAt,
      said: reason,
      occasion: `${openedAt}-${person}`,
    }),
  );
}
