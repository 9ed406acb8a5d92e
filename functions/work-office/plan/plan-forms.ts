import { html } from 'hono/html';
import { frameworks } from '../../../core/framework/frameworks.ts';
import { outcomeSchema, type Plan, roleStates } from '../../../core/plan/model.ts';
import { reviewAfter } from '../../../core/plan/rules.ts';
import { addMonths, dayOf } from '../../../core/time.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { block, unfold } from '../../page/parts.ts';
import { nameOfAgency, type Office } from '../office.ts';
import type { PlanView } from './plan-view.ts';

const MONTHS_TO_REVIEW = 3;

/** The plan's next step stands open: make it, 本人確認, 支援決定, then an evaluation for each review. */
export function planForms(office: Office, view: PlanView): Html {
  const { plan } = view;
  const open = (does: string) => office.typed?.form === does;
  if (plan === undefined) return block('計画を作る', unfold('支援計画を作る', planForm(office, view), true));
  const edit = plan.state === 'closed' ? '' : unfold('計画を作り直す（次の版）', planForm(office, view), open('plan'));
  return block('できること', html`${nextStep(office, plan)}${edit}`);
}

function nextStep(office: Office, plan: Plan): Html {
  switch (plan.state) {
    case 'awaiting-person':
      return unfold('本人確認を記録する', confirmForm(office), true);
    case 'awaiting-decision':
      return office.convenes
        ? unfold('支援決定を記録する', decideForm(office), true)
        : html`<p class="card">支援決定（自治体の決定）を待っています。</p>`;
    case 'active':
      return unfold(
        `モニタリングの評価（${String(plan.monitoring.period)}回目）`,
        evaluateForm(office, plan),
        dayOf(office.now) >= plan.monitoring.review || office.typed?.form === 'evaluate',
      );
    case 'closed':
      return html`<p class="card">この計画は終わっています。</p>`;
  }
}

function planForm(office: Office, { plan, roles, one }: PlanView): Html {
  const { nonce, typed, now } = office;
  const fields = fieldsOf('plan', typed, { edits: plan !== undefined });
  const today = dayOf(now);
  const before = plan ?? {
    goals: [],
    period: { from: today, to: undefined },
    roles: roles.map(({ id }) => id),
    edition: 0,
  };
  const review = plan?.monitoring.review ?? addMonths(today, MONTHS_TO_REVIEW);
  return postForm(
    {
      does: 'plan',
      nonce,
      typed,
      button: plan === undefined ? '支援計画を作る' : '次の版を保存する',
      carry: [
        ['case', one.id],
        ['version', String(before.edition + 1)],
      ],
    },
    html`${fields.area({ name: 'goals', label: '目標', value: before.goals.join('\n'), hint: '1行に一つ。本人のことばで書けると、本人確認がしやすくなります。' })}
      <div class="side">
        ${fields.date({ name: 'from', label: '計画の初日', value: before.period.from })}${fields.date({ name: 'to', label: '計画の最終日', value: before.period.to, optional: true, hint: '空欄なら12か月' })}
      </div>
      ${fields.date({ name: 'review', label: '次回モニタリング', value: review, hint: '3か月が標準です。6か月を超えるときは理由が要ります。' })}
      ${fields.text({ name: 'reason', label: '6か月を超える理由', optional: true })}
      ${roles.length === 0 ? '' : fields.checks({ name: 'role', label: 'この計画に入れる役割', optional: true, values: before.roles, options: roles.map((role) => [role.id, `${nameOfAgency(office, role.agency)}: ${role.what}（${roleStates[role.state]}）`]) })}`,
  );
}

function confirmForm({ nonce, typed }: Office): Html {
  return postForm(
    { does: 'confirm', nonce, typed, button: '本人確認を記録する' },
    fieldsOf('confirm', typed).text({ name: 'by', label: '確認した人', value: '本人', hint: '例: 本人、長男（代理）' }),
  );
}

function decideForm({ nonce, typed, now }: Office): Html {
  return postForm(
    { does: 'decide', nonce, typed, button: '支援決定を記録する' },
    html`<p>支援決定は会議とは別の、自治体の決定です。</p>
      ${fieldsOf('decide', typed).date({ name: 'on', label: '決定の日', value: dayOf(now) })}`,
  );
}

const outcomeWords: Readonly<Record<string, string>> = {
  継続: '継続（次のモニタリングへ）',
  再会議: '再会議（もう一度集まる）',
  再プラン: '再プラン（計画を作り直す）',
  中断: '中断',
  終結: '終結（つなぎと見守りを残す）',
  保護廃止: '保護廃止',
};

function evaluateForm(office: Office, plan: Plan): Html {
  const { nonce, typed } = office;
  const fields = fieldsOf('evaluate', typed);
  const protection = plan.framework === 'protection-coordination' || plan.framework === 'case-review';
  return postForm(
    { does: 'evaluate', nonce, typed, button: '評価を記録する' },
    html`${fields.area({ name: 'changes', label: '見られた変化' })}
      ${fields.radios({ name: 'outcome', label: '結果', value: '継続', options: outcomeSchema.options.filter((word) => protection || word !== '保護廃止').map((word) => [word, outcomeWords[word] ?? word]) })}
      ${fields.date({ name: 'review', label: '次回モニタリング', value: reviewAfter(plan, MONTHS_TO_REVIEW), optional: true, hint: '続けるときだけ使います。' })}
      ${fields.text({ name: 'handover', label: 'つなぎ先', optional: true, hint: '終えるとき: どこへ、何をつないだか' })}
      ${fields.text({ name: 'watch', label: '見守り担当', optional: true, hint: '終えるとき: 例 民生委員 高橋' })}
      <p class="hint">
        ${frameworks[plan.framework].supportDecision ? '再プランのあとは、あらためて本人確認と支援決定が要ります。' : '期限が過ぎても、ひとりでに終結することはありません。'}
      </p>`,
  );
}
