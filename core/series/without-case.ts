import type { CaseId, TownCode } from '../ids.ts';
import type { Series, Sitting } from './model.ts';

type Gone = {
  readonly town: TownCode;
  readonly case: CaseId;
  /** Meetings that were erased with it. */
  readonly meetings: readonly string[];
};

/** A series whose dates name nothing any more of a case that was disposed of (ADR 0046); the same series where none did. */
export function withoutDisposed(series: Series, gone: Gone): Series {
  const sittings = series.sittings.map((one) => withoutIn(one, gone));
  return sittings.every((one, index) => one === series.sittings[index]) ? series : { ...series, sittings };
}

function withoutIn(sitting: Sitting, { town, case: id, meetings }: Gone): Sitting {
  const isIt = (one: { readonly town: TownCode; readonly case: CaseId }) => one.town === town && one.case === id;
  const { meeting, leftOut = [], ...rest } = sitting;
  const isErased = meeting?.town === town && meetings.includes(meeting.id);
  if (!sitting.items.some(isIt) && !leftOut.some(isIt) && !isErased) return sitting;
  const others = leftOut.filter((one) => !isIt(one));
  return {
    ...rest,
    items: sitting.items.filter((one) => !isIt(one)),
    ...(others.length === 0 ? {} : { leftOut: others }),
    ...(meeting === undefined || isErased ? {} : { meeting }),
  };
}
