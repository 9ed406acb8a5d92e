import type { Actor } from '../../access/model.ts';
import { noteUnseen } from '../../access/noting.ts';
import { letterheadOf } from '../../body/rules.ts';
import { isConvened } from '../../meeting/convening.ts';
import type { ConvenedMeeting } from '../../meeting/model.ts';
import { writesTo } from '../../meeting/together.ts';
import { LINK_PLACEHOLDER } from '../../message/model.ts';
import { alongsideIn, othersFor } from '../../message/parts.ts';
import { letterText } from '../../message/letter-text.ts';
import { replyCodeOf } from '../../message/reply-code.ts';
import type { Versioned } from '../../records.ts';
import type { Refused } from '../../refusal.ts';
import { ok, type Result } from '../../result.ts';
import type { Deps } from '../command.ts';
import { readInput } from '../refusal-of-input.ts';
import { withoutKeeping } from '../without-keeping.ts';
import { conveneMeeting } from './convene-meeting.ts';
import { conveneTogether } from './convene-together.ts';

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
  return ok(meeting === undefined || !isConvened(meeting) ? [] : await noticesOf(deps, meeting, [meeting]));
}

type OfSitting = { readonly notices: readonly Notice[]; readonly meetings: readonly ConvenedMeeting[] };

/** The same of a sitting of several towns (合同の席): one notice an agency, and the meetings as they would stand. */
export async function noticesOfSitting(deps: Deps, actor: Actor, said: unknown): Promise<Result<OfSitting, Refused>> {
  const read = readInput(conveneTogether.input, said);
  if (!read.ok) return read;
  const written: Versioned[] = [];
  const done = await conveneTogether.run(
    withoutKeeping(deps, (put) => written.push(...put)),
    actor,
    read.value,
  );
  if (!done.ok) {
    await noteUnseen(deps, actor, 'convene-together', done.error);
    return done;
  }
  const made = written.flatMap((record) => (record.kind === 'meeting' ? [record] : [])).filter(isConvened);
  const meetings = made.toSorted((a, b) => (a.appointment.startsAt < b.appointment.startsAt ? -1 : 1));
  const notices = await Promise.all(meetings.map(async (meeting) => noticesOf(deps, meeting, meetings)));
  return ok({ notices: notices.flat(), meetings });
}

/** What one part writes: to whom no earlier part writes for it. */
async function noticesOf(
  deps: Deps,
  meeting: ConvenedMeeting,
  parts: readonly ConvenedMeeting[],
): Promise<readonly Notice[]> {
  const settings = await letterheadOf(deps, meeting);
  const own = meeting.invitations.filter(({ agency }) => writesTo(meeting, parts, agency));
  const notices = own.map(async (invitation) => {
    const agency = await deps.store.get('agency', deps.prefecture, invitation.agency);
    if (agency === undefined) return [];
    const replyCode = replyCodeOf(deps.secrets, meeting, invitation);
    const { alongside } = alongsideIn(othersFor(meeting, parts, invitation), invitation);
    const told = { occasion: 1, former: undefined, at: deps.clock.now(), alongside };
    const { subject, text } = letterText('invitation', { meeting, agency, settings, invitation, replyCode, ...told });
    const shown = alongside.reduce((words, { link }) => words.replaceAll(link, LINK_PLACEHOLDER), text);
    return [{ agency: invitation.agency, subject, text: shown }];
  });
  return (await Promise.all(notices)).flat();
}
