import { isOutOfReach } from '../agency/out-of-reach.ts';
import type { Case, Trigger } from '../case/model.ts';
import { letterheadOf } from '../body/rules.ts';
import type { Deps } from '../commands/command.ts';
import { type PersonId, agencyIdSchema } from '../ids.ts';
import type { Meeting } from '../meeting/model.ts';
import type { Instant } from '../time.ts';
import { type Letters, noLetters, together } from './envelope.ts';
import { namedMeeting } from './meeting-facts.ts';
import { type Post, toAgencies } from './to-agencies.ts';
import type { Task } from '../task/model.ts';
import { newTask } from '../task/rules.ts';
import { triggerWording } from './wording/trigger.ts';

/** 発動: to the agreed agencies at once, over the link of the last meeting they were invited to. */
export async function triggerLetters(deps: Deps, one: Case, trigger: Trigger, by: PersonId): Promise<Letters> {
  const firedAt = trigger.firedAt.at(-1) ?? deps.clock.now();
  // Two may be fired at one moment, so the moment alone does not tell them apart.
  const occasion = `${firedAt}-${String(one.triggers.indexOf(trigger))}-${String(trigger.firedAt.length)}`;
  if (trigger.agencies.length === 0)
    return byHand(deps, one, { taskKind: 'trigger-unreached', about: one.id, by, occasion });
  const meetings = (await deps.store.list('meeting', one.town)).filter((each) => each.cases.includes(one.id));
  const letters = trigger.agencies.map((agency) =>
    oneTriggerLetter(deps, one, meetings, { agency, firedAt, by, occasion }),
  );
  return together(await Promise.all(letters));
}

type Fired = {
  readonly agency: string;
  readonly firedAt: Instant;
  readonly by: PersonId;
  readonly occasion: string;
};

type ByHand = Pick<Task, 'taskKind' | 'about'> & Pick<Fired, 'by' | 'occasion'>;

/**
 * An agency that was agreed on but never invited has no link; somebody calls it. Where it is out of reach, somebody finds another to tell.
 */
function byHand(deps: Deps, one: Case, { taskKind, about, by, occasion }: ByHand): Letters {
  const now = deps.clock.now();
  const subject = { kind: 'case', id: one.id } as const;
  const task = { town: one.town, taskKind, for: by, about, subject } as const;
  return { ...noLetters, tasks: [newTask({ ...task, openedAt: now, dueAt: now, occasion: `trigger-${occasion}` })] };
}

/** Older cases may name an agency in words. */
async function registered({ store, prefecture }: Deps, agency: string) {
  const { data: id } = agencyIdSchema.safeParse(agency);
  return id === undefined ? undefined : store.get('agency', prefecture, id);
}

async function oneTriggerLetter(
  deps: Deps,
  one: Case,
  meetings: readonly Meeting[],
  { agency, firedAt, by, occasion }: Fired,
): Promise<Letters> {
  if (isOutOfReach(agency, await registered(deps, agency), meetings))
    return byHand(deps, one, { taskKind: 'trigger-unreached', about: agency, by, occasion });
  const invited = meetings
    .flatMap((meeting) => meeting.invitations.map((invitation) => ({ meeting, invitation })))
    .findLast(({ invitation }) => invitation.agency === agency && invitation.withdrawn === undefined);
  if (invited === undefined) return byHand(deps, one, { taskKind: 'phone', about: agency, by, occasion });
  const { meeting, invitation } = invited;
  const post: Post = {
    town: one.town,
    subject: { kind: 'case', id: one.id },
    meetingId: meeting.id,
    settings: await letterheadOf(deps, meeting),
    kind: 'trigger',
    occasion,
    urgent: true,
    byHand: by,
    dueAt: firedAt,
  };
  return toAgencies(deps, post, [invitation], (known, settings) =>
    triggerWording({ ...namedMeeting(meeting, known, settings), firedAt }),
  );
}
