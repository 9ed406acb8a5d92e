import type { CaseId } from '../ids.ts';
import { type Meeting, meetingSchema } from './model.ts';

/**
 * A meeting about several households after the papers of one were disposed of: what names that household is taken out of invitations,
 * purposes, judgements and minutes, wherever it stands. What was said about the others stays as it was.
 */
export function withoutHousehold(meeting: Meeting, id: CaseId): Meeting {
  const rest = meetingSchema.parse(without(meeting, id));
  const invitations = rest.invitations.map((invitation, index) => {
    const before = meeting.invitations[index]?.purposes ?? [];
    // A purpose that was about this household alone has nobody left; one about nobody in particular never had.
    const purposes = invitation.purposes.filter(
      ({ members }, at) => members.length > 0 || before[at]?.members.length === 0,
    );
    return { ...invitation, purposes };
  });
  return { ...rest, invitations };
}

/** Lists that name cases, and members as `C-1/A`. */
const lists: ReadonlySet<string> = new Set(['cases', 'members']);

function without(value: unknown, id: CaseId, under = ''): unknown {
  if (Array.isArray(value)) return value.filter((one) => !isOf(one, id, under)).map((one) => without(one, id));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== id);
  return Object.fromEntries(entries.map(([key, one]) => [key, without(one, id, key)]));
}

function isOf(one: unknown, id: CaseId, under: string): boolean {
  if (typeof one === 'string') return lists.has(under) && (one === id || one.startsWith(`${id}/`));
  return typeof one === 'object' && one !== null && 'case' in one && one.case === id;
}
