import { describe, expect, it } from 'vitest';
import { holdsMyNumber } from '../../core/my-number.ts';
import { aConvenedTown, convening, invite, members } from '../support/small-meeting.ts';
import { aSmallTown, type SmallTown, town } from '../support/small-town.ts';

describe('a My Number among other digits', () => {
  it.each(['2026-06-01 123456789018 でした', '電話0263-12-3456 123456789018', '1234・5678・9018', '1234 5678 9018。'])(
    '%s is seen',
    (text) => {
      expect(holdsMyNumber(text)).toBe(true);
    },
  );

  it('is not seen in telephone numbers and dates', () => {
    expect(holdsMyNumber('電話 0263-12-3456、2026-06-01 14:00、〒390-0000')).toBe(false);
  });
});

describe('a number that is taken', () => {
  it('opens no second case over the first one', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members });
    const other = { id: 'C-1', fresh: true, members: [{ id: 'A', name: '別人太郎' }] };
    expect(await one.tries('木村', 'case', other)).toEqual({ code: 'already-exists', id: 'C-1' });
    expect((await one.case()).members[0]?.name).toBe('試験花子');
  });

  it('is refused to a second row of 相談受付, and kept for the first however often it is sent', async () => {
    const one = await aSmallTown();
    const row = (id: string, name: string, version = 1) => ({
      ...{ row: id, version, 受付番号: 'K-1', 氏名: name, 相談日時: '2026-06-01' },
    });
    const send = (...rows: readonly unknown[]) => one.does('木村', 'rows', { tab: '相談受付', rows });
    await send(row('r-1', '試験一郎'), row('r-2', '試験二郎'));
    await send(row('r-1', '試験一郎'));
    await send(row('r-1', '試験一朗', 2));
    expect(await one.deps.store.get('consultation', town, 'K-1')).toMatchObject({ name: '試験一朗' });
    expect(await one.deps.store.get('row', town, '相談受付/r-2')).toMatchObject({ status: '要修正' });
  });
});

describe('what a mail prints', () => {
  async function tried(said: Readonly<Record<string, unknown>>): Promise<string> {
    const one: SmallTown = await aSmallTown();
    const home = [{ id: 'A', name: '試験 花子', address: '若草町北一丁目2-3', covered: true }];
    await one.does('木村', 'case', { id: 'C-1', members: home });
    // Asked for before, so the desk hosts the case.
    await one.does('木村', 'request', { meeting: 'M-0', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    const basis = { cases: ['C-1'], framework: 'needy-support', ground: 1 };
    return (await one.tries('佐藤', 'convene', { ...convening, ...basis, invite: invite('包括'), ...said })).code;
  }

  it.each([
    ['a name with another space', { place: '試験　花子様方' }],
    ['a given name alone', { outlook: '花子さんの様子を見て計4回' }],
    ['a home address', { place: '若草町北一丁目2-3' }],
    ['a programme in the number of the meeting', { meeting: '生活困窮-1' }],
  ])('is never %s', async (_what, said) => {
    expect(await tried(said)).toBe('bad-input');
  });

  it('may be the name of the town, though people are called so too', async () => {
    expect(await tried({ place: '若草町役場' })).toBe('ok');
  });
});

describe('members of two households with one id', () => {
  it('are told apart in the purposes of a meeting about both', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members });
    await one.does('木村', 'case', { id: 'C-2', members: [{ id: 'A', name: '別件太郎', covered: true }] });
    const basis = { cases: ['C-1', 'C-2'], framework: 'needy-support', ground: 1 };
    const call = { class: '相談支援', purpose: '相談', members: ['C-1/A'] };
    await one.does('佐藤', 'convene', {
      ...convening,
      ...basis,
      invite: { 包括: call, 社協: { ...call, members: ['A'] } },
    });
    const named = (await one.meeting()).invitations.map(({ purposes }) => purposes[0]?.members);
    expect(named).toEqual([['C-1/A'], ['C-1/A', 'C-2/A']]);
  });
});

describe('an invitation', () => {
  it('says why this agency is called', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members });
    const basis = { cases: ['C-1'], framework: 'needy-support', ground: 1 };
    const said = { ...convening, ...basis, invite: { 包括: { class: '相談支援', purpose: ' ' } } };
    expect(await one.tries('佐藤', 'convene', said)).toMatchObject({ code: 'reason-missing' });
  });

  it('keeps everybody who took note of the secrecy duty', async () => {
    const one = await aConvenedTown();
    await one.does('包括', 'acknowledge', { meeting: 'M-1', name: '鈴木一' });
    await one.does('包括', 'acknowledge', { meeting: 'M-1', name: '佐々木二' });
    const [invitation] = (await one.meeting()).invitations;
    expect(invitation?.acknowledgements?.map(({ name }) => name)).toEqual(['鈴木一', '佐々木二']);
  });

  it('brings one papers code a minute, however often it is asked for', async () => {
    const one = await aConvenedTown();
    await one.does('包括', 'ask-papers-code', { meeting: 'M-1' });
    await one.does('包括', 'ask-papers-code', { meeting: 'M-1' });
    expect(one.news().filter((news) => news.startsWith('papers-code'))).toHaveLength(1);
  });
});

describe('final minutes', () => {
  it('say something: what was looked at, or how to watch', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-15T15:00');
    const empty = { meeting: 'M-1', outcome: 'decided', final: true };
    expect(await one.tries('佐藤', 'record', empty)).toMatchObject({ code: 'minutes-empty' });
    expect(await one.tries('佐藤', 'record', { ...empty, attendance: ['包括'] })).toMatchObject({
      code: 'minutes-empty',
    });
    await one.does('佐藤', 'record', { ...empty, attendance: ['包括'], items: ['受診'] });
  });
});

describe('a consent withdrawn after the meeting', () => {
  it('stops the plan that rested on it', async () => {
    const one = await aConvenedTown(['包括'], 'needy-coordination');
    await one.until('2026-06-15T15:00');
    await one.does('佐藤', 'record', { meeting: 'M-1', items: ['受診'], final: true });
    await one.does('佐藤', 'plan', { case: 'C-1', goals: ['受診'] });
    await one.does('木村', 'consent', { case: 'C-1', member: 'A', withdraw: true });
    expect(await one.tries('木村', 'confirm', { plan: 'C-1' })).toEqual({ code: 'already-closed', state: '中止' });
    expect(await one.tries('佐藤', 'decide', { plan: 'C-1' })).toEqual({ code: 'already-closed', state: '中止' });
  });
});
