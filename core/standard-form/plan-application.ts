import { issueNames } from '../case/issues.ts';
import { eraDayWords } from '../dates/era-day.ts';
import type { Role } from '../plan/model.ts';
import { dayOf, daySchema } from '../time.ts';
import type { FormLine, StandardForm } from './model.ts';
import { box, choice, dayOrRoom, label, line, pair, section, title, wide, words } from './parts.ts';
import { type Family, leadToday, type PlanFacts, rolesFor } from './plan-facts.ts';

/** 法に基づく事業等; nothing says yet which of them a person uses, so the pen does. */
const programmes = [
  '住居確保給付金',
  '就労準備支援事業',
  '認定就労訓練事業',
  '家計改善支援事業',
  '居住支援事業',
  '子どもの学習・生活支援事業',
  '生活保護受給者等就労自立促進事業',
];
/** Lines for what is added by hand. */
const FREE_ROLES = 2;

/**
 * プラン兼事業等利用申込書, item by item in the order of 自立相談支援機関使用標準様式 24–35, and of the form of 重層 (welfare-office-meetings.md §3, 参考2).
 */
export function planApplication(facts: PlanFacts, family: Family): StandardForm {
  return {
    name: 'plan-application',
    title: `${family.before}プラン兼事業等利用申込書`,
    lines: [
      title(`${family.before}プラン兼事業等利用申込書`),
      ...basics(facts, family),
      section('解決したい課題'),
      line([box(issuesOf(facts), 24)], 2),
      section('目標（目指す姿）　※本人が記載'),
      wide('長期目標', undefined, 2),
      wide('本プランにおける達成目標', facts.plan.goals.join('\n'), 2),
      ...measures(facts),
      ...usedProgrammes(),
      section('プランの期間と次回モニタリング（予定）時期'),
      pair(
        ['プラン期間', `${eraDayWords(facts.plan.period.from)}\n〜${eraDayWords(facts.plan.period.to)}`],
        ['次回モニタリング', eraDayWords(facts.plan.monitoring.review)],
      ),
      ...consent(facts),
      ...decision(facts, family),
      section('その他'),
      wide('備考', undefined, 2),
      wide('必要添付書類', undefined),
      wide('一般就労達成の目標設定', '□あり　□なし'),
      wide('関係機関・関係者', agenciesOf(facts)),
    ],
  };
}

function basics(facts: PlanFacts, { number }: Family): readonly FormLine[] {
  const { one, member, plan } = facts;
  const again = plan.evaluations.filter(({ outcome }) => outcome === '再プラン').length;
  const which = again === 0 ? '■初回\u3000□再プラン（\u3000回目）' : `□初回\u3000■再プラン（${String(again)}回目）`;
  return [
    pair([number, one.id], ['作成日', dayOrRoom(undefined)]),
    pair(['作成回', which], ['主担当者', leadToday(facts)]),
    pair(['フリガナ', member.kana], ['性別', '□男性　□女性　□（　　　）']),
    pair(['氏名', member.name], ['生年月日', member.born === undefined ? undefined : eraDayWords(member.born)]),
  ];
}

function issuesOf({ one }: PlanFacts): string {
  const named = one.issues.map((code) =>
    code === 21 && one.otherIssue !== undefined ? one.otherIssue : (issueNames[code] ?? ''),
  );
  return named.filter((name) => name !== '').join('、');
}

function measures(facts: PlanFacts): readonly FormLine[] {
  const roles = rolesFor(facts);
  const free = Array.from({ length: FREE_ROLES }, () => measure('', '', ''));
  return [
    section('プラン'),
    line([
      ...[label('実施すること', 9), label('実施する人・機関', 5), label('備考（期間・頻度など）', 6)],
      label('法に基づく事業等', 4),
    ]),
    ...roles.map((role) =>
      measure(whatOf(role), `${facts.agencyName(role.agency)}\n${role.person}`.trim(), howOf(role)),
    ),
    ...free,
  ];
}

function measure(what: string, who: string, how: string): FormLine {
  return line([box(what, 9), box(who, 5), box(how, 6), box('□はい □いいえ', 4)], 2);
}

const whatOf = ({ what, purpose }: Role) => [what, purpose === '' ? '' : `（${purpose}）`].join('');
const howOf = ({ frequency, by }: Role) =>
  [frequency, by === '' ? '' : `${untilWords(by)}まで`].filter((text) => text !== '').join('\n');

function untilWords(by: string): string {
  const day = daySchema.safeParse(by);
  return day.success ? eraDayWords(day.data) : by;
}

function usedProgrammes(): readonly FormLine[] {
  const row = (name: string) => line([label(name, 8), box('□利用する', 4), box('', 12)]);
  return [
    section('法に基づく事業等・その他関連する事業等'),
    line([label('事業', 8), label('利用の有無', 4), label('支援方針（期間・実施機関・給付額等）', 12)]),
    ...programmes.map(row),
    row('その他（　　　　　　　）'),
  ];
}

function consent({ plan }: PlanFacts): readonly FormLine[] {
  const { confirmed } = plan;
  const noted =
    confirmed === undefined ? '' : `（本人確認の記録：${eraDayWords(dayOf(confirmed.at))}\u3000${confirmed.by}）`;
  return [
    section('プランに関する本人同意・申込欄'),
    words('上のプランの内容について説明を受け、同意します。また、プランにある事業等の利用を申し込みます。'),
    line([label('日付', 3), box(dayOrRoom(undefined), 8), label('署名', 3), box('', 10)], 2),
    ...(noted === '' ? [] : [words(noted)]),
  ];
}

function decision({ plan, metOn }: PlanFacts, { meeting }: Family): readonly FormLine[] {
  const { decided } = plan;
  const status = choice([['decided', '支援決定'] as const, ['noted', '確認'] as const], decided && 'decided');
  return [
    section(`${meeting}・支援決定`),
    pair([`${meeting}開催日`, dayOrRoom(metOn)], ['ステータス', status]),
    pair(['支援決定・確認日', dayOrRoom(decided?.on)], ['決定した者', decided?.by]),
  ];
}

function agenciesOf(facts: PlanFacts): string {
  return [...new Set(facts.roles.map(({ agency }) => facts.agencyName(agency)))].join('、');
}
