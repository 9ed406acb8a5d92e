import { calendarPart } from '../../adapters/mail/calendar-part.ts';
import { textOf } from '../../core/commands/outbox/deliver.ts';
import { replyAddressOf } from '../../core/message/reply-mark.ts';
import type { Message } from '../../core/message/model.ts';
import { htmlOf } from '../../core/message/wording/html.ts';
import { onPage } from '../../functions/page/pager.ts';
import type { App } from '../app.ts';

/** A message of `GET /dev/outbox.json` (CONTRACT "Local-only HTTP"). */
export type OutboxMail = {
  readonly id: string;
  readonly town: string;
  readonly to: string;
  readonly address: string;
  readonly kind: Message['mailKind'];
  readonly subject: string;
  readonly text: string;
  /** The same words once more: whoever takes it away takes nothing away. */
  readonly html: string;
  readonly ics: string | null;
  readonly state: Message['state'];
  readonly createdAt: string;
  readonly sentAt: string | null;
  readonly link: string | null;
  /** Where an answer by mail goes: `POST /dev/inbound` takes it. */
  readonly replyTo: string | null;
};

// A mailbox that exists nowhere; what is shown is what would have been sent.
const SENDER = 'tsudoi@example.jp';

/** Every message there is, with its real link in it, in the order they went out; those still waiting come last. */
export async function outboxMails({ deps }: App): Promise<readonly OutboxMail[]> {
  return (await messagesOf(deps)).map((message) => mailOf(deps, message));
}

/** One page of them, the newest first; only what is shown is put into words. */
export async function outboxPart({ deps }: App, page: number) {
  const all = (await messagesOf(deps)).toReversed();
  return { mails: onPage(all, page).map((message) => mailOf(deps, message)), page, all: all.length };
}

async function messagesOf(deps: App['deps']): Promise<readonly Message[]> {
  const towns = await deps.store.list('town', deps.prefecture);
  const folders = [...towns.map(({ id }) => id), deps.prefecture];
  return (await Promise.all(folders.map((town) => deps.store.list('message', town)))).flat().toSorted(inOrder);
}

function mailOf(deps: App['deps'], message: Message): OutboxMail {
  const { id, town, to, address, mailKind, subject, state, calendar, createdAt, sentAt, fromName } = message;
  const text = textOf(deps, message);
  const replyTo = replyAddressOf(deps.secrets, message, deps.replyDomain);
  const organizer = { name: fromName, address: SENDER, replyTo };
  return {
    ...{ id, town, to, address, kind: mailKind, subject, text, html: htmlOf(text) },
    ics: calendar === undefined ? null : calendarPart(calendar, { createdAt, organizer, attendee: address }),
    ...{ state, createdAt, sentAt: sentAt ?? null },
    replyTo: replyTo ?? null,
    link: new RegExp(`${deps.publicUrl}/a/[\\w-]+`).exec(text)?.[0] ?? null,
  };
}

const LAST = '9999';

function inOrder(one: Message, other: Message): number {
  const [a, b] = [one.sentAt ?? LAST + one.createdAt, other.sentAt ?? LAST + other.createdAt];
  return a < b ? -1 : Number(a > b);
}
