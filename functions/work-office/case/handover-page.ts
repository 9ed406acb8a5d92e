import { html } from 'hono/html';
import { mayHandOver, mayTakeOver } from '../../../core/access/successors.ts';
import type { Person } from '../../../core/access/model.ts';
import type { Case } from '../../../core/case/model.ts';
import { caseStates } from '../../../core/case/model.ts';
import { isOver } from '../../../core/case/rules.ts';
import { fieldsOf, type Option } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { SentForm } from '../../page/sent-form.ts';
import type { Html, Page } from '../../page/layout.ts';
import { crumbs, facts, notice } from '../../page/parts.ts';
import { staffWords } from '../../page/staff-words.ts';
import { saved } from '../../page/saved.ts';
import { frameOf, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { casesWith, movingWith, type Work } from './handover-work.ts';

export type HandoverView = {
  readonly work: Work;
  /** Staff who may write in this town. */
  readonly people: readonly Person[];
};

const title = '担当をまとめて引き継ぐ';

/** Whose cases: as the address says it, or as the form carried it along. */
const formerOf = ({ typed, sought }: Office) => typed?.values.get('from') ?? sought?.narrow?.worker;

/** 引継ぎ of one case or 110 in one go: whose, which, to whom, and what will move (BRIEF §2.14). */
export function handoverPage(office: Office, view: HandoverView): Page {
  const from = formerOf(office);
  const named = formersIn(office, view.people).find(({ id }) => id === from);
  return {
    ...frameOf(office),
    title,
    main: html`${crumbs([[pathOf(office, 'cases'), 'ケース']], title)}
      <h1>${title}</h1>
      ${office.done === 'handover' ? saved('引き継ぎました', '引き継いだ人にも知らせました。もう一度ここを開くと、残っているものが出ます。') : ''}
      <p class="lead">
        ケースの担当、招集担当、開いている用事、これからの催促と確認が移ります。関係機関の専用リンクは、そのまま使えます。
      </p>
      ${chooser(office, view, from)} ${named === undefined ? '' : form(office, view, named)}`,
  };
}

/** The cases that the page names. */
export function handedOver(office: Office, { work }: HandoverView): readonly string[] {
  const from = formerOf(office);
  return from === undefined ? [] : listed(office, work, from).map(({ id }) => id);
}

/** Whose work the reader may hand over. */
const formersIn = ({ actor }: Office, people: readonly Person[]) =>
  people.filter((former) => mayHandOver(actor, former));

function chooser(office: Office, { work, people }: HandoverView, from: string | undefined): Html {
  const counted = formersIn(office, people).map(({ id, name }) => ({ id, name, count: casesWith(work, id).length }));
  // Who has the most stands first: nobody begins with somebody who has nothing to hand over.
  const options = counted
    .toSorted((one, other) => other.count - one.count)
    .map(({ id, name, count }): Option => [id, `${name}（${String(count)}件）`]);
  const open = office.sought?.narrow?.state !== 'all';
  return html`<form method="get" class="card block" role="search">
    <div class="row">
      <div class="field">
        <label for="former">だれから</label>
        <select id="former" name="worker">
          ${options.map(([id, text]) => html`<option value="${id}" ${id === from ? html` selected` : ''}>${text}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="which">どのケース</label>
        <select id="which" name="state">
          <option value="open">進行中のもの</option>
          <option value="all" ${open ? '' : html` selected`}>終わったものも</option>
        </select>
      </div>
      <button type="submit" class="button-line">ケースを出す</button>
    </div>
  </form>`;
}

/** Open ones, or all; what came back as a form is not narrowed again. */
function listed({ sought, typed }: Office, work: Work, from: string): readonly Case[] {
  const all = casesWith(work, from);
  return typed !== undefined || sought?.narrow?.state === 'all' ? all : all.filter((one) => !isOver(one));
}

function form(office: Office, { work, people }: HandoverView, former: Person): Html {
  const cases = listed(office, work, former.id);
  if (cases.length === 0) return html`<p class="card">${former.name}さんが受け持つケースはありません。</p>`;
  const fields = fieldsOf('handover', office.typed);
  const others = people
    .filter((one) => mayTakeOver(former, one))
    .map(({ id, name, role }): Option => [id, `${name}（${staffWords[role]}）`]);
  return html`${office.preview ?? ''}
    <div class="block card">
      ${postForm(
        {
          ...{ does: 'handover', nonce: office.nonce, typed: office.typed, carry: [['from', former.id]] },
          ...{ button: '移るものを確かめる', name: ['step', 'preview'] },
          also: { button: '引き継ぐ', name: ['step', 'do'] },
        },
        html`${fields.select({ name: 'to', label: `${former.name}さんから、だれに`, options: [['', '選んでください'], ...others] })}
        ${fields.text({ name: 'reason', label: '理由', optional: true, hint: '例: 異動' })}
        ${fields.checks({
          name: 'case',
          label: `引き継ぐケース（${String(cases.length)}件）`,
          hint: 'すべて選ばれています。残すものは外してください。',
          options: cases.map((one) => [one.id, wordsOf(one)]),
          values: cases.map(({ id }) => id),
        })}`,
      )}
    </div>`;
}

function wordsOf({ id, state, members }: Case): string {
  return `${id} ${caseStates[state]} ${members.map(({ name }) => name).join('・')}`;
}

/** What the hand-over will come to, before it is done. */
export function handoverPreview({ now }: Office, { work, people }: HandoverView, sent: SentForm): Html {
  const ids = sent.texts('case');
  const moving = movingWith(work, sent.text('from') ?? '', ids, now);
  const to = people.find(({ id }) => id === sent.text('to'))?.name ?? '（まだ選ばれていません）';
  const count = (number: number) => `${String(number)}件`;
  return notice(
    'info',
    `${to}さんに移るもの（まだ引き継いでいません）`,
    facts([
      ['選んだケース', `${count(ids.length)}（担当が替わるもの ${count(moving.cases)}）`],
      ['招集担当が替わる会議', count(moving.meetings)],
      ['開いている用事', count(moving.tasks)],
      ['返事や期限を待っている手続き', `${count(moving.waits)}（これからの知らせは新しい担当に届きます）`],
      ['関係機関の専用リンク', `${count(moving.links)}（そのまま使えます）`],
    ]),
  );
}
