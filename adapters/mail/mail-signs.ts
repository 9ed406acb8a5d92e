import type { Email } from 'postal-mime';

type Signed = Pick<Email, 'headers' | 'subject'>;

const valueOf = ({ headers }: Signed, name: string) => headers.find(({ key }) => key === name)?.value.toLowerCase();

/** Subjects of robots that say it nowhere else. */
const robotic =
  /^(自動(返信|応答|送信)|不在(通知|のお知らせ)|automatic reply|auto[- ]?reply|out of (the )?office|undeliver|delivery status)/i;

/**
 * Whether a robot wrote it: an out-of-office notice (RFC 3834 Auto-Submitted, and what Exchange and older programs say instead), a delivery
 * report, or a mail without a sender to answer.
 */
export function isAutomatic(mail: Signed): boolean {
  const signs = [
    !(valueOf(mail, 'auto-submitted') ?? 'no').startsWith('no'),
    ['x-autoreply', 'x-autorespond', 'x-failed-recipients'].some((name) => valueOf(mail, name) !== undefined),
    /^(auto_reply|auto-reply|bulk|junk|list)/.test(valueOf(mail, 'precedence') ?? ''),
    valueOf(mail, 'return-path')?.trim() === '<>',
    valueOf(mail, 'content-type')?.includes('multipart/report') === true,
    robotic.test((mail.subject ?? '').trim()),
  ];
  return signs.includes(true);
}

/**
 * Whether the mail service that took it in found it forged: its DMARC check failed, or both SPF and DKIM did. Only the topmost line
 * counts, since a sender can write lines of its own below it.
 */
export function isForged(mail: Signed): boolean {
  const results = valueOf(mail, 'authentication-results') ?? '';
  const failed = (check: string) => new RegExp(`\\b${check}\\s*=\\s*(fail|softfail|permerror)`).test(results);
  return failed('dmarc') || (failed('spf') && failed('dkim'));
}
