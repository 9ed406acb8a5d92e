import { latenessWords, meetingStates } from '../../core/meeting/model.ts';
import type { Status } from '../../core/status/model.ts';
import { figuresOf, type TownFigures } from '../../functions/show-status/figures.ts';
import type { Watched } from './watched.ts';
import type { Facts } from './facts.ts';

/** The prefecture's figures, from the mirror its own page reads: by name and by code of the town. */
export async function countFacts({ deps }: Pick<Watched, 'deps'>): Promise<Facts['counts']> {
  const towns = await deps.store.list('town', deps.prefecture);
  const statuses = await deps.store.statuses();
  const figures = figuresOf(towns, statuses);
  return Object.fromEntries(
    figures.flatMap((one) => [one.town.name, one.town.id].map((key) => [key, counted(one, statuses)] as const)),
  );
}

function counted({ town, meetings, consultations, supported }: TownFigures, statuses: readonly Status[]) {
  const own = statuses.filter((status) => status.town === town.id);
  const inState = Object.entries(meetingStates).map(([state, word]) => [word, meetings[state] ?? 0] as const);
  const late = Object.entries(latenessWords).map(([lateness, word]) => {
    const count = own.filter((status) => 'lateness' in status && status.lateness === lateness).length;
    return [word, count] as const;
  });
  const cases = own.filter((status) => status.of === 'case').length;
  return { ...Object.fromEntries([...inState, ...late]), 相談: consultations, 支援: supported, ケース: cases };
}
