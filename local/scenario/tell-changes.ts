import type { Deps } from '../../core/commands/command.ts';
import type { Message } from '../../core/message/model.ts';
import type { PendingEntry } from '../../core/ports.ts';
import { mailableFrom, settingsOf } from '../../core/settings/rules.ts';
import { addSeconds } from '../../core/time.ts';

type Telling = {
  readonly deps: Pick<Deps, 'store' | 'clock' | 'prefecture'>;
  readonly deliver: (entries: readonly PendingEntry[]) => Promise<unknown>;
};

const LONGEST_SECONDS = 60 * 60;
const MOST = 1000;

/**
 * A story asks which mails went out: changes that were being gathered are told first, as if their minutes had passed (ADR 0031). Mail that waits for
 * office hours goes on waiting.
 */
export async function tellChanges({ deps, deliver }: Telling): Promise<void> {
  const now = deps.clock.now();
  const ahead = await deps.store.dueEntries(addSeconds(now, LONGEST_SECONDS), MOST, ['mail']);
  const settling: PendingEntry[] = [];
  for (const entry of ahead) if (await isSettling(deps, entry)) settling.push({ ...entry, notBefore: now });
  await deliver(settling);
}

/** 変更 of a meeting, or of the slots of a poll. */
function isOfChange({ mailKind, id }: Message): boolean {
  return mailKind === 'change' || (mailKind === 'poll' && id.includes('/slots-'));
}

async function isSettling(deps: Telling['deps'], { town, effect }: PendingEntry): Promise<boolean> {
  const message = effect.type === 'mail' ? await deps.store.get('message', town, effect.message) : undefined;
  if (message?.state !== 'created' || !isOfChange(message)) return false;
  return mailableFrom(await settingsOf(deps, town), message.createdAt, false) === message.createdAt;
}
