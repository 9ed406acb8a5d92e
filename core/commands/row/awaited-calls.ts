import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { mayConvene } from '../../access/rules.ts';
import type { TownCode } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import type { Meeting } from '../../meeting/model.ts';
import type { Problem } from '../../sheet/cells.ts';
import type { Deps } from '../command.ts';
import type { Said } from './tab-reading.ts';

const callSchema = z.object({
  meeting: z.string(),
  agency: z.string(),
  class: z.string().optional(),
  purpose: z.string().optional(),
  required: z.boolean().optional(),
});
type Call = z.output<typeof callSchema>;

const CONVENE = '控えました。「会議」の表の「招集する」を「はい」にして送ると、この機関に案内が出ます。';
const WISH = '控えました。招集は開催する側が決めます。この行は、呼びたい機関の希望として残ります。';

/** Says beside a row of 招集 that nobody was invited by it as long as its meeting is not convened, and afterwards that the notice said something else. */
export async function awaitedCalls(deps: Pick<Deps, 'store' | 'prefecture'>, actor: Actor, code: TownCode) {
  const [town, meetings] = await Promise.all([
    deps.store.get('town', deps.prefecture, code),
    deps.store.list('meeting', code),
  ]);
  const known = new Map<string, Meeting>(meetings.map((meeting) => [meeting.id, meeting]));
  const waiting = town !== undefined && actor.kind === 'staff' && mayConvene(actor, town) ? CONVENE : WISH;
  return {
    besides: (asked: readonly Said[]): readonly Problem[] =>
      asked.flatMap(({ input }) => {
        const call = callSchema.safeParse(input).data;
        const meeting = known.get(call?.meeting ?? '');
        if (call === undefined || meeting === undefined) return [];
        return meeting.state === 'requested'
          ? [{ column: '会議番号', message: waiting }]
          : toldOtherwise(meeting, call);
      }),
  };
}

const NOT_REQUIRED: Problem = {
  column: '必須',
  message: '案内はもう出ています。必ず出席してもらう機関は招集のときに決まり、この行では変わりません。',
};

/** A notice that is out is not changed by a row: the agency has read it. */
function toldOtherwise({ invitations, quorum }: Meeting, call: Call): readonly Problem[] {
  const invitation = invitations.find(({ agency }) => agency === call.agency);
  if (invitation === undefined || invitation.withdrawn !== undefined) return [];
  return [
    ...unlike('役割区分', call.class, [invitation.class]),
    ...unlike('招集の目的', call.purpose, purposesOf(invitation)),
    ...(call.required === true && quorum?.required.includes(invitation.agency) !== true ? [NOT_REQUIRED] : []),
  ];
}

function purposesOf({ purposes }: Invitation): readonly string[] {
  return purposes.map(({ text }) => text);
}

function unlike(column: string, typed: string | undefined, told: readonly string[]): readonly Problem[] {
  if (typed === undefined || told.includes(typed)) return [];
  const message = `案内はもう出ています。この列に書いたことは、機関には伝わっていません（案内では「${told.join('」「')}」）。変えて伝えるときは、会議の画面でいったん取りやめてから加え直してください。`;
  return [{ column, message }];
}
