import { html } from 'hono/html';
import { errorSummary } from './error-summary.ts';
import type { Html } from './layout.ts';
import { carrying, type Typed } from './typed.ts';

type Form = {
  /** What the form does: sent along as `does`, and the fields' prefix. */
  readonly does: string;
  readonly nonce: string;
  readonly button: string;
  readonly tone?: 'line' | 'stop';
  /** Values that go along unseen. */
  readonly carry?: readonly (readonly [string, string])[];
  readonly typed?: Typed | undefined;
  /** What the button itself says, when a form can be sent in two ways. */
  readonly name?: Sends;
  readonly also?: {
    readonly button: string;
    readonly name: Sends;
    /** It only asks for more of the form: nothing need be filled in yet, and it is the lesser button. */
    readonly more?: boolean;
  };
};
type Sends = readonly [name: string, value: string];

/** A form to its own page. It always carries the page's nonce; without it nothing is recorded. */
export function postForm(form: Form, body: Html): Html {
  // Whoever may only read is given no nonce, and so no form.
  if (form.nonce === '') return html`<p class="small soft">この立場では入力できません。</p>`;
  const typed = form.typed?.form === form.does ? form.typed : undefined;
  const problem = typed === undefined ? '' : errorSummary(carrying(typed, form.carry));
  // Its own page without the `#main` that the skip link leaves: with it, the browser would go there and not to what is wrong.
  return html`<form method="post" class="form" id="${form.does}" action="?">
    ${problem} <input type="hidden" name="nonce" value="${form.nonce}" /><input
      type="hidden"
      name="does"
      value="${form.does}"
    />
    ${(form.carry ?? []).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)} ${body}
    <p class="row">${buttons(form)}</p>
  </form>`;
}

/** A part of a long form: on a page they follow each other, the sidebar shows one at a time. */
export function step(title: string, body: Html): Html {
  return html`<div data-step="${title}">${body}</div>`;
}

/** The button that does what the form is for stands out; the other one looks, or asks for more. */
function buttons({ button: text, name, tone, also }: Form): Html {
  if (also === undefined) return button(text, name, tone);
  const more = also.more === true;
  return html`${button(text, name, more ? tone : 'line')}${button(also.button, also.name, more ? 'line' : tone, more)}`;
}

function button(text: string, sends: Sends | undefined, tone: Form['tone'], unasked = false): Html {
  const look = tone === undefined ? '' : html` class="button-${tone}"`;
  const says = sends === undefined ? '' : html` name="${sends[0]}" value="${sends[1]}"`;
  const skip = unasked ? html` formnovalidate` : '';
  return html`<button type="submit" ${look}${says}${skip}>${text}</button>`;
}
