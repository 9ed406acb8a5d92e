import type { Actor } from '../access/model.ts';
import { nameOf } from '../access/rules.ts';
import type { Deps, Done } from '../commands/command.ts';
import type { TownCode } from '../ids.ts';
import { addSeconds, type Instant } from '../time.ts';
import type { Sent } from './model.ts';

// A page's nonce is good for three hours at most (functions/page/nonce.ts); a mark that is older stops nothing.
const KEPT_SECONDS = 3 * 3600;
const MOST_KEPT = 30;

type Kept = Pick<Deps, 'store' | 'clock' | 'form'>;

/** How many forms of somebody have been taken in a town: tells two showings of one page apart that fall on one moment. */
export async function formsTaken({ store }: Pick<Deps, 'store'>, actor: Actor, town: TownCode): Promise<number> {
  return (await store.get('sent', town, nameOf(actor)))?.version ?? 0;
}

/** What this very form led to when it came before; undefined for one that is new, or came from no page. */
export async function takenBefore({ store, form }: Kept, actor: Actor): Promise<Done | undefined> {
  if (form === undefined) return undefined;
  const sent = await store.get('sent', form.town, nameOf(actor));
  const found = sent?.forms.find(({ mark }) => mark === form.mark);
  return found === undefined ? undefined : { town: found.town, id: found.to, again: true };
}

/** The mark to save beside what the form did. */
export async function markOf({ store, form, clock }: Kept, actor: Actor, done: Done): Promise<readonly Sent[]> {
  if (form === undefined) return [];
  const now = clock.now();
  const before = await store.get('sent', form.town, nameOf(actor));
  const others = (before?.forms ?? []).filter(({ at, mark }) => isKept(at, now) && mark !== form.mark);
  const forms = [...others.slice(1 - MOST_KEPT), { mark: form.mark, at: now, town: done.town, to: done.id }];
  return [{ kind: 'sent', town: form.town, id: nameOf(actor), version: before?.version ?? 0, forms }];
}

/** After something was undone the same form may come again: only the undoing itself stays marked. */
export async function markOfUndoing(deps: Kept, actor: Actor, done: Done): Promise<readonly Sent[]> {
  const marked = await markOf(deps, actor, done);
  return marked.map((sent) => ({ ...sent, forms: sent.forms.slice(-1) }));
}

function isKept(at: Instant, now: Instant): boolean {
  return addSeconds(at, KEPT_SECONDS) > now;
}
