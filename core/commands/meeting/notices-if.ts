import type { Actor } from '../../access/model.ts';
import { noteUnseen } from '../../access/noting.ts';
import { letterheadOf } from '../../body/rules.ts';
import { isConvened } from '../../meeting/convening.ts';
import { letterText } from '../../message/letter-text.ts';
import { replyCodeOf } from '../../message/reply-code.ts';
import type { Versioned } from '../../records.ts';
import type { Refused } from '../../refusal.ts';
import { ok, type Result } from '../../result.ts';
import type { Deps } from '../command.ts';
import { readInput } from '../refusal-of-input.ts';
import { withoutKeeping } from '../without-keeping.ts';
import { conveneMeeting } from './convene-meeting.ts';

/** 案内文 as one agency would get it. */
export type Notice = { readonly agency: string; readonly subject: string; readonly text: string };

/**
 * What each agency would be written if this were convened now, for who looks before sending; the same refusals. Nothing is saved. No notice
 * where none would go out yet: while a date is sought, and before 決裁.
 */
export async function noticesIf(deps: Deps, actor: Actor, said: unknown): Promise<Result<readonly Notice[], Refused>> {
  const read = readInput(conveneMeeting.input, said);
  if (!read.ok) return read;
  const written: Versioned[] = [];
  const trial = withoutKeeping(deps, (put) => written.push(...put));
  const done = await conveneMeeting.run(trial, actor, read.value);
  if (!done.ok) {
    await noteUnseen(deps, actor, 'convene', done.error);
    return done;
  }
  const meeting = written.find((record) => record.kind === 'meeting');
  if (meeting === undefined || !isConvened(meeting)) return ok([]);

  const settings = await letterheadOf(deps, meeting);
  const notices = meeting.invitations.map(async (invitation) => {
    const agency = await deps.store.get('agency', deps.prefecture, invitation.agency);
    if (agency === undefined) return [];
    const replyCode = replyCodeOf(deps.secrets, meeting, invitation);
    const told = { occasion: 1, former: undefined, at: deps.clock.now() };
    const { subject, text } = letterText('invitation', { meeting, agency, settings, invitation, replyCode, ...told });
    return [{ agency: invitation.agency, subject, text }];
  });
  return ok((await Promise.all(notices)).flat());
}
