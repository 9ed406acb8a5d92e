import type { Deps } from '../../core/commands/command.ts';
import type { Message } from '../../core/message/model.ts';

/** A system to look at, on one machine or on AWS. */
export type Watched = {
  readonly deps: Pick<Deps, 'store' | 'prefecture'>;
  readonly sentMails: () => Promise<readonly Message[]>;
  readonly engine: { readonly executions: () => readonly { readonly name: string; readonly status: string }[] };
};
