import {
  agendaSchema,
  gatheringFields,
  modeMeant,
  modeSchema,
  printedPlace,
  cadenceSchema,
} from '../../meeting/gathering.ts';
import type { Appointment, Meeting } from '../../meeting/model.ts';
import type { Refused } from '../../refusal.ts';
import type * as z from 'zod';

/** How people meet, and which case when. */
export const gatheringInput = {
  cadence: cadenceSchema.optional(),
  mode: modeSchema.optional(),
  url: gatheringFields.url,
  /** 時間割: every case once, in order, with its minutes. */
  agenda: agendaSchema.optional(),
};

type Said = {
  readonly mode?: z.output<typeof modeSchema> | undefined;
  readonly url?: string | undefined;
  readonly agenda?: z.output<typeof agendaSchema> | undefined;
};
type Gathering = Pick<Appointment, 'mode' | 'url' | 'placeInside' | 'agenda'> & { readonly place: string };

/** The place as it may be printed, and what stays inside. */
export function gatheringOf(said: Said, place: string | undefined): Gathering {
  const mode = modeMeant(said.mode, place);
  const inside = mode === '本人宅' && place !== undefined && place !== '本人宅' ? { placeInside: place } : {};
  return {
    mode,
    place: printedPlace(mode, place),
    ...inside,
    ...(said.url === undefined ? {} : { url: said.url }),
    ...(said.agenda === undefined ? {} : { agenda: said.agenda }),
  };
}

/** Every case has its place in the order, once. */
export function agendaRefusal({ cases }: Pick<Meeting, 'cases'>, { agenda }: Said): Refused | undefined {
  if (agenda === undefined) return undefined;
  const named = agenda.map((slot) => slot.case);
  const stranger = named.find((id) => !cases.includes(id));
  if (stranger !== undefined) return { code: 'unknown-case', id: stranger };
  const complete = named.length === cases.length && new Set(named).size === cases.length;
  return complete
    ? undefined
    : { code: 'bad-input', field: 'agenda', problem: '時間割には、会議のケースを一つずつ全部入れてください。' };
}
