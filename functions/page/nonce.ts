import type { TownCode } from '../../core/ids.ts';
import type { Clock, Secrets } from '../../core/ports.ts';
import { addSeconds } from '../../core/time.ts';

const HOUR = 3600;
type Keyed = { readonly secrets: Secrets; readonly clock: Clock };

/**
 * The nonce of one showing of one page: good for whoever it was made for, at that address only.
 * @param page whose it is and which page, as `staff:木村|/office/393011/cases/C-1`
 * @param taken how many of this person's forms were taken before: shown again afterwards it is another showing, also at the same moment
 */
export function nonceFor({ secrets, clock }: Keyed, page: string, taken: number): string {
  const now = clock.now();
  const shown = `${now.replaceAll(/\D/g, '')}-${String(taken)}`;
  return `${secrets.nonce(`${page}|${shown}`, now)}.${shown}`;
}

/** A form may lie open over lunch: the nonce of this hour, or of one of the two before it, is good. */
export function isOwnNonce(deps: Keyed, page: string, sent: string | null): boolean {
  const [made, shown = ''] = (sent ?? '').split('.');
  const now = deps.clock.now();
  return [0, 1, 2].some((hours) => deps.secrets.nonce(`${page}|${shown}`, addSeconds(now, -hours * HOUR)) === made);
}

/** What tells a form that comes twice: the same page, the same showing of it, and every field the same. */
export function formOf({ secrets }: Keyed, page: string, sent: { readonly town: TownCode; readonly body: string }) {
  return { town: sent.town, mark: secrets.fingerprint(`${page}|${sent.body}`) };
}
