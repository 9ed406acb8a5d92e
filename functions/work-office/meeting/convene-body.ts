import { html } from 'hono/html';
import { type Body, type RosterEntry, standingWords } from '../../../core/body/model.ts';
import { exampleOf } from '../../../core/body/document.ts';
import { lacksPrefecture } from '../../../core/body/roster.ts';
import { isConstituent, placeIn } from '../../../core/body/rules.ts';
import { dayOf } from '../../../core/time.ts';
import type { Fields } from '../../page/fields.ts';
import type { Html } from '../../page/layout.ts';
import { facts, notice } from '../../page/parts.ts';
import type { MeetingView } from './meeting-view.ts';
import { nameOfAgency, type Office } from '../office.ts';

/** The body a convening is proposed under: the one that was chosen, else the usual one. */
export function bodyProposed({ typed }: Office, { bodies }: MeetingView): Body | undefined {
  const chosen = typed?.form === 'convene' ? typed.values.get('body') : undefined;
  return bodies.find(({ id }) => id === chosen) ?? bodies[0];
}

/** Its standing roster (定期の顔ぶれ), by agency: ticked from the beginning. */
export function rosterOf(body: Body | undefined): ReadonlyMap<string, RosterEntry> {
  return new Map((body?.roster ?? []).map((entry) => [entry.agency, entry]));
}

export function placeProposed({ town, now }: Pick<Office, 'town' | 'now'>, body: Body | undefined): string {
  return (body === undefined ? undefined : placeIn(body, town, dayOf(now))) ?? `${town.name}役場`;
}

/** What a body adds to convening: its number, who is designated, whose leaving needs a reason; and R4's question. */
export function bodyFields(fields: Fields, office: Office, view: MeetingView): Html {
  const body = bodyProposed(office, view);
  const statutory = fields.tick({ name: 'statutory', value: 'yes', text: '話し合うプランに法定サービスが含まれる' });
  if (body === undefined) return html`${statutory}${prefectureMissing(office)}`;
  return html`<fieldset class="box">
    <legend>会議体</legend>
    ${
      view.bodies.length < 2
        ? facts([['会議体', body.name]])
        : fields.select({
            name: 'body',
            label: '会議体',
            options: view.bodies.map(({ id, name }) => [id, name]),
            value: body.id,
          })
    }
    ${body.number === undefined ? '' : fields.text({ name: 'number', label: '文書番号の数字', optional: true, hint: `空欄なら次の番号を自動で取ります（形: ${exampleOf(body.number)}）。課の文書番号簿から取った番号があるときに書きます。` })}
    ${fields.tick({ name: 'designate', value: 'yes', text: '構成員でない機関を、招集と同時にこの会議の参加者に指名する', on: false })}
    <p class="hint">
      ${constituentWords(office, body)}指名するまで、構成員でない機関は資料を開けません（出欠は答えられます）。
    </p>
    ${leavingFields(fields, office, body)} ${statutory}${prefectureMissing(office)}
  </fieldset>`;
}

function constituentWords(office: Office, body: Body): string {
  const bound = office.agencies.filter(({ id }) => isConstituent(body, id, dayOf(office.now))).map(({ name }) => name);
  return bound.length === 0 ? '構成員の機関は登録されていません。' : `構成員の機関: ${bound.join('、')}。`;
}

/** Ticked below from the beginning; whoever unticks one of these says why. */
export function leavingFields(fields: Fields, office: Office, { roster }: Body): Html {
  const bound = roster.filter(({ standing }) => standing === 'required' || standing === 'always');
  return html`${bound.map(({ agency, standing }) =>
    fields.text({
      name: `why.${agency}`,
      label: `${nameOfAgency(office, agency)}（${standingWords[standing]}）を招集しない理由`,
      when: '下で外すときは必須',
    }),
  )}`;
}

/** R4: nobody of the prefecture's office is called, though it decides on services by statute. */
function prefectureMissing({ typed, agencies }: Office): Html {
  if (typed?.form !== 'convene' || typed.values.get('statutory') === null) return html``;
  const chosen = typed.values.getAll('agency');
  const invitations = agencies.filter(({ id }) => chosen.includes(id)).map(({ id }) => ({ agency: id }));
  return lacksPrefecture({ statutory: true, invitations }, agencies) ? prefectureWarning() : html``;
}

export function prefectureWarning(): Html {
  return notice(
    'warn',
    '県の担当が招集されていません',
    '法定サービスを含むプランは、決定する県（福祉事務所）の担当の参加が基本です。このままでも招集できます。',
  );
}
