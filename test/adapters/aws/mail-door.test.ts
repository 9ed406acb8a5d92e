import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { mailDoor } from '../../../adapters/aws/mail-door.ts';
import type { IncomingMail } from '../../../core/received/model.ts';
import { ok, refuse } from '../../../core/result.ts';

const PASS = { status: 'PASS' };
const FAIL = { status: 'FAIL' };

/** What the topic says of one mail in the bucket. */
function event(verdicts: object = {}) {
  const receipt = {
    recipients: ['reply+x@reply.example.jp'],
    ...verdicts,
    action: { type: 'S3', bucketName: 'mails', objectKey: 'in/1' },
  };
  return { Records: [{ Sns: { Message: JSON.stringify({ notificationType: 'Received', receipt }) } }] };
}

function inbox(bytes = 'mail') {
  const stub = mockClient(S3Client);
  const Body = { transformToByteArray: async () => new TextEncoder().encode(bytes) };
  stub.on(GetObjectCommand).callsFake(async () => ({ Body }));
  return { stub, client: new S3Client({ region: 'ap-northeast-1' }) };
}

describe('a mail that SES took in', () => {
  async function taken(verdicts: object, answer = ok({})) {
    const { stub, client } = inbox();
    const mails: IncomingMail[] = [];
    const door = mailDoor(
      client,
      async (raw, to) => ({ from: 'a@example.jp', to: [...to], subject: '', text: new TextDecoder().decode(raw) }),
      async (mail) => {
        mails.push(mail);
        return answer;
      },
    );
    const outcome = await door(event(verdicts));
    return { outcome, mails, asked: stub.commandCalls(GetObjectCommand).map(({ args: [{ input }] }) => input) };
  }

  it('is fetched from the bucket and handed on with whom the envelope names', async () => {
    const { outcome, mails, asked } = await taken({ spfVerdict: PASS, dkimVerdict: PASS });
    expect(asked).toEqual([{ Bucket: 'mails', Key: 'in/1' }]);
    expect(mails).toMatchObject([{ text: 'mail', to: ['reply+x@reply.example.jp'], forged: false, raw: 'in/1' }]);
    expect(outcome).toEqual({ taken: 1, refused: [] });
  });

  it('is marked where SES found it forged', async () => {
    expect((await taken({ dmarcVerdict: FAIL })).mails).toMatchObject([{ forged: true }]);
    expect((await taken({ spfVerdict: FAIL, dkimVerdict: FAIL })).mails).toMatchObject([{ forged: true }]);
    expect((await taken({ spfVerdict: FAIL, dkimVerdict: PASS })).mails).toMatchObject([{ forged: false }]);
  });

  it('with a virus is not even opened', async () => {
    const { outcome, asked } = await taken({ virusVerdict: FAIL });
    expect([outcome, asked]).toEqual([{ taken: 0, refused: ['virus'] }, []]);
  });

  it('that nobody can read, or is nobody’s, is counted in codes and not tried again', async () => {
    const unreadable = mailDoor(
      inbox().client,
      async () => undefined,
      async () => ok({}),
    );
    expect(await unreadable(event())).toEqual({ taken: 0, refused: ['unreadable'] });
    const nobodys = mailDoor(
      inbox().client,
      async () => ({ from: '', subject: '', text: '' }),
      async () => refuse({ code: 'unknown-mail', id: '' }),
    );
    expect(await nobodys(event())).toEqual({ taken: 0, refused: ['unknown-mail'] });
  });

  it('is tried again when something broke', async () => {
    const { client, stub } = inbox();
    stub.on(GetObjectCommand).rejects(new Error('slow down'));
    const door = mailDoor(
      client,
      async () => undefined,
      async () => ok({}),
    );
    await expect(door(event())).rejects.toThrow('slow down');
  });
});
