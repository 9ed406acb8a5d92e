import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { mayOn } from '../../access/on-record.ts';
import { noteReading } from '../../access/noting.ts';
import type { Meeting } from '../../meeting/model.ts';
import type { RecordOf } from '../../records.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Command, Deps, Done } from '../command.ts';
import { undesignated } from '../meeting/designation.ts';
import { locate } from '../locate.ts';

const input = z.union([
  z.string().transform((id) => ({ case: id, meeting: id })),
  z.strictObject({
    case: z.string().optional(),
    consultation: z.string().optional(),
    meeting: z.string().optional(),
    path: z.string().optional(),
  }),
]);

/** Somebody opens case content: allowed or refused by who they are, and either way in the audit log (BRIEF §2.15). */
export const openRecord: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    if ('consultation' in said && said.consultation !== undefined)
      return openConsultation(deps, actor, said.consultation);
    const { case: caseId, meeting: meetingId } = said;
    if (caseId !== undefined) {
      const one = await locate(deps, actor, 'case', caseId);
      if (one.ok) return openHousehold(deps, actor, one.value);
      if (meetingId === undefined) return one;
    }
    if (meetingId === undefined) return refuse({ code: 'unknown-meeting', id: '' });
    const meeting = await locate(deps, actor, 'meeting', meetingId);
    return meeting.ok ? openMeeting(deps, actor, meeting.value) : meeting;
  },
};

async function openConsultation(deps: Deps, actor: Actor, id: string) {
  const one = await locate(deps, actor, 'consultation', id);
  return one.ok ? openHousehold(deps, actor, one.value) : one;
}

async function openHousehold(deps: Deps, actor: Actor, one: RecordOf<'case' | 'consultation'>) {
  return (await mayOn(deps, actor, one, 'read')) ? seen(deps, actor, one) : refused();
}

/** Staff who may read all of its cases see a meeting; an agency sees its papers once it took note of the secrecy duty. */
async function openMeeting(deps: Deps, actor: Actor, meeting: Meeting): Promise<Result<Done, Refused>> {
  if (actor.kind === 'staff')
    return (await mayOn(deps, actor, meeting, 'read')) ? seen(deps, actor, meeting) : refused();
  const invitation = meeting.invitations.find((one) => one.agency === actor.id && one.withdrawn === undefined);
  if (invitation === undefined) return refuse({ code: 'not-invited', agency: actor.id });
  // What was cancelled is nobody's any more: the consent may be gone (BRIEF §2.1).
  if (meeting.state === 'cancelled') return refuse({ code: 'link-expired', cancelled: true });
  const closed = await undesignated(deps, { meeting, invitation });
  if (closed !== undefined) return refuse(closed);
  return invitation.acknowledged === undefined
    ? refuse({ code: 'acknowledgement-missing' })
    : seen(deps, actor, meeting);
}

async function seen(
  deps: Deps,
  actor: Actor,
  record: RecordOf<'case' | 'consultation' | 'meeting'>,
): Promise<Result<Done, Refused>> {
  const { town, id, kind } = record;
  const about = record.kind === 'meeting' ? record.cases : [];
  await noteReading(deps, actor, { town, to: id, part: actor.kind === 'agency' ? 'papers' : kind, about });
  return ok({ town, id });
}

async function refused(): Promise<Result<Done, Refused>> {
  return refuse({ code: 'forbidden' });
}
