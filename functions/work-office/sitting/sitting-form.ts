import { html } from 'hono/html';
import { type Fields, fieldsOf } from '../../page/fields.ts';
import { postForm, step } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { agendaFields, enterKey } from '../meeting/convene-form.ts';
import type { Office } from '../office.ts';
import { missingNumbers } from '../settings/missing-numbers.ts';
import { type ChosenPart, chosenIn } from './chosen-parts.ts';
import type { SittingView, TownPart } from './load-sitting.ts';
import { drawnBefore, partFields } from './part-fields.ts';
import { withPickedInParts } from './picked-parts.ts';
import { sittingDetails } from './sitting-details.ts';

/** The form's own name: also what it is called when it is sent. */
export const SITTING = 'convene-together';

/** First the cases, then everything else; the towns keep the order of their turns. */
export function sittingForm(office: Office, view: SittingView): Html {
  const sent = office.typed?.form === SITTING ? office.typed : undefined;
  const sitting = chosenIn(office, view, sent);
  const typed = sent && withPickedInParts(office, sitting.parts, sent);
  const fields = fieldsOf(SITTING, typed);
  const shared = { does: SITTING, nonce: office.nonce, typed };
  const cases = step('町村とケース', caseSteps(office, fields, view, sitting.parts));
  if (sitting.parts.length < 2)
    return postForm(
      { ...shared, button: '日時と関係機関に進む', name: ['step', 'more'] },
      html`<p class="hint">
          二つ以上の町村から、ケースを選んでください。ここに出るのは、この窓口が受けているケースです。ほかのケースは、町村が開催を依頼すると出ます。
        </p>
        ${cases}`,
    );
  const seen = office.preview !== undefined;
  return postForm(
    { ...shared, button: seen ? 'もう一度内容を確かめる' : '内容を確かめる', name: ['step', 'preview'] },
    html`${enterKey()}${seen ? '' : missingNumbers(office, view.settings)}${cases}
    ${sittingDetails(office, fields, view, sitting)}`,
  );
}

function caseSteps(office: Office, fields: Fields, { parts }: SittingView, all: readonly ChosenPart[]): Html {
  return html`${parts.map((part) => {
    const own = partFields(fields, part.town.id);
    const came = part.town.id === office.town.id ? (office.cameWith ?? []) : [];
    const at = all.findIndex(({ town }) => town.id === part.town.id);
    const chosen = all[at];
    return html`<div class="box">
      ${own.checks({
        name: 'case',
        label: `${part.town.name}のケース`,
        optional: true,
        options: part.cases.map((one) => [one.id, caseWords(part, one)]),
        values: part.cases.map(({ id }) => id).filter((id) => came.includes(id)),
      })}
      ${chosen === undefined ? '' : partBasics(drawnBefore(office, fields, part.town), chosen, at + 1)}
    </div>`;
  })}`;
}

/** `C-1 試験花子（開催依頼 M-1）` */
function caseWords({ requests }: TownPart, { id, members }: TownPart['cases'][number]): string {
  const asked = requests.filter(({ cases }) => cases.includes(id)).map((one) => one.id);
  const words = asked.length === 0 ? '' : `（開催依頼 ${asked.join('、')}）`;
  return `${id} ${members.map(({ name }) => name).join('・')}${words}`;
}

/** Its number, its turn, and how long each of its cases takes. */
function partBasics(own: Fields, part: ChosenPart, turn: number): Html {
  const { town, number, chosen } = part;
  return html`<div class="side">
      ${own.number({ name: 'turn', label: `${town.name}の順番`, value: String(turn) })}${own.text({ name: 'meeting', label: `${town.name}の会議番号`, value: number, hint: numberHint(part) })}
    </div>
    ${agendaFields(own, chosen, 1)}`;
}

function numberHint({ answers, suggestedMeeting, requests, chosen }: ChosenPart): string {
  if (answers !== undefined) return `開催依頼 ${answers.id} に答えます。`;
  const near = requests.filter(({ cases }) => cases.some((id) => chosen.some((one) => one.id === id)));
  const words = near.map(({ id, cases }) => `${id} は ${cases.join('・')} の`).join('、');
  return words === ''
    ? `新しい会議です。次の番号は ${suggestedMeeting} です。`
    : `${words}開催依頼です。依頼に答えるときは、同じケースを選び、その番号にしてください。`;
}
