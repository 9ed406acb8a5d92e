import { html } from 'hono/html';
import type { Town } from '../../../core/access/model.ts';
import type { Body } from '../../../core/body/model.ts';
import type { Series } from '../../../core/series/model.ts';
import type { OfficeDays } from '../../../core/calendar.ts';
import { type Fields, fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { unfold } from '../../page/parts.ts';
import { constituentRows, rosterRows, turnRows } from './body-rows.ts';
import { regularFields } from './regular-days.ts';
import type { Office } from '../office.ts';

export type BodyView = {
  /** Undefined while a new one is written. */
  readonly body: Body | undefined;
  /** Towns for which this host convenes. */
  readonly towns: readonly Town[];
  /** The calendar of its host. */
  readonly calendar: OfficeDays;
  readonly series?: Series | undefined;
};

const nothing: Partial<Body> & Pick<Body, 'towns' | 'constituents' | 'roster' | 'turns'> = {
  ...{ towns: [], constituents: [], roster: [], turns: [] },
};
type Known = typeof nothing;

/** All of a body in one form: what it is, how its letters look, who belongs to it. */
export function bodyForm(office: Office, { body, towns }: BodyView): Html {
  const { nonce, typed, agencies } = office;
  const fields = fieldsOf('body', typed, { edits: body !== undefined });
  const known: Known = body ?? nothing;
  const form = {
    ...{ does: 'body', nonce, typed, button: body === undefined ? '会議体を登録する' : '会議体を保存する' },
    also: { button: '定例日の日付を確かめる', name: ['step', 'preview'] as const, more: true },
    carry: body === undefined ? [] : ([['version', String(body.version)]] as const),
  };
  return postForm(
    form,
    html`${body === undefined ? fields.text({ name: 'id', label: '番号（あとから変えられません）', hint: '例: 支援会議' }) : ''}
    ${rulesOf(office, fields, known)} ${outlineOf(fields, known)} ${lettersOf(fields, known)}
    ${holdingOf(fields, known, towns)}
    ${list(office, `構成員（${String(known.constituents.length)}）`, '守秘義務のかかる機関と人です。構成員でない機関は、会議ごとに指名するまで資料を開けません。', constituentRows(fields, known, agencies))}
    ${list(office, `定期の顔ぶれ（${String(known.roster.length)}）`, '招集のたびに、名前を挙げなくても呼ばれる機関です。「必須」「必ず声をかける」は、理由を書かないと外せません。「オブザーバー」は聞くだけで、役割は持ちません。', rosterRows(fields, known, agencies))}
    ${list(office, `持ち回りの当番（${String(known.turns.length)}）`, '事務局を持ち回りにするときだけ書きます。開催日の当番の発信者名と場所が使われます。', turnRows(fields, known))}
    ${fields.date({ name: 'until', label: '廃止の日', optional: true, value: known.until, hint: 'この日のあとは、この会議体で招集できません。' })}`,
  );
}

/** Long lists fold away; a form that was refused stands open with everything typed. */
function list({ typed }: Office, heading: string, hint: string, entries: Html): Html {
  const body = html`<p class="hint">${hint}</p>
    ${entries}`;
  return unfold(heading, body, typed?.form === 'body');
}

function rulesOf({ frameworks }: Office, fields: Fields, body: Known): Html {
  const offered = frameworks.filter(({ off, code }) => !off || code === body.framework);
  return html`${fields.text({ name: 'name', label: '会議体の名前', value: body.name })}
    ${fields.select({ name: 'framework', label: '会議の枠組み', options: offered.map(({ code, name }) => [code, name]), value: body.framework })}
    <div class="side">
      ${fields.text({ name: 'chair', label: '会長', optional: true, value: body.chair })}
      ${fields.text({ name: 'vice', label: '副会長', optional: true, value: body.vice })}
    </div>
    ${fields.tick({ name: 'approval', value: 'yes', text: '招集の前に決裁を要する', on: body.approval === true })}`;
}

function outlineOf(fields: Fields, { outline, duty }: Known): Html {
  return html`<h2>要綱</h2>
    <div class="side">
      ${fields.text({ name: 'outline-name', label: '要綱の名前', optional: true, value: outline?.name })}
      ${fields.date({ name: 'outline-on', label: '施行日', optional: true, value: outline?.on })}
    </div>
    ${fields.area({ name: 'outline-text', label: '要綱のうち、覚えておくこと', optional: true, value: outline?.text })}
    ${fields.area({ name: 'duty', label: '守秘義務の文', optional: true, value: duty, hint: '資料を開く前に見せます。空欄は枠組みの文です。' })}`;
}

function lettersOf(fields: Fields, body: Known): Html {
  return html`<h2>案内の形</h2>
    ${fields.text({ name: 'sender', label: '発信者名', optional: true, value: body.sender, hint: 'メールと紙に載ります。空欄は役所の設定のとおり。' })}
    ${fields.text({ name: 'number', label: '文書番号', optional: true, value: body.number, hint: '例: 若福第{番号}号。{番号} に会計年度ごとの通し番号、{年度} に令和の年が入ります。変更と中止は「第12号の2」のように枝番になります。' })}`;
}

function holdingOf(fields: Fields, body: Known, towns: readonly Town[]): Html {
  return html`<h2>対象の町村と開催</h2>
    ${towns.length < 2 ? '' : fields.checks({ name: 'towns', label: '対象の町村', optional: true, hint: '選ばないときは、すべての町村が対象です。', options: towns.map(({ id, name }) => [id, name]), values: body.towns })}
    ${fields.text({ name: 'place', label: 'いつもの場所', optional: true, value: body.place, hint: '招集のときに場所を書かなければ、ここになります。{町村} は町村名に置きかわります。例: {町村}役場 2階会議室' })}
    ${regularFields(fields, body)}
    ${fields.text({ name: 'rhythm', label: '開催の間隔（何か月に一回以上か）', optional: true, value: body.rhythm === undefined ? undefined : String(body.rhythm), hint: '間が空くと警告が出ます。空欄は枠組みの決まりのとおり（支援会議（生活困窮）は年一回以上）。' })}`;
}
