import { html } from 'hono/html';
import { featureNames } from '../../../core/case/features.ts';
import { issueNames } from '../../../core/case/issues.ts';
import { type Case, type Member, urgencies } from '../../../core/case/model.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { block, unfold } from '../../page/parts.ts';
import { nextMemberId } from './member-id.ts';
import { savedIf } from '../../page/saved.ts';
import type { Office } from '../office.ts';

/** What is known of a household, and who is in it. Each member has a form of their own: as many as there are people. */
export function householdForms(office: Office, one: Case, said?: string): Html {
  const open = (does: string) => office.typed?.form === does;
  const fresh = formOfMember(one);
  return block(
    '世帯',
    html`${savedIf(said)}${one.members.map((member) => unfold(`${member.name} を直す`, memberForm(office, one, member), open(formOfMember(one, member))))}
    ${unfold('世帯員を足す', memberForm(office, one), open(fresh))}
    ${one.members.length === 0 ? '' : unfold('世帯員を外す', leaveForm(office, one), open('leave-household'))}
    ${unfold('課題・世帯の特徴・緊急度を直す', detailsForm(office, one), open('details'))}`,
  );
}

/** A member's own form, also after another one left: what was typed about one is never shown as another's. */
function formOfMember({ members, formerMembers = [] }: Case, member?: Member): string {
  const ever = [...members, ...formerMembers].map(({ id }) => id).toSorted();
  return `member-${String(member === undefined ? ever.length : ever.indexOf(member.id))}`;
}

function memberForm({ nonce, typed }: Office, one: Case, member?: Member): Html {
  const does = formOfMember(one, member);
  const fields = fieldsOf(does, typed, { edits: member !== undefined });
  const was: Partial<Member> = member ?? {};
  const id = was.id ?? nextMemberId(one);
  return postForm(
    {
      does,
      nonce,
      typed,
      button: member === undefined ? '世帯員を足す' : '直す',
      carry: [['id', id], ...versionOf(one, member)],
    },
    html`<div class="side">
        ${fields.text({ name: 'name', label: '氏名', value: was.name })}
        ${fields.text({ name: 'kana', label: 'フリガナ', value: was.kana, optional: true })}
      </div>
      <div class="side">
        ${fields.text({ name: 'relation', label: '続柄', value: was.relation, optional: true })}
        ${fields.text({ name: 'born', label: '生年月日', value: was.born, optional: true, hint: '例: 昭和18年4月1日' })}
      </div>
      <div class="side">
        ${fields.text({ name: 'phone', label: '連絡先', value: was.phone, optional: true })}
        ${fields.text({ name: 'address', label: '住所（関係機関には見えません）', value: was.address, optional: true })}
      </div>
      ${fields.tick({ name: 'guarded', value: 'yes', text: '住所を伝えない（DV等支援措置）', on: was.guarded === true })}
      ${fields.tick({ name: 'covered', value: 'yes', text: '会議で話し合う人（同意の確認の対象）', on: was.covered === true })}`,
  );
}

/** Whoever adds a member takes nothing back. */
function versionOf({ version }: Case, member: Member | undefined): readonly (readonly [string, string])[] {
  return member === undefined ? [] : [['version', String(version)]];
}

function leaveForm({ nonce, typed }: Office, one: Case): Html {
  const fields = fieldsOf('leave-household', typed);
  return postForm(
    { does: 'leave-household', nonce, typed, button: '世帯から外す', tone: 'stop' },
    html`<p>これからの会議の対象から外れます。だれがいつ外したかと、これまでの記録は残ります。</p>
      ${fields.select({ name: 'id', label: '世帯員', options: one.members.map(({ id, name }) => [id, name] as const) })}
      ${fields.text({ name: 'reason', label: '外す理由', hint: '例: 転出、死亡、登録の誤り' })}`,
  );
}

function detailsForm({ nonce, typed }: Office, one: Case): Html {
  const fields = fieldsOf('details', typed, { edits: true });
  const named = (names: Readonly<Record<number, string>>) =>
    Object.entries(names).map(([code, name]) => [code, `${code} ${name}`] as const);
  return postForm(
    { does: 'details', nonce, typed, button: '保存する', carry: [['version', String(one.version)]] },
    html`${fields.checks({ name: 'issue', label: '課題', optional: true, values: one.issues.map(String), options: named(issueNames) })}
    ${fields.text({ name: 'otherIssue', label: '21 その他の内容', value: one.otherIssue, optional: true, hint: '例: 多頭飼育' })}
    ${fields.checks({ name: 'feature', label: '世帯の特徴', optional: true, values: (one.features ?? []).map(String), options: named(featureNames) })}
    ${fields.radios({ name: 'urgency', label: '緊急度', optional: true, value: one.urgency && urgencies[one.urgency], options: Object.values(urgencies).map((word) => [word, word] as const) })}
    ${fields.area({ name: 'summary', label: '内容', value: one.summary, optional: true })}`,
  );
}
