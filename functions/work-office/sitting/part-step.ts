import { html } from 'hono/html';
import type { Framework } from '../../../core/framework/frameworks.ts';
import { membersWithoutConsent } from '../../../core/framework/gate.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import { dayOf } from '../../../core/time.ts';
import type { Fields } from '../../page/fields.ts';
import type { Html } from '../../page/layout.ts';
import { agencyPicks } from '../agency/agency-picks.ts';
import { dangerFields, groundFields } from '../case/case-forms.ts';
import { leavingFields } from '../meeting/convene-body.ts';
import { consentRule } from '../meeting/convene-form.ts';
import type { Office } from '../office.ts';
import type { ChosenPart } from './chosen-parts.ts';

/** The gate of one town in words, what it rests on there, and whom it calls. */
export function partStep(office: Office, own: Fields, part: ChosenPart, framework: Framework): Html {
  const { town, chosen, answers, body, roster } = part;
  const there = { ...part.office, pick: office.pick, typed: office.typed };
  const missing = membersWithoutConsent(chosen, dayOf(office.now));
  return html`<fieldset class="box">
    <legend>${town.name}：${chosen.map(({ id }) => id).join('、')}</legend>
    ${consentRule(framework, missing, answers ?? {})} ${basisFields(own, part, framework, missing)}
    <fieldset>
      <legend>${town.name}の会議に招集する関係機関</legend>
      ${agencyPicks(there, own, { cases: chosen, more: part.office.agencies, roster })}
    </fieldset>
    ${[...roster.keys()].map((agency) => html`<input type="hidden" name="${own.nameOf('roster')}" value="${agency}" />`)}
    ${body === undefined ? '' : leavingFields(own, there, body)}
  </fieldset>`;
}

/** What the gate still needs, where the 開催依頼 left it open; and what was typed before it was known that one is answered. */
function basisFields(own: Fields, { answers }: ChosenPart, framework: Framework, missing: readonly string[]): Html {
  const { ground, reason, emergency = false }: Partial<Meeting> = answers ?? {};
  if (framework.consent === 'ground') return groundStep(own, ground === undefined, emergency);
  const isTyped = own.has('danger') || own.has('reason');
  if (!isTyped && (missing.length === 0 || emergency)) return html``;
  return html`${dangerFields(own)}${own.area({ name: 'reason', label: '本人同意なしで開く理由', optional: true, value: reason })}`;
}

function groundStep(own: Fields, isOpen: boolean, emergency: boolean): Html {
  if (!isOpen && !own.has('ground')) return html``;
  return groundFields(own, isOpen && !emergency ? {} : { optional: true });
}
