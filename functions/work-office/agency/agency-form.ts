import { html } from 'hono/html';
import { agencyTypes, groups } from '../../../core/agency/agency-types.ts';
import { type Agency, contactsOf } from '../../../core/agency/model.ts';
import { typeOf } from '../../../core/agency/read-type.ts';
import { type Fields, fieldsOf, type Option } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import type { Office } from '../office.ts';

/** Rows for people of an agency: those there are, and two empty ones. */
export const PEOPLE = 6;

const reachOptions: readonly Option[] = [
  ['', '登録した方法の上から順（メール、FAX、電話、郵便）'],
  ['mail', 'メール'],
  ['fax', 'FAX'],
  ['phone', '電話'],
  ['post', '郵便'],
];

type Wanted = { readonly id: string; readonly type?: string };

/** A new entry, of the type that was found missing. */
export function newAgencyForm(office: Office, { id, type = 'other' }: Wanted): Html {
  const { nonce, typed, town } = office;
  const fields = fieldsOf('agency', typed);
  const isLocal = agencyTypes.find(({ code }) => code === type)?.local === true;
  return postForm(
    { does: 'agency', nonce, typed, button: '登録する' },
    html`${fields.text({ name: 'id', label: '機関番号', value: id, hint: '短い名前でもかまいません。あとから変えられません。' })}
    ${allFields(office, {}, { type, only: isLocal ? town.id : '' })}
    ${fields.text({ name: 'anyway', label: '似た機関があっても登録する理由', optional: true, hint: '同じ名前や番号の機関があるときだけ。例: 分院、別の係' })}`,
  );
}

/** All that is known of an agency; an empty field takes away what stood there. */
export function agencyForm(office: Office, agency: Agency): Html {
  const { nonce, typed } = office;
  const chosen = { type: typeOf(agency).code, only: agency.only ?? '' };
  const carry = [['version', String(agency.version)]] as const;
  return postForm({ does: 'agency', nonce, typed, button: '保存する', carry }, allFields(office, agency, chosen));
}

type Chosen = { readonly type: string; readonly only: string };

function allFields(office: Office, known: Partial<Agency>, { type, only }: Chosen): Html {
  const fields = fieldsOf('agency', office.typed, { edits: known.version !== undefined });
  const optional = true;
  return html`${fields.text({ name: 'name', label: '機関の名前', value: known.name })}
  ${fields.select({ name: 'typeCode', label: '種別', value: type, options: typeOptions(office) })}
  ${fields.text({ name: 'typeText', label: '種別の詳しい名前', optional, value: ownText(known.type), hint: '一覧にないときや、詳しく書くとき。例: 精神科病院' })}
  ${ways(fields, known)} ${people(fields, known)}
  ${fields.text({ name: 'head', label: '機関長（文書の宛先）', optional, value: known.head, hint: '例: 院長 ○○ ○○' })}
  ${fields.area({ name: 'notes', label: 'メモ', optional, value: known.notes, hint: '世帯のことは書かないでください。' })}
  ${fields.select({
    name: 'only',
    label: 'どこで使うか',
    value: only,
    hint: '民生委員や大家など、この町だけで付き合いのある人は「この町だけ」にすると、ほかの町には見えません。',
    optional,
    options: [
      ['', '県内すべての町村'],
      [office.town.id, `${office.town.name}だけ`],
    ],
  })}`;
}

function ways(fields: Fields, known: Partial<Agency>): Html {
  const optional = true;
  return html`<fieldset>
    <legend>連絡方法</legend>
    <div class="side">
      ${fields.text({ name: 'mail', label: 'メール', optional, value: known.mail, hint: '案内と確認コードが届きます。招集中に変えられるのは、招集する側の担当だけです。' })}
      ${fields.text({ name: 'phone', label: '電話', optional, value: known.phone, hint: '例: 089-000-0000 内線12' })}
      ${fields.text({ name: 'fax', label: 'FAX', optional, value: known.fax })}
      ${fields.text({ name: 'post', label: '郵送先', optional, value: known.post })}
    </div>
    ${fields.select({ name: 'reach', label: '希望する連絡方法', optional, value: known.reach ?? '', options: reachOptions })}
    ${fields.tick({ name: 'noCalendar', value: 'yes', on: known.noCalendar === true, text: '予定ファイルを付けない（メールの添付をきらう機関）' })}
    ${fields.text({ name: 'hours', label: '連絡のつく時間', optional, value: known.hours, hint: '例: 平日 13時30分から16時' })}
  </fieldset>`;
}

function people(fields: Fields, agency: Partial<Agency>): Html {
  const known = contactsOf(agency);
  const rows = Array.from({ length: Math.min(PEOPLE, known.length + 2) }, (_, index) => index);
  return html`<fieldset>
    <legend>担当者（いちばん上が主な担当者）</legend>
    ${rows.map((at) => {
      const name = (field: string) => `${field}-${String(at)}`;
      const person = known[at];
      return html`<div class="side">
        ${fields.text({ name: name('person'), label: at === 0 ? '氏名' : '氏名（ほか）', optional: true, value: person?.name })}
        ${fields.text({ name: name('section'), label: '所属・係', optional: true, value: person?.section })}
        ${fields.text({ name: name('direct'), label: '直通', optional: true, value: person?.phone })}
        ${fields.text({ name: name('own'), label: '本人のメール', optional: true, value: person?.mail })}
      </div>`;
    })}
  </fieldset>`;
}

function typeOptions({ typeLabels }: Office): readonly Option[] {
  return groups.flatMap((group) =>
    agencyTypes
      .filter((type) => type.group === group)
      .map(({ code, label }): Option => [code, `${typeLabels[code] ?? label}（${group}）`]),
  );
}

/** What the registered text says beyond the type. */
function ownText(type: string | undefined): string | undefined {
  if (type === undefined) return undefined;
  const { label, code, also = [] } = typeOf({ type });
  return [label, code, ...also].includes(type) ? undefined : type;
}
