import * as z from 'zod';
import { officerFor } from '../../access/host-people.ts';
import { isToldTo } from '../../access/on-record.ts';
import { homeTownOf } from '../../case/home-town.ts';
import { type Case, caseStates } from '../../case/model.ts';
import { caseIdSchema, personIdSchema, type TownCode } from '../../ids.ts';
import { officePage } from '../../message/office-page.ts';
import { letterToStaff } from '../../message/staff-letters.ts';
import { staffTaskWording } from '../../message/wording/staff-task.ts';
import type { Refused } from '../../refusal.ts';
import { refuse } from '../../result.ts';
import { settingsOf } from '../../settings/rules.ts';
import { newTask } from '../../task/rules.ts';
import type { Task } from '../../task/model.ts';
import { addBusinessDays } from '../../calendar.ts';
import { dayOf, jst } from '../../time.ts';
import type { Command, Deps } from '../command.ts';
import { textField } from '../fields.ts';
import { locateForStaff } from '../locate.ts';
import { save } from '../save.ts';

const input = z.strictObject({ case: caseIdSchema, reason: textField });

/** 引継ぎの申し出: the household belongs to another body, which is asked to take it over (R16). Nothing is moved before it says yes. */
export const offerHandover: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateForStaff(deps, actor, 'case', said.case);
    if (!located.ok) return located;
    const one = located.value;
    const to = homeTownOf(one);
    if (to === undefined)
      return refuse({ code: 'bad-input', field: '住所地', problem: '引継ぎ先の住所地を、先に記録してください。' });
    const refusal = await refusalOf(deps, one, to);
    if (refusal !== undefined) return refuse(refusal);

    const by = personIdSchema.parse(actor.id);
    const offer = { to, at: deps.clock.now(), by, reason: said.reason };
    const task = await waitingTask(deps, one, by);
    const letters = await told(deps, one, to, task);
    const put = [{ ...one, offer }, task, ...letters.messages];
    return save(deps, actor, { command: 'offer', town: one.town, id: one.id, put, outbox: letters.outbox });
  },
};

async function refusalOf(deps: Deps, one: Case, to: TownCode): Promise<Refused | undefined> {
  if (one.closed !== undefined || one.state === 'referred')
    return { code: 'already-closed', state: caseStates[one.state] };
  if (one.offer !== undefined && one.offer.answer === undefined)
    return { code: 'wrong-state', state: '引継ぎの返事待ち' };
  if (isToldTo(one, to)) return undefined;
  const home = await deps.store.get('town', deps.prefecture, to);
  return { code: 'home-town-unasked', case: one.id, town: home?.name ?? to };
}

/** An offer is not forgotten: until it is answered it stands among the tasks of the case's worker. */
async function waitingTask(deps: Deps, one: Case, by: Task['for']): Promise<Task> {
  const now = deps.clock.now();
  const settings = await settingsOf(deps, one.town);
  const due = addBusinessDays(dayOf(now), settings.requestDueBusinessDays, settings);
  const subject = { kind: 'case', id: one.id } as const;
  const waits = { town: one.town, taskKind: 'offer', for: one.worker ?? by, about: one.id, subject } as const;
  return newTask({
    ...waits,
    openedAt: now,
    dueAt: jst(due, settings.officeCloses),
    occasion: `v${String(one.version)}`,
  });
}

/** To the officer of the other body, where one is registered: a number and a page. */
async function told(deps: Deps, one: Case, to: TownCode, task: Task) {
  const { taskKind, openedAt, dueAt } = task;
  const officer = (await officerFor(deps, to))?.id ?? personIdSchema.parse('担当');
  const post = {
    town: one.town,
    subjectId: one.id,
    kind: 'staff-task',
    occasion: `v${String(one.version)}`,
    to: officer,
    task,
  } as const;
  const page = officePage(one, 'cases', one.id);
  const facts = { page, taskKind, about: one.id, subjectId: one.id, openedAt, dueAt };
  return letterToStaff(deps, post, (staffName) => staffTaskWording({ ...facts, staffName }));
}
