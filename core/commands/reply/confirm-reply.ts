import * as z from 'zod';
import type { Staff } from '../../access/model.ts';
import { agencyIdSchema, meetingIdSchema } from '../../ids.ts';
import type { Invitation, Reply } from '../../invitation/model.ts';
import { currentReply } from '../../invitation/rules.ts';
import { isConvened } from '../../meeting/convening.ts';
import type { PollingMeeting } from '../../meeting/model.ts';
import { availabilityIn } from '../../poll/rules.ts';
import type { Refused } from '../../refusal.ts';
import { refuse, type Result } from '../../result.ts';
import type { Command, Deps, Done } from '../command.ts';
import { invitedFor } from '../meeting/own-invitation.ts';
import { saveMarks } from '../poll/answer-poll.ts';
import { saveReply } from './record-reply.ts';

const input = z.strictObject({ meeting: meetingIdSchema, agency: agencyIdSchema });

const nothingDoubtful: Refused = { code: 'already-closed', state: '未確認の回答はありません' };

/** 確かめた: staff asked, and the answer, or the ○△× of a poll, that was 未確認 stands. It counts from now, and the doubtful one stays as history. */
export const confirmReply: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    if (actor.kind !== 'staff') return refuse({ code: 'forbidden' });
    const invited = await invitedFor(deps, actor, said);
    if (!invited.ok) return invited;
    const { meeting, invitation } = invited.value;
    const now = deps.clock.now();
    if (meeting.state === 'polling') return confirmedMarks(deps, actor, meeting, invitation);
    if (!isConvened(meeting) || now >= meeting.appointment.startsAt) return refuse({ code: 'replies-closed' });
    const doubtful = currentReply(invitation);
    if (doubtful?.unconfirmed !== true) return refuse(nothingDoubtful);

    const reply: Reply = { ...doubtful, at: now, enteredBy: actor.id, unconfirmed: false };
    return saveReply(deps, actor, { meeting, invitation, reply });
  },
};

async function confirmedMarks(
  deps: Deps,
  actor: Staff,
  meeting: PollingMeeting,
  invitation: Invitation,
): Promise<Result<Done, Refused>> {
  const doubtful = availabilityIn(meeting.poll, invitation);
  if (doubtful?.unconfirmed !== true) return refuse(nothingDoubtful);
  const availability = { ...doubtful, at: deps.clock.now(), enteredBy: actor.id, unconfirmed: false };
  return saveMarks(deps, actor, { meeting, invitation, availability });
}
