import type { Actor } from '../../access/model.ts';
import type { CaseId, MeetingId } from '../../ids.ts';
import { type Meeting, meetingStates } from '../../meeting/model.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { casesOf } from '../case/cases-of.ts';
import type { Deps } from '../command.ts';
import { locate } from '../locate.ts';
import { basisAfter, type SaidBasis } from './basis.ts';

type Asked = SaidBasis &
  Pick<Partial<Meeting>, 'cadence'> & { readonly meeting: MeetingId; readonly cases?: readonly CaseId[] | undefined };

/** The 開催依頼 it answers, or a fresh one when the host begins by itself. */
export async function askedMeeting(deps: Deps, actor: Actor, said: Asked): Promise<Result<Meeting, Refused>> {
  const known = said.cases === undefined ? undefined : await meetingOfCases(deps, actor, said.cases, said);
  const located = known ?? (await locate(deps, actor, 'meeting', said.meeting));
  if (!located.ok) return located;
  const { state } = located.value;
  const open = state === 'requested' || state === 'drafted' || state === 'declined';
  return open && located.value.followedBy === undefined
    ? ok({ ...located.value, ...basisAfter(located.value, said), ...cadenceSaid(said) })
    : refuse({ code: 'wrong-state', state: meetingStates[state] });
}

const cadenceSaid = ({ cadence }: Asked) => (cadence === undefined ? {} : { cadence });

/** The meeting of this number in the town of the cases: another town may have one of the same number. */
async function meetingOfCases(
  deps: Deps,
  actor: Actor,
  cases: readonly CaseId[],
  { meeting: id, framework }: Asked,
): Promise<Result<Meeting, Refused>> {
  const found = await casesOf(deps, actor, cases);
  if (!found.ok) return found;
  const { town } = found.value;
  const stored = await deps.store.get('meeting', town, id);
  if (stored !== undefined) return ok(stored);
  if (framework === undefined) return refuse({ code: 'unknown-meeting', id });
  const fresh = { kind: 'meeting', town, id, version: 0, state: 'drafted', framework } as const;
  return ok({ ...fresh, cases: [...cases], emergency: false, invitations: [], done: {} });
}
