import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { IncomingMail } from '../../core/received/model.ts';
import type { Refused } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';

const eventSchema = z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })) });
const verdictSchema = z.object({ status: z.string() }).optional();

/** What SES says of a mail it has put into the bucket. */
const receiptSchema = z.object({
  receipt: z.object({
    recipients: z.array(z.string()),
    spfVerdict: verdictSchema,
    dkimVerdict: verdictSchema,
    dmarcVerdict: verdictSchema,
    virusVerdict: verdictSchema,
    action: z.object({ bucketName: z.string(), objectKey: z.string() }),
  }),
});
type Receipt = z.infer<typeof receiptSchema>['receipt'];

type Reader = (raw: Uint8Array, recipients: readonly string[]) => Promise<IncomingMail | undefined>;
type Taker = (mail: IncomingMail) => Promise<Result<unknown, Refused>>;
type Outcome = { readonly taken: number; readonly refused: readonly string[] };

/**
 * Between SES and the handler: SES puts a mail into the bucket and tells a topic. What nobody can read, or is nobody's, stays in the bucket
 * until it expires; the answer counts it, in codes. A fault is thrown, and the topic tries again: a mail counts once however often it comes.
 */
export function mailDoor(client: S3Client, read: Reader, take: Taker) {
  return async (event: unknown): Promise<Outcome> => {
    const receipts = eventSchema
      .parse(event)
      .Records.map(({ Sns }) => receiptSchema.parse(JSON.parse(Sns.Message)).receipt);
    const outcomes: string[] = [];
    for (const receipt of receipts) outcomes.push(await taken(client, receipt, { read, take }));
    return { taken: outcomes.filter((one) => one === 'ok').length, refused: outcomes.filter((one) => one !== 'ok') };
  };
}

async function taken(
  client: S3Client,
  receipt: Receipt,
  { read, take }: { readonly read: Reader; readonly take: Taker },
): Promise<string> {
  if (receipt.virusVerdict?.status === 'FAIL') return 'virus';
  const { bucketName, objectKey } = receipt.action;
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucketName, Key: objectKey }));
  const raw = await Body?.transformToByteArray();
  const mail = raw === undefined ? undefined : await read(raw, receipt.recipients);
  if (mail === undefined) return 'unreadable';
  const done = await take({ ...mail, forged: mail.forged === true || isForged(receipt), raw: objectKey });
  return done.ok ? 'ok' : done.error.code;
}

/** Its DMARC check failed, or both others did. */
function isForged({ spfVerdict, dkimVerdict, dmarcVerdict }: Receipt): boolean {
  const failed = (verdict: Receipt['spfVerdict']) => verdict?.status === 'FAIL';
  return failed(dmarcVerdict) || (failed(spfVerdict) && failed(dkimVerdict));
}
