import { refusalIn } from '../../core/sheet/row-answers.ts';
import type { Answered, Asked } from '../sidebar-wire.ts';
import { postTo, wordsFor } from './api.ts';

/** `POST /v1/sidebar`. Fails in words: an exception would reach the sidebar as one of Google's own. */
export function postToOffice(asked: Asked): Answered {
  const by = whoAsks();
  const response = postTo('sidebar', JSON.stringify(asked));
  if (response === undefined) return { ok: false, by, why: 'つどいに届きませんでした。' };

  const text = response.getContentText();
  const status = response.getResponseCode();
  if (status === 200) return { ok: true, by, text };
  // A 403 here is about the person, whoever words it: the office words its own refusals in a page.
  if (status === 403) return { ok: false, by, why: `${wordsFor(status)}。` };
  return { ok: false, by, why: refusalIn(text) ?? `${wordsFor(status)}。` };
}

/** The mail address of the Google account this execution runs as; empty where Google does not say. */
export function whoAsks(): string {
  return Session.getActiveUser().getEmail();
}
