import * as z from 'zod';
import { agencyIdSchema, meetingIdSchema } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import { isConvened } from '../../meeting/convening.ts';
import { meetingStates } from '../../meeting/model.ts';
import { refuse } from '../../result.ts';
import { conveningOf, signal } from '../../workflow/rules.ts';
import type { Command } from '../command.ts';
import { invitedFor, withInvitation } from './own-invitation.ts';
import { save } from '../save.ts';

const input = z
  .strictObject({
    meeting: meetingIdSchema,
    agency: agencyIdSchema,
    /** Why, 「来週電話をくれる」; needed to pause. */
    reason: z.string().trim().max(200, '200字までで書いてください。').default(''),
    /** true: reminders go out again. */
    resume: z.boolean().default(false),
  })
  .refine(({ reason, resume }) => resume || reason !== '', {
    path: ['reason'],
    params: { refusal: 'bad-input' },
    message: '催促を止める理由を書いてください。例: 電話で、来週返事をもらう約束をした',
  });

/** 催促を止める: one agency is not reminded of its answer, with a reason on its card, until somebody resumes. The telephone task stays. */
export const pauseReminders: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    if (actor.kind !== 'staff') return refuse({ code: 'forbidden' });
    const invited = await invitedFor(deps, actor, said);
    if (!invited.ok) return invited;
    const { meeting, invitation } = invited.value;
    if (!isConvened(meeting) && meeting.state !== 'polling')
      return refuse({ code: 'wrong-state', state: meetingStates[meeting.state] });
    const { paused: _before, ...rest } = invitation;
    const at = deps.clock.now();
    const after: Invitation = said.resume ? rest : { ...rest, paused: { at, by: actor.id, reason: said.reason } };
    const { town, id } = meeting;
    const outbox = [signal({ town, subject: id, at }, conveningOf(meeting))];
    const command = said.resume ? 'pause:resume' : 'pause';
    return save(deps, actor, { command, town, id, put: [withInvitation(meeting, invitation, after)], outbox });
  },
};
