import { describe, expect, it } from 'vitest';
import { holdsMyNumber } from '../../core/my-number.ts';
import { confirm, counted, invited, received, said } from '../support/mailed-answers.ts';
import { arrives, replyAddress } from '../support/raw-mail.ts';
import { town } from '../support/small-town.ts';

describe('a written answer to the reply address', () => {
  it('needs no reply code', async () => {
    const one = await invited();
    await arrives(one, 'outlook-writes', await replyAddress(one, '包括'));
    expect(await counted(one)).toMatchObject({ answer: '出席', source: 'メール返信', unconfirmed: false });
    const [mail] = await received(one);
    expect(mail?.own).toBe('鈴木です。\n出席します。\nよろしくお願いします。');
    expect(mail?.whole).toContain('差出人:');
  });

  it('is found whatever a mail program does to upper and lower case', async () => {
    const one = await invited();
    await arrives(one, 'html-only', (await replyAddress(one, '包括')).toUpperCase());
    expect(await counted(one)).toMatchObject({ answer: '欠席' });
  });

  it('that is not clear is for the convener to read, without what it quotes', async () => {
    const one = await invited();
    await arrives(one, 'gmail-writes', await replyAddress(one, '包括'));
    expect([await counted(one), await one.tasks()]).toEqual([undefined, confirm]);
    expect(await said(one)).toEqual([
      'お世話になっております。\n出席したいのですが、30分ほど遅れそうです。\n先に始めていただけますか。',
    ]);
    expect((await received(one))[0]?.whole).toContain('> 若草診療所 相談室 様');
  });

  it('with a file says that there was one', async () => {
    const one = await invited();
    await arrives(one, 'opinion-as-a-file', await replyAddress(one, '包括'));
    expect((await said(one))[0]).toContain('添付 1件。中身は保存していません');
    expect(await received(one)).toMatchObject([{ attachments: [{ type: 'application/pdf', bytes: 18 }] }]);
  });

  it('joins the task that is open already', async () => {
    const one = await invited();
    const to = await replyAddress(one, '包括');
    await arrives(one, 'gmail-writes', to);
    await arrives(one, 'opinion-as-a-file', to);
    expect(await one.tasks()).toEqual(confirm);
    expect((await said(one))[0]).toMatch(/遅れそうです[^]*――[^]*意見書を添付します/);
  });

  it('of a robot is kept, and nobody is called for it', async () => {
    const one = await invited();
    const to = await replyAddress(one, '包括');
    for (const name of ['away', 'undeliverable']) await arrives(one, name, to);
    expect([await counted(one), await one.tasks()]).toEqual([undefined, []]);
    expect(await received(one)).toMatchObject([{ became: 'kept' }, { became: 'kept' }]);
  });

  it('to an address nobody was given belongs to nobody', async () => {
    const one = await invited();
    await expect(arrives(one, 'gmail-writes', `reply+${'a'.repeat(52)}@tsudoi.example.jp`)).rejects.toThrow(
      'unknown-mail',
    );
  });

  it('loses a My Number before anything is kept, whatever part it stands in', async () => {
    const one = await invited();
    const number = '123456789018';
    const calendar = {
      ...{ method: 'REPLY', uid: `${town}-M-1@tsudoi` },
      attendees: [{ address: 'a@example.jp', status: 'ACCEPTED', deputy: `係長 ${number}` }],
      comment: `番号 ${number}`,
    };
    const mail = { from: 'a@example.jp', to: [], subject: `番号 ${number}`, text: number, calendar };
    await one.does('佐藤', 'inbound', { mail });
    expect(holdsMyNumber(JSON.stringify([await received(one), await one.meeting()]))).toBe(false);
    expect(await one.tasks()).toEqual(['my-number 包括 → 佐藤']);
  });

  it('stops two robots that answer each other', async () => {
    const one = await invited();
    const to = [await replyAddress(one, '包括')];
    const mail = (count: number) => ({
      from: 'a@example.jp',
      to,
      text: `${String(count)}通目`,
      messageId: `<${String(count)}@x>`,
    });
    for (let count = 0; count < 100; count += 1) await one.does('佐藤', 'inbound', { mail: mail(count) });
    expect(await one.tries('佐藤', 'inbound', { mail: mail(100) })).toMatchObject({ code: 'too-many' });
    expect(await one.tasks()).toEqual(confirm);
  });
});

describe('an answer that was 未確認', () => {
  it('stands once somebody made sure, and the meeting goes on', async () => {
    const one = await invited();
    const forged = 'Authentication-Results: amazonses.com; dmarc=fail\r\n';
    await arrives(one, 'google-accepts', await replyAddress(one, '包括'), forged);
    expect(await one.tries('包括', 'confirm-reply', { meeting: 'M-1', agency: '包括' })).toMatchObject({
      code: 'forbidden',
    });
    expect(await one.tries('山本', 'confirm-reply', { meeting: 'M-1', agency: '包括' })).toMatchObject({
      code: 'forbidden',
    });
    await one.does('佐藤', 'confirm-reply', { meeting: 'M-1', agency: '包括' });
    expect((await one.invitation('包括')).replies).toMatchObject([
      { answer: '出席', unconfirmed: true },
      { answer: '出席', unconfirmed: false, source: 'メール返信', enteredBy: '佐藤' },
    ]);
    expect([await one.state(), await one.tasks()]).toEqual(['scheduled', []]);
    expect(await one.tries('佐藤', 'confirm-reply', { meeting: 'M-1', agency: '包括' })).toMatchObject({
      code: 'already-closed',
    });
  });
});
