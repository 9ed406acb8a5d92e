import type { Task } from '../task/model.ts';
import { type MailKind, mailKindSchema } from './model.ts';

/** Which letter a task stands in for: the mail that an agency with an address would have got, and its occasion. */
export type Paper = { readonly kind: MailKind; readonly occasion: string };

// The longest first: `record-changed-2` is no `record`.
const kinds = mailKindSchema.options.toSorted((a, b) => b.length - a.length);

/** Reads `cancel-all` as the letter 中止; undefined when no letter is named. */
export function paperOf(name: string): Paper | undefined {
  const kind = kinds.find((one) => name.startsWith(`${one}-`));
  return kind === undefined ? undefined : { kind, occasion: name.slice(kind.length + 1) };
}

/** The paper of a task that brings a letter by hand; undefined for a call that only asks. */
export function paperFor(task: Pick<Task, 'id' | 'taskKind' | 'subject' | 'about'>): Paper | undefined {
  if (!byHand.includes(task.taskKind)) return undefined;
  return paperOf(task.id.slice(`${task.subject.id}/${task.taskKind}/${task.about}/`.length));
}

const byHand: readonly Task['taskKind'][] = ['fax', 'post', 'phone'];

/** Letters that say whether and when people meet: of these an agency gets one at a time, the newest. */
const ofTheDate: readonly MailKind[] = ['poll', 'invitation', 'change', 'cancel'];

/** What the paper of a task says of the date; undefined for every other task. */
export function datePaper(task: Task): MailKind | undefined {
  const kind = paperFor(task)?.kind;
  return kind !== undefined && ofTheDate.includes(kind) ? kind : undefined;
}

/** Brought by somebody: what a later event or the beginning of the meeting closed was told to nobody. */
export function wasBrought({ done }: Task): boolean {
  return done !== undefined && done.overtaken !== true && done.by !== 'workflow';
}
