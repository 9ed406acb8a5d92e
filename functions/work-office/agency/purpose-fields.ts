import { html } from 'hono/html';
import type { AgencyType } from '../../../core/agency/agency-types.ts';
import type { Agency } from '../../../core/agency/model.ts';
import type { DraftPurpose } from '../../../core/agency/suggestion.ts';
import { issueNames } from '../../../core/case/issues.ts';
import { memberRef } from '../../../core/case/member-ref.ts';
import type { Case } from '../../../core/case/model.ts';
import { taxPurposes } from '../../../core/consent/tax-data.ts';
import { roleClasses } from '../../../core/invitation/role-class.ts';
import type { Fields, Option } from '../../page/fields.ts';
import type { Html } from '../../page/layout.ts';
import { unfold } from '../../page/parts.ts';

/** Whom an agency can be told about, and which issues. */
export type Told = {
  /** Of a meeting about several, which it may be called for; empty where there is one. */
  readonly cases: readonly Option[];
  readonly members: readonly Option[];
  readonly some: boolean;
  readonly issues: readonly number[];
  /** Arrears are known of somebody. */
  readonly taxed: boolean;
};
type Asked = {
  readonly agency: Agency;
  readonly type: AgencyType;
  readonly drafts: readonly DraftPurpose[];
  /** What it always is to prepare, by the roster of the body. */
  readonly preparation?: string | undefined;
  readonly told: Told;
};

/** The members a meeting discusses; all of them where none is marked as such. */
export function toldMembers(cases: readonly Case[]): Told {
  const several = cases.length > 1;
  const everybody = cases.flatMap((one) => one.members.map((member) => ({ one, member })));
  const covered = everybody.filter(({ member }) => member.covered);
  const some = covered.length > 0;
  const members = (some ? covered : everybody).map(({ one, member }): Option => {
    return [memberRef(one, member, several), several ? `${member.name}（${one.id}）` : member.name];
  });
  const issues = [...new Set(cases.flatMap((one) => one.issues))];
  const taxed = cases.some(({ tax }) => tax !== undefined);
  const called = several ? cases.map(({ id }): Option => [id, `ケース ${id}`]) : [];
  return { cases: called, members, some: some || everybody.length === 0, issues, taxed };
}

/** What the first and the second purpose say before anybody typed. */
function drafted({ type, drafts }: Pick<Asked, 'type' | 'drafts'>) {
  const first = drafts[0]?.class ?? type.class;
  const besides = drafts.filter((draft) => draft.class !== first);
  const lines = (some: readonly DraftPurpose[]) => some.map(({ text }) => text).join('\n');
  const second = { class: besides[0]?.class ?? type.class, text: lines(besides) };
  return { first: { class: first, text: lines(drafts.filter((draft) => draft.class === first)) }, second };
}

/** The drafts of an agency as its fields would send them. */
export function draftValues(asked: Pick<Asked, 'agency' | 'type' | 'drafts'>): readonly Option[] {
  const { first, second } = drafted(asked);
  const { id } = asked.agency;
  return [
    [`class.${id}`, first.class],
    [`purpose.${id}`, first.text],
    [`class2.${id}`, second.class],
    [`purpose2.${id}`, second.text],
  ];
}

/** One purpose, a second one about others or in another part, and for some types what it may hear of. */
export function purposeFields(fields: Fields, asked: Asked): Html {
  const { agency, told } = asked;
  const { first, second } = drafted(asked);
  const ownMembers = (name: string) => members(fields, `${name}.${agency.id}`, told);
  return html`${fields.select({ name: `class.${agency.id}`, label: '立場（メールに載ります）', value: first.class, options: classOptions })}
  ${fields.area({ name: `purpose.${agency.id}`, label: '招集の目的（メールには載らず、守秘義務の確認後に開きます）', when: '選んだ機関は必須', value: first.text, hint: '同じ世帯員についていくつかあるときは、行を分けてください。' })}
  ${fields.text({ name: `preparation.${agency.id}`, label: 'この機関だけのご準備（メールに載ります）', optional: true, value: asked.preparation })}
  ${casesCalledFor(fields, agency, told)} ${ownMembers('members')}
  ${unfold(
    '別の立場・別の世帯員について、もう一つの目的',
    html`${fields.select({ name: `class2.${agency.id}`, label: '立場', value: second.class, options: classOptions })}
    ${fields.area({ name: `purpose2.${agency.id}`, label: 'もう一つの目的', optional: true, value: second.text, hint: '同じ一通の案内で、二つの立場をお願いします。' })}
    ${ownMembers('members2')}`,
    second.text !== '',
  )}
  ${scope(fields, asked)} ${told.taxed ? taxFields(fields, agency) : ''}`;
}

/** Who is left out of a case neither hears when it is discussed nor whom it is about, and reads nothing of it in the minutes. */
function casesCalledFor(fields: Fields, { id }: Agency, { cases }: Told): Html {
  if (cases.length === 0) return html``;
  // Said even when none is ticked: that is not the same as a form that did not ask.
  return html`<input type="hidden" name="${fields.nameOf(`cases.${id}`)}" value="" />${fields.checks({
      name: `cases.${id}`,
      label: 'この機関を呼ぶケース',
      optional: true,
      hint: '外したケースは、時間も世帯員も会議録も、この機関には見えません。',
      options: cases,
      values: cases.map(([value]) => value),
    })}`;
}

/** Arrears are told only for a purpose of the tax consent, and nothing is ticked beforehand. */
function taxFields(fields: Fields, { id }: Agency): Html {
  const options = Object.entries(taxPurposes).map(([code, words]): Option => [code, words]);
  const hint = '税務情報の同意にある目的と提供先に限ります。';
  return fields.checks({ name: `tax.${id}`, label: '滞納額を伝える目的', optional: true, hint, options });
}

const classOptions = roleClasses.map((word): Option => [word, word]);

function members(fields: Fields, name: string, { members: options, some }: Told): Html {
  const hint = some ? {} : { hint: '「会議で話し合う」世帯員が登録されていないため、全員を出しています。' };
  const values = options.map(([ref]) => ref);
  return fields.checks({ name, label: 'この機関に知らせる世帯員', optional: true, ...hint, options, values });
}

/** 大家・ライフライン…: called for some matters, and told of no others. */
function scope(fields: Fields, { agency, type, told }: Asked): Html {
  const { only } = type;
  if (only === undefined || told.issues.length === 0) return html``;
  return fields.checks({
    name: `issues.${agency.id}`,
    label: 'この機関に知らせる課題',
    optional: true,
    hint: '選ばない課題に触れる会議録は、この機関には開きません。',
    options: told.issues.map((code) => [String(code), issueNames[code] ?? String(code)]),
    values: told.issues.filter((code) => only.includes(code)).map(String),
  });
}
