import * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import { mayConvene } from '../../access/rules.ts';
import type { TownCode } from '../../ids.ts';
import type { Problem } from '../../sheet/cells.ts';
import type { Deps } from '../command.ts';
import type { Said } from './tab-reading.ts';

const meetingSchema = z.object({ meeting: z.string() });
const CONVENE = '控えました。「会議」の表の「招集する」を「はい」にして送ると、この機関に案内が出ます。';
const WISH = '控えました。招集は開催する側が決めます。この行は、呼びたい機関の希望として残ります。';

/** Says beside a row of 招集 that nobody was invited by it, as long as its meeting is not convened. */
export async function awaitedCalls(deps: Pick<Deps, 'store' | 'prefecture'>, actor: Actor, code: TownCode) {
  const [town, meetings] = await Promise.all([
    deps.store.get('town', deps.prefecture, code),
    deps.store.list('meeting', code),
  ]);
  const open = new Set<string>(meetings.filter(({ state }) => state === 'requested').map(({ id }) => id));
  const message = town !== undefined && actor.kind === 'staff' && mayConvene(actor, town) ? CONVENE : WISH;
  return {
    besides: (asked: readonly Said[]): readonly Problem[] =>
      asked.some(({ input }) => open.has(meetingSchema.safeParse(input).data?.meeting ?? ''))
        ? [{ column: '会議番号', message }]
        : [],
  };
}
