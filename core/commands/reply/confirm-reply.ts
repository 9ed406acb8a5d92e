import * as z from 'zod';
import { agencyIdSchema, meetingIdSchema } from '../../ids.ts';
import type { Reply } from '../../invitation/model.ts';
import { currentReply } from '../../invitation/rules.ts';
import { isConvened } from '../../meeting/convening.ts';
import { refuse } from '../../result.ts';
import type { Command } from '../command.ts';
import { invitedFor } from '../meeting/own-invitation.ts';
import { saveReply } from './record-reply.ts';

const input = z.strictObject({ meeting: meetingIdSchema, agency: agencyIdSchema });

/** 確かめた: staff asked, and the answer that was 未確認 stands. It counts from now, and the doubtful one stays as history. */
export const confirmReply: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    if (actor.kind !== 'staff') return refuse({ code: 'forbidden' });
    const invited = await invitedFor(deps, actor, said);
    if (!invited.ok) return invited;
    const { meeting, invitation } = invited.value;
    const now = deps.clock.now();
    if (!isConvened(meeting) || now >= meeting.appointment.startsAt) return refuse({ code: 'replies-closed' });
    const doubtful = currentReply(invitation);
    if (doubtful?.unconfirmed !== true) return refuse({ code: 'already-closed', state: '未確認の回答はありません' });

    const reply: Reply = { ...doubtful, at: now, enteredBy: actor.id, unconfirmed: false };
    return saveReply(deps, actor, { meeting, invitation, reply });
  },
};
