import type { TownCode } from '../ids.ts';
import type { Settings } from '../settings/model.ts';
import { mailableFrom, settlesAt } from '../settings/rules.ts';
import type { Task } from '../task/model.ts';
import type { Instant } from '../time.ts';
import type { OutboxEntry } from '../workflow/model.ts';
import type { MailKind, Message } from './model.ts';
import { senderOf } from './meeting-facts.ts';
import { noticeId, posting } from './rules.ts';
import { WORDING_EDITION, type Wording } from './wording/letter.ts';

/** What goes out with a commit: mails, the tasks that stand in for them, and the entries that post them. */
export type Letters = {
  readonly messages: readonly Message[];
  readonly tasks: readonly Task[];
  readonly outbox: readonly OutboxEntry[];
};
export const noLetters: Letters = { messages: [], tasks: [], outbox: [] };

export function together(letters: readonly Letters[]): Letters {
  return {
    messages: letters.flatMap((one) => one.messages),
    tasks: letters.flatMap((one) => one.tasks),
    outbox: letters.flatMap((one) => one.outbox),
  };
}

type Envelope = {
  readonly town: TownCode;
  /** The meeting or case it is about. */
  readonly subjectId: string;
  readonly kind: MailKind;
  readonly to: string;
  readonly address: string;
  readonly occasion: string | number;
  readonly wording: Wording;
  readonly now: Instant;
  readonly settings: Settings;
  /** Goes out at any hour. */
  readonly urgent: boolean;
  /** Waits for further ones of its kind. */
  readonly settles?: boolean | undefined;
  readonly more?: Pick<Message, 'link' | 'links' | 'off' | 'calendar' | 'codeFor' | 'task'>;
};

/** One mail, ready to be saved and posted in office hours. */
export function enveloped(envelope: Envelope): Letters {
  const {
    town,
    subjectId,
    kind,
    to,
    address,
    occasion,
    wording,
    now,
    settings,
    urgent,
    settles = false,
    more,
  } = envelope;
  const message: Message = {
    kind: 'message',
    town,
    id: noticeId({ id: subjectId }, kind, to, occasion),
    version: 0,
    mailKind: kind,
    to,
    address,
    fromName: senderOf(settings),
    ...wording,
    template: `${kind}/${String(WORDING_EDITION)}`,
    state: 'created',
    createdAt: now,
    ...more,
  };
  const leaves = (settles ? settlesAt : mailableFrom)(settings, now, urgent);
  return { messages: [message], tasks: [], outbox: [posting(message, subjectId, leaves)] };
}
