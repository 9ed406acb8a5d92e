import { html } from 'hono/html';
import type { Appointment } from '../../core/meeting/model.ts';
import type { Html } from '../page/layout.ts';

/** The place, to whoever has the very page open that a mail names for joining an online meeting. */
export function placeHere({ mode, place }: Pick<Appointment, 'mode' | 'place'>): string {
  return mode === 'オンライン' ? 'オンライン' : place;
}

/** An online meeting's address: to whoever has the link, and in no mail that could be passed on. */
export function wayIn({ mode, url }: Pick<Appointment, 'mode' | 'url'>): Html | string | undefined {
  if (mode !== 'オンライン') return undefined;
  if (url === undefined) return '参加用のURLは、決まりしだいこの画面に出ます。';
  return html`<a href="${url}" rel="noreferrer noopener">${url}</a>`;
}
