import { html } from 'hono/html';
import type { Agency } from '../../../core/agency/model.ts';
import { type Body, standingSchema, standingWords } from '../../../core/body/model.ts';
import type { Fields, Option } from '../../page/fields.ts';
import type { Html } from '../../page/layout.ts';
import { roleClasses } from '../../../core/invitation/role-class.ts';

// Without script a list grows by blank rows: so many stand ready, and after saving as many again.
const BLANK = 3;
const NOBODY: Option = ['', '（選ばない）'];

/** Lists of a body, a row for each entry and some blank ones; a row emptied is an entry taken away. */
export function constituentRows(
  fields: Fields,
  { constituents }: Pick<Body, 'constituents'>,
  agencies: readonly Agency[],
): Html {
  return rows('構成員', constituents, (one, at) => {
    const name = (field: string) => `constituent.${String(at)}.${field}`;
    return html`${agencySelect(fields, name('agency'), agencies, one?.agency)}
      ${fields.text({ name: name('name'), label: '名前（機関のときは、その委員の名前）', optional: true, value: one?.name })}
      <div class="side">
        ${fields.date({ name: name('from'), label: 'いつから', when: '書いた行は必須', value: one?.from })}
        ${fields.date({ name: name('until'), label: 'いつまで', optional: true, value: one?.until })}
      </div>`;
  });
}

export function rosterRows(fields: Fields, { roster }: Pick<Body, 'roster'>, agencies: readonly Agency[]): Html {
  return rows('定期の顔ぶれ', roster, (one, at) => {
    const name = (field: string) => `roster.${String(at)}.${field}`;
    const standings = standingSchema.options.map((code): Option => [code, standingWords[code]]);
    return html`${agencySelect(fields, name('agency'), agencies, one?.agency)}
      <div class="side">
        ${fields.select({ name: name('standing'), label: '位置づけ', optional: true, options: standings, value: one?.standing })}
        ${fields.select({ name: name('class'), label: '立場（メールに載ります）', optional: true, options: roleClasses.map((word) => [word, word]), value: one?.class })}
      </div>
      ${fields.text({ name: name('purpose'), label: 'いつもの招集の目的（メールには載りません）', when: '書いた行は必須', value: one?.purpose })}
      ${fields.text({ name: name('preparation'), label: 'いつものご準備（メールに載ります）', optional: true, value: one?.preparation })}`;
  });
}

export function turnRows(fields: Fields, { turns }: Pick<Body, 'turns'>): Html {
  return rows('当番', turns, (one, at) => {
    const name = (field: string) => `turn.${String(at)}.${field}`;
    return html`${fields.text({ name: name('sender'), label: '発信者名', when: '書いた行は必須', value: one?.sender })}
      ${fields.text({ name: name('place'), label: '場所', optional: true, value: one?.place })}
      <div class="side">
        ${fields.date({ name: name('from'), label: 'いつから', when: '書いた行は必須', value: one?.from })}
        ${fields.date({ name: name('until'), label: 'いつまで', optional: true, value: one?.until })}
      </div>`;
  });
}

function rows<Entry>(
  title: string,
  entries: readonly Entry[],
  draw: (entry: Entry | undefined, at: number) => Html,
): Html {
  const all = Array.from({ length: entries.length + BLANK }, (_, at) => entries[at]);
  return html`${all.map(
    (entry, at) =>
      html`<fieldset class="box">
        <legend>${title} ${at + 1}${entry === undefined ? '（空き）' : ''}</legend>
        ${draw(entry, at)}
      </fieldset>`,
  )}`;
}

function agencySelect(fields: Fields, name: string, agencies: readonly Agency[], value: string | undefined): Html {
  const options = agencies.map((agency): Option => [agency.id, `${agency.name}（${agency.type}）`]);
  return fields.select({ name, label: '関係機関', optional: true, options: [NOBODY, ...options], value });
}
