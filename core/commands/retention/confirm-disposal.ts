import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { mayEdit, townsOf } from '../../access/rules.ts';
import { disposalIdSchema, personIdSchema, townCodeSchema } from '../../ids.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Disposal } from '../../retention/model.ts';
import { isOpen, whyKept } from '../../retention/rules.ts';
import { settingsOf } from '../../settings/rules.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import type { Command, Deps } from '../command.ts';
import { textField } from '../fields.ts';
import { save } from '../save.ts';
import { notDisposable } from './propose-disposal.ts';

const input = z.strictObject({ disposal: disposalIdSchema, town: townCodeSchema.optional() });
const withdrawInput = input.extend({ reason: textField });

/**
 * 廃棄の確認: a second person. Whatever was put on hold, taken up again or changed since it was proposed stops all of it, before anything is
 * erased; then it is erased for good (docs/adr/0046-keeping-and-disposing.md).
 */
export const confirmDisposal: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await disposalOf(deps, actor, said);
    if (!located.ok) return located;
    const disposal = located.value;
    const { town, id, by } = disposal;
    if (by === actor.id) return refuse({ code: 'same-person', person: by });
    const kept = await changedSince(deps, disposal);
    if (kept !== undefined) return refuse(kept);

    const at = deps.clock.now();
    const confirmed = { by: personIdSchema.parse(actor.id), at };
    const outbox = [erasing(deps, disposal, at)];
    return save(deps, actor, { command: 'confirm-disposal', town, id, put: [{ ...disposal, confirmed }], outbox });
  },
};

/** 取下げ: by either of the two, or anybody else who may work on the town's cases. */
export const withdrawDisposal: Command<typeof withdrawInput> = {
  input: withdrawInput,
  async run(deps, actor, { reason, ...said }) {
    const located = await disposalOf(deps, actor, said);
    if (!located.ok) return located;
    const { town, id } = located.value;
    const withdrawn = { by: personIdSchema.parse(actor.id), at: deps.clock.now(), reason };
    return save(deps, actor, { command: 'withdraw-disposal', town, id, put: [{ ...located.value, withdrawn }] });
  },
};

function erasing(deps: Deps, { town, id }: Disposal, notBefore: Disposal['at']): OutboxEntry {
  return { town, subject: id, notBefore, effect: { type: 'dispose', prefecture: deps.prefecture, disposal: id } };
}

/** One that still waits for its second person. */
async function disposalOf(
  deps: Deps,
  actor: Actor,
  { disposal: id, town }: z.output<typeof input>,
): Promise<Result<Disposal, Refused>> {
  const towns = town === undefined ? await townsOf(deps, actor) : [town];
  const found = await Promise.all(towns.map((one) => deps.store.get('disposal', one, id)));
  const [disposal, another] = found.filter((one) => one !== undefined);
  if (disposal === undefined) return refuse({ code: 'unknown-disposal', id });
  if (another !== undefined) return refuse({ code: 'ambiguous-id', id });
  if (!(await mayEdit(deps, actor, disposal.town))) return refuse({ code: 'forbidden' });
  if (!isOpen(disposal)) return refuse({ code: 'already-closed', state: stateOf(disposal) });
  return disposal.confirmed === undefined ? ok(disposal) : refuse({ code: 'already-closed', state: stateOf(disposal) });
}

function stateOf({ withdrawn, doneAt }: Disposal): string {
  if (withdrawn !== undefined) return '取下げ';
  return doneAt === undefined ? '廃棄中' : '廃棄済み';
}

async function changedSince(deps: Deps, { town, items }: Disposal): Promise<Refused | undefined> {
  const { retentionFiscalYears } = await settingsOf(deps, town);
  const found = await Promise.all(
    items.map(async ({ of, id, version }) => {
      const record = await deps.store.get(of, town, id);
      const why = whyKept(record, retentionFiscalYears, deps.clock.now());
      return { id, why: why ?? (record?.version === version ? undefined : ('changed' as const)) };
    }),
  );
  const refusal = notDisposable(found);
  return refusal.items.length === 0 ? undefined : refusal;
}
