import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { caseStates } from '../../case/model.ts';
import { caseIdSchema, roleIdSchema } from '../../ids.ts';
import { type Role, roleStates } from '../../plan/model.ts';
import { stateOf, planStateWord } from '../../plan/rules.ts';
import type { Refused } from '../../refusal.ts';
import { refuse, type Result } from '../../result.ts';
import { closedTask, openTasks } from '../../task/rules.ts';
import { dayOf } from '../../time.ts';
import { recordingOf, signal } from '../../workflow/rules.ts';
import type { Command, Deps, Done } from '../command.ts';
import { textField } from '../fields.ts';
import { locate, locateForStaff } from '../locate.ts';
import { seenField } from '../seen.ts';
import { consentGone, planAndCase } from './plan-and-case.ts';
import { activated } from './plan-activation.ts';
import { save } from '../save.ts';

const input = z
  .strictObject({
    role: roleIdSchema.optional(),
    plan: caseIdSchema.optional(),
    by: textField.optional(),
    /** Of the role that was read: another one is not taken on unseen. */
    version: seenField,
  })
  .refine(
    ({ role, plan }) => (role === undefined) !== (plan === undefined),
    '役割か支援計画のどちらか一つを選んでください。',
  );

/** Confirms a role (its supervisor agreed, so it binds the office) or a plan (本人確認: the person agreed). */
export const confirm: Command<typeof input> = {
  input,
  async run(deps, actor, { role, plan, by, version }) {
    if (role !== undefined) return confirmRole(deps, actor, { id: role, by, version });
    return plan === undefined ? refuse({ code: 'unknown-plan', id: '' }) : confirmPlan(deps, actor, plan, by);
  },
};

type Agreed = { readonly id: string; readonly by?: string | undefined; readonly version?: number | undefined };

/** Staff type in that an agency's supervisor agreed; an agency confirms its own roles over its link. */
async function confirmRole(deps: Deps, actor: Actor, { id, by = '', version }: Agreed): Promise<Result<Done, Refused>> {
  const located =
    actor.kind === 'staff' ? await locateForStaff(deps, actor, 'role', id) : await locate(deps, actor, 'role', id);
  if (!located.ok) return located;
  const role = located.value;
  const refused = await refusalTo(deps, actor, role, version);
  if (refused !== undefined) return refuse(refused);
  const asked = (await openTasks(deps, role.town, role.meeting)).filter((task) =>
    task.id.includes(`role-confirm-${role.id}-`),
  );
  const closed = asked.map((task) => closedTask(task, deps.clock.now(), actor.id));
  const put = [{ ...role, state: 'confirmed' as const, confirmedBy: by === '' ? actor.id : by }, ...closed];
  return save(deps, actor, { command: 'confirm', town: role.town, id, put });
}

async function refusalTo(deps: Deps, actor: Actor, role: Role, sent: number | undefined): Promise<Refused | undefined> {
  const refused = actor.kind === 'agency' ? await notForIt(deps, role, actor.id) : undefined;
  const unseen = sent !== undefined && sent !== role.version;
  return refused ?? (unseen ? { code: 'stale-version', sent, stored: role.version } : undefined);
}

/** An agency says yes to what it is asked: to its own role, once, and not to one that is being talked over again. */
async function notForIt({ store }: Deps, role: Role, actor: string): Promise<Refused | undefined> {
  const { town, agency, state } = role;
  if (agency !== actor) return { code: 'forbidden' };
  if (state === 'confirmed' || state === 'reopened') return { code: 'wrong-state', state: roleStates[state] };
  const meeting = await store.get('meeting', town, role.meeting);
  const cases = await Promise.all((meeting?.cases ?? []).map((id) => store.get('case', town, id)));
  const isOver = cases.every((one) => one?.state === 'closed');
  return isOver ? { code: 'already-closed', state: caseStates.closed } : undefined;
}

async function confirmPlan(deps: Deps, actor: Actor, id: string, by = '本人'): Promise<Result<Done, Refused>> {
  const located = await planAndCase(deps, actor, id);
  if (!located.ok) return located;
  const { plan, one } = located.value;
  if (plan.state === 'closed') return refuse({ code: 'already-closed', state: planStateWord(plan) });

  const now = deps.clock.now();
  const gone = consentGone(plan, one, dayOf(now));
  if (gone !== undefined) return refuse(gone);
  const confirmed = { ...plan, confirmed: { by, at: now } };
  const next = plan.state === 'awaiting-person' ? { ...confirmed, state: stateOf(confirmed) } : confirmed;
  const active = plan.state === 'active' ? { put: [next], outbox: [] } : await activated(deps, next, one);
  // 支援決定 is due ten business days after the later of meeting and 本人確認, so the chasing run must look again.
  const woken =
    plan.meeting === undefined
      ? []
      : [
          signal(
            { town: plan.town, subject: plan.meeting, at: now },
            recordingOf({ town: plan.town, id: plan.meeting }),
          ),
        ];
  return save(deps, actor, {
    command: 'confirm',
    town: plan.town,
    id,
    put: active.put,
    outbox: [...active.outbox, ...woken],
  });
}
