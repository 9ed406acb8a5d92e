import * as z from 'zod';
import type { Body } from '../../body/model.ts';
import { type AgencyId, agencyIdSchema } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import type { Draft, Meeting } from '../../meeting/model.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { settingsOf } from '../../settings/rules.ts';
import type { Deps } from '../command.ts';
import { instantField } from '../fields.ts';

/** What convening says about finding a date, and about who must be there. */
export const pollInput = {
  /** 候補日時, one to ten, instead of a date: agencies are asked which would do. */
  slots: z.array(instantField).min(1, '候補を一つ以上入れてください。').optional(),
  /** The best slot is fixed by itself at the deadline; as the host has set when left out. */
  auto: z.boolean().optional(),
  /** Who must come (必須); of a body's roster, those who are so when left out. */
  required: z.array(agencyIdSchema).optional(),
  /** 定足数: how many must come at least; no number when left out. */
  least: z.number().int().min(1, '1以上にしてください。').max(30, '30までにしてください。').optional(),
};

type Said = {
  readonly slots?: Draft['slots'];
  readonly auto?: boolean | undefined;
  readonly required?: readonly AgencyId[] | undefined;
  readonly least?: number | undefined;
};

/** The slots as they will be asked about; nothing where there is a date. */
export async function pollIn(
  deps: Deps,
  { town }: Meeting,
  { slots, auto }: Said,
): Promise<Pick<Draft, 'slots' | 'auto'>> {
  if (slots === undefined) return {};
  return { slots, auto: auto ?? (await settingsOf(deps, town)).pollFixing === '自動' };
}

/** 定足数 of this meeting; who must come is invited, and nobody asks for more than are. */
export function quorumIn(
  { required, least }: Said,
  body: Body | undefined,
  invitations: readonly Invitation[],
): Result<Pick<Meeting, 'quorum'>, Refused> {
  const isInvited = (id: AgencyId) => invitations.some(({ agency }) => agency === id);
  const stranger = required?.find((id) => !isInvited(id));
  if (stranger !== undefined) return refuse({ code: 'not-invited', agency: stranger });
  const must = required ?? boundBy(body).filter(isInvited);
  if (least !== undefined && least > invitations.length)
    return refuse({
      code: 'bad-input',
      field: '定足数',
      problem: `招集する機関（${String(invitations.length)}）より多くはできません。`,
    });
  return ok(quorumOf(must, least));
}

function quorumOf(must: readonly AgencyId[], least: number | undefined): Pick<Meeting, 'quorum'> {
  if (least !== undefined) return { quorum: { required: [...must], least } };
  return must.length === 0 ? {} : { quorum: { required: [...must] } };
}

/** 必須 on the body's standing roster. */
function boundBy(body: Body | undefined): readonly AgencyId[] {
  return (body?.roster ?? []).filter(({ standing }) => standing === 'required').map(({ agency }) => agency);
}
