import type { Body } from '../body/model.ts';
import { nextOccasions } from '../body/regular-day.ts';
import { type OfficeDays, rollBack } from '../calendar.ts';
import { addDays, addSeconds, type ClockTime, type Day, dayOf, type Instant, jst } from '../time.ts';
import type { Item, Series, Sitting } from './model.ts';

const CONVENED_AT: ClockTime = '9:00';
const MOST_KEPT = 60;

/** When a date is convened by itself; undefined where the host does it by hand. */
export function convenedAt(
  { lead }: Pick<Series, 'lead'>,
  { startsAt }: Pick<Sitting, 'startsAt'>,
  office: OfficeDays,
) {
  return lead === undefined ? undefined : jst(rollBack(addDays(dayOf(startsAt), -lead), office), CONVENED_AT);
}

/** Until when cases are taken: never later than it is convened. */
export function takenUntil(series: Pick<Series, 'lead' | 'cutoff'>, sitting: Sitting, office: OfficeDays): Instant {
  const convened = convenedAt(series, sitting, office) ?? sitting.startsAt;
  const { cutoff } = series;
  if (cutoff === undefined) return convened;
  const said = jst(rollBack(addDays(dayOf(sitting.startsAt), -cutoff), office), CONVENED_AT);
  return said < convened ? said : convened;
}

export type Replanned = { readonly series: Series; readonly homeless: readonly Item[] };

/**
 * The series as it should stand now: dates that have passed are over, planned ones follow the rule of the body as it is, and as many as were
 * ordered are planned. A date that was convened, cancelled or moved by somebody stays; cases of one that is gone go to the next planned one.
 * `homeless` are those for which there is none.
 */
export function replanned(series: Series, body: Body, office: OfficeDays, now: Instant): Replanned {
  const settled = series.sittings.map((one) => overNow(one, now));
  const wanted = series.ended === undefined ? wantedDays({ ...series, sittings: settled }, body, office, now) : [];
  const kept = settled.filter((one) => one.state !== 'planned' || wanted.some(({ day }) => day === one.day));
  const fresh = wanted.filter(({ day }) => !kept.some((one) => one.day === day));
  const sittings = [...kept.map((one) => onTime(one, wanted)), ...fresh].toSorted(byDay);
  const gone = settled.filter((one) => one.state === 'planned' && !kept.includes(one));
  return withItems({ ...series, sittings: sittings.slice(-MOST_KEPT) }, gone);
}

const byDay = (one: Sitting, other: Sitting) => (one.day < other.day ? -1 : 1);

function overNow(one: Sitting, now: Instant): Sitting {
  const isOver = one.state === 'planned' && one.startsAt <= now;
  return isOver ? { ...one, state: 'missed', items: withoutReasons(one.items) } : one;
}

/** What was written of a case stays with its meeting; a date that is over keeps numbers only, so that nothing outlives the case's papers. */
export function withoutReasons(items: readonly Item[]): Item[] {
  return items.map(({ reason: _reason, ...item }) => item);
}

/** A planned date nobody moved follows the time of the rule. */
function onTime(one: Sitting, wanted: readonly Sitting[]): Sitting {
  const meant = wanted.find(({ day }) => day === one.day);
  return meant === undefined || one.state !== 'planned' || one.moved !== undefined
    ? one
    : { ...one, startsAt: meant.startsAt };
}

const LOOKED_AT = 80;

/** Of a monthly rule that was changed, the first date is not days after one that was convened by the former rule. */
const DAYS_APART = 14;

/** The dates that should be planned: those that are by the rule, after the last that was convened, and not too near to be convened in time. */
function wantedDays(series: Series, { regular, until }: Body, office: OfficeDays, now: Instant): readonly Sitting[] {
  if (regular === undefined) return [];
  const { sittings: settled } = series;
  const called = settled.filter(({ state }) => state === 'called' || state === 'empty').map(({ day }) => day);
  const apart = regular.rule.every === 'weekday' || regular.rule.every === 'day' ? DAYS_APART : 1;
  const from = [dayOf(now), ...called.map((day) => addDays(day, apart))].toSorted().at(-1) ?? dayOf(now);
  const days = nextOccasions(regular, office, from, LOOKED_AT).map(({ on }) => on);
  return days
    .filter((day) => until === undefined || day <= until)
    .map((day) => settled.find((one) => one.day === day) ?? newSitting(day, momentOf(day, regular.time)))
    .map((one) => (one.moved === undefined && one.state === 'planned' ? retimed(one, regular.time) : one))
    .filter((one) => one.state === 'planned' && isInTime(series, one, { office, now }))
    .slice(0, series.ahead);
}

function momentOf(day: Day, time: string): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return addSeconds(jst(day, '0:00'), (hours * 60 + minutes) * 60);
}

const newSitting = (day: Day, startsAt: Instant): Sitting => ({ day, startsAt, state: 'planned', items: [] });
const retimed = (one: Sitting, time: string): Sitting => ({ ...one, startsAt: momentOf(one.day, time) });

type Around = { readonly office: OfficeDays; readonly now: Instant };

/** A date that is planned already stays; a new one is on a day of its own, and there is time to convene it. */
function isInTime(series: Series, one: Sitting, { office, now }: Around): boolean {
  const { sittings: settled } = series;
  if (settled.some(({ day, state }) => day === one.day && state === 'planned')) return one.startsAt > now;
  if (settled.some((other) => holdsDay(other) && dayOf(other.startsAt) === one.day)) return false;
  return (convenedAt(series, one, office) ?? one.startsAt) > now;
}

/** Whether people will meet, or have met, on the day of this date. */
export function holdsDay({ state }: Pick<Sitting, 'state'>): boolean {
  return state === 'planned' || state === 'called';
}

function withItems(series: Series, gone: readonly Sitting[]): Replanned {
  const items = gone.flatMap((one) => one.items.map((item) => ({ item, from: one.day })));
  const homeless: Item[] = [];
  let { sittings } = series;
  for (const { item, from } of items) {
    const next =
      sittings.find((one) => takes(one, item) && one.day >= from) ?? sittings.find((one) => takes(one, item));
    if (next === undefined) homeless.push(item);
    else sittings = sittings.map((one) => (one === next ? { ...one, items: [...one.items, item] } : one));
  }
  return { series: { ...series, sittings }, homeless };
}

/** A date is about cases of one town: who is there for one town must not hear of another. */
export function takes({ state, items }: Pick<Sitting, 'state' | 'items'>, { town }: Pick<Item, 'town'>): boolean {
  return state === 'planned' && items.every((item) => item.town === town);
}

/** The planned dates that are to be convened by now, in order. */
export function dueSittings(series: Series, office: OfficeDays, now: Instant): readonly Sitting[] {
  if (series.ended !== undefined) return [];
  return series.sittings.filter((one) => {
    const at = one.state === 'planned' && one.startsAt > now ? convenedAt(series, one, office) : undefined;
    return at !== undefined && at <= now;
  });
}

/** When the series has to be looked at next: a date is to be convened, or has passed. */
export function nextLook(series: Series, office: OfficeDays, now: Instant): Instant | undefined {
  if (series.ended !== undefined) return undefined;
  return series.sittings
    .filter(({ state }) => state === 'planned')
    .flatMap((one) => [convenedAt(series, one, office), one.startsAt])
    .filter((at) => at !== undefined)
    .filter((at) => at > now)
    .toSorted()[0];
}
