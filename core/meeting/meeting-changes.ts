import * as z from 'zod';
import { type AgencyId, agencyIdSchema } from '../ids.ts';
import type { Invitation } from '../invitation/model.ts';
import { preparationFor } from '../invitation/preparation.ts';
import { type Instant, instantSchema } from '../time.ts';

const moved = z.object({ was: instantSchema, is: instantSchema });

/** 変更: what was changed of a meeting once it was convened, or while its date is sought. Who hears of it is another matter (ADR 0031). */
export const meetingChangeSchema = z.object({
  at: instantSchema,
  by: z.string(),
  date: moved.optional(),
  replyBy: moved.optional(),
  place: z.object({ was: z.string(), is: z.string() }).optional(),
  added: z.array(agencyIdSchema).optional(),
  removed: z.array(agencyIdSchema).optional(),
  /** Whose ご準備 was changed. */
  preparation: z.array(agencyIdSchema).optional(),
});
export type MeetingChange = z.infer<typeof meetingChangeSchema>;
export type ChangedPart = Exclude<keyof MeetingChange, 'at' | 'by'>;

/** A meeting that is changed more often keeps the latest; the audit log has a line of each. */
const MOST = 50;

type Changeable = {
  readonly invitations: readonly Invitation[];
  readonly changes?: readonly MeetingChange[] | undefined;
};
/** What agencies were told: a date, or only until when they may answer; where; what to bring. */
type Told = {
  readonly startsAt?: Instant;
  readonly replyBy?: Instant;
  readonly place: string;
  readonly preparation?: string | undefined;
};
type Edition<Whole> = { readonly meeting: Whole; readonly told: Told };

/** The meeting after a change, with that change noted; as it is, where nothing of this was changed. */
export function withChange<Whole extends Changeable>(
  before: Edition<Whole>,
  after: Edition<Whole>,
  who: Pick<MeetingChange, 'at' | 'by'>,
): Whole {
  const { startsAt, replyBy, place } = after.told;
  const change: MeetingChange = {
    ...who,
    ...between('date', before.told.startsAt, startsAt),
    ...between('replyBy', before.told.replyBy, replyBy),
    ...between('place', before.told.place, place),
    ...ofAgencies(before, after),
  };
  if (partsOf(change).length === 0) return after.meeting;
  return { ...after.meeting, changes: [...(before.meeting.changes ?? []), change].slice(-MOST) };
}

export function partsOf({ at: _at, by: _by, ...change }: MeetingChange): readonly ChangedPart[] {
  return changedParts.filter((part) => change[part] !== undefined);
}

const changedParts = ['date', 'replyBy', 'place', 'added', 'removed', 'preparation'] as const satisfies ChangedPart[];

/** Every agency it is about, each once. */
export function agenciesIn({ added = [], removed = [], preparation = [] }: MeetingChange): readonly AgencyId[] {
  return [...new Set([...added, ...removed, ...preparation])];
}

function between<Text extends string>(part: ChangedPart, was: Text | undefined, is: Text | undefined) {
  return was === undefined || is === undefined || was === is ? {} : { [part]: { was, is } };
}

function ofAgencies(before: Edition<Changeable>, after: Edition<Changeable>) {
  const [stood, stand] = [standing(before), standing(after)];
  const differs = (agency: AgencyId) => stood.get(agency) !== stand.get(agency);
  const joined = [...stand.keys()].filter((agency) => !stood.has(agency));
  const left = [...stood.keys()].filter((agency) => !stand.has(agency));
  const asked = [...stand.keys()].filter((agency) => stood.has(agency) && differs(agency));
  return { ...some('added', joined), ...some('removed', left), ...some('preparation', asked) };
}

/** Who is called, each with what it is asked to prepare. */
function standing({ meeting, told }: Edition<Changeable>): ReadonlyMap<AgencyId, string | undefined> {
  const called = meeting.invitations.filter(({ withdrawn }) => withdrawn === undefined);
  return new Map(called.map((one) => [one.agency, preparationFor(told, one)]));
}

function some(part: ChangedPart, agencies: readonly AgencyId[]) {
  return agencies.length === 0 ? {} : { [part]: agencies };
}
