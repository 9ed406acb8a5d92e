import { html } from 'hono/html';
import { type Agency, isAvailableTo, reachOf } from '../../../core/agency/model.ts';
import { typeOf, typeWords } from '../../../core/agency/read-type.ts';
import { type DraftPurpose, suggest, type Suggestion, suggestWidely } from '../../../core/agency/suggestion.ts';
import { type RosterEntry, standingWords } from '../../../core/body/model.ts';
import type { Case } from '../../../core/case/model.ts';
import { roleClasses } from '../../../core/invitation/role-class.ts';
import type { Fields } from '../../page/fields.ts';
import type { SentForm } from '../../page/sent-form.ts';
import type { Html } from '../../page/layout.ts';
import { opensHere } from '../../page/saved.ts';
import type { Typed } from '../../page/typed.ts';
import { badge, unfold } from '../../page/parts.ts';
import type { Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { draftValues, purposeFields, type Told, toldMembers } from './purpose-fields.ts';
import { type Pick, picks } from './agency-pick.ts';

/** The button of the form that was pressed, where it was one of these. */
export function pickIn(form: SentForm): Pick | undefined {
  return picks.find((one) => one === form.text('pick'));
}

const reachWords = {
  mail: 'メールで案内',
  fax: 'FAXで案内（紙を印刷）',
  phone: '電話で案内',
  post: '郵便で案内（紙を印刷）',
} as const;

type Among = {
  readonly cases: readonly Case[];
  /** Agencies that may be called besides, when some are called already. */
  readonly more?: readonly Agency[];
  /** Whom the body always calls (定期の顔ぶれ). */
  readonly roster?: ReadonlyMap<string, RosterEntry>;
};

/**
 * Tick an agency and say why it is called, and about whom: it will see those members and no others. Whom the body always calls comes
 * first, then whom the issues call for.
 */
export function agencyPicks(office: Office, fields: Fields, { cases, more, roster = new Map() }: Among): Html {
  const there = (more ?? office.agencies).filter((agency) => isAvailableTo(agency, office.town.id));
  const suggestions = suggestionsFor(office, cases, there);
  const told = toldMembers(cases);
  const drawn = (agency: Agency) => pick(office, fields, { agency, told, suggestions, entry: roster.get(agency.id) });
  const standing = there.filter(({ id }) => roster.has(id));
  const called = [...new Set([...standing, ...suggestions.flatMap(({ agencies }) => agencies)])];
  const others = there.filter((agency) => !called.includes(agency)).map(drawn);
  const rest =
    called.length === 0 || others.length === 0
      ? html`${others}`
      : unfold(`ほかの関係機関（${String(others.length)}）`, html`${others}`, isTyped(office));
  if (more !== undefined) return html`${called.map(drawn)}${rest}`;
  return html`${pickButtons(called.length > 0, office.pick !== undefined)}${called.map(drawn)}${unregistered(office, suggestions)}
  ${rest}`;
}

const isTyped = ({ typed }: Office) => typed !== undefined;

function suggestionsFor(
  { pick: how }: Office,
  cases: readonly Case[],
  there: readonly Agency[],
): readonly Suggestion[] {
  const household = {
    issues: cases.flatMap(({ issues }) => issues),
    features: cases.flatMap(({ features = [] }) => features),
    summary: cases.map(({ summary = '', otherIssue = '' }) => `${otherIssue}\n${summary}`).join('\n'),
  };
  return how === 'wide' ? suggestWidely(household, there) : suggest(household, there);
}

/** Buttons of the form itself, so that nothing typed is lost. */
export function pickButtons(some: boolean, picked: boolean): Html {
  const button = (how: Pick, words: string) =>
    html`<button type="submit" class="button-line" name="pick" value="${how}" formnovalidate>${words}</button>`;
  return html`<p class="hint">
      課題から、声をかける機関と目的の案を出しています。案はそのまま使わず、世帯に合わせて直してください。だれを呼ぶか迷うときは、広く選んでから外せます。
    </p>
    <div class="row" ${picked ? opensHere : ''}>
      ${some ? button('suggested', '提案された機関をすべて選ぶ') : ''}${button('wide', '広く選ぶ')}
    </div>`;
}

/** The form as it was typed, with the agencies that were asked for ticked and their drafts where no purpose was typed. */
export function withPicked(office: Office, { cases, roster = new Map() }: Among, typed: Typed): Typed {
  if (office.pick === undefined) return typed;
  const there = office.agencies.filter((agency) => isAvailableTo(agency, office.town.id));
  const suggestions = suggestionsFor(office, cases, there);
  const values = new URLSearchParams(typed.values);
  const picked = there.filter((agency) => suggestionOf(agency, suggestions) !== undefined);
  for (const agency of picked) {
    const drafts = draftsOf(roster.get(agency.id), suggestionOf(agency, suggestions));
    if (!values.getAll('agency').includes(agency.id)) values.append('agency', agency.id);
    if ((values.get(`purpose.${agency.id}`) ?? '').trim() !== '') continue;
    for (const [name, value] of draftValues({ agency, type: typeOf(agency), drafts })) values.set(name, value);
  }
  return { ...typed, values };
}

function suggestionOf(agency: Agency, suggestions: readonly Suggestion[]): Suggestion | undefined {
  return suggestions.find(({ agencies }) => agencies.includes(agency));
}

function unregistered(office: Office, suggestions: readonly Suggestion[]): Html {
  const missing = suggestions.filter(({ agencies }) => agencies.length === 0);
  if (missing.length === 0) return html``;
  return html`<div class="box">
    <p><strong>提案に合う機関が、まだ登録されていません（未登録）</strong></p>
    <ul>
      ${missing.map(
        ({ type, because }) =>
          html`<li>
            <a href="${pathOf(office, 'agencies', 'new')}?type=${type.code}"
              >${office.typeLabels[type.code] ?? type.label}を登録する</a
            >
            <span class="small soft">${because.join('・')}</span>
          </li>`,
      )}
    </ul>
  </div>`;
}

type Picked = {
  readonly agency: Agency;
  readonly told: Told;
  readonly suggestions: readonly Suggestion[];
  readonly entry: RosterEntry | undefined;
};

function pick(office: Office, fields: Fields, { agency, told, suggestions, entry }: Picked): Html {
  const suggestion = suggestionOf(agency, suggestions);
  const words = `${typeWords(agency, office.typeLabels)}・${reachWords[reachOf(agency)]}`;
  const asked = {
    agency,
    type: typeOf(agency),
    drafts: draftsOf(entry, suggestion),
    told,
    preparation: entry?.preparation,
  };
  return html`<div class="pick">
    ${fields.tick({
      name: 'agency',
      value: agency.id,
      on: entry !== undefined,
      text: html`<strong>${agency.name}</strong> ${badgesOf(agency, entry, suggestion)}
        <span class="small soft">${words}${becauseOf(suggestion)}</span>`,
    })}
    <div class="inside">${purposeFields(fields, asked)}</div>
  </div>`;
}

function badgesOf(agency: Agency, entry: RosterEntry | undefined, suggestion: Suggestion | undefined): Html {
  return html`${entry === undefined ? '' : badge(standingWords[entry.standing], 'go')}
  ${suggestion === undefined ? '' : badge('提案', 'go')}
  ${agency.contact === undefined ? badge('担当者が未登録', 'warn') : ''}`;
}

/** What the body always calls it for, before what these issues ask for. */
function draftsOf(entry: RosterEntry | undefined, suggestion: Suggestion | undefined): readonly DraftPurpose[] {
  const drafts = suggestion?.purposes ?? [];
  const known = roleClasses.find((word) => word === entry?.class);
  return entry === undefined || known === undefined ? drafts : [{ text: entry.purpose, class: known }, ...drafts];
}

function becauseOf(suggestion: Suggestion | undefined): string {
  if (suggestion === undefined) return '';
  return suggestion.because.length === 0 ? '（広く招集）' : `（${suggestion.because.join('・')}）`;
}
