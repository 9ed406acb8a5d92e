import { planStateWord } from '../../plan/rules.ts';
import * as z from 'zod';
import { type AgencyId, agencyIdSchema, caseIdSchema, roleIdSchema } from '../../ids.ts';
import { mayOn } from '../../access/on-record.ts';
import type { Actor } from '../../access/model.ts';
import { observersOf } from '../../monitoring/observers.ts';
import { type Plan, reportStatusSchema } from '../../plan/model.ts';
import { refuse } from '../../result.ts';
import { closedTask, openTasks } from '../../task/rules.ts';
import type { Command, Deps } from '../command.ts';
import { locate } from '../locate.ts';
import { save } from '../save.ts';

const input = z.strictObject({
  plan: caseIdSchema,
  /** Staff say whose report they type in; an agency reports for itself. */
  agency: agencyIdSchema.optional(),
  role: roleIdSchema.optional(),
  status: reportStatusSchema,
  note: z.string().max(4000, '4000字までで書いてください。').default(''),
});

/** An agency reports on its own roles, by link or through staff; each report is kept with its period. */
export const reportProgress: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locate(deps, actor, 'plan', said.plan);
    if (!located.ok) return located;
    const plan = located.value;
    const agency = await reporterOf(deps, actor, plan, said.agency);
    if (agency === undefined || !(await hasRole(deps, plan, agency, said.role))) return refuse({ code: 'forbidden' });
    if (plan.state === 'closed') return refuse({ code: 'already-closed', state: planStateWord(plan) });

    const at = deps.clock.now();
    const { status, note, role } = said;
    const { period } = plan.monitoring;
    const report = { period, agency, status, note, at, ...(role === undefined ? {} : { role }) };
    const asked = (await openTasks(deps, plan.town, plan.id)).filter((task) => task.about === agency);
    const reported = { ...plan, reports: [...plan.reports, report] };
    const put = [reported, ...asked.map((task) => closedTask(task, at, actor.id))];
    return save(deps, actor, { command: 'report', town: plan.town, id: plan.id, put });
  },
};

/** Whose report it is; undefined when this actor may not give it. */
async function reporterOf(
  deps: Deps,
  actor: Actor,
  plan: Plan,
  said: AgencyId | undefined,
): Promise<AgencyId | undefined> {
  if (actor.kind === 'agency') return actor.id;
  return (await mayOn(deps, actor, plan, 'edit')) ? said : undefined;
}

async function hasRole(deps: Deps, plan: Plan, agency: AgencyId, id: string | undefined): Promise<boolean> {
  const roles = await deps.store.list('role', plan.town);
  const own = roles.filter((role) => plan.roles.includes(role.id) && role.agency === agency);
  if (own.some((role) => id === undefined || role.id === id)) return true;
  return id === undefined && (await observersOf(deps, plan)).includes(agency);
}
