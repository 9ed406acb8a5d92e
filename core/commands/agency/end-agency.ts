import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { inOneTown } from '../../access/one-town.ts';
import { mayEdit } from '../../access/rules.ts';
import { type Agency, endSchema } from '../../agency/model.ts';
import { type Invited, openInvitations } from '../../agency/open-invitations.ts';
import { agencyIdSchema } from '../../ids.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Command, Deps } from '../command.ts';
import { textField } from '../fields.ts';
import { leaveMeeting } from '../meeting/leave-meeting.ts';
import { mayKeepRegister } from './register-agency.ts';
import { save } from '../save.ts';

const input = z
  .strictObject({
    id: agencyIdSchema,
    how: z.enum([...endSchema.options, 'resumed']),
    reason: textField,
    /** The entry that goes on, when two were one. */
    into: agencyIdSchema.optional(),
  })
  .refine(({ how, into, id }) => (how === 'merged') === (into !== undefined) && into !== id, {
    path: ['into'],
    message: '統合するときだけ、残す機関を選んでください。',
  });
type Input = z.output<typeof input>;

/**
 * 休止, 廃止, 統合 or 再開 of an entry. One that ends leaves every meeting it is in; one is merged into another only when it has nothing
 * open, since answers and minutes stay under the entry they were given to (ADR 0010). Nothing is deleted.
 */
export const endAgency: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const agency = await deps.store.get('agency', deps.prefecture, said.id);
    if (agency === undefined) return refuse({ code: 'unknown-agency', id: said.id });
    const open = await openInvitations(deps, said.id);
    const refusal = (await accessRefusal(deps, actor, agency, open)) ?? (await mergeRefusal(deps, said, open));
    if (refusal !== undefined) return refuse(refusal);
    const left = await leaveAll(deps, actor, said, open);
    if (!left.ok) return left;

    const { ended: _before, ...going } = agency;
    const into = said.into === undefined ? {} : { into: said.into };
    const ended =
      said.how === 'resumed' ? {} : { ended: { how: said.how, at: deps.clock.now(), reason: said.reason, ...into } };
    return save(deps, actor, {
      command: `agency:${said.how}`,
      town: deps.prefecture,
      id: said.id,
      put: [{ ...going, ...ended }],
    });
  },
};

/** Whoever keeps the register, and works for every town that would lose the agency. */
async function accessRefusal(
  deps: Deps,
  actor: Actor,
  { only }: Agency,
  open: readonly Invited[],
): Promise<Refused | undefined> {
  if (!mayKeepRegister(actor)) return { code: 'forbidden' };
  const towns = new Set([...(only === undefined ? [] : [only]), ...open.map(({ meeting }) => meeting.town)]);
  for (const town of towns) if (!(await mayEdit(deps, actor, town))) return { code: 'forbidden' };
  return undefined;
}

async function mergeRefusal(deps: Deps, { how, into }: Input, open: readonly Invited[]): Promise<Refused | undefined> {
  if (how !== 'merged' || into === undefined) return undefined;
  const other = await deps.store.get('agency', deps.prefecture, into);
  if (other === undefined) return { code: 'unknown-agency', id: into };
  if (other.ended !== undefined) return { code: 'agency-ended', id: into };
  return open.length === 0 ? undefined : { code: 'wrong-state', state: `招集中（${String(open.length)}件）` };
}

async function leaveAll(
  deps: Deps,
  actor: Actor,
  said: Input,
  open: readonly Invited[],
): Promise<Result<void, Refused>> {
  if (said.how === 'resumed') return ok(undefined);
  for (const { meeting } of open) {
    const leaving = { meeting: meeting.id, agency: said.id, reason: said.reason };
    const left = await leaveMeeting.run(inOneTown(deps, meeting.town), actor, leaving);
    if (!left.ok) return left;
  }
  return ok(undefined);
}
