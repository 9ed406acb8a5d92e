import { caseStates } from '../case/model.ts';
import { nextWords, type Standing } from '../case/standing.ts';
import { type Consultation, consultationStates } from '../consultation/model.ts';
import { latenessWords, type Meeting } from '../meeting/model.ts';
import type { Plan } from '../plan/model.ts';
import { planStateWord } from '../plan/rules.ts';
import type { RowFacts } from './model.ts';

type Around = { readonly meetings: readonly Meeting[]; readonly plans: readonly Plan[] };

/** Each case: how it stands, what comes next, its plan, and whether somebody is late. */
export function caseFacts(standings: readonly Standing[], around: Around): readonly RowFacts[] {
  const plans = new Map<string, Plan>(around.plans.map((plan) => [plan.id, plan]));
  return standings.map((standing) => {
    const { one } = standing;
    const plan = plans.get(one.id);
    const facts = {
      今の状態: caseStates[one.state],
      次の予定: nextCell(standing),
      計画: plan === undefined ? '' : `第${String(plan.edition)}版 ${planStateWord(plan)}`,
      遅れ: lateCell(standing, around),
    };
    return { key: one.id, facts };
  });
}

/** Each consultation: what became of it, and what comes next where it became a case. */
export function consultationFacts(
  consultations: readonly Consultation[],
  standings: readonly Standing[],
): readonly RowFacts[] {
  const known = new Map<string, Standing>(standings.map((standing) => [standing.one.id, standing]));
  return consultations.map(({ id, state, case: became }) => {
    const standing = known.get(became ?? '');
    return standing === undefined
      ? { key: id, facts: { 今の状態: consultationStates[state], 次の予定: '' } }
      : { key: id, facts: { 今の状態: caseStates[standing.one.state], 次の予定: nextCell(standing) } };
  });
}

/** The day first, so that a clerk can sort by it. */
function nextCell({ next, open }: Standing): string {
  if (next === undefined) return open ? '予定なし' : '';
  return `${next.on} ${nextWords[next.what]}`;
}

function lateCell({ one, late }: Standing, { meetings, plans }: Around): string {
  const own = [
    ...meetings.filter(({ cases }) => cases.includes(one.id)),
    ...plans.filter(({ id }) => id === one.id).map(({ monitoring }) => monitoring),
  ];
  if (own.some(({ lateness }) => lateness === 'late')) return latenessWords.late;
  return late ? latenessWords.overdue : '';
}
