import * as z from 'zod';
import type { Plan } from '../../../plan/model.ts';
import type { Refused } from '../../../refusal.ts';
import { ok, refuse } from '../../../result.ts';
import type { Command } from '../../command.ts';
import { locateForStaff } from '../../locate.ts';
import { evaluatePlan } from '../../plan/evaluate-plan.ts';
import { reportProgress } from '../../plan/report-progress.ts';

/** What an agency told: kept once, however often its row is sent. */
export const reportOnce: Command<typeof reportProgress.input> = {
  input: reportProgress.input,
  async run(deps, actor, said) {
    const located = await locateForStaff(deps, actor, 'plan', said.plan);
    if (!located.ok) return located;
    const { town, id, reports } = located.value;
    const known = reports.some(
      ({ agency, role, status, note }) =>
        agency === said.agency && role === said.role && status === said.status && note === said.note,
    );
    return known ? ok({ town, id }) : reportProgress.run(deps, actor, said);
  },
};

const input = evaluatePlan.input.omit({ note: true }).extend({
  /** Which period it is about: a row that is sent again must not end the next one. */
  period: z.number('第何回の評価かを「1」のように数で入れてください。今の回は「今の回」の列に出ます。').int(),
  memo: evaluatePlan.input.shape.note,
});

/** 評価 of a period, which ends it; of one that was evaluated already the same words are well, and others are not. */
export const evaluateOnce: Command<typeof input> = {
  input,
  async run(deps, actor, { period, memo, ...said }) {
    const located = await locateForStaff(deps, actor, 'plan', said.plan);
    if (!located.ok) return located;
    const { town, id, evaluations, monitoring, state } = located.value;
    const given = evaluations.find((one) => one.period === period);
    if (given !== undefined)
      return given.outcome === said.outcome && given.changes === said.changes ? ok({ town, id }) : refuse(over(period));
    if (state === 'active' && monitoring.period !== period) return refuse(another(located.value, period));
    return evaluatePlan.run(deps, actor, { ...said, ...(memo === undefined ? {} : { note: memo }) });
  },
};

const about = (period: number, words: string): Refused => ({
  code: 'bad-input',
  field: 'period',
  problem: `第${String(period)}回${words}`,
});
const over = (period: number) =>
  about(period, 'の評価は、もう済んでいます。変わったことは、次の回の評価に書いてください。');
const another = ({ monitoring }: Plan, period: number) =>
  about(period, `ではありません。今は第${String(monitoring.period)}回です。「回」を確かめてください。`);
