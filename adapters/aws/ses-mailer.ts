import { type SESClient, SendRawEmailCommand, SESServiceException } from '@aws-sdk/client-ses';
import { MailDeferred, MailRefused } from '../../core/errors.ts';
import type { Message } from '../../core/message/model.ts';
import type { Mailer } from '../../core/ports.ts';

type Composer = (message: Message, text: string, from: string, replyTo?: string) => Promise<Uint8Array>;

/** What SES says of a message or an address it will never take. */
const REFUSALS = new Set(['MessageRejected', 'InvalidParameterValue']);

/** What it says before it takes a message, when too many come at once. Anything else is thrown as it came. */
const DEFERRALS = new Set(['Throttling', 'ThrottlingException', 'LimitExceededException']);

/**
 * @param client with `maxAttempts: 1`. SES has no idempotency key: a retry after a lost answer would send a second mail.
 * @param compose makes the MIME bytes; see adapters/mail
 */
export function sesMailer(client: SESClient, from: string, compose: Composer): Mailer {
  return {
    async send(message, text, replyTo) {
      const raw = await compose(message, text, from, replyTo);
      try {
        const { MessageId } = await client.send(
          new SendRawEmailCommand({ Source: from, Destinations: [message.address], RawMessage: { Data: raw } }),
        );
        return { providerId: MessageId ?? '' };
      } catch (error) {
        // The name only: SES repeats the address in its message, and error messages are logged.
        if (error instanceof SESServiceException && REFUSALS.has(error.name)) throw new MailRefused(error.name);
        if (error instanceof SESServiceException && DEFERRALS.has(error.name)) throw new MailDeferred(error.name);
        throw error;
      }
    },
  };
}
