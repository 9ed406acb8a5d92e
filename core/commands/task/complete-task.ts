import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { mayEdit, townsOf } from '../../access/rules.ts';
import { hiddenIn } from '../../access/sight.ts';
import type { Refused } from '../../refusal.ts';
import { refuse } from '../../result.ts';
import { type Task, taskKindSchema } from '../../task/model.ts';
import { closedTask, decidedTasks, isAboutAny } from '../../task/rules.ts';
import type { Command } from '../command.ts';
import { released } from '../meeting/held-invitations.ts';
import { save } from '../save.ts';

const input = z.strictObject({
  kind: taskKindSchema,
  about: z.string(),
  /** Which one by its id: an agency may have one of a kind in each of several meetings. The first of them when left out. */
  task: z.string().optional(),
  done: z.literal(true).default(true),
  note: z.string().optional(),
});

/** Marks the open task of this kind about this agency, meeting or case as done, with who did it. */
export const completeTask: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    for (const town of await townsOf(deps, actor)) {
      if (!(await mayEdit(deps, actor, town))) return refuse({ code: 'forbidden' });
      const hidden = await hiddenIn(deps, actor, town);
      const task = (await deps.store.list('task', town)).find((one) => isMeant(one, said) && !isAboutAny(one, hidden));
      if (task === undefined) continue;
      const undecided = refusalOfUndecided(actor, task) ?? refusalOfUnexplained(task, said.note);
      if (undecided !== undefined) return refuse(undecided);
      const follows = await released(deps, task);
      if (!follows.ok) return follows;
      const { outbox } = follows.value;
      const put = [closedTask(task, deps.clock.now(), actor.id, said.note), ...follows.value.put];
      return save(deps, actor, { command: 'task', town, id: task.id, put, outbox });
    }
    return refuse({ code: 'unknown-task', id: said.about });
  },
};

function isMeant(one: Task, { kind, about, task = one.id }: z.output<typeof input>): boolean {
  return one.done === undefined && one.taskKind === kind && one.about === about && one.id === task;
}

/** That no plan is needed is a decision somebody will ask about (towns-and-villages.md §10-13). */
function refusalOfUnexplained({ taskKind }: Task, note = ''): Refused | undefined {
  return taskKind === 'plan-need' && note.trim() === '' ? { code: 'reason-missing', field: 'メモ' } : undefined;
}

/** What only a supervisor decides. */
const supervisors: readonly Task['taskKind'][] = ['consent-withdrawn', 'consent-waiver', 'approval'];

/** Whoever may decide hears what to do instead; everybody else, that it is not theirs to decide. */
function refusalOfUndecided(actor: Actor, task: Task): Refused | undefined {
  const problem = decidedTasks[task.taskKind];
  if (problem === undefined) return undefined;
  const theirs = task.for === actor.id || !supervisors.includes(task.taskKind);
  return theirs ? { code: 'bad-input', field: '用事', problem } : { code: 'not-supervisor' };
}
