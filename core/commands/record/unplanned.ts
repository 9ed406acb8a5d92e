import type { Actor, Staff } from '../../access/model.ts';
import type { Case } from '../../case/model.ts';
import { frameworks } from '../../framework/frameworks.ts';
import { lackingIn } from '../../framework/gate.ts';
import type { HeldMeeting } from '../../meeting/model.ts';
import type { MeetingRecord } from '../../record/model.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { dayOf, type Instant } from '../../time.ts';

type Said = Pick<MeetingRecord, 'items'> & { readonly override?: string | undefined };

const squeezed = (text: string) => text.normalize('NFKC').replaceAll(/\s/g, '');

/** Household members whom these minutes name although nobody consented for them by the day of the meeting, as `C-1/A`, with their names. */
export function unplannedIn(
  meeting: Pick<HeldMeeting, 'appointment'>,
  items: MeetingRecord['items'],
  cases: readonly Case[],
) {
  const texts = items.flatMap(({ topic, discussed, conclusion, remaining, dissent }) =>
    [topic, discussed, conclusion, remaining, dissent].map((text = '') => squeezed(text)),
  );
  const everybody = cases.flatMap((one) => one.members.map(({ id }) => `${one.id}/${id}`));
  const lacking = lackingIn(cases, dayOf(meeting.appointment.startsAt), { discussed: everybody });
  return lacking.filter(({ name }) => texts.some((text) => text.includes(squeezed(name))));
}

type Spoken = {
  readonly meeting: HeldMeeting;
  readonly cases: readonly Case[];
  readonly final: boolean;
  /** Minutes that are corrected: whom a supervisor let pass in them may stay. */
  readonly before?: MeetingRecord;
};

/**
 * Final minutes that name such a member are refused where consent is required, as the meeting itself would have been (BRIEF §2.1); the
 * supervisor may let them pass with a reason, which is kept in them and listed.
 */
export function overrideFor(
  actor: Actor,
  said: Said,
  spoken: Spoken,
  now: Instant,
): Result<Pick<MeetingRecord, 'override'>, Refused> {
  const passed = passedBefore(spoken);
  const unplanned = named(said, spoken).filter(({ ref }) => !passed.includes(ref));
  const { override: reason = '' } = said;
  if (unplanned.length === 0) return ok({});
  if (reason.trim() === '') return refuse({ code: 'member-unplanned', members: unplanned.map(({ name }) => name) });
  if (!isSupervisor(actor)) return refuse({ code: 'not-supervisor' });
  const members = [...passed, ...unplanned.map(({ ref }) => ref)];
  return ok({ override: { reason: reason.trim(), by: actor.id, at: now, members } });
}

const passedBefore = ({ before }: Spoken) => before?.override?.members ?? [];
const named = ({ items }: Said, { meeting, cases, final }: Spoken) =>
  final && needsConsent(meeting) ? unplannedIn(meeting, items, cases) : [];
const isSupervisor = (actor: Actor): actor is Staff => actor.kind === 'staff' && actor.role === 'supervisor';

/** An emergency went without, and so do its minutes. */
export function needsConsent({ framework, emergency }: Pick<HeldMeeting, 'framework' | 'emergency'>): boolean {
  return frameworks[framework].consent === 'required' && !emergency;
}
