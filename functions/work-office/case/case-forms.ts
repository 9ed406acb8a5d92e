import { html } from 'hono/html';
import type { Case } from '../../../core/case/model.ts';
import { groundOptions } from '../../../core/framework/grounds.ts';
import { dangerSchema } from '../../../core/meeting/model.ts';
import { type Fields, fieldsOf } from '../../page/fields.ts';
import { postForm, step } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { block, unfold } from '../../page/parts.ts';
import type { CaseView } from './case-view.ts';
import { caseToSitting } from '../body/to-sitting-form.ts';
import { consentForms, taxForms } from './consent-forms.ts';
import { homeTownForms } from './home-town-forms.ts';
import type { Office } from '../office.ts';
import { sittingLink } from '../sitting/sitting-link.ts';
import { insteadButton, switchedNotice } from '../meeting/without-consent.ts';

const consentWords = {
  required: '全員の本人同意が必要',
  ground: '同意は不要・根拠①②を記録',
  desired: '同意が望ましい・ないときは理由',
  unspecified: '定めなし・ないときは査察指導員が判断',
} as const;

/** What can be done with a case: ask for a meeting, record or withdraw a consent, set off what was agreed. */
export function caseForms(office: Office, view: CaseView): Html {
  const { one } = view;
  const open = (does: string) => office.typed?.form === does;
  const first = view.meetings.length === 0 && one.closed === undefined;
  return block(
    'できること',
    html` ${unfold('会議を依頼する（開催依頼）', requestForm(office, view), first || open('request'))}
    ${one.closed === undefined ? html`${sittingLink(office, [one.id])}${caseToSitting(office, one.id, view.dates)}` : ''}
    ${consentForms(office, one)} ${taxForms(office, one)} ${homeTownForms(office, one, view.around)}
    ${one.triggers.length === 0 ? '' : unfold('発動条件が起きた', triggerForm(office, one), open('trigger'))}`,
  );
}

function requestForm(office: Office, { one, suggestedMeeting }: CaseView): Html {
  const { nonce, typed } = office;
  const fields = fieldsOf('request', typed);
  return postForm(
    { does: 'request', nonce, typed, button: '開催を依頼する', carry: [['case', one.id]] },
    html`${switchedNotice(office, 'request')}${insteadButton(office, 'request')}
    ${requestFields(office, fields, { suggestedMeeting })}`,
  );
}

type Asked = { readonly suggestedMeeting: string; /** Where the cases are chosen. */ readonly cases?: Html };

/** What a 開催依頼 says. */
export function requestFields(
  { frameworks }: Office,
  fields: Fields,
  { suggestedMeeting, cases = html`` }: Asked,
): Html {
  const which = html` <p>
      招集するのは開催する側（福祉事務所など）です。依頼しても、招集しても、主担当は決まりません。
    </p>
    ${fields.text({ name: 'meeting', label: '会議番号', value: suggestedMeeting })}
    ${fields.radios({
      name: 'framework',
      label: '会議の枠組み',
      options: frameworks
        .filter(({ off }) => !off)
        .map(({ code, name, consent }) => [code, `${name}（${consentWords[consent]}）`]),
    })}`;
  return html`${step('会議の枠組み', which)}${cases}
  ${step(
    '根拠と理由',
    html`${groundFields(fields, { when: '支援会議のときは必須' })} ${dangerFields(fields)}
    ${fields.area({ name: 'reason', label: '理由', optional: true, hint: '同意が望ましい枠組みや定めのない枠組みで同意がないとき、または緊急のときに書きます。' })}`,
  )}`;
}

/** 緊急: which of the three it is about; ticking one opens the gate, with a reason (BRIEF §2.1). */
export function dangerFields(fields: ReturnType<typeof fieldsOf>): Html {
  return fields.checks({
    name: 'danger',
    label: '緊急のとき、守るもの（同意なしで開く）',
    optional: true,
    hint: '選ぶと緊急として開き、理由が必要になります。緊急で開いた会議は一覧に残ります。',
    options: dangerSchema.options.map((word) => [word, word]),
  });
}

/** ①② of the law's ground for a meeting without consent (law-and-programs.md §2.1); must be chosen, unless something else is said. */
export function groundFields(fields: Fields, asked: { readonly optional?: true; readonly when?: string } = {}): Html {
  return fields.radios({ name: 'ground', label: '同意なしで開く根拠', ...asked, options: groundOptions });
}

function triggerForm({ nonce, typed }: Office, one: Case): Html {
  return postForm(
    { does: 'trigger', nonce, typed, button: '決めてあった機関にすぐ知らせる', carry: [['case', one.id]] },
    fieldsOf('trigger', typed).select({
      name: 'trigger',
      label: '起きたこと',
      options: one.triggers.map(({ name }) => [name, name]),
    }),
  );
}
