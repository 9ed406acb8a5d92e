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

function withoutIn(sitting: Sitting, gone: Gone): Sitting {
  if (!isNamedIn(sitting, gone)) return sitting;
  const { meeting, leftOut = [], ...rest } = sitting;
  const others = leftOut.filter((one) => !isIt(one, gone));
  return {
    ...rest,
    items: sitting.items.filter((one) => !isIt(one, gone)),
    ...(others.length === 0 ? {} : { leftOut: others }),
    ...(meeting === undefined || isErased(meeting, gone) ? {} : { meeting }),
  };
}

function isNamedIn({ items, leftOut = [], meeting }: Sitting, gone: Gone): boolean {
  return [...items, ...leftOut].some((one) => isIt(one, gone)) || (meeting !== undefined && isErased(meeting, gone));
}

type Named = Pick<Gone, 'town' | 'case'>;
const isIt = (one: Named, gone: Named) => one.town === gone.town && one.case === gone.case;
const isErased = ({ town, id }: NonNullable<Sitting['meeting']>, gone: Gone) =>
  town === gone.town && gone.meetings.includes(id);
