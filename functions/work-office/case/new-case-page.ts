import { html } from 'hono/html';
import { issueNames } from '../../../core/case/issues.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Page } from '../../page/layout.ts';
import { crumbs } from '../../page/parts.ts';
import { frameOf, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { memberAt, membersIn } from './member-id.ts';

/** One quick row: most consultations end with information and never reach a meeting (BRIEF §2.16). */
export function newCasePage(office: Office, suggestedId: string): Page {
  const fields = fieldsOf('case', office.typed);
  const member = (letter: string, index: number) => {
    const required = index === 0;
    return html`<div class="box">
      ${fields.text({ name: `name-${letter}`, label: `氏名（世帯員${letter}）`, optional: !required })}
      <div class="side">
        ${fields.text({ name: `relation-${letter}`, label: '続柄', optional: true, hint: '例: 世帯主、長男' })}
        ${fields.text({ name: `born-${letter}`, label: '生年月日', optional: true, hint: '例: 昭和18年4月1日、1943-04-01' })}
      </div>
      ${fields.tick({ name: `covered-${letter}`, value: 'yes', text: '会議で話し合う人（同意の確認の対象）', on: required })}
    </div>`;
  };
  return {
    ...frameOf(office),
    title: '相談を受け付ける',
    narrow: true,
    main: html`${crumbs([[pathOf(office), `${office.town.name}の仕事`]], '相談を受け付ける')}
      <h1>相談を受け付ける</h1>
      <p class="lead">
        相談だけで終わるときも、この1枚で済みます。会議が要るときは、あとでケースの画面から依頼します。
      </p>
      <div class="block card">
        ${postForm(
          {
            ...{ does: 'case', nonce: office.nonce, button: '受け付ける', typed: office.typed },
            also: { button: '世帯員を追加', name: ['step', 'more'], more: true },
          },
          html`${fields.text({ name: 'id', label: 'ケース番号', value: suggestedId, hint: 'メールや案内に載るのはこの番号だけです。名前や住所を入れないでください。' })}
          ${fields.checks({ name: 'issue', label: '課題', optional: true, hint: 'あてはまるものすべて', options: Object.entries(issueNames).map(([code, name]) => [code, `${code} ${name}`]) })}
          ${fields.area({ name: 'summary', label: '相談の内容', optional: true, hint: 'マイナンバー（12桁の個人番号）は書かないでください。' })}
          ${fields.radios({
            name: 'state',
            label: 'この相談は',
            value: '受付',
            options: [
              ['受付', '続けて支援を考える'],
              ['情報提供で終了', '情報提供で終わった'],
              ['つなぎ', 'ほかの機関・制度につないだ'],
            ],
          })}
          ${membersOf(office).map(member)}`,
        )}
      </div>`,
  };
}

/** One to begin with; one more each time 「世帯員を追加」 is pressed, and what was typed stays. */
function membersOf({ typed }: Office): readonly string[] {
  const there = typed?.form === 'case' ? membersIn(typed.values).length : 0;
  const more = typed?.values.get('step') === 'more' ? 1 : 0;
  return Array.from({ length: Math.max(1, there) + more }, (_, index) => memberAt(index));
}
