import * as z from 'zod';
import type { Refused } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';

const noticeSchema = z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })) });
const bounceSchema = z.object({
  bounceType: z.string(),
  bounceSubType: z.string(),
  bouncedRecipients: z.array(z.object({ status: z.string().optional() })),
});
const eventSchema = z.object({
  eventType: z.string(),
  mail: z.object({ headers: z.array(z.object({ name: z.string(), value: z.string() })) }),
  bounce: bounceSchema.optional(),
});
type MailEvent = z.infer<typeof eventSchema>;

/** In the words of the verb `bounce`. */
export type Returned = { readonly town: string; readonly message: string; readonly type: string };
type Taker = (returned: Returned) => Promise<Result<unknown, Refused>>;

/** These say what is wrong better than the status code beside them. */
const SPEAKING: ReadonlyMap<string, string> = new Map([
  ['MailboxFull', 'MailboxFull'],
  ['NoEmail', 'NoEmail'],
  ['Suppressed', 'Suppressed'],
  ['OnAccountSuppressionList', 'Suppressed'],
]);

/**
 * Between SES and the handler: what became of a mail after it was sent. An event may overtake the note that its mail was sent (the mail is
 * still `sending`): it is thrown then, and comes again after one and two minutes.
 * @throws Error when the mail is not known as sent
 */
export function mailEventDoor(take: Taker) {
  return async (notice: unknown): Promise<{ readonly taken: number }> => {
    const events = noticeSchema.parse(notice).Records.map(({ Sns }) => eventSchema.parse(JSON.parse(Sns.Message)));
    const returned = events.flatMap((event) => returnedBy(event) ?? []);
    for (const each of returned) {
      const done = await take(each);
      if (!done.ok) throw new Error(`mail event refused: ${done.error.code}`);
    }
    return { taken: returned.length };
  };
}

/** Undefined: nobody has to do anything about it, or it is about a mail that is not ours. */
function returnedBy(event: MailEvent): Returned | undefined {
  const header = (wanted: string) => event.mail.headers.find(({ name }) => name.toLowerCase() === wanted)?.value;
  const [town, message] = [header('x-tsudoi-town'), header('x-tsudoi-id')];
  const type = typeOf(event);
  if (town === undefined || message === undefined || type === undefined) return undefined;
  return { town, message: decodeURIComponent(message), type };
}

function typeOf({ eventType, bounce }: MailEvent): string | undefined {
  if (eventType === 'Complaint') return 'complaint';
  if (eventType === 'Reject') return 'refused';
  if (bounce === undefined) return undefined;
  const { bounceType, bounceSubType, bouncedRecipients } = bounce;
  const spoken = SPEAKING.get(bounceSubType);
  if (spoken !== undefined) return spoken;
  const status = bouncedRecipients.find((one) => one.status !== undefined)?.status;
  if (status !== undefined) return status;
  // Without a status, a passing fault is a robot's answer: out of office.
  return bounceType === 'Transient' ? undefined : bounceType.toLowerCase();
}
