import type { Actor } from '../../access/model.ts';
import { type Case, caseStates } from '../../case/model.ts';
import { takesNoMeeting } from '../../case/rules.ts';
import type { CaseId, TownCode } from '../../ids.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Deps } from '../command.ts';
import { locateToCall } from '../locate.ts';

type Found = { readonly town: TownCode; readonly cases: readonly Case[] };

/** The cases of one meeting, all of one town, as staff may call for them. */
export async function casesOf(deps: Deps, actor: Actor, ids: readonly CaseId[]): Promise<Result<Found, Refused>> {
  const cases: Case[] = [];
  for (const id of ids) {
    const located = await locateToCall(deps, actor, id);
    if (!located.ok) return located;
    cases.push(located.value);
  }
  const [first] = cases;
  if (first === undefined) return refuse({ code: 'unknown-case', id: '' });
  const stranger = cases.find((one) => one.town !== first.town);
  if (stranger !== undefined) return refuse({ code: 'unknown-case', id: stranger.id });
  return ok({ town: first.town, cases });
}

/** No meeting is called for a household that support has left (welfare-office-meetings.md §10-11). */
export function overRefusal(cases: readonly Case[]): Refused | undefined {
  const over = cases.find(takesNoMeeting);
  return over === undefined ? undefined : { code: 'already-closed', state: caseStates[over.state] };
}

/** Cases that stayed inside their town, open to the host from now on: the meeting rests on consent or on a ground of the law. */
export function released(cases: readonly Case[]): readonly Case[] {
  return cases.filter((one) => one.withinTown === true).map(({ withinTown: _withinTown, ...one }) => one);
}
