import { describe, expect, it } from 'vitest';
import { mailEventDoor, type Returned } from '../../../adapters/aws/mail-event-door.ts';
import type { Refused } from '../../../core/refusal.ts';
import { ok, refuse, type Result } from '../../../core/result.ts';

const headers = [
  { name: 'Subject', value: 'x' },
  { name: 'X-Tsudoi-Id', value: encodeURIComponent('M-1/invitation/1/包括') },
  { name: 'X-Tsudoi-Town', value: '393011' },
];

async function told(said: object, answer: Result<unknown, Refused> = ok({})) {
  const taken: Returned[] = [];
  const door = mailEventDoor(async (returned) => {
    taken.push(returned);
    return answer;
  });
  await door({ Records: [{ Sns: { Message: JSON.stringify({ mail: { headers }, ...said }) } }] });
  return taken;
}
const bounced = (bounceType: string, bounceSubType: string, status?: string) => ({
  eventType: 'Bounce',
  bounce: { bounceType, bounceSubType, bouncedRecipients: [{ emailAddress: 'a@example.jp', status }] },
});

describe('what SES tells of a mail it sent', () => {
  it.each([
    [bounced('Permanent', 'General', '5.1.1'), '5.1.1'],
    [bounced('Permanent', 'General'), 'permanent'],
    [bounced('Transient', 'MailboxFull'), 'MailboxFull'],
    [bounced('Permanent', 'OnAccountSuppressionList', '5.1.1'), 'Suppressed'],
    [{ eventType: 'Complaint' }, 'complaint'],
    [{ eventType: 'Reject' }, 'refused'],
  ])('is handed on with the mail it is about: %j', async (said, type) => {
    expect(await told(said)).toEqual([{ town: '393011', message: 'M-1/invitation/1/包括', type }]);
  });

  it('is nothing when a robot answers, when it was delivered, or when the mail is not ours', async () => {
    expect(await told(bounced('Transient', 'General'))).toEqual([]);
    expect(await told({ eventType: 'Delivery' })).toEqual([]);
    expect(await told({ eventType: 'Complaint', mail: { headers: [] } })).toEqual([]);
  });

  it('comes again when its mail is still being sent', async () => {
    await expect(told({ eventType: 'Complaint' }, refuse({ code: 'unknown-mail', id: 'x' }))).rejects.toThrow(
      'unknown-mail',
    );
  });
});
