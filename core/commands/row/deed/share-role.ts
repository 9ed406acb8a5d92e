import * as z from 'zod';
import { roleIdSchema } from '../../../ids.ts';
import type { Role } from '../../../plan/model.ts';
import { roleStateOf } from '../../../plan/rules.ts';
import { ok } from '../../../result.ts';
import type { Command } from '../../command.ts';
import { locateForStaff } from '../../locate.ts';
import { confirm } from '../../plan/confirm.ts';
import { setRole } from '../../plan/set-role.ts';
import { doing } from './doing.ts';

const ways = ['提案', '持ち帰り', '所属承認'] as const;
const input = setRole.input.extend({
  id: roleIdSchema,
  state: z
    .enum(
      ways,
      `次のどれかを入れてください: ${ways.join('、')}。確定は「所属で確認した人」に名前を入れると記録されます。`,
    )
    .optional(),
  /** Who at the agency agreed: it then binds the office. */
  confirmedBy: z.string().optional(),
});
type Input = z.output<typeof input>;

/** A row of 役割分担: proposes a role or changes it, and takes it on its way; a row never takes it back behind where it has come meanwhile. */
export const shareRole: Command<typeof input> = {
  input,
  async run(deps, actor, { confirmedBy, ...said }) {
    const located = await locateForStaff(deps, actor, 'meeting', said.meeting);
    if (!located.ok) return located;
    const { town } = located.value;
    const stored = await deps.store.get('role', town, said.id);
    const set = await doing(setRole, deps, actor, {
      ...said,
      state: isFurther(stored, said.state) ? said.state : undefined,
    });
    if (!set.ok || confirmedBy === undefined) return set;
    const role = await deps.store.get('role', town, said.id);
    const known = role?.state === 'confirmed';
    return known ? ok({ town, id: said.id }) : doing(confirm, deps, actor, { role: said.id, by: confirmedBy });
  },
};

const order: readonly Role['state'][] = ['reopened', 'proposed', 'taken-back', 'approved', 'confirmed'];

function isFurther(stored: Role | undefined, said: Input['state']): boolean {
  const next = roleStateOf(said);
  return next !== undefined && (stored === undefined || order.indexOf(next) > order.indexOf(stored.state));
}
