import { describe, expect, it } from 'vitest';
import { convening, invite, members } from '../support/small-meeting.ts';
import { aSmallTown, known, prefecture, type SmallTown, town } from '../support/small-town.ts';

async function aRequest(): Promise<SmallTown> {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', issues: [1], members });
  await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
  return one;
}
const later = (review: string) => ({ meeting: 'M-1', reason: '家族で話し合う', review });

describe('決裁', () => {
  async function aDraft(): Promise<SmallTown> {
    const one = await aRequest();
    await one.does('中村', 'body', { id: 'B-1', name: '支援会議', framework: 'needy-support', approval: true });
    await one.does('佐藤', 'convene', { ...convening, invite: invite('包括', '精神科') });
    return one;
  }

  it('comes before anybody hears of the meeting; everything typed is kept', async () => {
    const one = await aDraft();
    expect(await one.meeting()).toMatchObject({
      state: 'drafted',
      invitations: [],
      draft: {
        by: '佐藤',
        place: '若草町役場',
        outlook: '3か月ごと計4回',
        invitations: [{ agency: '包括' }, { agency: '精神科' }],
      },
    });
    expect(await one.tasks()).toEqual(['approval M-1 → 中村']);
    expect(one.news()).toEqual(['staff-task → 中村']);
    expect(await one.store.list('link', town)).toEqual([]);
  });

  it('sends the invitations, with a deadline that counts from then; the drafter convenes', async () => {
    const one = await aDraft();
    one.news();
    await one.until('2026-06-04T10:00');
    await one.does('中村', 'approve', { meeting: 'M-1' });
    expect(one.news()).toEqual(['invitation → 包括', 'invitation → 精神科']);
    const meeting = await one.meeting();
    expect(meeting).toMatchObject({ state: 'inviting', approved: { by: '中村' }, appointment: { convener: '佐藤' } });
    // Three business days before the 15th, and not seven days after the draft.
    expect(meeting).toMatchObject({ appointment: { replyBy: '2026-06-10T08:15:00.000Z' } });
    expect(await one.tasks()).toEqual([]);
  });

  it('that lies is brought up again, and shows as 超過', async () => {
    const one = await aDraft();
    one.news();
    await one.until('2026-06-05T09:00');
    expect(one.news()).toEqual(['overdue → 中村']);
    expect((await one.meeting()).lateness).toBe('overdue');
  });

  it('may send it back with a reason; put right, it is drafted anew', async () => {
    const one = await aDraft();
    await one.does('中村', 'send-back', { meeting: 'M-1', reason: '民生委員も呼ぶ' });
    expect(await one.tasks()).toEqual(['redraft M-1 → 佐藤']);
    expect(await one.tries('中村', 'approve', { meeting: 'M-1' })).toEqual({ code: 'wrong-state', state: '差戻し' });
    await one.does('佐藤', 'convene', { ...convening, invite: invite('包括', '民生') });
    expect(await one.tasks()).toEqual(['approval M-1 → 中村']);
    await one.does('中村', 'approve', { meeting: 'M-1' });
    expect((await one.meeting()).invitations.map(({ agency }) => agency)).toEqual(['包括', '民生']);
  });

  it('taken back, it is a 開催依頼 again; one nobody asked for is 中止', async () => {
    const one = await aDraft();
    await one.does('佐藤', 'withdraw-draft', { meeting: 'M-1' });
    expect(await one.meeting()).toMatchObject({ state: 'requested' });
    expect(await one.tasks()).toEqual([]);
    const own = { ...convening, meeting: 'M-2', cases: ['C-1'], framework: 'needy-support', ground: 1 };
    await one.does('佐藤', 'convene', { ...own, invite: invite('包括') });
    await one.does('佐藤', 'withdraw-draft', { meeting: 'M-2' });
    expect(await one.state('M-2')).toBe('cancelled');
  });

  it('refused by the 所属長 is 見送り with its 再検討日', async () => {
    const one = await aDraft();
    await one.does('中村', 'decline', later('2026-07-17'));
    expect(await one.meeting()).toMatchObject({ state: 'declined', declined: { by: '中村' } });
    expect(await one.tasks()).toEqual([]);
  });

  it('is the supervisor’s alone', async () => {
    const one = await aDraft();
    expect(await one.tries('佐藤', 'approve', { meeting: 'M-1' })).toEqual({ code: 'not-supervisor' });
    expect(await one.tries('佐藤', 'send-back', { meeting: 'M-1', reason: 'x' })).toEqual({ code: 'not-supervisor' });
    expect(await one.tries('木村', 'approve', { meeting: 'M-1' })).toMatchObject({ code: 'not-host' });
  });

  it('is refused when its date has come meanwhile, or a consent has gone', async () => {
    const one = await aDraft();
    await one.until('2026-06-15T14:00');
    expect(await one.tries('中村', 'approve', { meeting: 'M-1' })).toMatchObject({ code: 'too-late' });
  });

  it('is not waited for in an emergency, nor when the supervisor convenes', async () => {
    const one = await aRequest();
    await one.does('中村', 'body', { id: 'B-1', name: '支援会議', framework: 'needy-support', approval: true });
    await one.does('佐藤', 'convene', { ...convening, invite: invite('包括'), danger: '生命', reason: '安否' });
    expect(await one.state()).toBe('inviting');
    const own = { ...convening, meeting: 'M-2', cases: ['C-1'], framework: 'needy-support', ground: 1 };
    await one.does('中村', 'convene', { ...own, invite: invite('包括') });
    expect(await one.state('M-2')).toBe('inviting');
  });

  it('that nobody could give is refused when the meeting is convened', async () => {
    const one = await aRequest();
    await one.does('中村', 'body', { id: 'B-1', name: '支援会議', framework: 'needy-support', approval: true });
    const supervisor = known(await one.store.get('person', prefecture, '中村'), '中村');
    await one.store.commit({ put: [{ ...supervisor, role: 'host' }] });
    expect(await one.tries('佐藤', 'convene', { ...convening, invite: invite('包括') })).toEqual({
      code: 'approver-missing',
    });
  });
});
