import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { agencyIdSchema, meetingIdSchema } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import { type Letters, noLetters } from '../../message/envelope.ts';
import { CODE_SECONDS, codeLetter } from '../../message/letters.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse } from '../../result.ts';
import { addSeconds, dayOf, type Instant } from '../../time.ts';
import type { Command, Deps } from '../command.ts';
import { undesignated } from '../meeting/designation.ts';
import { type Invited, invitedFor, withInvitation } from '../meeting/own-invitation.ts';
import { save } from '../save.ts';

const input = z.strictObject({
  meeting: meetingIdSchema,
  /** Staff say for whom; they hand the code over by telephone or in person. */
  agency: agencyIdSchema.optional(),
});

const TRIES = 5;
const AGAIN_SECONDS = 60;
/** Mailed for one invitation in a day; half of all agencies share one mailbox, and each reader needs a code of their own. */
const MOST_A_DAY = 10;

/**
 * Issues a one-time code for the papers (BRIEF §2.7): mailed to the agency's registered address, at any hour since somebody is waiting for
 * it, or shown to staff, who hand it to an agency without one.
 */
export const askPapersCode: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const invited = await invitedFor(deps, actor, said);
    if (!invited.ok) return invited;
    const { meeting, invitation } = invited.value;
    const closed = await undesignated(deps, invited.value);
    if (closed !== undefined) return refuse(closed);
    const now = deps.clock.now();
    // Pressed again at once: the code that is on its way counts, and nobody's mailbox is filled.
    if (isOnItsWay(invitation, now)) return ok({ town: meeting.town, id: meeting.id });
    const over = tooManyToday(actor, invitation, now);
    if (over !== undefined) return refuse(over);
    const issuedAt = momentOfNext(invitation, now);
    const letters = actor.kind === 'staff' ? noLetters : await mailed(deps, invited.value, issuedAt);
    if (letters === undefined) return refuse({ code: 'not-confirmed', what: 'メールアドレスの登録' });

    const handed = actor.kind === 'staff' ? { handedBy: actor.id } : {};
    const code = { issuedAt, expiresAt: addSeconds(issuedAt, CODE_SECONDS), triesLeft: TRIES, ...handed };
    const put = [
      withInvitation(meeting, invitation, {
        ...invitation,
        code,
        codeAt: issuedAt,
        ...counted(actor, invitation, now),
      }),
      ...letters.messages,
    ];
    const saving = { command: 'ask-papers-code', town: meeting.town, id: meeting.id, put, outbox: letters.outbox };
    return save(deps, actor, saving);
  },
};

/** Each code is of a moment of its own, from which it is derived: where the clock stands still, one second after the one before. */
function momentOfNext({ code, codeAt = code?.issuedAt }: Invitation, now: Instant): Instant {
  return codeAt === undefined || codeAt < now ? now : addSeconds(codeAt, 1);
}

function tooManyToday(actor: Actor, { codesMailed }: Invitation, now: Instant): Refused | undefined {
  const isFull = codesMailed?.on === dayOf(now) && codesMailed.count >= MOST_A_DAY;
  return actor.kind === 'agency' && isFull ? { code: 'too-many-codes', limit: MOST_A_DAY } : undefined;
}

/** What staff hand over is between two people who speak to each other, and not counted. */
function counted(actor: Actor, { codesMailed }: Invitation, now: Instant): Pick<Invitation, 'codesMailed'> {
  if (actor.kind === 'staff') return {};
  const on = dayOf(now);
  return { codesMailed: { on, count: codesMailed?.on === on ? codesMailed.count + 1 : 1 } };
}

function isOnItsWay({ code }: Invited['invitation'], now: Instant): boolean {
  return code !== undefined && code.triesLeft > 0 && now < addSeconds(code.issuedAt, AGAIN_SECONDS);
}

/** Undefined for an agency without an address, or before the meeting has a date. */
async function mailed(deps: Deps, { meeting, invitation }: Invited, issuedAt: Instant): Promise<Letters | undefined> {
  if (!('appointment' in meeting) || meeting.appointment === undefined) return undefined;
  return codeLetter(deps, { ...meeting, appointment: meeting.appointment }, invitation, issuedAt);
}
