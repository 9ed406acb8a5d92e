import type { Instant } from '../../time.ts';
import { withoutMyNumber } from '../../my-number.ts';
import type { IncomingMail, Received } from '../../received/model.ts';
import { ownWords } from '../../received/own-words.ts';
import type { Refused } from '../../refusal.ts';
import type { Deps } from '../command.ts';
import type { Route } from './route-mail.ts';

const MOST_WORDS = 10_000;
const MOST_OF_ALL = 50_000;
const MOST_OF_A_SUBJECT = 200;

/** Two robots that answer each other stop here. */
const MOST_MAILS = 100;

/** The mail without any My Number; the rest of it stays. */
export function withoutNumbers(mail: IncomingMail): IncomingMail {
  const { calendar } = mail;
  const clean = { ...mail, subject: withoutMyNumber(mail.subject), text: withoutMyNumber(mail.text) };
  if (calendar === undefined) return clean;
  const attendees = calendar.attendees.map(({ deputy, ...one }) =>
    deputy === undefined ? one : { ...one, deputy: withoutMyNumber(deputy) },
  );
  const comment = calendar.comment === undefined ? {} : { comment: withoutMyNumber(calendar.comment) };
  return { ...clean, calendar: { ...calendar, attendees, ...comment } };
}

/** As it is kept for the meeting's page. The id comes from the Message-ID, so the same mail is never kept twice. */
export function keptMail(deps: Deps, { meeting, invitation }: Route, mail: IncomingMail): Received {
  const at = deps.clock.now();
  const own = ownWords(mail.text);
  const whole = mail.text.trim();
  return {
    kind: 'received',
    town: meeting.town,
    id: `${meeting.id}/${invitation?.agency ?? '?'}/${deps.secrets.fingerprint(mailName(mail, at))}`,
    version: 0,
    meeting: meeting.id,
    ...(invitation === undefined ? {} : { agency: invitation.agency }),
    at,
    subject: mail.subject.slice(0, MOST_OF_A_SUBJECT),
    own: own.slice(0, MOST_WORDS),
    ...(whole === own ? {} : { whole: whole.slice(0, MOST_OF_ALL) }),
    attachments: mail.attachments ?? [],
    ...(mail.unread === true ? { unread: mail.raw === undefined ? {} : { raw: mail.raw } } : {}),
    became: 'kept',
  };
}

/** A mail without a Message-ID is known by when it came and what it says. */
function mailName({ messageId, from, subject, text }: IncomingMail, at: Instant): string {
  return messageId ?? JSON.stringify([at, from, subject, text]);
}

export async function tooManyOf({ store }: Deps, { town, meeting, agency }: Received): Promise<Refused | undefined> {
  const mails = await store.list('received', town, `${meeting}/${agency ?? '?'}/`);
  return mails.length < MOST_MAILS ? undefined : { code: 'too-many', received: mails.length + 1, limit: MOST_MAILS };
}
