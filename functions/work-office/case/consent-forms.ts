import { html } from 'hono/html';
import { typeWords } from '../../../core/agency/read-type.ts';
import type { Case } from '../../../core/case/model.ts';
import { giverSchema, offeredItems } from '../../../core/consent/model.ts';
import { taxPurposes } from '../../../core/consent/tax-data.ts';
import { dayOf } from '../../../core/time.ts';
import { type Fields, fieldsOf, type Option } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { unfold } from '../../page/parts.ts';
import type { Office } from '../office.ts';

const opened = ({ typed }: Office, does: string) => typed?.form === does;
const same = (words: readonly string[]) => words.map((word): Option => [word, word]);
const membersOf = (one: Case) => one.members.map(({ id, name }): Option => [id, name]);
type Withdrawable = { readonly member: string; readonly withdrawnAt?: unknown; readonly endedAt?: unknown };
const standing = (consents: readonly Withdrawable[]) =>
  consents.filter(({ withdrawnAt, endedAt }) => withdrawnAt === undefined && endedAt === undefined);

/** 本人同意: to record one, and to record that it was withdrawn. */
export function consentForms(office: Office, one: Case): Html {
  return html`${unfold('本人同意を記録する', consentForm(office, one), opened(office, 'consent'))}
  ${standing(one.consents).length === 0 ? '' : unfold('本人同意の撤回を記録する', withdrawForm(office, one), opened(office, 'withdraw'))}`;
}

function consentForm(office: Office, one: Case): Html {
  const { nonce, typed } = office;
  const fields = fieldsOf('consent', typed);
  return postForm(
    { does: 'consent', nonce, typed, button: '同意を記録する', carry: [['case', one.id]] },
    html`${fields.select({ name: 'member', label: '世帯員', options: membersOf(one) })}
    ${fields.checks({ name: 'recipients', label: '提供先', optional: true, hint: '選ばないと、会議に呼ぶすべての関係機関への同意になります。選ぶと、ほかの種類の機関には伝えられません。', options: typesOf(office) })}
    ${fields.checks({ name: 'items', label: '提供する項目', optional: true, hint: '選ばないと、支援に必要な情報すべてになります。', options: same(offeredItems) })}
    ${givingFields(fields, office)}`,
  );
}

/** The types of the registered agencies, each once. */
function typesOf({ agencies }: Office): readonly Option[] {
  const words = agencies.map((agency) => typeWords({ type: agency.type, typeCode: agency.typeCode }));
  const plain = new Set(
    agencies.map(({ type }, index) => ((words[index] ?? '').includes('（') ? type : (words[index] ?? type))),
  );
  return same([...plain].toSorted((a, b) => a.localeCompare(b, 'ja')));
}

function givingFields(fields: Fields, { now }: Office): Html {
  return html`<div class="side">
      ${fields.date({ name: 'on', label: '同意の日', value: dayOf(now) })}${fields.date({ name: 'until', label: '有効期限', optional: true, hint: '会議の日より前に切れる同意では、招集できません。' })}
    </div>
    <div class="side">
      ${fields.select({ name: 'by', label: '同意した人', options: same(giverSchema.options) })}
      ${fields.text({ name: 'giver', label: '代わりに同意した人の氏名・続柄', optional: true, hint: '本人のときは空のままにします。' })}
    </div>
    ${fields.select({ name: 'method', label: '方法', options: same(['書面', '口頭', '電話', 'オンライン', 'その他']) })}`;
}

function withdrawForm({ nonce, typed }: Office, one: Case): Html {
  const given = standing(one.consents).map(({ member }) => member);
  return postForm(
    { does: 'withdraw', nonce, typed, button: '撤回を記録する', tone: 'stop', carry: [['case', one.id]] },
    html`<p>
        同意を前提に進めている会議と支援計画は、どの段階でもその場で止まり、関係機関には「中止」とだけ伝わります。根拠や理由で進めているものは、査察指導員が続けるか止めるかを判断します。
      </p>
      ${fieldsOf('withdraw', typed).select({ name: 'member', label: '世帯員', options: membersOf(one).filter(([id]) => given.includes(id)) })}`,
  );
}

/** 税務情報: only the town's own staff record it, and the consent to its use (towns-and-villages.md R12). */
export function taxForms(office: Office, one: Case): Html {
  if (office.actor.serves === undefined || one.members.length === 0) return html``;
  const given = standing(one.taxConsents ?? []).length > 0;
  return html`${unfold('税務情報（滞納）を記録する', taxForm(office, one), opened(office, 'tax'))}
  ${one.tax === undefined ? '' : unfold('税務情報の取り扱いに関する同意を記録する', taxConsentForm(office, one), opened(office, 'tax-consent'))}
  ${given ? unfold('税務情報の同意の撤回を記録する', taxWithdrawForm(office, one), opened(office, 'tax-withdraw')) : ''}`;
}

function taxForm({ nonce, typed }: Office, one: Case): Html {
  const fields = fieldsOf('tax', typed);
  return postForm(
    { does: 'tax', nonce, typed, button: '税務情報を記録する', carry: [['case', one.id]] },
    html`<p>税務情報は、別の同意（目的と提供先）があるまで、町村の外の人には見えません。</p>
      ${fields.select({ name: 'member', label: '世帯員', options: membersOf(one) })}
      <div class="side">
        ${fields.text({ name: 'arrears', label: '滞納額（円）', value: one.tax === undefined ? '' : String(one.tax.arrears) })}
        ${fields.text({ name: 'what', label: '税目・料金の種類', optional: true, value: one.tax?.what ?? '' })}
      </div>
      ${fields.text({ name: 'section', label: '対応課', value: one.tax?.section ?? '税務課' })}
      ${fields.tick({ name: 'only', value: 'yes', on: one.tax?.only === true, text: '税務情報だけで知った世帯（同意があるまで、開催依頼もできません）' })}`,
  );
}

function taxConsentForm(office: Office, one: Case): Html {
  const { nonce, typed } = office;
  const fields = fieldsOf('tax-consent', typed);
  const purposes = Object.entries(taxPurposes).map(([code, words]): Option => [code, `${code} ${words}`]);
  return postForm(
    { does: 'tax-consent', nonce, typed, button: '税務情報の同意を記録する', carry: [['case', one.id]] },
    html`${fields.select({ name: 'member', label: '世帯員', options: membersOf(one).filter(([id]) => id === one.tax?.member) })}
    ${fields.checks({ name: 'purposes', label: '目的', options: purposes })}
    ${fields.text({ name: 'sections', label: '使う部署', optional: true, hint: '例: 保健福祉課、水道課' })}
    ${fields.text({ name: 'outside', label: '提供する外部の機関', optional: true, hint: '例: 社会福祉協議会、弁護士、司法書士。会議を開催する側にも見せるときは「開催主体」。' })}
    ${givingFields(fields, office)}`,
  );
}

function taxWithdrawForm({ nonce, typed }: Office, one: Case): Html {
  const given = standing(one.taxConsents ?? []).map(({ member }) => member);
  return postForm(
    {
      does: 'tax-withdraw',
      nonce,
      typed,
      button: '税務情報の同意の撤回を記録する',
      tone: 'stop',
      carry: [['case', one.id]],
    },
    html`<p>滞納額は、町村の外の人にはその場で見えなくなります。</p>
      ${fieldsOf('tax-withdraw', typed).select({ name: 'member', label: '世帯員', options: membersOf(one).filter(([id]) => given.includes(id)) })}`,
  );
}
