import { html } from 'hono/html';
import { frameworkCodeSchema } from '../../../core/framework/frameworks.ts';
import { membersWithoutConsent } from '../../../core/framework/gate.ts';
import { cadenceSchema, modeSchema } from '../../../core/meeting/gathering.ts';
import { dayOf } from '../../../core/time.ts';
import { type Fields, fieldsOf } from '../../page/fields.ts';
import { postForm, readForm, step } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import type { Typed } from '../../page/typed.ts';
import { opensHere } from '../../page/saved.ts';
import { agencyPicks, pickButtons } from '../agency/agency-picks.ts';
import { dangerFields, groundFields } from '../case/case-forms.ts';
import { agendaFields, consentRule, enterKey, replyRule } from '../meeting/convene-form.ts';
import { dayGuide } from '../meeting/day-guide.ts';
import { frameworkOf, type Office } from '../office.ts';
import { missingNumbers } from '../settings/missing-numbers.ts';
import type { SittingView, TownPart } from './load-sitting.ts';
import { partFields } from './part-fields.ts';
import { withPickedInParts } from './picked-parts.ts';
import { townsIn } from './sitting-said.ts';

/** The form's own name: also what it is called when it is sent. */
export const SITTING = 'convene-together';

/** First the cases, then everything else; the towns keep the order of their turns. */
export function sittingForm(office: Office, view: SittingView): Html {
  const sent = office.typed?.form === SITTING ? office.typed : undefined;
  const chosen = sent === undefined ? [] : chosenParts(view, sent);
  const typed = sent && withPickedInParts(office, chosen, sent);
  const fields = fieldsOf(SITTING, typed);
  const shared = { does: SITTING, nonce: office.nonce, typed };
  const cases = step('町村とケース', caseSteps(office, fields, view, chosen));
  if (chosen.length < 2)
    return postForm(
      { ...shared, button: '日時と関係機関に進む', name: ['step', 'more'] },
      html`${cases}
        <p class="hint">
          二つ以上の町村から、ケースを選んでください。ここに出るのは、この窓口が受けているケースです。
        </p>`,
    );
  const seen = office.preview !== undefined;
  return postForm(
    { ...shared, button: seen ? 'もう一度内容を確かめる' : '内容を確かめる', name: ['step', 'preview'] },
    html`${enterKey()}${seen ? '' : missingNumbers(office, view.settings)}${cases}
    ${details(office, fields, view, chosen)}`,
  );
}

function chosenParts({ parts }: SittingView, sent: Typed): readonly TownPart[] {
  return townsIn(readForm(sent.values.toString())).flatMap((town) => parts.find((part) => part.town.id === town) ?? []);
}

function caseSteps(office: Office, fields: Fields, { parts }: SittingView, chosen: readonly TownPart[]): Html {
  return html`${parts.map((part) => {
    const own = partFields(fields, part.town.id);
    const came = part.town.id === office.town.id ? (office.cameWith ?? []) : [];
    return html`<fieldset class="box">
      <legend>${part.town.name}</legend>
      ${own.checks({
        name: 'case',
        label: `${part.town.name}のケース`,
        optional: true,
        options: part.cases.map((one) => [one.id, `${one.id} ${one.members.map(({ name }) => name).join('・')}`]),
        values: part.cases.map(({ id }) => id).filter((id) => came.includes(id)),
      })}
      ${chosen.includes(part) ? partBasics(drawnBefore(office, fields, own.nameOf('meeting'), part), part, chosen.indexOf(part) + 1) : ''}
    </fieldset>`;
  })}`;
}

/** The fields of a part, with what was typed where they were on screen; else as they are proposed. */
function drawnBefore({ typed }: Office, fields: Fields, sign: string, { town }: TownPart): Fields {
  return partFields(typed?.values.has(sign) === true ? fields : fieldsOf(SITTING), town.id);
}

/** Its number, its turn, and how long each of its cases takes. */
function partBasics(own: Fields, { town, cases, requests, suggestedMeeting }: TownPart, turn: number): Html {
  const waiting = requests.map(({ id, cases: of }) => `${id}（${of.join('、')}）`).join('、');
  const hint = waiting === '' ? {} : { hint: `開催依頼が届いています: ${waiting}。その番号にすると、依頼に答えます。` };
  return html`<div class="side">
      ${own.number({ name: 'turn', label: `${town.name}の順番`, value: String(turn) })}${own.text({ name: 'meeting', label: `${town.name}の会議番号`, value: suggestedMeeting, ...hint })}
    </div>
    ${agendaFields(own, cases, 1)}`;
}

function details(office: Office, typed: Fields, view: SittingView, chosen: readonly TownPart[]): Html {
  const fields = office.typed?.values.has('date') === true ? typed : fieldsOf(SITTING);
  const { settings } = view;
  const goesOn = office.preview === undefined && office.pick === undefined && office.typed?.refused === undefined;
  return html`${step(
    '日時',
    html`<div class="side" ${goesOn ? opensHere : ''}>
        ${fields.date({ name: 'date', label: '開催日' })}${fields.time({ name: 'time', label: '開始時刻', value: '14:00' })}
      </div>
      <p class="hint">${replyRule(settings)}時間割のない町村の会議は、一時間として続けます。</p>
      ${dayGuide(settings, office.now)}`,
  )}
  ${step('場所と進め方', gatheringFields(office, fields, view))}
  ${step(
    '関係機関と目的',
    html`<p class="hint">
        機関は、町村ごとに選びます。二つの町村で選んだ機関にも、案内は一つだけ届きます。目的と世帯のことは、町村ごとに分かれたままです。
      </p>
      ${pickButtons(true, office.pick !== undefined)}
      ${chosen.map((part) => partStep(office, drawnBefore(office, typed, `${part.town.id}.meeting`, part), fields, part))}
      ${fields.tick({ name: 'urgent', value: 'yes', text: '急ぐので、執務時間の外でもすぐに案内を送る' })}`,
  )}`;
}

function gatheringFields({ frameworks, town }: Office, fields: Fields, { bodies }: SittingView): Html {
  const words = (options: readonly string[]) => options.map((word) => [word, word] as const);
  return html`<div class="side">
      ${fields.select({ name: 'framework', label: '会議の枠組み', options: frameworks.filter(({ off }) => !off).map(({ code, name }) => [code, name]), value: 'needy-support' })}${bodies.length === 0 ? '' : fields.select({ name: 'body', label: '会議体', when: '枠組みに合うものを', options: [['', '（指定しない）'], ...bodies.map(({ id, name }) => [id, name] as const)], value: '' })}
    </div>
    <div class="side">
      ${fields.select({ name: 'cadence', label: '定期・随時', value: '随時', options: words(cadenceSchema.options) })}${fields.select({ name: 'mode', label: '開き方', value: '対面', options: words(modeSchema.options) })}
    </div>
    ${fields.text({ name: 'place', label: '場所', value: `${town.name}役場` })}
    ${fields.text({ name: 'url', label: 'オンラインの参加用URL', optional: true, hint: 'メールには載らず、関係機関のページに出ます。あとから「変更」で入れることもできます。' })}
    ${fields.text({ name: 'outlook', label: '見通し（期間・回数）', value: '3か月ごと 計4回', hint: '先が見えると、関係機関は参加を決めやすくなります。' })}`;
}

/** The gate of one town in words, what it rests on there, and whom it calls. */
function partStep(office: Office, own: Fields, fields: Fields, part: TownPart): Html {
  const ticked = office.typed?.values.getAll(own.nameOf('case')) ?? [];
  const cases = part.cases.filter(({ id }) => ticked.includes(id));
  const said = frameworkCodeSchema.safeParse(office.typed?.values.get(fields.nameOf('framework')));
  const framework = frameworkOf(office, said.success ? said.data : 'needy-support');
  const gate = consentRule(framework, membersWithoutConsent(cases, dayOf(office.now)), {});
  const reason = own.area({ name: 'reason', label: '本人同意なしで開く理由', optional: true });
  return html`<fieldset class="box">
    <legend>${part.town.name}：${cases.map(({ id }) => id).join('、')}</legend>
    ${gate} ${framework.consent === 'ground' ? groundFields(own) : html`${dangerFields(own)}${reason}`}
    <fieldset>
      <legend>${part.town.name}の会議に招集する関係機関</legend>
      ${agencyPicks({ ...part.office, pick: office.pick, typed: office.typed }, own, { cases, more: part.office.agencies })}
    </fieldset>
  </fieldset>`;
}
