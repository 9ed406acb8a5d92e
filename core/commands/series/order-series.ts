import * as z from 'zod';
import { bodyIdSchema, townCodeSchema } from '../../ids.ts';
import { refuse } from '../../result.ts';
import type { Series } from '../../series/model.ts';
import type { Command, Deps } from '../command.ts';
import { save } from '../save.ts';
import { seenField, staleRefusal } from '../seen.ts';
import { keptInLine } from './series-in-line.ts';
import { type Arranging, bodyToArrange } from './locate-series.ts';

const days = z.number().int();

const input = z.strictObject({
  body: bodyIdSchema,
  /** The host, or a town it hosts; one's own side when left out. */
  town: townCodeSchema.optional(),
  /** N回先まで予定する. */
  ahead: days.min(1, '1以上にしてください。').max(12, '12までにしてください。').optional(),
  /** 開催のN日前に構成員を自動で招集する; 0: by hand. */
  lead: days.min(0, '0以上にしてください。').max(60, '60までにしてください。').optional(),
  /** Cases are taken until so many days before it; as the day of convening when 0 or left out. */
  cutoff: days.min(0, '0以上にしてください。').max(60, '60までにしてください。').optional(),
  /** true: no further dates, and those that are planned are dropped. */
  end: z.boolean().default(false),
  version: seenField,
});
type Input = z.output<typeof input>;

const AHEAD = 3;
const LEAD = 14;

/** 定例会: the host orders that a body is convened on its regular days, changes that order, or ends it. */
export const orderSeries: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const found = await bodyToArrange(deps, actor, said);
    if (!found.ok) return found;
    const { body } = found.value;
    if (body.regular === undefined && !said.end)
      return refuse({ code: 'bad-input', field: 'regular', problem: '先に、この会議体の定例日を決めてください。' });
    const before = await deps.store.get('series', body.town, body.id);
    const series = ordered(deps, before, found.value, said);
    const stale = staleRefusal(said.version, before, series);
    if (stale !== undefined) return refuse(stale);
    const { put, outbox } = await keptInLine(deps, series, body);
    return save(deps, actor, { command: 'series', town: body.town, id: body.id, put, outbox });
  },
};

function ordered(deps: Deps, before: Series | undefined, { officer, body }: Arranging, said: Input): Series {
  const order = { by: officer.id, at: deps.clock.now() };
  const { version, ahead, sittings, ...days } = before ?? { version: 0, ahead: AHEAD, lead: LEAD, sittings: [] };
  return {
    ...{ kind: 'series', town: body.town, id: body.id, version, order, ahead: said.ahead ?? ahead },
    ...dayOfOrder('lead', said.lead ?? days.lead),
    ...dayOfOrder('cutoff', said.cutoff ?? ('cutoff' in days ? days.cutoff : 0)),
    ...(said.end ? { ended: order } : {}),
    sittings,
  };
}

/** 0 takes it away. */
function dayOfOrder(name: 'lead' | 'cutoff', count = 0): Pick<Series, 'lead' | 'cutoff'> {
  return count === 0 ? {} : { [name]: count };
}
