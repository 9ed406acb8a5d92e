import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import type { Case } from '../../case/model.ts';
import { type Lacking, lackingIn, type Planned, type Sending } from '../../framework/gate.ts';
import { frameworkCodeSchema, frameworks } from '../../framework/frameworks.ts';
import type { Invitation } from '../../invitation/model.ts';
import { type Danger, dangerSchema, type Judgement, type Meeting } from '../../meeting/model.ts';
import { type Day, dayOf } from '../../time.ts';
import type { Deps } from '../command.ts';

/** What a 開催依頼, a convening and a change say about the basis of a meeting. */
export const basisInput = {
  framework: frameworkCodeSchema,
  ground: z.union([z.literal(1), z.literal(2)]).optional(),
  reason: z.string().optional(),
  emergency: z.boolean().default(false),
  /** 生命, 身体 or 財産, one or more: naming one says that it is an emergency. */
  danger: z.union([dangerSchema.transform((one) => [one]), z.array(dangerSchema)]).default([]),
};
export type SaidBasis = {
  readonly framework?: Meeting['framework'] | undefined;
  readonly ground?: 1 | 2 | undefined;
  readonly reason?: string | undefined;
  readonly emergency: boolean;
  readonly danger: readonly Danger[];
};

type MeetingBasis = Pick<Meeting, 'framework' | 'ground' | 'reason' | 'emergency' | 'danger'>;

/** The basis of a meeting with what was said about it; what was left out stays as it was. */
export function basisAfter(before: MeetingBasis, said: SaidBasis): MeetingBasis {
  const { ground = before.ground, reason = before.reason, framework = before.framework } = said;
  return {
    framework,
    ...(ground === undefined ? {} : { ground }),
    ...(reason === undefined ? {} : { reason }),
    ...emergencyAfter(before, said, reason),
  };
}

function emergencyAfter(before: MeetingBasis, said: SaidBasis, reason: string | undefined) {
  if (said.danger.length > 0) return { emergency: true, danger: [...said.danger] };
  const emergency = before.emergency || said.emergency;
  const { danger = [] } = before;
  return emergency ? { emergency, danger: danger.length > 0 ? danger : namedIn(reason) } : { emergency };
}

/** Which of the three a reason names by itself: 「生命に危険がある」. */
function namedIn(reason = ''): Danger[] {
  return dangerSchema.options.filter((one) => reason.includes(one));
}

/** Who is told about whom, with what a consent may call them by. */
export async function sendingsOf(deps: Deps, invitations: readonly Invitation[]): Promise<readonly Sending[]> {
  const standing = invitations.filter((one) => one.withdrawn === undefined);
  const told = standing.map(async ({ agency: id, purposes, tax }) => {
    const agency = await deps.store.get('agency', deps.prefecture, id);
    return { agency: agency ?? { id, name: id, type: '' }, members: purposes.flatMap(({ members }) => members), tax };
  });
  return Promise.all(told);
}

/** The gate's view of a meeting on a day with these invitations. */
export async function plannedFor(deps: Deps, on: Day, invitations: readonly Invitation[]): Promise<Planned> {
  return { on, sendings: await sendingsOf(deps, invitations) };
}

type Lack = { readonly cases: readonly Case[]; readonly planned: Planned };

/** A supervisor who gives the reason has judged by doing so, where it is theirs to judge (BRIEF §1: 定めなし). */
export function withOwnJudgement<M extends Meeting>(deps: Deps, actor: Actor, meeting: M, { cases, planned }: Lack): M {
  const { reason = '', framework } = meeting;
  const theirs =
    actor.kind === 'staff' && actor.role === 'supervisor' && frameworks[framework].consent === 'unspecified';
  const now = deps.clock.now();
  const lacking = lackingIn(cases, dayOf(now), planned);
  if (!theirs || reason.trim() === '' || lacking.length === 0) return meeting;
  const judgement = { goesOn: true, members: refsOf(lacking), reason, by: actor.id, at: now };
  return { ...meeting, judgements: [...(meeting.judgements ?? []), judgement] };
}

/** An override of the gate leaves a line of its own in the audit log. */
export function overridesIn(before: Pick<Meeting, 'emergency' | 'judgements'>, after: Meeting): readonly string[] {
  const judged = (after.judgements?.length ?? 0) > (before.judgements?.length ?? 0);
  return [
    ...(after.emergency && !before.emergency ? ['override:emergency'] : []),
    ...(judged ? ['override:judgement'] : []),
  ];
}

export function refsOf(lacking: readonly Lacking[]): Judgement['members'] {
  return lacking.map(({ ref }) => ref);
}
