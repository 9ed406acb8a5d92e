import type { TownCode } from '../ids.ts';
import type { Secrets } from '../ports.ts';
import type { Message } from './model.ts';
import { linkedFrom } from './rules.ts';

/**
 * The reply address of one invitation, `reply+MARK@domain`. The mark is the fingerprint of its personal link: it leads a mail to the
 * invitation, and opens nothing, since nobody can make the link of it. In base 32, because mail programs change upper and lower case:
 * 256 bits are 52 signs, and the part before the @ stays below 64.
 */
export function replyAddressOf(
  secrets: Secrets,
  { town, link }: { readonly town: TownCode; readonly link?: Message['link'] },
  domain: string | undefined,
): string | undefined {
  if (link === undefined || domain === undefined || domain === '') return undefined;
  const fingerprint = secrets.fingerprint(secrets.linkToken(linkedFrom(town, link)));
  return `reply+${respelled(fingerprint, BASE64, BASE32)}@${domain}`;
}

/** The fingerprint in the first reply address among those a mail was sent to. */
export function fingerprintIn(addresses: readonly string[]): string | undefined {
  const marks = addresses.map((one) => /reply\+([a-z2-7]{52})@/i.exec(one)?.[1]);
  const mark = marks.find((one) => one !== undefined);
  return mark === undefined ? undefined : respelled(mark.toLowerCase(), BASE32, BASE64);
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const FINGERPRINT_BITS = 256;

/** The same 256 bits in another alphabet, the last sign filled up with zeros. */
function respelled(text: string, from: string, to: string): string {
  const [given, wanted] = [Math.log2(from.length), Math.log2(to.length)];
  const bits = text.replaceAll(/./g, (sign) => from.indexOf(sign).toString(2).padStart(given, '0'));
  const length = Math.ceil(FINGERPRINT_BITS / wanted) * wanted;
  const whole = bits.slice(0, FINGERPRINT_BITS).padEnd(length, '0');
  return whole.replaceAll(new RegExp(`.{${String(wanted)}}`, 'g'), (sign) => to.charAt(Number.parseInt(sign, 2)));
}
