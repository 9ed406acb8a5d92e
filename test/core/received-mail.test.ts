import { describe, expect, it } from 'vitest';
import { confirm, counted, invited, received, said } from '../support/mailed-answers.ts';
import { arrives, replyAddress } from '../support/raw-mail.ts';

describe('an answer pressed in a calendar', () => {
  it.each([
    ['google-accepts', { answer: '出席' }],
    ['google-declines-with-note', { answer: '欠席', text: '外来があるため出られません。後日うかがいます。' }],
    ['outlook-accepts', { answer: '出席', text: '5分ほど遅れます' }],
    ['outlook-delegates', { answer: '代理出席', deputy: '試験 田中' }],
    ['apple-accepts', { answer: '出席' }],
    ['thunderbird-declines', { answer: '欠席' }],
    ['upper-case-without-organizer', { answer: '出席' }],
  ])('%s counts', async (name, reply) => {
    const one = await invited();
    await arrives(one, name, await replyAddress(one, '包括'));
    expect(await counted(one)).toMatchObject({ ...reply, source: 'メール返信', unconfirmed: false });
    // The only one who was asked: the convener is asked what to do without.
    const left = reply.answer === '欠席' ? ['quorum M-1 → 佐藤'] : [];
    expect([await one.state(), await one.tasks()]).toEqual(['scheduled', left]);
    expect(await received(one)).toMatchObject([{ agency: '包括', became: 'answered' }]);
  });

  it('from another address is asked about, though it came to the reply address: that stands in every mail, and is forwarded', async () => {
    const one = await invited();
    await arrives(one, 'delegate-accepts', await replyAddress(one, '包括'));
    expect(await counted(one)).toMatchObject({ answer: '代理出席', unconfirmed: true });
    expect(await one.tasks()).toEqual(confirm);
  });

  it('counts without the reply address, too, when the registered address sends it', async () => {
    const one = await invited();
    await arrives(one, 'google-accepts');
    expect(await counted(one)).toMatchObject({ answer: '出席', unconfirmed: false });
  });

  it('that proposes another time is a wish for the convener to decide on', async () => {
    const one = await invited();
    await arrives(one, 'outlook-proposes-another-time', await replyAddress(one, '包括'));
    const wish = '希望の日時: 2026年6月16日(火)15:00\nこの時間なら出られます。';
    expect(await counted(one)).toMatchObject({ answer: '日程変更希望', text: wish });
    expect(await one.tasks()).toEqual(['reschedule 包括 → 佐藤']);
    expect(await said(one)).toEqual([wish]);
  });

  it('with 仮承諾 is no answer yet: somebody asks', async () => {
    const one = await invited();
    await arrives(one, 'google-maybe', await replyAddress(one, '包括'));
    expect([await counted(one), await one.tasks()]).toEqual([undefined, confirm]);
    expect((await said(one))[0]).toContain('仮承諾');
  });

  it('about the day before it was changed is 未確認, and takes the place of no answer to the new one', async () => {
    const one = await invited();
    await one.does('佐藤', 'change', { meeting: 'M-1', date: '2026-06-16T14:00' });
    await arrives(one, 'outlook-answers-the-old-date', await replyAddress(one, '包括'));
    expect(await counted(one)).toMatchObject({ answer: '出席', unconfirmed: true });
    expect([await one.state(), await one.tasks()]).toEqual(['inviting', confirm]);
    expect((await said(one)).join()).toContain('変更前の予定への返答です');

    const other = await invited();
    await other.does('佐藤', 'change', { meeting: 'M-1', date: '2026-06-16T14:00' });
    await other.until('2026-06-02T11:00');
    await other.does('包括', 'reply', { meeting: 'M-1', answer: '欠席' });
    await arrives(other, 'outlook-answers-the-old-date', await replyAddress(other, '包括'));
    expect(await counted(other)).toMatchObject({ answer: '欠席', unconfirmed: false });
    expect(await other.tasks()).toEqual([...confirm, 'quorum M-1 → 佐藤']);
  });

  it('from a forged sender is 未確認, whatever address it knows', async () => {
    const one = await invited();
    const forged = 'Authentication-Results: amazonses.com; spf=fail; dkim=none; dmarc=fail\r\n';
    await arrives(one, 'google-accepts', await replyAddress(one, '包括'), forged);
    expect(await counted(one)).toMatchObject({ answer: '出席', unconfirmed: true });
    expect(await one.tasks()).toEqual(confirm);
  });

  it('from another address to the plain one is 未確認 for whom it names, and nobody’s where it names nobody', async () => {
    const one = await invited();
    await one.does('佐藤', 'agency', { id: '包括', mail: 'new@example.jp' });
    await arrives(one, 'google-accepts');
    expect([await counted(one), await one.tasks()]).toEqual([undefined, ['confirm-reply M-1 → 佐藤']]);
    expect(await received(one)).toMatchObject([{ became: 'to-read' }]);

    const delegate = await invited();
    await arrives(delegate, 'delegate-accepts');
    expect(await counted(delegate)).toMatchObject({ answer: '代理出席', unconfirmed: true });
  });

  it('to the reply address of an earlier invitation is 未確認', async () => {
    const one = await invited();
    const former = await replyAddress(one, '包括');
    await one.does('佐藤', 'change', { meeting: 'M-1', remove: { 包括: '試験' } });
    await one.does('佐藤', 'change', {
      meeting: 'M-1',
      add: { 包括: { class: '相談支援', purpose: '受診の相談' }, 精神科: { class: '医療面の助言', purpose: '助言' } },
    });
    await one.until('2026-06-02T11:00');
    await arrives(one, 'google-accepts', former);
    const again = (await one.meeting()).invitations.filter(({ agency }) => agency === '包括').at(-1);
    expect(again?.replies.at(-1)?.unconfirmed ?? true).toBe(true);
    expect(await one.tasks()).toContain(confirm[0]);
  });

  it('to what was cancelled or has begun is kept and troubles nobody', async () => {
    const cancelled = await invited();
    await cancelled.does('佐藤', 'cancel', { meeting: 'M-1', reason: '試験' });
    await arrives(cancelled, 'google-accepts', await replyAddress(cancelled, '包括'));
    expect(await cancelled.tasks()).toEqual([]);
    expect(await received(cancelled)).toMatchObject([{ became: 'kept' }]);

    const begun = await invited();
    await begun.sleepUntil('2026-06-15T14:00');
    await arrives(begun, 'google-accepts', await replyAddress(begun, '包括'));
    expect(await counted(begun)).toBeUndefined();
    expect(await received(begun)).toMatchObject([{ became: 'kept' }]);
    await arrives(begun, 'gmail-writes', await replyAddress(begun, '包括'));
    expect(await begun.tasks()).toContain(confirm[0]);
  });

  it('to an entry that is not ours belongs to nobody', async () => {
    const one = await invited();
    await expect(arrives(one, 'somebody-elses-entry')).rejects.toThrow('unknown-mail');
  });

  it('counts once, however often the mail is delivered', async () => {
    const one = await invited();
    const to = await replyAddress(one, '包括');
    for (let time = 0; time < 3; time += 1) await arrives(one, 'google-accepts', to);
    expect((await one.invitation('包括')).replies).toHaveLength(1);
    expect(await received(one)).toHaveLength(1);
  });
});
