import type { Former } from './letter-text.ts';
import type { Message } from './model.ts';
import { paperFor } from './papers-by-hand.ts';
import type { Task } from '../task/model.ts';

/**
 * How far a word of change (変更) in a sitting (合同の席) reaches. `all`: the date or place, which are those of all its parts, with whatever else each
 * part asks; `part`: only what is to be prepared for its own part; `gone`: only that other parts are off.
 */
export type Reach = 'all' | 'part' | 'gone';

/** Of a word of a sitting that tells this agency what was before. */
export function reachOf({ startsAt, place, preparation }: Former): Reach {
  if (startsAt !== undefined || place !== undefined) return 'all';
  return preparation === undefined ? 'gone' : 'part';
}

/** As the id of a mail and of a task bears it. */
export function reaching(reach: Reach, occasion: string | number): string | number {
  return reach === 'all' ? occasion : `${reach}-${String(occasion)}`;
}

function reachIn(occasion: string): Reach {
  if (occasion.startsWith('part-')) return 'part';
  return occasion.startsWith('gone-') ? 'gone' : 'all';
}

/** Of a mail of the kind `change`. */
export function reachOfMail({ id }: Pick<Message, 'id'>): Reach {
  return reachIn(id.split('/').at(-1) ?? '');
}

/** Of a paper of the kind `change`. */
export function reachOfPaper(task: Task): Reach {
  return reachIn(paperFor(task)?.occasion ?? '');
}
