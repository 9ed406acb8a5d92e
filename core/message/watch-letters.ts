import { letterheadOf } from '../body/rules.ts';
import type { Case } from '../case/model.ts';
import type { Deps } from '../commands/command.ts';
import { linksBeyond } from '../commands/meeting/personal-links.ts';
import type { Invitation } from '../invitation/model.ts';
import type { Meeting } from '../meeting/model.ts';
import { newTask } from '../task/rules.ts';
import { addMonths, type Day } from '../time.ts';
import type { Link } from '../workflow/model.ts';
import { type Letters, noLetters } from './envelope.ts';
import { namedMeeting } from './meeting-facts.ts';
import { toAgencies } from './to-agencies.ts';
import { watchWording } from './wording/watch.ts';

type WatchLetters = Letters & { readonly links: readonly Link[] };

// As long as somebody watches over until the follow-up, the link opens the note.
const LINK_MONTHS = 12;

/**
 * 見守り: an agency that watches over after closing hears so, over the link of the last meeting it was invited to, which opens the handover
 * note and nothing else (towns-and-villages.md §10-17). One that was never invited is told by hand; somebody in words by nobody.
 */
export async function watchLetters(deps: Deps, one: Case, by: string): Promise<WatchLetters> {
  const { closed, worker } = one;
  const nobody = { ...noLetters, links: [] };
  if (closed?.watch === undefined || worker === undefined) return nobody;
  const agency = await deps.store.get('agency', deps.prefecture, closed.watch);
  if (agency === undefined) return nobody;
  const invited = await lastInvited(deps, one, agency.id);
  const occasion = `watch-${closed.on}`;
  const subject = { kind: 'case', id: one.id } as const;
  if (invited === undefined) {
    const now = deps.clock.now();
    const about = { town: one.town, taskKind: 'phone', for: worker, about: agency.id, subject, openedAt: now } as const;
    return { ...nobody, tasks: [newTask({ ...about, dueAt: now, occasion: `${occasion}-${by}` })] };
  }
  const { meeting, invitation } = invited;
  const settings = await letterheadOf(deps, meeting);
  const post = { town: one.town, subject, meetingId: meeting.id, settings, kind: 'handover', urgent: false } as const;
  const letters = await toAgencies(deps, { ...post, occasion, byHand: worker }, [invitation], (known, letterhead) =>
    watchWording({ ...namedMeeting(meeting, known, letterhead), on: closed.on }),
  );
  return { ...letters, links: await linksUntilFollowUp(deps, meeting, invitation, closed.on) };
}

async function linksUntilFollowUp(deps: Deps, meeting: Meeting, invitation: Invitation, on: Day) {
  return linksBeyond(deps, meeting, [invitation], addMonths(on, LINK_MONTHS));
}

async function lastInvited(deps: Deps, one: Case, agency: string) {
  const meetings = (await deps.store.list('meeting', one.town)).filter((each) => each.cases.includes(one.id));
  return meetings
    .flatMap((meeting) => meeting.invitations.map((invitation) => ({ meeting, invitation })))
    .findLast(({ invitation }) => invitation.agency === agency && invitation.withdrawn === undefined);
}
