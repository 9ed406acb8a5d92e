import { describe, expect, it } from 'vitest';
import { bounceKindOf } from '../../core/message/bounce.ts';
import { aConvenedTown } from '../support/small-meeting.ts';
import { known, type SmallTown, town } from '../support/small-town.ts';

const meant = (agency: string, more: object = {}) => ({ meeting: 'M-1', agency, ...more });
const invitationMail = async (one: SmallTown, generation: number) =>
  known(await one.store.get('message', town, `M-1/invitation/包括/${String(generation)}`), 'invitation');

describe('what the mail service says of a mail', () => {
  it.each([
    ['permanent', 'no-such-address'],
    ['550', 'no-such-address'],
    ['5.1.1', 'no-such-address'],
    ['4.2.2', 'full'],
    ['5.2.2', 'full'],
    ['552', 'full'],
    ['full', 'full'],
    ['complaint', 'complaint'],
    ['transient', 'refused'],
    ['554', 'refused'],
  ])('%s comes to %s', (said, kind) => {
    expect(bounceKindOf(said)).toBe(kind);
  });

  it('is told apart on the task: a full box is read again, an address of nobody never', async () => {
    const one = await aConvenedTown();
    await one.does('佐藤', 'bounce', { to: '包括', type: '5.2.2' });
    await one.does('佐藤', 'bounce', { to: '精神科', type: '5.1.1' });
    const tasks = await one.store.list('task', town);
    expect(tasks.map(({ about, said }) => `${about} ${said ?? ''}`)).toEqual([
      '包括 受信箱がいっぱいです（a@example.jp）',
      '精神科 宛先がありません（b@example.jp）',
    ]);
  });

  it('told twice is one task, and one word', async () => {
    const one = await aConvenedTown();
    const { id } = await invitationMail(one, 1);
    for (const _ of [1, 2]) await one.does('佐藤', 'bounce', { message: id, type: 'full' });
    expect(await one.tasks()).toEqual(['bounce 包括 → 佐藤']);
    expect(await invitationMail(one, 1)).toMatchObject({ state: 'bounced', bounce: { kind: 'full' } });
  });

  it('as a complaint leaves the mail as one that arrived, and asks somebody to call', async () => {
    const one = await aConvenedTown();
    await one.does('佐藤', 'bounce', { to: '包括', type: 'complaint' });
    expect(await invitationMail(one, 1)).toMatchObject({ state: 'sent', bounce: { kind: 'complaint' } });
    expect(await one.tasks()).toEqual(['bounce 包括 → 佐藤']);
  });
});

describe('an invitation that is sent again', () => {
  it('goes the same day to the corrected address with a new link, and closes what it makes needless', async () => {
    const one = await aConvenedTown();
    await one.does('佐藤', 'bounce', { to: '包括', type: '5.1.1' });
    one.news();
    await one.does('佐藤', 'agency', { id: '包括', mail: 'right@example.jp' });
    expect(one.mails().map(({ kind, to, on }) => `${kind} ${to} ${on}`)).toEqual([
      'address-changed 包括 2026年6月1日(月)09:00',
      'invitation 包括 2026年6月1日(月)09:00',
    ]);
    expect(await invitationMail(one, 2)).toMatchObject({ address: 'right@example.jp', link: { generation: 2 } });
    expect(await one.tasks()).toEqual([]);
  });

  it('makes the old link void, and keeps what was answered', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'reply', { meeting: 'M-1', answer: '出席' });
    await one.does('佐藤', 'resend', meant('包括'));
    const invitation = await one.invitation('包括');
    expect(invitation).toMatchObject({ generation: 2, replies: [{ answer: '出席' }] });
    await one.until('2026-06-08T12:00');
    expect(one.news().filter((mail) => mail.endsWith('包括'))).toEqual(['invitation → 包括']);
  });

  it('is sent once however often the button is pressed', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-02T10:00');
    await one.does('佐藤', 'resend', meant('包括', { generation: 1 }));
    await one.until('2026-06-02T10:01');
    await one.does('佐藤', 'resend', meant('包括', { generation: 1 }));
    await one.does('佐藤', 'resend', meant('包括'));
    await one.does('佐藤', 'resend', meant('包括'));
    expect(one.news()).toEqual(['invitation → 包括', 'invitation → 包括']);
  });

  it('in the evening waits for the office, and pressed again it still goes once', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-02T20:00');
    for (const _ of [1, 2, 3]) await one.does('佐藤', 'resend', meant('包括'));
    await one.until('2026-06-03T08:30');
    expect(one.news()).toEqual(['invitation → 包括']);
  });

  it('is for whoever convenes, and for agencies that stand', async () => {
    const one = await aConvenedTown();
    expect(await one.tries('木村', 'resend', meant('包括'))).toMatchObject({ code: 'not-host' });
    expect(await one.tries('包括', 'resend', meant('包括'))).toMatchObject({ code: 'forbidden' });
    expect(await one.tries('佐藤', 'resend', meant('社協'))).toEqual({ code: 'not-invited', agency: '社協' });
  });
});

describe('reminders to one agency', () => {
  it('stop with a reason, while the others are reminded, and go on when somebody says so', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-02T10:00');
    await one.does('佐藤', 'pause', meant('包括', { reason: '来週お電話をいただく約束' }));
    await one.until('2026-06-04T09:30');
    expect(one.news()).toEqual(['reminder → 精神科']);
    expect((await one.invitation('包括')).paused).toMatchObject({ by: '佐藤', reason: '来週お電話をいただく約束' });
    await one.does('佐藤', 'pause', meant('包括', { resume: true }));
    await one.until('2026-06-08T09:30');
    expect(one.news()).toEqual(['reminder → 包括', 'reminder → 精神科']);
  });

  it('need a reason to stop, and leave a line in the audit log', async () => {
    const one = await aConvenedTown();
    expect(await one.tries('佐藤', 'pause', meant('包括'))).toMatchObject({ code: 'bad-input', field: 'reason' });
    await one.does('佐藤', 'pause', meant('包括', { reason: '電話で約束' }));
    await one.does('佐藤', 'pause', meant('包括', { resume: true }));
    expect((await one.store.audit(town)).map(({ did }) => did).slice(-2)).toEqual(['pause', 'pause:resume']);
  });

  it('stopped leave the telephone task: an answer is still owed', async () => {
    const one = await aConvenedTown(['包括']);
    await one.does('佐藤', 'pause', meant('包括', { reason: '電話で約束' }));
    await one.until('2026-06-09T09:30');
    expect(one.news()).toEqual([]);
    expect(await one.tasks()).toEqual(['phone 包括 → 佐藤']);
  });
});
