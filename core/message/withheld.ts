import type { TownCode } from '../ids.ts';
import type { Store } from '../ports.ts';
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
