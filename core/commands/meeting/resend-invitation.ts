import * as z from 'zod';
import { agencyIdSchema, meetingIdSchema } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import { isConvened } from '../../meeting/convening.ts';
import { type Meeting, meetingStates } from '../../meeting/model.ts';
import type { Message } from '../../message/model.ts';
import { noticeId } from '../../message/rules.ts';
import { isToBePolled, pollOccasion } from '../../poll/rules.ts';
import { ok, refuse } from '../../result.ts';
import type { Instant } from '../../time.ts';
import type { Command, Deps } from '../command.ts';
import { locateAsHost } from '../locate-as-host.ts';
import { save } from '../save.ts';
import { sentAgain } from './sent-again.ts';

const input = z.strictObject({
  meeting: meetingIdSchema,
  agency: agencyIdSchema,
  /** The generation that was on screen: pressed twice, it is sent once. */
  generation: z.number().int().optional(),
});

/**
 * 送り直す: the invitation once more, to the address as it is now, with a new link; the old one opens nothing any more. What was answered
 * stands. While an invitation is still on its way, nothing is sent twice.
 */
export const resendInvitation: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateAsHost(deps, actor, said.meeting);
    if (!located.ok) return located;
    const { meeting } = located.value;
    if (!isConvened(meeting) && meeting.state !== 'polling')
      return refuse({ code: 'wrong-state', state: meetingStates[meeting.state] });
    const invitation = meeting.invitations.find((one) => one.agency === said.agency && one.withdrawn === undefined);
    if (invitation === undefined) return refuse({ code: 'not-invited', agency: said.agency });
    const { town, id } = meeting;
    const underWay = meeting.state === 'polling' ? isPollUnderWay : isUnderWay;
    if (await underWay(deps, meeting, invitation, said.generation)) return ok({ town, id });

    const { put, outbox } = await sentAgain(deps, meeting, invitation, { by: actor.id, note: '送り直した' });
    return save(deps, actor, { command: 'resend', town, id, put, outbox });
  },
};

/** The question about the slots: pressed a second time, or not gone out yet. */
async function isPollUnderWay(
  { store, clock }: Deps,
  { town, id, poll }: Pick<Meeting, 'town' | 'id' | 'poll'>,
  invitation: Invitation,
  seen = invitation.generation,
): Promise<boolean> {
  if (poll === undefined || isToBePolled(poll, invitation) || seen !== invitation.generation) return true;
  const occasion = pollOccasion(poll, invitation);
  const mail = await store.get('message', town, noticeId({ id }, 'poll', invitation.agency, occasion));
  return mail !== undefined && isOnItsWay(mail, clock.now());
}

/** Pressed a second time, or not gone out yet. */
async function isUnderWay(
  { store, clock }: Deps,
  { town, id }: Pick<Meeting, 'town' | 'id'>,
  { agency, generation, invitedAt, held }: Invitation,
  seen = generation,
): Promise<boolean> {
  if (invitedAt === undefined || held !== undefined || seen !== generation) return true;
  const mail = await store.get('message', town, noticeId({ id }, 'invitation', agency, generation));
  return mail !== undefined && isOnItsWay(mail, clock.now());
}

function isOnItsWay({ state, bounce, sentAt }: Message, now: Instant): boolean {
  return bounce === undefined && (state === 'created' || state === 'sending' || sentAt === now);
}
