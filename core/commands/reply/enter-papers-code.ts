import * as z from 'zod';
import { meetingIdSchema } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import type { Meeting } from '../../meeting/model.ts';
import { refuse } from '../../result.ts';
import type { Instant } from '../../time.ts';
import type { Command } from '../command.ts';
import { ownInvitation, withInvitation } from '../meeting/own-invitation.ts';
import { save } from '../save.ts';

const input = z.strictObject({
  meeting: meetingIdSchema,
  code: z.string().transform((text) => text.normalize('NFKC').trim()),
});

/** Checks the one-time code; five wrong ones void it. The door then keeps the papers open for that browser. */
export const enterPapersCode: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const invited = await ownInvitation(deps, actor, said.meeting);
    if (!invited.ok) return invited;
    const { meeting, invitation } = invited.value;
    const given = usableCode(invitation, deps.clock.now());
    if (given === undefined) return refuse({ code: 'code-wrong', triesLeft: 0 });

    const right = said.code === deps.secrets.code(codeOwner(meeting, invitation), given.issuedAt);
    const triesLeft = given.triesLeft - 1;
    const { code: _used, ...rest } = invitation;
    const after = right ? rest : { ...rest, code: { ...given, triesLeft } };
    const command = right ? 'enter-papers-code' : 'wrong-papers-code';
    const put = [withInvitation(meeting, invitation, after)];
    const saved = await save(deps, actor, { command, town: meeting.town, id: meeting.id, put });
    return saved.ok && !right ? refuse({ code: 'code-wrong', triesLeft }) : saved;
  },
};

function usableCode({ code }: Invitation, now: Instant): Invitation['code'] {
  return code !== undefined && code.triesLeft > 0 && now < code.expiresAt ? code : undefined;
}

/** Whose code it is: one invitation of one generation. The mail derives the same code from the same words. */
export function codeOwner(
  meeting: Pick<Meeting, 'town' | 'id'>,
  invitation: Pick<Invitation, 'agency' | 'generation'>,
): string {
  return `${meeting.town}/${meeting.id}/${invitation.agency}/${String(invitation.generation)}`;
}
