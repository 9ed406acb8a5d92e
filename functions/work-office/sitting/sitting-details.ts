import { html } from 'hono/html';
import { cadenceSchema, modeSchema } from '../../../core/meeting/gathering.ts';
import { type Fields, fieldsOf } from '../../page/fields.ts';
import { step } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { opensHere } from '../../page/saved.ts';
import { pickButtons } from '../agency/agency-picks.ts';
import { replyRule } from '../meeting/convene-form.ts';
import { placeProposed } from '../meeting/convene-body.ts';
import { dayGuide } from '../meeting/day-guide.ts';
import { preparationField } from '../meeting/preparation-fields.ts';
import { frameworkOf, type Office } from '../office.ts';
import { bodiesOfAll, type ChosenSitting } from './chosen-parts.ts';
import type { SittingView } from './load-sitting.ts';
import { drawnBefore } from './part-fields.ts';
import { partStep } from './part-step.ts';

/** When and where, and whom each town calls; asked once the cases are known. */
export function sittingDetails(office: Office, typed: Fields, { settings }: SittingView, sitting: ChosenSitting): Html {
  const fields = office.typed?.values.has('date') === true ? typed : fieldsOf('convene-together');
  const goesOn = office.preview === undefined && office.pick === undefined && office.typed?.refused === undefined;
  return html`${step(
    '日時',
    html`<div class="side" ${goesOn ? opensHere : ''}>
        ${fields.date({ name: 'date', label: '開催日' })}${fields.time({ name: 'time', label: '開始時刻', value: '14:00' })}
      </div>
      <p class="hint">${replyRule(settings)}時間割のない町村の会議は、一時間として続けます。</p>
      ${dayGuide(settings, office.now)}`,
  )}
  ${step('場所と進め方', gatheringFields(office, fields, sitting))}
  ${step(
    '関係機関と目的',
    html`<p class="hint">
        機関は、町村ごとに選びます。二つの町村で選んだ機関にも、案内は一つだけ届きます。目的と世帯のことは、町村ごとに分かれたままです。
      </p>
      ${pickButtons(true, office.pick !== undefined)}
      ${sitting.parts.map((part) => partStep(office, drawnBefore(office, typed, part.town), part, sitting.framework))}
      ${fields.tick({ name: 'urgent', value: 'yes', text: '急ぐので、執務時間の外でもすぐに案内を送る' })}`,
  )}`;
}

function gatheringFields(office: Office, fields: Fields, { parts, code }: ChosenSitting): Html {
  const words = (options: readonly string[]) => options.map((word) => [word, word] as const);
  const bodies = bodiesOfAll(parts);
  const [first] = parts;
  const place = placeProposed({ ...office, town: first?.town ?? office.town }, first?.body);
  return html`<div class="side">
      ${fields.select({ name: 'framework', label: '会議の枠組み', options: office.frameworks.filter(({ off }) => !off).map((one) => [one.code, one.name]), value: code, ...differing(office, { parts, code }) })}${bodies.length === 0 ? '' : fields.select({ name: 'body', label: '会議体', optional: true, options: [['', '枠組みのいつもの会議体'], ...bodies.map(({ id, name }) => [id, name] as const)], value: '' })}
    </div>
    <div class="side">
      ${fields.select({ name: 'cadence', label: '定期・随時', value: '随時', options: words(cadenceSchema.options) })}${fields.select({ name: 'mode', label: '開き方', value: '対面', options: words(modeSchema.options) })}
    </div>
    ${fields.text({ name: 'place', label: '場所', value: place })}
    ${fields.text({ name: 'url', label: 'オンラインの参加用URL', optional: true, hint: 'メールには載らず、関係機関のページに出ます。あとから「変更」で入れることもできます。' })}
    ${fields.text({ name: 'outlook', label: '見通し（期間・回数）', value: '3か月ごと 計4回', hint: '先が見えると、関係機関は参加を決めやすくなります。' })}
    ${preparationField(fields)}
    ${parts.some(({ body }) => body !== undefined) ? fields.tick({ name: 'designate', value: 'yes', text: '構成員でない機関を、招集と同時にこの会議の参加者に指名する', on: false }) : ''}`;
}

/** One framework holds for all parts: said where 開催依頼 asked for several. */
function differing(office: Office, { parts, code }: Pick<ChosenSitting, 'parts' | 'code'>): { readonly hint?: string } {
  const others = parts.flatMap(({ answers }) => (answers === undefined || answers.framework === code ? [] : [answers]));
  if (others.length === 0) return {};
  const asked = others.map((one) => `${one.id} は「${frameworkOf(office, one.framework).name}」`).join('、');
  return { hint: `開催依頼 ${asked}での依頼です。ここで選んだ枠組みにそろえて開きます。` };
}
