import { html } from 'hono/html';
import { type Day, dayInJapanese, dayOf, daySchema, type Instant, timeOf } from '../../core/time.ts';
import type { Html } from './layout.ts';

export type Tone = 'plain' | 'go' | 'good' | 'warn' | 'hot' | 'bad';

export function badge(text: string, tone: Tone = 'plain'): Html {
  return html`<span class="badge badge-${tone}">${text}</span>`;
}

/** `6月8日(月)17:15`; with the year when it is not the year of `now`. */
export function moment(at: Instant, now?: Instant): Html {
  const day = dayOf(at);
  const year = now !== undefined && dayOf(now).startsWith(day.slice(0, 4)) ? '' : `${day.slice(0, 4)}年`;
  return html`<time datetime="${at}">${year}${dayInJapanese(day)} ${timeOf(at)}</time>`;
}

export function dayWords(day: Day): Html {
  return html`<time datetime="${day}">${day.slice(0, 4)}年${dayInJapanese(day)}</time>`;
}

/** `1942年5月3日（84歳）` */
export function bornWords(born: Day, now: Instant): string {
  const [year = '', month = '', day = ''] = born.split('-');
  const today = dayOf(now);
  const age = Number(today.slice(0, 4)) - Number(year) - (today.slice(5) < born.slice(5) ? 1 : 0);
  return `${year}年${String(Number(month))}月${String(Number(day))}日（${String(age)}歳）`;
}

/** A day where the text is one, else the text: people write 「次の会議まで」 too. */
export function dayOrText(text: string): Html | string {
  const day = daySchema.safeParse(text);
  return day.success ? dayWords(day.data) : text;
}

/** Label and value, one pair to a line. Pairs without a value are left out. */
export function facts(pairs: readonly (readonly [string, Html | string | undefined])[]): Html {
  const known = pairs.filter(([, value]) => value !== undefined && value !== '');
  if (known.length === 0) return html``;
  return html`<dl class="facts">
    ${known.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

export function notice(tone: 'info' | 'good' | 'warn' | 'bad', title: string, body: Html | string = ''): Html {
  const role = tone === 'bad' ? 'alert' : 'status';
  return html`<div class="notice notice-${tone}" role="${role}">
    <h2>${title}</h2>
    ${body === '' ? '' : html`<div>${body}</div>`}
  </div>`;
}

export function block(heading: string, body: Html | readonly Html[]): Html {
  return html`<section class="block">
    <h2>${heading}</h2>
    ${body}
  </section>`;
}

/** A form or list that opens when asked for; open at once when it is what should be done next. */
export function unfold(summary: string, body: Html, open = false): Html {
  return html`<details${open ? html` open` : ''}><summary>${summary}</summary><div class="unfold">${body}</div></details>`;
}

export function crumbs(path: readonly (readonly [string, string])[], here: string): Html {
  return html`<nav class="crumbs" aria-label="現在の位置">
    <ol>
      ${path.map(([href, text]) => html`<li><a href="${href}">${text}</a></li>`)}
      <li aria-current="page">${here}</li>
    </ol>
  </nav>`;
}

export function lines(items: readonly (Html | string)[]): Html {
  return html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;
}
