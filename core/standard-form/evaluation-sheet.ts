import { eraDayWords } from '../dates/era-day.ts';
import type { Evaluation, Plan } from '../plan/model.ts';
import { dayOf } from '../time.ts';
import type { FormLine, StandardForm } from './model.ts';
import { box, choice, dayOrRoom, label, line, pair, section, title, wide } from './parts.ts';
import { type Family, type PlanFacts, rolesFor } from './plan-facts.ts';

/** Ends a plan, in the words of the form. */
const results = [
  ['終結', '終結'],
  ['再プラン', '再プランして継続'],
  ['中断', '中断'],
] as const;
/** Lines for programmes that were used, by hand. */
const PROGRAMMES = 3;

/** 評価シート, 36–41 of 自立相談支援機関使用標準様式 (welfare-office-meetings.md §3, 参考2): of one evaluation, or empty where none was made yet. */
export function evaluationSheet(
  facts: PlanFacts,
  family: Family,
  evaluation: Evaluation | undefined = facts.plan.evaluations.at(-1),
): StandardForm {
  return {
    name: 'evaluation-sheet',
    title: `${family.before}評価シート`,
    lines: [
      title(`${family.before}評価シート`),
      ...basics(facts, family, evaluation),
      section('目標の達成状況'),
      wide('目標', facts.plan.goals.join('\n')),
      wide('取組の概要', reportsIn(facts, evaluation), 3),
      wide('見られた変化', evaluation?.changes, 2),
      wide('　生活面', undefined),
      wide('　社会面', undefined),
      wide('　その他', undefined),
      wide('現在の状況と残された課題', undefined, 3),
      wide('評価日現在の状態像', '自立意欲（　　　）　自己肯定感（　　　）　社会参加（　　　）'),
      ...programmes(),
      section('プランの終結・継続に関する本人希望・スタッフ意見'),
      wide('本人の希望', undefined, 2),
      wide('スタッフの意見', undefined, 2),
      ...judged(facts, family, evaluation),
      ...handedOn(facts, evaluation?.handover),
    ],
  };
}

function basics({ one, member }: PlanFacts, { number }: Family, evaluation: Evaluation | undefined) {
  const count = evaluation === undefined ? '第　　回' : `第${String(evaluation.period)}回`;
  return [
    pair([number, one.id], ['氏名', member.name]),
    pair(['評価回', count], ['評価担当者', evaluation?.by]),
    wide('評価記入日', dayOrRoom(evaluation && dayOf(evaluation.at))),
  ];
}

/** What the agencies reported in the period that was evaluated, or in the one that runs. */
function reportsIn(facts: PlanFacts, evaluation: Evaluation | undefined): string {
  const own = rolesFor(facts);
  const period = evaluation?.period ?? facts.plan.monitoring.period;
  const reports = facts.plan.reports.filter((report) => report.period === period && isOf(report, own));
  return reports
    .map(({ agency, role, status, note }) => {
      const what = own.find(({ id }) => id === role)?.what;
      return `${facts.agencyName(agency)}${what === undefined ? '' : `（${what}）`}：${status}\u3000${note}`.trimEnd();
    })
    .join('\n');
}

const isOf = ({ role }: Plan['reports'][number], own: PlanFacts['roles']) =>
  role === undefined || own.some(({ id }) => id === role);

function programmes(): readonly FormLine[] {
  const row = () => line([box('', 8), box('□利用した', 4), box('', 4), box('', 8)]);
  return [
    section('法に基づく事業等の利用実績等'),
    line([label('事業', 8), label('利用の有無', 4), label('通算の実績', 4), label('利用の効果・継続の必要性', 8)]),
    ...Array.from({ length: PROGRAMMES }, row),
  ];
}

function judged({ one }: PlanFacts, { meeting }: Family, evaluation: Evaluation | undefined): readonly FormLine[] {
  const ended = evaluation?.outcome === '終結';
  const handed = ended && evaluation.handover !== undefined ? 'yes' : undefined;
  return [
    section(`${meeting}における評価`),
    pair([`${meeting}開催日`, dayOrRoom(undefined)], ['決定日', dayOrRoom(ended ? one.closed?.on : undefined)]),
    wide('プラン評価', resultWords(evaluation)),
    wide(
      '終結の場合のつなぎ',
      choice([['yes', '他機関へのつなぎあり'] as const, ['no', 'つなぎなし'] as const], handed),
    ),
    wide('終結後の対応／再プラン時の留意点', afterwards(one), 2),
  ];
}

/** An outcome for which the form has no box stands beside them. */
function resultWords(evaluation: Evaluation | undefined): string {
  const outcome = evaluation?.outcome;
  const boxed = results.find(([known]) => known === outcome)?.[0];
  const other = outcome === undefined || boxed !== undefined ? '' : `（記録された結果：${outcome}）`;
  return `${choice(results, boxed)}${other}`;
}

function afterwards({ closed }: PlanFacts['one']): string {
  const watch = closed?.watch === undefined ? '' : `見守り担当：${closed.watch}`;
  return [watch, closed?.note ?? ''].filter((text) => text !== '').join('\n');
}

function handedOn({ plan, agencyName }: PlanFacts, handover: string | undefined): readonly FormLine[] {
  return [
    section('終結時のつなぎ先情報'),
    wide('つなぎ先の機関', handover === undefined ? undefined : agencyName(handover)),
    wide('特記事項', undefined, 2),
    wide('生活保護へのつなぎの状況', undefined),
    wide('プラン期間', `${eraDayWords(plan.period.from)}〜${eraDayWords(plan.period.to)}`),
  ];
}
