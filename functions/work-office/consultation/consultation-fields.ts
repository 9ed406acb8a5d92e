import { html } from 'hono/html';
import { issueNames } from '../../../core/case/issues.ts';
import { handedToNames, handedToWords, routes } from '../../../core/consultation/codes.ts';
import { householdWords } from '../../../core/consultation/household.ts';
import type { Consultation, ConsultationState } from '../../../core/consultation/model.ts';
import { dayOf } from '../../../core/time.ts';
import { type Fields, fieldsOf, type Option } from '../../page/fields.ts';
import type { Html } from '../../page/layout.ts';
import { unfold } from '../../page/parts.ts';
import type { Office } from '../office.ts';

type Of = { readonly one: Consultation } | { readonly suggestedId: string };

const outcomes: Readonly<Record<ConsultationState, string>> = {
  received: '受付',
  informed: '情報提供',
  referred: 'つなぎ',
  continued: '継続',
};
const options: readonly Option[] = [
  ['受付', 'まだ決めていない'],
  ['情報提供', '情報提供で終わった'],
  ['つなぎ', 'ほかの機関・制度につないだ（下でつなぎ先を選びます）'],
  ['継続', '継続する（このままケースになります）'],
];

/** The columns of 生活相談連絡票 in their order, then what became of it. */
export function consultationFields(office: Office, of: Of): Html {
  const fields = fieldsOf('consultation', office.typed, { edits: 'one' in of });
  const one: Partial<Consultation> = 'one' in of ? of.one : {};
  return html`${'one' in of ? '' : fields.text({ name: 'id', label: '受付番号', value: of.suggestedId, hint: 'ケースになったとき、メールや案内に載るのはこの番号だけです。名前や住所を入れないでください。' })}
    <div class="side">
      ${fields.text({ name: 'kana', label: 'フリガナ', value: one.kana, optional: true })}
      ${fields.text({ name: 'name', label: '氏名', value: one.name })}
    </div>
    <div class="side">
      ${fields.text({ name: 'on', label: '相談日時', value: one.on ?? dayOf(office.now), hint: '例: 令和8年6月1日、2026-06-01 10:30' })}
      ${fields.text({ name: 'born', label: '生年月日', value: one.born, optional: true, hint: '例: S18.4.1、1943-04-01' })}
    </div>
    <div class="side">
      ${fields.text({ name: 'phone', label: '連絡先', value: one.phone, optional: true })}
      ${fields.text({ name: 'address', label: '住所', value: one.address, optional: true })}
    </div>
    ${fields.text({ name: 'household', label: '家族構成', value: one.household && householdWords(one.household), optional: true, hint: '例: 3人世帯（相談者・配偶者・子）、不明' })}
    <div class="side">
      ${fields.text({ name: 'section', label: '対応課', value: one.section, optional: true })}
      ${fields.text({ name: 'staff', label: '対応職員', value: one.staff, optional: true })}
    </div>
    ${fields.tick({ name: 'mayShare', value: 'yes', text: '情報提供同意を確認済み（未確認のあいだは町村の中だけで扱います）', on: one.mayShare === true })}
    ${fields.area({ name: 'text', label: '相談内容', value: one.text, optional: true, hint: 'マイナンバー（12桁の個人番号）は書かないでください。' })}
    ${fields.select({ name: 'route', label: '経路', value: one.route ?? '', optional: true, options: [['', '選んでください'], ...routes.map((route) => [route, route] as const)] })}
    ${fields.radios({ name: 'outcome', label: '対応結果', value: outcomes[one.state ?? 'received'], options })}
    ${unfold('つなぎ先・課題・加えるケース', moreFields(fields, one), isMore(office, one))}`;
}

function isMore({ typed }: Office, { issues = [], handedTo = [] }: Partial<Consultation>): boolean {
  return typed !== undefined || issues.length + handedTo.length > 0;
}

function moreFields(
  fields: Fields,
  { issues = [], handedTo = [], otherIssue, case: joined }: Partial<Consultation>,
): Html {
  return html`${fields.checks({ name: 'handedTo', label: 'つなぎ先', optional: true, values: handedTo.map(String), options: Object.keys(handedToNames).map((code) => [code, handedToWords(Number(code))] as const) })}
  ${fields.checks({ name: 'issue', label: '課題', optional: true, values: issues.map(String), options: Object.entries(issueNames).map(([code, name]) => [code, `${code} ${name}`] as const) })}
  ${fields.text({ name: 'otherIssue', label: '21 その他の内容', value: otherIssue, optional: true, hint: '例: 多頭飼育' })}
  ${joined === undefined ? fields.text({ name: 'case', label: '加えるケース', optional: true, hint: '継続するとき、すでにあるケースに加えるなら、その番号。空なら新しいケースになります。' }) : ''}`;
}
