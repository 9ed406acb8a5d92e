import { html } from 'hono/html';
import { featureNames } from '../../../core/case/features.ts';
import { issueNames } from '../../../core/case/issues.ts';
import { type Case, urgencies } from '../../../core/case/model.ts';
import { isUnsorted, leadWords, UNDECIDED } from '../../../core/case/rules.ts';
import { sameHouseholdWarning, unsortedLeadWarning } from '../../../core/warnings.ts';
import type { Html } from '../../page/layout.ts';
import { lines, notice } from '../../page/parts.ts';
import type { Office } from '../office.ts';
import { pathOf } from '../paths.ts';

/** What is to be looked at before anything else is done with this case. */
export function caseWarnings(one: Case, twins: readonly string[]): Html {
  return html`${one.withinTown === true ? notice('info', '情報提供同意が未確認です', '町村の外には見えません。相談の画面で確認済みにするか、根拠のある開催依頼を出すと、開催する側にも見えます。') : ''}
  ${twins.length === 0 ? '' : notice('warn', sameHouseholdWarning(twins.map((id) => `ケース ${id}`)))}
  ${isUnsorted(one.leads) ? notice('warn', '主担当が、会議の前に決まっています', unsortedLeadWarning) : ''}
  ${one.members.some(({ guarded }) => guarded === true) ? notice('warn', '住所を伝えない人がいます（DV等支援措置）', '住所は、職場の外にはどこにも出ません。電話や窓口でも伝えないでください。') : ''}`;
}

/** 課題, 世帯特徴, 緊急度, and who keeps and leads. */
export function caseFacts(office: Office, one: Case): readonly (readonly [string, Html | string | undefined])[] {
  return [
    ['課題', one.issues.length === 0 ? undefined : lines(one.issues.map((code) => issueWords(one, code)))],
    ['世帯の特徴', (one.features ?? []).map((code) => featureNames[code] ?? String(code)).join('、')],
    ['緊急度', one.urgency && urgencies[one.urgency]],
    ['内容', one.summary === undefined ? undefined : html`<span class="keep">${one.summary}</span>`],
    ['担当者', one.worker],
    ['査察指導員', one.supervisor],
    ['主担当', one.leads.length === 0 ? UNDECIDED : lines(one.leads.map(leadWords))],
    [
      '相談',
      one.consultation && html`<a href="${pathOf(office, 'consultations', one.consultation)}">${one.consultation}</a>`,
    ],
  ];
}

function issueWords({ otherIssue }: Case, code: number): string {
  const other = code === 21 ? `（${otherIssue ?? '内容がまだ書かれていません'}）` : '';
  return `${String(code)} ${issueNames[code] ?? ''}${other}`;
}

/** Members who left, with the reason; when stands in the story of the case. */
export function membersWhoLeft({ formerMembers = [] }: Case): Html {
  if (formerMembers.length === 0) return html``;
  return html`<section class="card">
    <h2>外れた世帯員</h2>
    ${lines(formerMembers.map(({ name, reason }) => `${name}（${reason}）`))}
  </section>`;
}
