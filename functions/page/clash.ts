import { html } from 'hono/html';
import type { Html } from './layout.ts';

/** One field of a form that somebody else saved meanwhile: what stands there now, and what was typed. */
export type Changed = 'same' | 'mine' | 'theirs' | 'both';

/** A short mark of a value: whether a field is still as the page showed it can be told without sending it along. */
export function markOfValue(values: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const character of [...values].toSorted().join('\n').replaceAll('\r', ''))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}

export type Sides = {
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  readonly was: string | null;
};

/** Who changed a field since it was shown: nobody, the one who sends it, the other, or both, each otherwise. */
export function whoChanged({ mine, theirs, was }: Sides): Changed {
  if (markOfValue(mine) === markOfValue(theirs)) return 'same';
  if (was === markOfValue(theirs)) return 'mine';
  return was === markOfValue(mine) ? 'theirs' : 'both';
}

type Clash = {
  readonly id: string;
  readonly name: string;
  readonly label: Html | string;
  readonly theirs: readonly string[];
  readonly theirWords: string;
  readonly control: Html;
};

/** Both values side by side, and which of them to keep; nothing is chosen beforehand. */
export function clashField({ id, name, label, theirs, theirWords, control }: Clash): Html {
  const choice = (value: string, text: Html) =>
    html`<label class="check"
      ><input type="radio" id="${id}-${value}" name="keep.${name}" value="${value}" required /><span
        >${text}</span
      ></label
    >`;
  return html`<fieldset class="field clash" id="${id}-clash" aria-describedby="${id}-clash-why">
    <legend>${label}</legend>
    <p class="error" id="${id}-clash-why">ほかの人の内容と違います。どちらを残すかを選んでください。</p>
    ${theirs.map((value) => html`<input type="hidden" name="theirs.${name}" value="${value}" />`)}
    <div class="sides">
      <div class="box">
        ${choice('theirs', html`相手を採用`)}
        <p class="keep">${theirWords === '' ? '（空欄）' : theirWords}</p>
      </div>
      <div class="box">${choice('mine', html`自分を残す`)} ${control}</div>
    </div>
  </fieldset>`;
}

/** The form with every choice of 「相手を採用 / 自分を残す」 made. */
export function withChoices(sent: URLSearchParams): URLSearchParams {
  const values = new URLSearchParams(sent);
  for (const [name, kept] of sent) {
    if (!name.startsWith('keep.')) continue;
    const field = name.slice('keep.'.length);
    if (kept === 'theirs') takeTheirs(values, field, sent.getAll(`theirs.${field}`));
  }
  for (const name of [...new Set(sent.keys())].filter((one) => /^(?:keep|theirs)\./.test(one))) values.delete(name);
  return values;
}

function takeTheirs(values: URLSearchParams, field: string, theirs: readonly string[]): void {
  values.delete(field);
  for (const value of theirs) values.append(field, value);
}
