import { taskWords } from '../../core/message/wording/staff-task.ts';
import type { TaskKind } from '../../core/task/model.ts';
import { type Instant } from '../../core/time.ts';
import type { Facts, Mail } from '../scenario/facts.ts';

/** One line of the story. `who` is empty for what the clock did. */
export type Event = {
  readonly at: Instant;
  readonly who: string;
  readonly what: 'act' | 'refused' | 'mail' | 'task' | 'state';
  readonly text: string;
};

const nameOf = (kind: TaskKind) => taskWords[kind].name;

/** What happened between two looks: mails sent, tasks opened and done, states changed. */
export function eventsBetween(before: Facts, after: Facts, at: Instant): readonly Event[] {
  return [
    ...after.mails.slice(before.mails.length).map(mailEvent),
    ...tasksNew(before, after).map(({ for: who, kind, about }): Event => ({
      at,
      who,
      what: 'task',
      text: `用事ができました: ${about}（${nameOf(kind)}）`,
    })),
    ...tasksNew(after, before).map(({ for: who, kind, about }): Event => ({
      at,
      who,
      what: 'task',
      text: `用事が片づきました: ${about}（${nameOf(kind)}）`,
    })),
    ...rowAnswers(before.rows, after.rows).map((text): Event => ({ at, who: '', what: 'state', text })),
    ...stateChanges(statesIn(before), statesIn(after)).map((text): Event => ({ at, who: '', what: 'state', text })),
  ];
}

function mailEvent({ to, subject, at }: Mail): Event {
  return { at, who: to, what: 'mail', text: subject };
}

function tasksNew(before: Facts, after: Facts): Facts['tasks'] {
  const key = (task: Facts['tasks'][number]) => `${task.for}|${task.kind}|${task.about}`;
  const known = new Set(before.tasks.map(key));
  return after.tasks.filter((task) => !known.has(key(task)));
}

type States = Readonly<Record<string, string>>;

/** Everything that has a state people speak of. */
function statesIn({ states, roles }: Facts): States {
  const ofRoles = Object.entries(roles).map(([id, role]) => [`役割 ${id}`, String(role['state'])] as const);
  return { ...Object.fromEntries(ofRoles), ...states };
}

/** What the sheet says of rows that were sent: taken, or why not. */
function rowAnswers(before: Facts['rows'], after: Facts['rows']): readonly string[] {
  const answers = Object.entries(after).filter(([id, cells]) => id.includes('/') && cells['版'] !== before[id]?.['版']);
  return answers.map(([id, cells]) => `表の行 ${id} は「${cells['状況'] ?? ''}」${reasonIn(cells['理由・お願い'])}`);
}

function reasonIn(text = ''): string {
  return text === '' ? '' : ` — ${text}`;
}

function stateChanges(before: States, after: States): readonly string[] {
  return Object.entries(after)
    .filter(([id, state]) => before[id] !== state)
    .map(([id, state]) =>
      before[id] === undefined ? `${id} は「${state}」` : `${id} は「${before[id]}」から「${state}」へ`,
    );
}
