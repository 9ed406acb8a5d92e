import type { CaseId, PersonId, TownCode } from '../ids.ts';
import type { Deps } from '../commands/command.ts';
import type { Instant } from '../time.ts';
import type { Task, TaskKind } from './model.ts';

type NewTask = {
  readonly town: TownCode;
  readonly taskKind: TaskKind;
  readonly for: PersonId;
  readonly about: string;
  readonly subject: Task['subject'];
  readonly openedAt: Instant;
  readonly dueAt?: Instant | undefined;
  readonly said?: string | undefined;
  readonly plans?: readonly CaseId[] | undefined;
  /** Tells two needs of one kind about one agency apart: a reply deadline, a period. */
  readonly occasion: string;
};

/** A task that does not exist yet; its id says what it is for, so the same need never opens two. */
export function newTask({ occasion, dueAt, said = '', plans = [], ...task }: NewTask): Task {
  const id = `${task.subject.id}/${task.taskKind}/${task.about}/${occasion}`;
  const more = { ...(dueAt === undefined ? {} : { dueAt }), ...(said === '' ? {} : { said }) };
  const besides = plans.length === 0 ? {} : { plans: [...plans] };
  return { kind: 'task', id, version: 0, ...task, ...more, ...besides };
}

/** Tasks still to do about a meeting, plan or case. */
export async function openTasks(deps: Pick<Deps, 'store'>, town: TownCode, subject: string): Promise<readonly Task[]> {
  const tasks = await deps.store.list('task', town, `${subject}/`);
  return tasks.filter((task) => task.done === undefined);
}

export function closedTask(task: Task, at: Instant, by: string, note?: string): Task {
  return { ...task, done: { at, by, ...(note === undefined ? {} : { note }) } };
}

/** Closed because something made it needless or replaced it: nobody did it. */
export function overtakenTask(task: Task, at: Instant, by: string, note?: string): Task {
  return { ...task, done: { at, by, ...(note === undefined ? {} : { note }), overtaken: true } };
}

/** Tasks that only the decision they ask for closes: ticked off, nobody would have decided (BRIEF §1). What to do instead, for whoever tries. */
export const decidedTasks: Readonly<Partial<Record<TaskKind, string>>> = {
  'consent-withdrawn':
    'この用事は、続けるか止めるかの判断を記録すると済みになります。会議か支援計画の画面で判断し、理由を書いてください。',
  'consent-waiver':
    'この用事は、本人同意なしに開くかどうかの判断を記録すると済みになります。会議の画面で判断し、理由を書いてください。',
  approval: 'この用事は、決裁か差戻しをすると済みになります。会議の画面で起案を確かめ、どちらかを選んでください。',
  redraft: 'この用事は、起案を直して出し直すか、取り下げると済みになります。会議の画面で選んでください。',
  request: 'この用事は、招集・見送り・既存会議のどれかに決めると済みになります。会議の画面で決めてください。',
  reconsider: 'この用事は、もう一度依頼するか、改めて見送ると済みになります。会議の画面で決めてください。',
  elsewhere: 'この用事は、既存会議の結果を記録すると済みになります。会議の画面で記録してください。',
  'fix-date': 'この用事は、日程を決めるか、候補を出し直すか、中止すると済みになります。会議の画面で選んでください。',
  quorum: 'この用事は、日程を調整し直すか、理由を書いて開くか、中止すると済みになります。会議の画面で選んでください。',
  decision: 'この用事は、支援決定を記録すると済みになります。支援計画の画面で決定日を入れてください。',
  sheet:
    'この用事は、設定の「シートへの自動書き込み」でもう一度「書き込む」にするか、「書き込まない」にすると済みになります。',
  offer: 'この用事は、引継ぎの返事を記録すると済みになります。ケースの画面で記録してください。',
};

/** Whether it is about one of these cases, or its plan. */
export function isAboutAny(
  { subject, plans = [] }: Pick<Task, 'subject' | 'plans'>,
  cases: ReadonlySet<string>,
): boolean {
  const own = subject.kind === 'case' || subject.kind === 'plan' ? [subject.id] : [];
  return [...own, ...plans].some((id) => cases.has(id));
}
