import { caseStates } from '../case/model.ts';
import { consultationStates } from '../consultation/model.ts';
import { latenessWords, meetingStates } from '../meeting/model.ts';
import type { Status } from '../status/model.ts';
import { countBy, countsOfTown, latenessOf } from '../status/town-figures.ts';
import type { CountLine } from '../sheet/count-lines.ts';

/**
 * 集計 of a town: every state with its number, 0 included, so that each number keeps its line. Counted from the mirrors /status is made of
 * (ADR 0062): also what no row of a sheet says.
 */
export function countLines(own: readonly Status[]): readonly CountLine[] {
  const { consultations, supported, late } = countsOfTown(own);
  return [
    ...perState(own, 'consultation', '相談受付', consultationStates),
    ...perState(own, 'case', 'ケース', caseStates),
    ...perState(own, 'meeting', '会議', meetingStates),
    ...perLateness(own, 'meeting', '会議の遅れ'),
    ...perLateness(own, 'plan', 'モニタリングの遅れ'),
    ['県内の状況', '相談', consultations],
    ['県内の状況', '支援', supported],
    ['県内の状況', '超過・遅延', late],
  ];
}

function perState(
  own: readonly Status[],
  of: Status['of'],
  title: string,
  words: Readonly<Record<string, string>>,
): readonly CountLine[] {
  const counts = countBy(own.filter((status) => status.of === of).map(({ state }) => state));
  return Object.entries(words).map(([state, word]) => [title, word, counts[state] ?? 0]);
}

function perLateness(own: readonly Status[], of: Status['of'], title: string): readonly CountLine[] {
  const counts = countBy(own.filter((status) => status.of === of).flatMap((status) => latenessOf(status) ?? []));
  return Object.entries(latenessWords).map(([lateness, word]) => [title, word, counts[lateness] ?? 0]);
}
