import type { Town } from '../../core/access/model.ts';
import type { Lapse } from '../../core/body/rhythm.ts';
import type { Status } from '../../core/status/model.ts';
import { type CountsOfTown, countsOfTown } from '../../core/status/town-figures.ts';
import { dayOf, type Day, type Instant } from '../../core/time.ts';

type MeetingStatus = Extract<Status, { of: 'meeting' }>;
type PlanStatus = Extract<Status, { of: 'plan' }>;

export type TownFigures = CountsOfTown & { readonly town: Town };

/** One thing that is late: a meeting by its number, a monitoring without one, because a plan bears its case's id. */
export type LateItem = {
  /** Where: the name of the town, or of the prefecture's side. */
  readonly where: string;
  readonly what: string;
  readonly state: MeetingStatus['state'] | 'monitoring' | 'not-met';
  readonly lateness: 'overdue' | 'late';
  readonly due?: Day | undefined;
  readonly days?: number | undefined;
};

const DAY = 86_400_000;
/** Town by town, in order of code; a town without a single row is there too, with zeros. */
export function figuresOf(towns: readonly Town[], statuses: readonly Status[]): readonly TownFigures[] {
  return towns.map((town) => ({ town, ...countsOfTown(statuses.filter((status) => status.town === town.id)) }));
}

/** What is 超過 or 遅延, the longest first. */
export function lateItems(towns: readonly Town[], statuses: readonly Status[], now: Instant): readonly LateItem[] {
  const items = statuses.flatMap((status): LateItem[] => {
    const town = towns.find(({ id }) => id === status.town);
    if (town === undefined || !('lateness' in status) || status.lateness === undefined) return [];
    const due = dueOf(status);
    const days = due === undefined ? undefined : daysLate(due, now);
    const what = status.of === 'meeting' ? `会議 ${status.meeting}` : 'モニタリング';
    const state = status.of === 'meeting' ? status.state : 'monitoring';
    return [{ where: town.name, what, state, lateness: status.lateness, due, days }];
  });
  return items.toSorted((a, b) => (b.days ?? 0) - (a.days ?? 0));
}

/** Bodies that did not meet as often as they should: their name and days, nothing of any case. */
export function lapsedItems(towns: readonly Town[], lapses: readonly Lapse[], now: Instant): readonly LateItem[] {
  return lapses.map(({ host, body, lateness, due }) => ({
    where: towns.find(({ id }) => id === host)?.name ?? '県',
    what: `会議体「${body.name}」`,
    ...{ state: 'not-met', lateness, due, days: daysLate(due, now) },
  }));
}

function daysLate(due: Day, now: Instant): number {
  return Math.round((Date.parse(dayOf(now)) - Date.parse(due)) / DAY);
}

function dueOf(status: MeetingStatus | PlanStatus): Day | undefined {
  if (status.of === 'plan') return status.review;
  const at = status.dueAt ?? status.startsAt;
  return at === undefined ? undefined : dayOf(at);
}
