import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import type { Case } from '../../case/model.ts';
import { frameworks } from '../../framework/frameworks.ts';
import { gateRefusal, lackingIn } from '../../framework/gate.ts';
import { offRefusal } from '../../framework/uses.ts';
import { caseIdSchema, meetingIdSchema, type TownCode } from '../../ids.ts';
import type { Meeting } from '../../meeting/model.ts';
import { unsafeNumbers } from '../../message/safe-text.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { supervisorOf } from '../../stages/supervisor.ts';
import type { Task } from '../../task/model.ts';
import { newTask } from '../../task/rules.ts';
import { dayOf } from '../../time.ts';
import { basisAfter, basisInput, overridesIn, withOwnJudgement } from '../meeting/basis.ts';
import type { Command, Deps } from '../command.ts';
import { casesOf, overRefusal, released } from '../case/cases-of.ts';
import { withoutFactsOf } from '../case/without-facts.ts';
import { lookedAtAnew } from './host-decision.ts';
import { save } from '../save.ts';

/** Each case once, however often it was named. */
export const casesInput = z.array(caseIdSchema).transform((ids) => [...new Set(ids)]);

const input = z.strictObject({
  meeting: meetingIdSchema,
  cases: casesInput.refine((ids) => ids.length > 0, 'ケースを選んでください。'),
  ...basisInput,
});

/** Files a 開催依頼: the host's officer convenes it or declines it or takes it elsewhere. It makes nobody the lead. */
export const requestMeeting: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const made = await requestOf(deps, actor, said);
    if (!made.ok) return made;
    const { meeting, also } = made.value;
    const outbox = await lookedAtAnew(deps, meeting);
    const put = [meeting, ...also];
    const noted = overridesIn({ emergency: false }, meeting);
    return save(deps, actor, { command: 'request', town: meeting.town, id: meeting.id, put, outbox, noted });
  },
};

type Requested = { readonly meeting: Meeting; readonly also: readonly (Task | Case)[] };

/** The 開催依頼 as it will be saved, when it may be filed, with whom it asks at once and the cases it opens to the host. */
export async function requestOf(
  deps: Deps,
  actor: Actor,
  said: z.output<typeof input>,
): Promise<Result<Requested, Refused>> {
  const found = await casesOf(deps, actor, said.cases);
  if (!found.ok) return found;
  const { town, cases } = found.value;
  const stored = await deps.store.get('meeting', town, said.meeting);
  if (stored !== undefined) return refuse({ code: 'already-exists', id: said.meeting });

  const now = deps.clock.now();
  const by = actor.kind === 'staff' ? { requestedBy: actor.id } : {};
  const asked: Meeting = { ...fresh(said, town), ...by, requestedAt: now };
  const refusal = await requestRefusal(deps, asked, cases);
  if (refusal !== undefined) return withoutFactsOf(deps, actor, cases, refuse(refusal));
  const meeting = withOwnJudgement(deps, actor, asked, { cases, planned: {} });
  return ok({ meeting, also: [...(await toJudge(deps, meeting, cases)), ...released(cases)] });
}

async function requestRefusal(deps: Deps, asked: Meeting, cases: readonly Case[]): Promise<Refused | undefined> {
  const printed = { 会議番号: asked.id, ケース番号: asked.cases.join('、') };
  const off = overRefusal(cases) ?? (await offRefusal(deps, asked.town, asked.framework));
  const closed = gateRefusal(asked, cases, dayOf(deps.clock.now()), { onlyAsked: true });
  return off ?? closed ?? unsafeNumbers(printed, cases);
}

function fresh({ meeting: id, cases, ...said }: z.output<typeof input>, town: TownCode): Meeting {
  const basis = basisAfter({ framework: said.framework, emergency: false }, said);
  return { kind: 'meeting', town, id, version: 0, state: 'requested', ...basis, cases, invitations: [], done: {} };
}

/** Where a supervisor decides about a missing consent, the supervisor is asked at once (BRIEF §1: 定めなし). */
async function toJudge(deps: Deps, meeting: Meeting, cases: readonly Case[]): Promise<readonly Task[]> {
  const { town, id, framework, emergency, requestedBy } = meeting;
  const now = deps.clock.now();
  const judged = gateRefusal(meeting, cases, dayOf(now)) === undefined;
  if (frameworks[framework].consent !== 'unspecified' || emergency || judged || requestedBy === undefined) return [];
  if (lackingIn(cases, dayOf(now)).length === 0) return [];
  const asked = { town, taskKind: 'consent-waiver', about: id, subject: { kind: 'meeting', id } } as const;
  return [
    newTask({
      ...asked,
      for: await supervisorOf(deps, town, requestedBy, meeting.cases),
      openedAt: now,
      occasion: now,
    }),
  ];
}

/** Whether this very 開催依頼 is there already: sent again, as after a batch was cut off, it is no other. */
export async function isRequestedAlready(deps: Deps, town: TownCode, said: z.output<typeof input>): Promise<boolean> {
  const stored = await deps.store.get('meeting', town, said.meeting);
  if (stored?.framework !== said.framework || stored.cases.join() !== said.cases.join()) return false;
  const { ground, reason, emergency } = fresh(said, town);
  return stored.ground === ground && (stored.reason ?? '') === (reason ?? '') && stored.emergency === emergency;
}
