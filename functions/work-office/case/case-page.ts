import { isOutOfReach } from '../../../core/agency/out-of-reach.ts';
import { planStateWord } from '../../../core/plan/rules.ts';
import { html } from 'hono/html';
import type { Case } from '../../../core/case/model.ts';
import type { Consent } from '../../../core/consent/model.ts';
import { isInForce } from '../../../core/consent/rules.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import { isHeld } from '../../../core/meeting/recording.ts';
import { type Day, dayOf } from '../../../core/time.ts';
import type { Html, Page } from '../../page/layout.ts';
import { badge, block, bornWords, crumbs, dayWords, facts, lines, moment } from '../../page/parts.ts';
import { savedIf } from '../../page/saved.ts';
import { table } from '../../page/table.ts';
import { caseForms } from './case-forms.ts';
import { householdForms } from './household-forms.ts';
import { caseTimeline } from './case-timeline.ts';
import { caseFacts, caseWarnings, membersWhoLeft } from './household-view.ts';
import { keepingForms } from './keeping-forms.ts';
import { taxCard } from './tax-card.ts';
import { answerHere, homeTownFacts } from './home-town-forms.ts';
import { planPapers } from '../form/form-page.ts';
import { frameOf, nameOfAgency, type Office, startOf } from '../office.ts';
import { pathOf } from '../paths.ts';
import { taskForms } from '../town/todo.ts';
import { caseBadge, meetingBadges } from '../words.ts';
import type { CaseView } from './case-view.ts';

const doneWords: Readonly<Record<string, string>> = {
  case: '相談を受け付けました',
  consent: '本人同意を記録しました',
  withdraw: '同意の撤回を記録しました',
  tax: '税務情報を記録しました',
  'tax-consent': '税務情報の同意を記録しました',
  'tax-withdraw': '税務情報の同意の撤回を記録しました',
  trigger: '発動条件を知らせました',
  residence: '本人の答えを記録しました',
  offer: '引継ぎを申し出ました。返事が来るまで用事に出ます',
  'answer-offer': '引継ぎの返事を記録しました',
  companion: '同行に加えました',
  'companion-off': '同行を終えました',
  'case-to-sitting': '定例会の議題にしました。本人同意などは、招集する日に確かめます',
  task: '済みにしました',
  details: '世帯のことを保存しました',
  member: '世帯員を保存しました',
  'leave-household': '世帯員を外しました',
  lead: '主担当を保存しました',
  assign: '担当を保存しました',
  close: '支援の終わりを記録しました',
};

/** Done in the part about the household, and said there: often there is another member to go on with. */
const ofHousehold: readonly string[] = ['details', 'member', 'leave-household'];

export function casePage(office: Office, view: CaseView): Page {
  const { one } = view;
  const said = doneWords[office.done ?? ''];
  return {
    ...frameOf(office),
    title: `ケース ${one.id}`,
    main: html`${crumbs([startOf(office)], `ケース ${one.id}`)}
      <div class="title">
        <h1>ケース ${one.id}</h1>
        ${caseBadge(one.state)}
      </div>
      <p class="small noprint"><a href="${pathOf(office, 'glance', one.id)}">ひと目で見る</a></p>
      ${savedIf(ofHousehold.includes(office.done ?? '') ? undefined : said)} ${caseWarnings(one, view.twins)}
      ${office.edits ? taskForms(office, view.tasks) : ''}
      <div class="two block">
        <div class="stack">
          ${about(office, view)}${homeTownFacts(one, view.around)}${members(office, one)}${membersWhoLeft(one)}${taxCard(office, one)}
        </div>
        <div class="stack">${progress(office, view)}</div>
      </div>
      ${office.edits ? html`${caseForms(office, view)} ${householdForms(office, one, ofHousehold.includes(office.done ?? '') ? said : undefined)} ${keepingForms(office, one, view.people)}` : answerHere(office, one)}
      ${caseTimeline(office, view)}`,
  };
}

function about(office: Office, { one }: CaseView): Html {
  return html`<section class="card">
    <h2>相談</h2>
    ${facts([
      ['受付日', dayWords(one.openedOn)],
      ...caseFacts(office, one),
      [
        '終結',
        one.closed === undefined
          ? undefined
          : html`${dayWords(one.closed.on)}${one.closed.handover === undefined ? '' : ` つなぎ: ${one.closed.handover}`}${one.closed.watch === undefined ? '' : ` 見守り: ${one.closed.watch}`}`,
      ],
    ])}
  </section>`;
}

function members({ now }: Office, one: Case): Html {
  return table({
    caption: '世帯員と本人同意',
    head: ['世帯員', '続柄', '生年月日', '会議で話し合う', '本人同意'],
    rows: one.members.map((member) => [
      member.name,
      member.relation,
      member.born === undefined ? '' : bornWords(member.born, now),
      member.covered ? 'はい' : 'いいえ',
      consentCell(
        one.consents.filter((consent) => consent.member === member.id),
        dayOf(now),
      ),
    ]),
  });
}

/** One in force counts, whatever was recorded after it. */
const foremost = (consents: readonly Consent[], today: Day) =>
  consents.findLast((consent) => isInForce(consent, today)) ?? consents.at(-1);

function consentCell(consents: readonly Consent[], today: Day): Html {
  const last = foremost(consents, today);
  if (last === undefined) return badge('記録なし', 'warn');
  if (last.withdrawnAt !== undefined) return html`${badge('撤回', 'bad')} ${moment(last.withdrawnAt)}`;
  if (last.endedAt !== undefined) return html`${badge('世帯から外れて終了', 'warn')} ${moment(last.endedAt)}`;
  if (last.until !== undefined && last.until < today)
    return html`${badge('期限切れ', 'warn')} ${dayWords(last.until)}まで`;
  return html`${badge('同意あり', 'good')} ${dayWords(last.on)}
    ${last.by}${last.giver === undefined ? '' : `（${last.giver}）`}・${last.method}<br /><span class="small soft"
      >範囲: ${last.scope}${last.until === undefined ? '' : html`（${dayWords(last.until)}まで）`}</span
    >`;
}

function progress(office: Office, { meetings, plan, one }: CaseView): Html {
  const held = meetings.map(
    (meeting) =>
      html`<a href="${pathOf(office, 'meetings', meeting.id)}">会議 ${meeting.id}</a> ${meetingBadges(meeting)}`,
  );
  return html`<section class="card">
      <h2>会議と支援計画</h2>
      ${held.length === 0 ? html`<p class="soft">会議はまだありません。</p>` : lines(held)}
      ${planLink(office, { plan, one, held: meetings.some(isHeld) })}
    </section>
    ${planPapers(office, one, plan)}
    ${one.triggers.length === 0 ? '' : block('発動条件', triggerLines(office, one, meetings))}`;
}

/** Whom each 発動条件 is told to; who ended or left is 宛先なし, so that another is found before it comes true. */
function triggerLines(office: Office, { triggers }: Case, meetings: readonly Meeting[]): Html {
  const named = (id: string) => {
    const known = office.agencies.find((agency) => agency.id === id);
    const gone = isOutOfReach(id, known, meetings) ? html` ${badge('宛先なし', 'bad')}` : '';
    return html`${nameOfAgency(office, id)}${gone}`;
  };
  return lines(
    triggers.map(({ name, agencies, what }) => {
      const to = agencies.map((id, index) => html`${index === 0 ? '' : '、'}${named(id)}`);
      return html`「${name}」→ ${to.length === 0 ? badge('宛先なし', 'bad') : to}: ${what}`;
    }),
  );
}

type PlanOf = Pick<CaseView, 'plan' | 'one'> & { readonly held: boolean };

/** A plan rests on a meeting, so it is offered once one was held. */
function planLink(office: Office, { plan, one, held }: PlanOf): Html {
  const path = pathOf(office, 'plans', one.id);
  if (plan === undefined) return held ? html`<p><a href="${path}">支援計画を作る</a></p>` : html``;
  return html`<p><a href="${path}">支援計画（第${plan.edition}版）</a> ${badge(planStateWord(plan), 'go')}</p>`;
}
