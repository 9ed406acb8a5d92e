import { refusalIn } from '../../core/sheet/row-answers.ts';
import type { Answered, Asked } from '../sidebar-wire.ts';
import { NOT_REACHED, postTo, whoAsks, wordsFor } from './api.ts';

/** `POST /v1/sidebar`. Fails in words: an exception would reach the sidebar as one of Google's own. */
export function postToOffice(asked: Asked): Answered {
  const by = whoAsks();
  const response = postTo('sidebar', JSON.stringify(asked));
  if (response === undefined) return { ok: false, by, why: `${NOT_REACHED}。` };

  const text = response.getContentText();
  const status = response.getResponseCode();
  if (status === 200) return { ok: true, by, text };
  return { ok: false, by, why: refusalIn(text) ?? `${wordsFor(status)}。` };
}
