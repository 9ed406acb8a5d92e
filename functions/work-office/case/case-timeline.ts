import { html } from 'hono/html';
import { daySchema, instantSchema, jst } from '../../../core/time.ts';
import type { Html } from '../../page/layout.ts';
import { dayWords, moment, unfold } from '../../page/parts.ts';
import type { Office } from '../office.ts';
import { type Mark, marksOf, type Story } from './case-marks.ts';

const SHOWN = 12;

/** One story of the case, the newest first: nobody has to open five pages to tell a successor what was. */
export function caseTimeline(office: Office, story: Story): Html {
  const marks = marksOf(office, story).toSorted((a, b) => (momentOf(a) < momentOf(b) ? 1 : -1));
  const earlier = marks.slice(SHOWN);
  const list = (some: readonly Mark[]) =>
    html`<ol class="line" reversed>
      ${some.map((mark) => item(office, mark))}
    </ol>`;
  return html`<section class="block" id="story">
    <h2>これまでの経過（新しい順）</h2>
    ${list(marks.slice(0, SHOWN))}
    ${earlier.length === 0 ? '' : unfold(`それより前の${String(earlier.length)}件`, list(earlier))}
  </section>`;
}

/** A day of which no hour is known comes before what happened in its course. */
function momentOf({ at }: Mark): string {
  const day = daySchema.safeParse(at);
  return day.success ? jst(day.data, '0:00') : at;
}

function item({ now }: Office, { at, what, by, href }: Mark): Html {
  const day = daySchema.safeParse(at);
  const when = day.success ? dayWords(day.data) : moment(instantSchema.parse(at), now);
  const words = href === undefined ? what : html`<a href="${href}">${what}</a>`;
  return html`<li class="past">
    ${when}<span>${words}${by === undefined || by === '' ? '' : html` <span class="small soft">${by}</span>`}</span>
  </li>`;
}
