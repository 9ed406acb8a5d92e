import { refusalIn } from '../../core/sheet/row-answers.ts';
import type { Answered, Asked } from '../sidebar-wire.ts';
import { NOT_REACHED, postTo, whoAsks, wordsFor } from './api.ts';

/**
 * `POST /v1/sidebar`. Fails in words: an exception would reach the sidebar as one of Google's own. Nothing is sent in the name of another account than
 * opened the sidebar: a form would be recorded as somebody else's.
 */
export function postToOffice(asked: Asked, openedBy: string): Answered {
  const by = whoAsks();
  if (openedBy !== '' && by !== '' && by !== openedBy) return { ok: false, by, why: '' };
  const response = postTo('sidebar', JSON.stringify(asked));
  if (response === undefined) return { ok: false, by, why: `${NOT_REACHED}。` };

  const text = response.getContentText();
  const status = response.getResponseCode();
  if (status === 200) return { ok: true, by, text };
  const refusal = refusalIn(text);
  return refusal === undefined
    ? { ok: false, by, why: `${wordsFor(status)}。` }
    : { ok: false, by, why: refusal, refused: true };
}
