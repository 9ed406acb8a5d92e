import { html } from 'hono/html';
import { type Plan, reportStatusSchema, type Role } from '../../core/plan/model.ts';
import { fieldsOf, type Option } from '../page/fields.ts';
import { postForm } from '../page/form.ts';
import type { Html } from '../page/layout.ts';
import { badge, block, dayWords, unfold } from '../page/parts.ts';
import type { Shown } from './shown.ts';
import type { Papers, Visit } from './visit.ts';

const meanings = {
  実施: '実施（役割どおりできた）',
  状況変化: '状況変化（事情が変わった）',
  未実施: '未実施（まだできていない）',
};

/** To whoever has no role: what they saw. */
const seen = {
  実施: '実施（様子を見た。変わりない）',
  状況変化: '状況変化（変わったことがある）',
  未実施: '未実施（まだ様子を見ていない）',
};

/** What is reported on: a role of the agency, or, of a plan in which it has none, what it sees (towns-and-villages.md R20). */
type Asked = { readonly plan: Plan; readonly role?: Role };

/**
 * 進捗報告 on the agency's own roles, while the plan is monitored; nobody else's roles are shown. Those that a request has gone out for, and
 * those that may be given at any time.
 */
export function reportForms(
  visit: Visit,
  papers: Papers,
  shown: Shown,
): { readonly asked: Html; readonly unasked: Html } {
  const named = papers.plans.flatMap((plan) =>
    papers.roles.filter((role) => plan.roles.includes(role.id)).map((role): Asked => ({ plan, role })),
  );
  const all = [...named, ...papers.observed.map((plan): Asked => ({ plan }))];
  const open = all.filter(({ plan }) => plan.state === 'active');
  const drawn = (some: readonly Asked[]) => some.map((one) => reportForm(visit, one, shown));
  const asked = drawn(open.filter(({ plan }) => wasAsked(plan)));
  const unasked = drawn(open.filter(({ plan }) => !wasAsked(plan)));
  const isTyped = shown.typed?.form.startsWith('report-') === true;
  return {
    asked: asked.length === 0 ? html`` : block('進み具合の報告', asked),
    unasked:
      unasked.length === 0
        ? html``
        : html`<div class="block">${unfold('進み具合をいま報告する', html`${unasked}`, isTyped)}</div>`,
  };
}

/** Whether the request for reports of the running period has gone out, by itself or in a letter about another plan. */
function wasAsked({ monitoring: { period, done, told = {} } }: Plan): boolean {
  return [...Object.keys(done), ...Object.keys(told)].some((key) =>
    key.startsWith(`ask-for-reports-${String(period)}-`),
  );
}

function reportForm(visit: Visit, asked: Asked, { nonce, typed }: Shown): Html {
  const { plan, role } = asked;
  const does = `report-${role?.id ?? plan.id}`;
  const fields = fieldsOf(does, typed);
  const last = lastReport(visit, asked);
  return html`<article class="card">
    <h3>${role?.what ?? 'お気づきのこと'}</h3>
    <p class="small soft">
      次回モニタリング: ${dayWords(plan.monitoring.review)}${role === undefined ? '' : `（頻度: ${role.frequency}）`}
    </p>
    ${last === undefined ? '' : reported(last)}
    ${postForm(
      { does, nonce, typed, button: 'この内容で報告する', carry: carried(asked) },
      html`${fields.radios({ name: 'status', label: '状況', options: optionsFor(role), value: last?.status })}
      ${fields.area({ name: 'note', label: 'ひとこと', optional: true, hint: '例: 週1回の訪問を続けている。食事の量が増えた。' })}`,
    )}
  </article>`;
}

function optionsFor(role: Role | undefined): readonly Option[] {
  const words = role === undefined ? seen : meanings;
  return reportStatusSchema.options.map((one) => [one, words[one]]);
}

type Report = Plan['reports'][number];

/** What this agency said of it in the running period. */
function lastReport({ agency }: Visit, { plan, role }: Asked): Report | undefined {
  return plan.reports.findLast(
    (one) => one.agency === agency.id && one.role === role?.id && one.period === plan.monitoring.period,
  );
}

function reported({ status, note }: Report): Html {
  return html`<p>${badge('報告済み', 'good')} ${status}${note === '' ? '' : `：${note}`}（書き直せます）</p>`;
}

function carried({ plan, role }: Asked): readonly (readonly [string, string])[] {
  return [['plan', plan.id], ...(role === undefined ? [] : [['role', role.id] as const])];
}
