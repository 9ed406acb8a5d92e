import { describe, expect, it } from 'vitest';
import { convene, nonceIn, openOffice, town } from '../support/door.ts';

const path = `/office/${town}/meetings/M-1`;
const calendar = { method: 'REPLY', uid: `${town}-M-1@tsudoi` };

describe('mails that came in, on the page of the meeting', () => {
  it('show the sender’s own words, the whole, and of files only what they were', async () => {
    const office = await openOffice();
    await convene(office);
    const { invitations } = await meeting(office);
    const agency = invitations[0]?.agency ?? '';
    const from = (await office.app.deps.store.get('agency', office.app.deps.prefecture, agency))?.mail ?? '';
    await office.does('佐藤', 'inbound', {
      mail: {
        ...{ from, text: '遅れます。\n\n> 前のメール', attachments: [{ type: 'application/pdf', bytes: 2000 }] },
        calendar: { ...calendar, attendees: [{ address: from, status: 'TENTATIVE' }] },
      },
    });
    const { body } = await office.get(path, { as: '佐藤' });
    expect(body).toContain('遅れます。');
    expect(body).toContain('引用を含む全文');
    expect(body).toContain('添付 application/pdf（2KB）。中身は保存していません');
  });

  it('say where one lies that nobody could read', async () => {
    const office = await openOffice();
    await convene(office);
    const mail = {
      from: 'x@example.jp',
      text: '',
      unread: true,
      raw: 'in/abc',
      calendar: { ...calendar, attendees: [] },
    };
    await office.does('佐藤', 'inbound', { mail });
    expect((await office.get(path, { as: '佐藤' })).body).toContain('受け口に30日間あります（in/abc）');
  });

  it('stand apart where nobody knows from which agency they are', async () => {
    const office = await openOffice();
    await convene(office);
    const mail = { from: 'x@example.jp', text: '承諾', calendar: { ...calendar, attendees: [] } };
    await office.does('佐藤', 'inbound', { mail });
    expect((await office.get(path, { as: '佐藤' })).body).toContain('どの機関からか分からないメール');
  });

  it('offer a button for an answer that is 未確認, and it counts once pressed', async () => {
    const office = await openOffice();
    await convene(office);
    const { invitations } = await meeting(office);
    const agency = invitations[0]?.agency ?? '';
    const from = (await office.app.deps.store.get('agency', office.app.deps.prefecture, agency))?.mail ?? '';
    const pressed = { ...calendar, attendees: [{ address: from, status: 'ACCEPTED' }] };
    await office.does('佐藤', 'inbound', { mail: { from, text: '', forged: true, calendar: pressed } });
    const page = await office.get(path, { as: '佐藤' });
    expect(page.body).toContain('「出席」でよいと確かめた');
    const does = /value="(confirm-reply-\d+)"/.exec(page.body)?.[1] ?? '';
    const done = await office.post(path, { does, agency, nonce: nonceIn(page) }, { as: '佐藤' });
    expect(done.status).toBe(303);
    const after = (await meeting(office)).invitations.find((one) => one.agency === agency);
    expect(after?.replies.at(-1)).toMatchObject({ answer: '出席', unconfirmed: false, enteredBy: '佐藤' });
    expect((await office.get(path, { as: '佐藤' })).body).not.toContain('でよいと確かめた');
  });
});

async function meeting({ app }: Awaited<ReturnType<typeof openOffice>>) {
  const found = await app.deps.store.get('meeting', town, 'M-1');
  if (found === undefined) throw new Error('no M-1');
  return found;
}
