import type { Status } from './model.ts';

/** What is told of a town at /status and in 集計 of its sheet: one counting for both, so that they agree. */
export type CountsOfTown = {
  /** Meetings per state. */
  readonly meetings: Readonly<Record<string, number>>;
  /** 相談, in households. */
  readonly consultations: number;
  /** 支援, in households. */
  readonly supported: number;
  /** Meetings and plans that are 超過 or 遅延. */
  readonly late: number;
};

// 支援 counts cases that got a plan, are past one, or are watched over as a meeting agreed: プラン案 is not support yet.
const supportStates = new Set([
  'supported',
  'monitored',
  'evaluating',
  'closed',
  'suspended',
  'protection-ended',
  'watched-over',
]);

/** @param own the mirrors of one town */
export function countsOfTown(own: readonly Status[]): CountsOfTown {
  return {
    meetings: countBy(own.filter((status) => status.of === 'meeting').map(({ state }) => state)),
    // A case opened without 生活相談連絡票 is a consultation too; one that grew from one is counted there.
    consultations: own.filter(isConsultation).length,
    supported: own.filter((status) => status.of === 'case' && supportStates.has(status.state)).length,
    late: own.filter((status) => latenessOf(status) !== undefined).length,
  };
}

export function latenessOf(status: Status): 'overdue' | 'late' | undefined {
  return 'lateness' in status ? status.lateness : undefined;
}

function isConsultation(status: Status): boolean {
  return status.of === 'consultation' || (status.of === 'case' && status.counted !== true);
}

export function countBy(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
