import { isUnconfirmed, planStateWord } from '../../../core/plan/rules.ts';
import { html } from 'hono/html';
import type { Case } from '../../../core/case/model.ts';
import { latenessWords } from '../../../core/meeting/model.ts';
import { type Plan, type Role, roleStates } from '../../../core/plan/model.ts';
import { dayOf, jst } from '../../../core/time.ts';
import type { Html, Page } from '../../page/layout.ts';
import { badge, block, crumbs, dayWords, facts, lines, moment, notice } from '../../page/parts.ts';
import { roleFacts } from '../../page/role-view.ts';
import { savedIf } from '../../page/saved.ts';
import { table } from '../../page/table.ts';
import { frameOf, frameworkOf, nameOfAgency, type Office, startOf } from '../office.ts';
import { pathOf } from '../paths.ts';
import { judgeForm } from '../meeting/without-consent.ts';
import { planPapers } from '../form/form-page.ts';
import { endsBeforePlan } from '../consent-ending.ts';
import { planForms } from './plan-forms.ts';
import { reportForm } from './report-form.ts';
import { taskForms } from '../town/todo.ts';
import { dueWords } from '../words.ts';
import type { PlanView } from './plan-view.ts';

const doneWords: Readonly<Record<string, string>> = {
  plan: '支援計画を保存しました',
  confirm: '本人確認を記録しました',
  decide: '支援決定を記録しました',
  report: '報告を記録しました',
  evaluate: '評価を記録しました',
  judge: '判断を記録しました',
  task: '済みにしました',
};

export function planPage(office: Office, view: PlanView): Page {
  const { plan, one } = view;
  const said = doneWords[office.done ?? ''];
  return {
    ...frameOf(office),
    title: `支援計画 ${one.id}`,
    main: html`${crumbs([startOf(office), [pathOf(office, 'cases', one.id), `ケース ${one.id}`]], '支援計画')}
      <div class="title">
        <h1>支援計画 ${one.id}</h1>
        ${plan === undefined ? badge('未作成', 'warn') : stateBadges(plan)}
      </div>
      ${savedIf(office.done === 'report' ? undefined : said)} ${taskForms(office, view.tasks)}
      ${endsBeforePlan(office, plan, one)} ${unconfirmed(office, view)}
      ${plan === undefined ? '' : html`<div class="block">${sheet(office, view, plan)}</div>`} ${judging(office, view)}
      ${planPapers(office, one, plan)} ${planForms(office, view)}
      ${plan === undefined ? '' : rolesOf(office, view, plan)} ${plan === undefined ? '' : evaluations(plan)}`,
  };
}

/** Roles of the plan, or of the one to be made, that bind nobody yet (BRIEF §2.10). */
function unconfirmed(office: Office, { plan, roles }: PlanView): Html {
  if (plan?.state === 'closed') return html``;
  const open = roles.filter((role) => isUnconfirmed(role) && (plan === undefined || plan.roles.includes(role.id)));
  if (open.length === 0) return html``;
  return notice(
    'warn',
    `まだ所属の承認がない役割が${String(open.length)}件あります`,
    html`${lines(open.map((role) => `${nameOfAgency(office, role.agency)}: ${role.what}（${roleStates[role.state]}）`))}
      <p>会議の画面で、持ち帰った所属に確かめて「所属の承認を記録して確定」してください。</p>`,
  );
}

/** Where a consent was withdrawn under a plan that did not rest on it, the supervisor judges. */
function judging(office: Office, { plan, one, tasks }: PlanView): Html {
  const asked = tasks.some(({ taskKind }) => taskKind === 'consent-withdrawn');
  if (plan === undefined || plan.state === 'closed' || !asked) return html``;
  return block('本人同意の撤回', judgeForm(office, { plan: one.id, open: true }));
}

function stateBadges(plan: Plan): Html {
  const { lateness } = plan.monitoring;
  const tone = plan.state === 'active' ? 'good' : plan.state === 'closed' ? 'plain' : 'warn';
  return html`<span class="badges"
    >${badge(planStateWord(plan), tone)}${lateness === undefined ? '' : badge(`モニタリング${latenessWords[lateness]}`, 'bad')}</span
  >`;
}

function sheet(office: Office, { one }: PlanView, plan: Plan): Html {
  const due = dueWords(jst(plan.monitoring.review, '17:15'), office.now);
  const framework = frameworkOf(office, plan.framework);
  return html`<section class="card">
    <h2>計画</h2>
    ${facts([
      ['様式', framework.planForm === 'none' ? undefined : framework.planForm],
      ['版', `第${String(plan.edition)}版`],
      [
        '対象',
        one.members
          .filter(({ covered }) => covered)
          .map(({ name }) => name)
          .join('・'),
      ],
      ['目標', plan.goals.length === 0 ? undefined : lines(plan.goals)],
      ['期間', html`${dayWords(plan.period.from)} 〜 ${dayWords(plan.period.to)}`],
      ['本人確認', framework.personConfirms || plan.confirmed !== undefined ? confirmation(plan) : undefined],
      ['支援決定', framework.supportDecision ? decision(plan) : undefined],
      [
        '次回モニタリング',
        plan.state === 'closed'
          ? undefined
          : html`<strong>${dayWords(plan.monitoring.review)}</strong>
              ${badge(due.text, due.tone)}（${plan.monitoring.period}回目）`,
      ],
      [
        '会議',
        plan.meeting === undefined
          ? undefined
          : html`<a href="${pathOf(office, 'meetings', plan.meeting)}">会議 ${plan.meeting}</a>`,
      ],
    ])}
  </section>`;
}

function confirmation({ confirmed }: Plan): Html | string {
  return confirmed === undefined ? 'まだ' : html`${confirmed.by}（${moment(confirmed.at)}）`;
}

function decision({ decided }: Plan): Html | string {
  return decided === undefined ? 'まだ' : html`${dayWords(decided.on)}（${decided.by}）`;
}

type InPlan = { readonly plan: Plan; readonly role: Role; readonly members: Case['members'] };

function roleCard(office: Office, { plan, role, members }: InPlan, index: number): Html {
  const reports = plan.reports.filter(
    (report) => report.role === role.id || (report.role === undefined && report.agency === role.agency),
  );
  const current = reports.some((report) => report.period === plan.monitoring.period);
  const waits = plan.state === 'active' && !current;
  return html`<article class="card">
    <h3>${role.what}</h3>
    <p>${waits ? badge('今回の報告なし', 'warn') : ''}</p>
    ${roleFacts(role, members, nameOfAgency(office, role.agency))}
    ${reports.length === 0 ? '' : lines(reports.map((report) => html`${report.period}回目 ${badge(report.status, report.status === '実施' ? 'good' : 'hot')} ${report.note} <span class="small soft">${moment(report.at, office.now)}</span>`))}
    ${plan.state === 'active' ? reportForm(office, role, index) : ''}
  </article>`;
}

function rolesOf(office: Office, { roles, one }: PlanView, plan: Plan): Html {
  const own = roles.filter((role) => plan.roles.includes(role.id));
  const none = html`<p class="card">この計画に役割はありません。</p>`;
  return block(
    '役割と報告',
    own.length === 0
      ? none
      : [
          savedIf(office.done === 'report' ? doneWords['report'] : undefined),
          ...own.map((role, index) => roleCard(office, { plan, role, members: one.members }, index)),
        ],
  );
}

function evaluations(plan: Plan): Html {
  if (plan.evaluations.length === 0) return html``;
  return block(
    '評価の記録',
    table({
      caption: 'モニタリングごとの評価',
      head: ['回', '日', '結果', '見られた変化', 'つなぎ', '記録'],
      rows: plan.evaluations.map((one) => [
        `${String(one.period)}回目`,
        dayWords(dayOf(one.at)),
        one.outcome,
        one.changes,
        one.handover,
        one.by,
      ]),
    }),
  );
}
