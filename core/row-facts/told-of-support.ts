import type { Agency } from '../agency/model.ts';
import { caseStates } from '../case/model.ts';
import { nextWords, type Standing } from '../case/standing.ts';
import { latenessWords } from '../meeting/model.ts';
import { type Plan, type Role, roleStates } from '../plan/model.ts';
import { planStateWord } from '../plan/rules.ts';
import type { RowFacts } from './model.ts';

const endWords = { paused: '休止', closed: '廃止', merged: '統合' } as const;

/** Each agency of the register: whether it may be called. */
export function agencyFacts(agencies: readonly Agency[]): readonly RowFacts[] {
  return agencies.map(({ id, ended }) => ({
    key: id,
    facts: { 今の状態: ended === undefined ? '招集できます' : endWords[ended.how] },
  }));
}

/** Each role: how far it has come, and who agreed to it. */
export function roleFacts(roles: readonly Role[]): readonly RowFacts[] {
  return roles.map(({ id, state, confirmedBy }) => ({
    key: id,
    facts: { 確認: confirmedBy === undefined ? roleStates[state] : `${roleStates[state]}（${confirmedBy}）` },
  }));
}

const lateCell = ({ monitoring }: Plan) =>
  monitoring.lateness === undefined ? '' : latenessWords[monitoring.lateness];

/** Each plan: how it stands, its edition and its decision. */
export function planFacts(plans: readonly Plan[]): readonly RowFacts[] {
  return plans.map((plan) => ({
    key: plan.id,
    facts: {
      今の状態: planStateWord(plan),
      計画の版: `第${String(plan.edition)}版`,
      支援決定: plan.decided === undefined ? '' : plan.decided.on,
      遅れ: lateCell(plan),
    },
  }));
}

/** Each plan that is watched: which period runs, and what comes next of its case. */
export function watchFacts(plans: readonly Plan[], standings: readonly Standing[]): readonly RowFacts[] {
  return plans.map((plan) => {
    const standing = standings.find(({ one }) => one.id === plan.id);
    const next = standing?.next;
    return {
      key: plan.id,
      facts: {
        今の回: plan.state === 'active' ? `第${String(plan.monitoring.period)}回` : planStateWord(plan),
        次の予定:
          next === undefined
            ? standing === undefined
              ? ''
              : caseStates[standing.one.state]
            : `${next.on} ${nextWords[next.what]}`,
        遅れ: lateCell(plan),
      },
    };
  });
}
