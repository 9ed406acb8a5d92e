import * as z from 'zod';
import { meetingIdSchema } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import { refuse } from '../../result.ts';
import type { Command, Deps } from '../command.ts';
import { instantField } from '../fields.ts';
import { undesignated } from '../meeting/designation.ts';
import { ownInvitation, withInvitation } from '../meeting/own-invitation.ts';
import { save } from '../save.ts';

const input = z.strictObject({
  meeting: meetingIdSchema,
  /** Who takes note of the duty; the registered contact when left out. */
  name: z.string().trim().max(100, '100字までで書いてください。').optional(),
  /** When the code was issued that opened the papers for this reader; the last one, or now, when left out. */
  opened: instantField.optional(),
});

/** The named person takes note of the secrecy duty (守秘義務); stored as evidence, and the condition for papers. */
export const acknowledgeSecrecy: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const invited = await ownInvitation(deps, actor, said.meeting);
    if (!invited.ok) return invited;
    const { meeting, invitation } = invited.value;
    const closed = await undesignated(deps, invited.value);
    if (closed !== undefined) return refuse(closed);
    const now = deps.clock.now();
    const acknowledged = { name: await readerNamed(deps, invitation, said.name), at: now };
    const opened = said.opened ?? invitation.code?.issuedAt ?? now;
    const acknowledgements = [...(invitation.acknowledgements ?? []), { ...acknowledged, opened }];
    const put = [withInvitation(meeting, invitation, { ...invitation, acknowledged, acknowledgements })];
    return save(deps, actor, { command: 'acknowledge', town: meeting.town, id: meeting.id, put });
  },
};

async function readerNamed(deps: Deps, { agency }: Invitation, name = ''): Promise<string> {
  if (name !== '') return name;
  return (await deps.store.get('agency', deps.prefecture, agency))?.contact ?? agency;
}
