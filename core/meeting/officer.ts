import type { PersonId } from '../ids.ts';
import type { Meeting } from './model.ts';

/** Who of the host keeps a meeting: its convener, its drafter, or whoever declined it or took it elsewhere. */
export function officerOf(meeting: Meeting): PersonId | undefined {
  switch (meeting.state) {
    case 'requested':
      return undefined;
    case 'drafted':
      return meeting.draft?.by;
    case 'declined':
      return meeting.declined.by;
    case 'elsewhere':
      return meeting.elsewhere.by;
    case 'polling':
      return meeting.poll.convener;
    default:
      return meeting.appointment?.convener;
  }
}
