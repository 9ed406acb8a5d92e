import { messageOf } from '../core/refusal-words.ts';
import type { RefusalCode, Refused } from '../core/refusal.ts';
import { answerJson, type HttpResponse } from './http.ts';

const statuses: Readonly<Partial<Record<RefusalCode, number>>> = {
  forbidden: 403,
  'case-unseen': 403,
  'not-signed-in': 401,
  'sign-in-expired': 401,
  'sign-in-unproven': 401,
  'account-unknown': 403,
  'account-unverified': 403,
  'account-domain': 403,
  'account-mixed': 403,
  'push-unavailable': 409,
  'spreadsheet-unreadable': 400,
  'spreadsheet-taken': 409,
  'sign-in-taken': 409,
  'not-host': 403,
  'not-supervisor': 403,
  'nonce-missing': 403,
  'code-wrong': 403,
  'acknowledgement-missing': 403,
  'not-designated': 403,
  'link-unknown': 404,
  'link-expired': 404,
  'stale-version': 409,
  stale: 409,
  'replies-closed': 409,
  'slot-withdrawn': 409,
  'already-closed': 409,
  'already-exists': 409,
  'wrong-state': 409,
  'agency-similar': 409,
  'agency-ended': 409,
  'mail-in-use': 403,
  'agency-in-use': 403,
  'agency-shared': 403,
  disposed: 410,
  'not-disposable': 409,
  'same-person': 403,
  'bad-input': 400,
  'bad-date': 400,
  'bad-code': 400,
  'my-number': 400,
  'too-many': 413,
  'too-many-codes': 429,
};

/** One mapping for every door: unknown things are 404, what the rules refuse is 422 unless it has a better name. */
export function statusOf({ code }: Refused): number {
  return statuses[code] ?? (code.startsWith('unknown-') ? 404 : 422);
}

/** The refusal as the API answers it (CONTRACT "Refusal codes"). */
export function refusalResponse(refused: Refused): HttpResponse {
  return answerJson({ refused: { ...refused, message: messageOf(refused) } }, statusOf(refused));
}
