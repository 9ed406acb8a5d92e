import * as z from 'zod';

/** Why a mail did not do its work: nobody there, a full box, not taken for another reason, or called spam by whoever got it. */
export const bounceKindSchema = z.enum(['no-such-address', 'full', 'refused', 'complaint']);
export type BounceKind = z.infer<typeof bounceKindSchema>;

/** In the order they are looked for; enhanced status codes of RFC 3463, basic ones of RFC 5321, words of SES. */
const signs: readonly (readonly [RegExp, BounceKind])[] = [
  [/complaint|abuse|迷惑/i, 'complaint'],
  [/[45]\.2\.2|\b552\b|full|over ?quota|いっぱい/i, 'full'],
  [/^permanent$|[45]\.1\.[1236]|\b55[013]\b|no-?such|no-?email|unknown|suppressed|宛先/i, 'no-such-address'],
];

/** What the mail service's word for it comes to. A full box (4.2.2, 5.2.2) will be read again; an address nobody has never will. */
export function bounceKindOf(said: string): BounceKind {
  return signs.find(([sign]) => sign.test(said))?.[1] ?? 'refused';
}

export const bounceWords: Readonly<Record<BounceKind, string>> = {
  'no-such-address': '宛先がありません',
  full: '受信箱がいっぱいです',
  refused: '受け取られませんでした',
  complaint: '迷惑メールとして報告されました',
};
