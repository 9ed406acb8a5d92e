import type { Invitation } from '../invitation/model.ts';
import type { Store } from '../ports.ts';
import type { TownCode } from '../ids.ts';
import type { Task } from '../task/model.ts';
import type { Message } from './model.ts';

/** Mails about a meeting or a plan that still wait for office hours, to agencies whom they no longer concern: marked, so that they never leave. */
export async function withheld(
  deps: { readonly store: Store },
  { town, id }: { readonly town: TownCode; readonly id: string },
  concerns: (agency: string) => boolean,
): Promise<readonly Message[]> {
  const messages = await deps.store.list('message', town, `${id}/`);
  return messages
    .filter((message) => message.state === 'created' && message.link !== undefined && concerns(message.to))
    .map((message) => ({ ...message, state: 'dropped' }));
}

type Called = Pick<Invitation, 'agency' | 'replies' | 'invitedAt'>;

/**
 * Who has heard of a meeting: not those whose first mail about it is held back just now, nor those whom somebody was to tell by FAX, telephone
 * or letter and has not yet. Whoever answered has heard, however.
 */
export async function hearersOf(
  deps: { readonly store: Store },
  { town, id }: { readonly town: TownCode; readonly id: string },
  unsent: readonly Message[],
): Promise<(invitation: Called) => boolean> {
  const tasks = await deps.store.list('task', town, `${id}/`);
  const untold = tasks.filter((task) => isNotice(task) && !isDoneByHand(task));
  return ({ agency, replies, invitedAt }) =>
    invitedAt !== undefined &&
    !unsent.some((mail) => mail.to === agency && mail.mailKind === 'invitation') &&
    (replies.length > 0 || !untold.some(({ about }) => about === agency));
}

const byHand: readonly Task['taskKind'][] = ['phone', 'fax', 'post'];

/** The first notice of a meeting, brought by hand (to-agencies.ts). */
function isNotice({ id, taskKind }: Task): boolean {
  return byHand.includes(taskKind) && (id.split('/').at(-1) ?? '').startsWith('invitation-');
}

/** What the beginning of the meeting closed was told to nobody. */
const isDoneByHand = ({ done }: Task) => done !== undefined && done.by !== 'workflow';
