import { describe, expect, it } from 'vitest';
import { aConvenedTown } from '../support/small-meeting.ts';
import { prefecture, type SmallTown, town } from '../support/small-town.ts';

describe('moving the mail address of an agency', () => {
  it('is for the host while a meeting has invited it, since one-time codes go there', async () => {
    const one = await aConvenedTown();
    const moved = { id: '包括', mail: 'somebody@example.jp' };
    expect(await one.tries('木村', 'agency', moved)).toEqual({ code: 'mail-in-use', agency: '包括', meetings: 1 });
    expect(await one.tries('野田', 'agency', { id: '包括', mail: '' })).toMatchObject({ code: 'mail-in-use' });
    expect(await one.tries('木村', 'agency', { id: '包括', hours: '平日の午前' })).toEqual({ code: 'ok' });
    expect(await one.tries('中村', 'agency', moved)).toEqual({ code: 'ok' });
  });

  it('is for the host where there was none before, too: FAX is not turned into a mailbox behind its back', async () => {
    const one = await aConvenedTown(['民生']);
    expect(await one.tries('木村', 'agency', { id: '民生', mail: 'somebody@example.jp' })).toMatchObject({
      code: 'mail-in-use',
    });
  });

  it('is told to the old address without a word of the meeting, and stands in the audit log', async () => {
    const one = await aConvenedTown();
    await one.does('佐藤', 'agency', { id: '包括', mail: 'new@example.jp' });
    const told = one.mails().findLast(({ kind }) => kind === 'address-changed');
    expect(told).toMatchObject({ to: '包括' });
    expect(told?.text).not.toMatch(/M-1|C-1|会議|試験/);
    const [message] = (await one.store.list('message', town, '包括/')).filter(({ to }) => to === '包括');
    expect(message).toMatchObject({ address: 'a@example.jp', state: 'sent' });
    expect((await one.store.audit(prefecture)).filter(({ did }) => did === 'agency:mail')).toMatchObject([
      { who: 'staff:佐藤', to: '包括' },
    ]);
  });

  it('makes a code that was mailed to the old address worthless', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'ask-papers-code', { meeting: 'M-1' });
    const code = /^\d{6}$/m.exec(one.mails().findLast(({ kind }) => kind === 'papers-code')?.text ?? '')?.[0];
    await one.does('佐藤', 'agency', { id: '包括', mail: 'new@example.jp' });
    expect(await one.tries('包括', 'enter-papers-code', { meeting: 'M-1', code })).toEqual({
      code: 'code-wrong',
      triesLeft: 0,
    });
  });

  it('is anybody’s of the office again when the links have run out, and nobody is told who was never written to', async () => {
    const one = await aConvenedTown();
    expect(await one.tries('木村', 'agency', { id: '社協', mail: 'new@example.jp' })).toEqual({ code: 'ok' });
    await one.does('佐藤', 'cancel', { meeting: 'M-1', reason: '世帯の事情' });
    one.news();
    await one.does('木村', 'agency', { id: '包括', mail: 'new@example.jp' });
    expect(one.news()).toEqual(['address-changed → 包括']);
    await one.does('木村', 'agency', { id: '包括', mail: 'new@example.jp' });
    expect(one.news()).toEqual([]);
  });
});

describe('mending an address to which an invitation went', () => {
  const moved = { id: '包括', mail: 'new@example.jp' };
  const invitations = (one: SmallTown) =>
    one.everSent().filter(({ mailKind, to }) => mailKind === 'invitation' && to === '包括');

  it('sends it to the new address the same day, with a new link, and closes the bounce', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-02T10:00');
    await one.does('佐藤', 'bounce', { to: '包括', type: 'permanent' });
    expect(await one.tasks()).toContain('bounce 包括 → 佐藤');
    one.news();
    await one.does('中村', 'agency', moved);
    expect(one.news().toSorted()).toEqual(['address-changed → 包括', 'invitation → 包括', 'staff-task → 佐藤']);
    expect(invitations(one).map(({ address, link }) => [address, link?.generation])).toEqual([
      ['a@example.jp', 1],
      ['new@example.jp', 2],
    ]);
    expect((await one.tasks()).filter((task) => task.includes('包括'))).toEqual([]);
    const closed = (await one.store.list('task', town)).find(({ taskKind }) => taskKind === 'bounce');
    expect(closed?.done).toMatchObject({ by: '中村', note: 'アドレスを直し、新しいアドレスへ送り直した' });
  });

  it('sends it once, and tells nobody who mended it themselves', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-02T10:00');
    one.news();
    await one.does('佐藤', 'agency', moved);
    await one.does('佐藤', 'agency', moved);
    expect(one.news().toSorted()).toEqual(['address-changed → 包括', 'invitation → 包括']);
  });

  it.each([
    ['that was answered', async (one: SmallTown) => one.does('包括', 'reply', { meeting: 'M-1', answer: '出席' })],
    ['whose meeting has begun', async (one: SmallTown) => one.until('2026-06-15T14:00')],
  ])('sends nothing again %s', async (_what, happens) => {
    const one = await aConvenedTown();
    await one.until('2026-06-02T10:00');
    await happens(one);
    one.news();
    await one.does('佐藤', 'agency', moved);
    expect(one.news()).toEqual(['address-changed → 包括']);
  });
});
