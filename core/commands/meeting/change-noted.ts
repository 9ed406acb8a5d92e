import { nameOf } from '../../access/rules.ts';
import { agenciesIn, type MeetingChange, partsOf, withChange } from '../../meeting/meeting-changes.ts';
import type { ConvenedMeeting, Meeting, PollingMeeting } from '../../meeting/model.ts';
import type { Saving } from '../save.ts';

type Who = Pick<MeetingChange, 'at' | 'by'>;

/** A reply deadline follows its date: nobody changes it by itself. */
export function withConvenedChange(before: ConvenedMeeting, after: ConvenedMeeting, who: Who): ConvenedMeeting {
  const edition = (meeting: ConvenedMeeting) => {
    const { startsAt, place, preparation } = meeting.appointment;
    return { meeting, told: { startsAt, place, preparation } };
  };
  return withChange(edition(before), edition(after), who);
}

/** While a date is sought it is the deadline that may be given later. */
export function withPollChange(before: PollingMeeting, after: PollingMeeting, who: Who): PollingMeeting {
  const edition = (meeting: PollingMeeting) => {
    const { replyBy, place, preparation } = meeting.poll;
    return { meeting, told: { replyBy, place, preparation } };
  };
  return withChange(edition(before), edition(after), who);
}

type Changed = Pick<Meeting, 'changes'>;

/** What the audit log says of a change: which parts, and which agencies it concerned. In codes; the meeting itself says from what to what. */
export function changeNoted(before: Changed, { changes = [] }: Changed): Pick<Saving, 'part' | 'about'> {
  const change = changes.at(-1);
  if (change === undefined || change === before.changes?.at(-1)) return {};
  const about = agenciesIn(change).map((id) => nameOf({ kind: 'agency', id }));
  return { part: partsOf(change).join('+'), about };
}
