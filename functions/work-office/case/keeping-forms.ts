import { html } from 'hono/html';
import type { Person } from '../../../core/access/model.ts';
import type { Case } from '../../../core/case/model.ts';
import { takesNoMeeting } from '../../../core/case/rules.ts';
import { fieldsOf, type Option } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { block, unfold } from '../../page/parts.ts';
import { staffWords } from '../../page/staff-words.ts';
import type { Office } from '../office.ts';

/** Who keeps a case, who leads its support, and its end. */
export function keepingForms(office: Office, one: Case, people: readonly Person[]): Html {
  const open = (does: string) => office.typed?.form === does;
  return block(
    '担当と主担当',
    html`${unfold('主担当を決める（支援の段階ごと）', leadForm(office, one), open('lead'))}
    ${unfold('担当者・査察指導員を決める', assignForm(office, one, people), open('assign'))}
    ${takesNoMeeting(one) ? '' : unfold('支援を終える（終結・中断・保護廃止）', closeForm(office), open('close'))}`,
  );
}

function leadForm({ nonce, typed }: Office, one: Case): Html {
  const fields = fieldsOf('lead', typed);
  return postForm(
    { does: 'lead', nonce, typed, button: '主担当を保存する' },
    html`<p>招集した人が主担当になるわけではありません。会議で役割を整理してから、段階ごとに決めます。</p>
      ${fields.text({ name: 'stage', label: '支援の段階', value: `段階${String(one.leads.length + 1)}`, hint: '同じ段階の名前を入れると、書き換えます。' })}
      ${fields.text({ name: 'who', label: '主担当', optional: true, hint: '空なら「未定（整理中）」です。' })}
      <div class="side">
        ${fields.text({ name: 'from', label: 'いつから', optional: true })}${fields.text({ name: 'until', label: 'いつまで', optional: true })}
      </div>
      ${fields.text({ name: 'reason', label: '変える理由', optional: true })}
      ${fields.tick({ name: 'remove', value: 'yes', text: 'この段階を消す' })}`,
  );
}

function assignForm({ nonce, typed }: Office, one: Case, people: readonly Person[]): Html {
  const fields = fieldsOf('assign', typed, { edits: true });
  const options: readonly Option[] = [
    ['', '変えない'],
    ...people.map(({ id, name, role }) => [id, `${name}（${staffWords[role]}）`] as const),
  ];
  return postForm(
    { does: 'assign', nonce, typed, button: '担当を保存する', carry: [['version', String(one.version)]] },
    html`<p>替わると、開いている用事と会議の招集担当も移ります。だれだったかは残ります。</p>
      ${fields.select({ name: 'worker', label: '担当者', optional: true, value: one.worker ?? '', options })}
      ${fields.select({ name: 'supervisor', label: '査察指導員・主任（期限を過ぎたときに知らせる人）', optional: true, value: one.supervisor ?? '', options })}
      ${fields.text({ name: 'reason', label: '変える理由', optional: true, hint: '例: 異動' })}`,
  );
}

function closeForm({ nonce, typed, agencies }: Office): Html {
  const fields = fieldsOf('close', typed);
  const watchers: readonly Option[] = [['', 'なし'], ...agencies.map(({ id, name }) => [id, name] as const)];
  return postForm(
    { does: 'close', nonce, typed, button: '支援を終える', tone: 'stop' },
    html`<p>
        これからの会議と催促は止まり、役割はフォローの記録として残ります。12か月後に、様子を確かめる用事が開きます。
      </p>
      ${fields.radios({ name: 'outcome', label: '終わり方', options: ['終結', '中断', '保護廃止'].map((word) => [word, word] as const) })}
      ${fields.area({ name: 'reason', label: '理由・見られた変化' })}
      ${fields.text({ name: 'handover', label: 'つなぎ先', optional: true })}
      ${fields.select({ name: 'watch', label: '見守り担当', optional: true, options: watchers })}
      ${fields.area({ name: 'note', label: '引継ぎメモ', optional: true, hint: '見守り担当が開けるのは、ここに書いたことだけです。' })}`,
  );
}
