import type { Deps } from '../../core/commands/command.ts';
import { addSeconds, epochOf, type Instant, instantFromEpoch } from '../../core/time.ts';
import type { HttpRequest } from '../http.ts';
import { type Visit, visitorOf } from './visit.ts';

const NAME = 'tsudoi-papers';
const HOUR = 3600;

// Another label than the page's own nonces have: those are shown to whoever holds the link, before any code.
const lock = (visit: Visit, by: string) => `${visitorOf(visit)}|key of the papers|${by}`;

/**
 * Whoever gave the right code holds this cookie, for this link only and for up to two hours. It says which code it was: each code is one
 * reader's, who takes note of the secrecy duty by name.
 */
export function papersKey(
  deps: Deps,
  visit: Visit,
  request: HttpRequest,
  opened = visit.invitation.code?.issuedAt ?? deps.clock.now(),
): string {
  const secure = request.headers['x-forwarded-proto'] === 'https' ? '; Secure' : '';
  const now = deps.clock.now();
  const by = String(epochOf(opened));
  const value = `${by}.${deps.secrets.nonce(lock(visit, by), now)}`;
  return `${NAME}=${value}; Path=/a/${visit.token}/papers; Max-Age=${String(2 * HOUR)}; HttpOnly; SameSite=Strict${secure}`;
}

/** When the code was issued that opened the papers for this browser; undefined while they are closed. */
export function papersOpenedBy(deps: Deps, visit: Visit, request: HttpRequest): Instant | undefined {
  const now = deps.clock.now();
  const held = (request.headers['cookie'] ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .filter(([name]) => name === NAME)
    .map(([, value = '']) => value.split('.'));
  const good = held.find(
    ([by = '', made]) =>
      /^\d{1,15}$/.test(by) &&
      [0, 1].some((hours) => deps.secrets.nonce(lock(visit, by), addSeconds(now, -hours * HOUR)) === made),
  );
  return good?.[0] === undefined ? undefined : instantFromEpoch(Number(good[0]));
}

/** Who took note of the secrecy duty since this code opened the papers; nobody yet when undefined. */
export function readerOf({ invitation }: Visit, opened: Instant): string | undefined {
  return invitation.acknowledgements?.findLast((one) => one.opened === opened)?.name;
}
