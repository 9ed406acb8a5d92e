import * as z from 'zod';
import { allTowns } from '../../access/rules.ts';
import { townCodeSchema } from '../../ids.ts';
import { mailKindSchema, type Message } from '../../message/model.ts';
import { bounceKindOf } from '../../message/bounce.ts';
import { ok, refuse } from '../../result.ts';
import { bounceTask } from './bounce-task.ts';
import type { Command, Deps } from '../command.ts';
import { save } from '../save.ts';

const input = z.strictObject({
  /** Of the mail's id: two towns may have the same. */
  town: townCodeSchema.optional(),
  /** The mail's id, or its recipient and kind: then the last such mail. */
  message: z.string().optional(),
  to: z.string().optional(),
  kind: mailKindSchema.optional(),
  /** In the words of the mail service: permanent, full, complaint, or a status code as 5.2.2. */
  type: z.string().default('permanent'),
});
type Input = z.output<typeof input>;

/** The mail service says a mail did not arrive: staff reach the agency by telephone, FAX or post instead (BRIEF §2.6). */
export const receiveBounce: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    if (actor.kind !== 'staff') return refuse({ code: 'forbidden' });
    const message = await bounced(deps, said);
    if (message === undefined) return refuse({ code: 'unknown-mail', id: said.message ?? said.to ?? '' });
    const { town, id } = message;
    const kind = bounceKindOf(said.type);
    // Mail services tell everything at least once.
    if (message.bounce?.kind === kind) return ok({ town, id });
    const task = await bounceTask(deps, message, kind);
    const state = kind === 'complaint' ? message.state : 'bounced';
    const put = [{ ...message, state, bounce: { kind, at: deps.clock.now() } } as const, ...task];
    return save(deps, actor, { command: `bounce:${said.type}`, town: message.town, id: message.id, put });
  },
};

async function bounced(deps: Deps, said: Input): Promise<Message | undefined> {
  const towns = said.town === undefined ? await allTowns(deps) : [said.town];
  const messages = (await Promise.all(towns.map((town) => deps.store.list('message', town)))).flat();
  return messages
    .filter((one) => one.state === 'sent' || (one.id === said.message && one.bounce !== undefined))
    .filter((one) => said.message === undefined || one.id === said.message)
    .filter((one) => said.to === undefined || one.to === said.to || one.address === said.to)
    .filter((one) => said.kind === undefined || one.mailKind === said.kind)
    .toSorted((a, b) => ((a.sentAt ?? '') < (b.sentAt ?? '') ? -1 : 1))
    .at(-1);
}
