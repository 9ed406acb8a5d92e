import { html } from 'hono/html';
import type { Member } from '../../core/case/model.ts';
import { isInWriting } from '../../core/meeting/in-writing.ts';
import { isHeld } from '../../core/meeting/recording.ts';
import type { MeetingRecord } from '../../core/record/model.ts';
import { dayOf, type Instant } from '../../core/time.ts';
import { taxPurposesFor } from '../../core/consent/tax.ts';
import { taxPurposes } from '../../core/consent/tax-data.ts';
import type { Html, Page } from '../page/layout.ts';
import { block, bornWords, dayWords, facts, lines, notice } from '../page/parts.ts';
import { itemsView, recordView } from '../page/record-view.ts';
import { roleFacts } from '../page/role-view.ts';
import type { Shown } from './shown.ts';
import { papersFrame } from './papers-page.ts';
import { reportForms } from './report-form.ts';
import { isToBeTakenOn, roleStateOf } from './role-confirm-form.ts';
import { itemsInScope, membersInScope, readsMinutes, unmistakable } from './scope.ts';
import type { Papers, Visit } from './visit.ts';
import { watchPage } from './watch-page.ts';

/** Step 3: the papers, no wider than what the agency was called for. What it is asked to do stands first. */
export function papersPage(visit: Visit, papers: Papers, shown: Shown): Page {
  if (papers.over) return watchPage(visit, papers);
  const reports = reportForms(visit, papers, shown);
  const roles = ownRoles(visit, papers, shown);
  const rolesFirst = papers.roles.some(isToBeTakenOn);
  return papersFrame(
    visit,
    '会議の資料',
    html`${thanks(shown)}
      <p class="small soft">${visit.reader ?? ''} さんが守秘義務を確認済みです。この画面は2時間で閉じます。</p>
      ${reports.asked} ${rolesFirst ? roles : ''} ${purposes(visit, papers)} ${rolesFirst ? '' : roles}
      ${reports.unasked} ${taxTold(visit, papers)} ${minutes(visit, papers)}
      ${papers.notes.map((note) => block('見守りの引継ぎメモ', html`<article class="card"><p class="keep">${note}</p></article>`))}`,
  );
}

function purposes(visit: Visit, papers: Papers): Html {
  return block(
    '招集の目的',
    purposesTold(visit, papers).map((purpose) =>
      purposeCard(purpose.text, membersInScope(papers.cases, { purposes: [purpose] }), visit.now),
    ),
  );
}

function ownRoles(visit: Visit, papers: Papers, shown: Shown): Html {
  if (papers.roles.length === 0) return html``;
  const named = unmistakable(papers.cases, membersInScope(papers.cases, visit.invitation));
  return block(
    '貴機関の役割',
    papers.roles.map(
      (role) =>
        html`<article class="card">
          <h3>${role.what}</h3>
          ${roleFacts(role, named)} ${roleStateOf(role, shown)}
        </article>`,
    ),
  );
}

function thanks({ done }: Shown): Html {
  if (done === 'report')
    return notice('good', '報告を受け取りました', 'ありがとうございます。次のモニタリングに使います。');
  if (done === 'confirm')
    return notice('good', '役割の承認を受け取りました', 'ありがとうございます。役割が決まりました。');
  return html``;
}

/** A purpose that is about nobody who may still be told of says nothing any more. */
function purposesTold({ invitation }: Visit, { cases, whole }: Papers) {
  return invitation.purposes.filter(
    (purpose) => whole || purpose.members.length === 0 || membersInScope(cases, { purposes: [purpose] }).length > 0,
  );
}

function purposeCard(text: string, members: readonly Member[], now: Instant): Html {
  return html`<article class="card">
    <p class="keep"><strong>${text}</strong></p>
    ${members.length === 0 ? '' : lines(members.map((one) => person(one, now)))}
  </article>`;
}

/** 滞納額, for the purposes this agency was told it for and as long as the consent names both (towns-and-villages.md §10-14). */
function taxTold({ invitation, agency, now }: Visit, { cases }: Papers): Html {
  const told = cases.flatMap((one) => {
    const allowed = taxPurposesFor(one, agency, dayOf(now));
    const purposes = (invitation.tax ?? []).filter((purpose) => allowed.includes(purpose));
    return one.tax === undefined || purposes.length === 0 ? [] : [{ tax: one.tax, purposes }];
  });
  if (told.length === 0) return html``;
  return block(
    '税務情報',
    told.map(
      ({ tax, purposes }) =>
        html`<article class="card">
          ${facts([
            ['滞納額', `${tax.arrears.toLocaleString('ja-JP')}円`],
            ['使える目的', purposes.map((one) => taxPurposes[one] ?? '').join('、')],
          ])}
          <p class="small soft">この目的のほかには使えません。本人の同意が撤回されると、見えなくなります。</p>
        </article>`,
    ),
  );
}

/** Never an address or a telephone number: those stay inside the office. */
function person(member: Member, now: Instant): Html {
  const known = [member.relation, member.born === undefined ? undefined : bornWords(member.born, now)].filter(
    (one) => one !== undefined,
  );
  return html`${member.name}${known.length === 0 ? '' : html`（${known.map((one, index) => html`${index > 0 ? '、' : ''}${one}`)}）`}`;
}

function isWritten({ meeting }: Visit): boolean {
  return isHeld(meeting) && isInWriting(meeting);
}

function minutes(visit: Visit, { cases, whole }: Papers): Html {
  const records: readonly MeetingRecord[] = 'records' in visit.meeting ? visit.meeting.records : [];
  const record = records.findLast((one) => one.final);
  if (record === undefined) return html``;
  if (whole && readsMinutes(cases, visit.invitation)) return block('会議録', recordView(record, [], isWritten(visit)));
  const own = whole ? itemsInScope(cases, visit.invitation, record.items) : [];
  return block(
    '会議録',
    html`<div class="card">
      ${itemsView(own)} ${facts([['次回', record.next === undefined ? undefined : dayWords(record.next)]])}
      <p>
        会議録には、貴機関をお呼びした件のほかの方のことも含まれるため、その部分はここには載せていません。貴機関に関わることで足りないものは、担当からお伝えします。
      </p>
    </div>`,
  );
}
