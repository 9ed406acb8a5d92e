import { describe, expect, it } from 'vitest';
import { call, convening, invite, members } from '../support/small-meeting.ts';
import { aSmallTown, hostTown, type SmallTown } from '../support/small-town.ts';

async function aTown(): Promise<SmallTown> {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', issues: [1], members });
  return one;
}
const request = { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 };
const said = { ...convening, invite: invite('包括') };
const code = async (deed: Promise<{ readonly code: string }>) => (await deed).code;

describe('only the host convenes', () => {
  it('a town that is not the host asks; it neither convenes, declines, changes nor cancels', async () => {
    const one = await aTown();
    await one.does('木村', 'request', request);
    expect(await one.meeting()).toMatchObject({ state: 'requested', requestedBy: '木村' });
    expect(await one.tries('木村', 'convene', said)).toEqual({ code: 'not-host', town: '393011' });
    expect(await code(one.tries('木村', 'decline', { meeting: 'M-1', reason: '理由', review: '2026-09-01' }))).toBe(
      'not-host',
    );
    await one.does('佐藤', 'convene', said);
    expect(await code(one.tries('木村', 'change', { meeting: 'M-1', place: '役場' }))).toBe('not-host');
    expect(await code(one.tries('木村', 'cancel', { meeting: 'M-1', reason: '理由' }))).toBe('not-host');
  });

  it('a town that hosts convenes by itself, and the prefecture does not', async () => {
    const one = await aSmallTown();
    await one.does('林', 'case', { id: 'C-5', members });
    const own = { ...said, meeting: 'M-5', cases: ['C-5'], framework: 'needy-support', ground: 2 };
    expect(await one.tries('佐藤', 'convene', own)).toEqual({ code: 'not-host', town: hostTown });
    expect(await code(one.tries('林', 'convene', own))).toBe('ok');
  });

  it.each(['山本', '包括'])('%s convenes nothing', async (who) => {
    const one = await aTown();
    await one.does('木村', 'request', request);
    expect(['forbidden', 'not-host']).toContain(await code(one.tries(who, 'convene', said)));
    expect(await one.state()).toBe('requested');
  });

  it('neither asking nor convening makes anybody the lead', async () => {
    const one = await aTown();
    await one.does('木村', 'request', request);
    await one.does('佐藤', 'convene', said);
    expect((await one.case()).leads).toEqual([]);
    expect(one.mails()[0]?.text).toContain('招集担当は主担当を意味しません');
  });
});

describe('declining a request', () => {
  it('says why, and when the question is asked again; it may still be convened later', async () => {
    const one = await aTown();
    await one.does('木村', 'request', request);
    expect(await code(one.tries('佐藤', 'decline', { meeting: 'M-1', reason: ' ', review: '2026-09-01' }))).toBe(
      'bad-input',
    );
    expect(
      await one.tries('佐藤', 'decline', { meeting: 'M-1', reason: '理由', review: '令和8年2月30日' }),
    ).toMatchObject({ code: 'bad-date', received: '令和8年2月30日' });
    await one.does('佐藤', 'decline', { meeting: 'M-1', reason: '個別に対応中', review: '令和8年9月1日' });
    expect(await one.meeting()).toMatchObject({ state: 'declined', declined: { by: '佐藤', review: '2026-09-01' } });
    expect(await code(one.tries('佐藤', 'decline', { meeting: 'M-1', reason: '理由', review: '2026-09-01' }))).toBe(
      'wrong-state',
    );
    await one.does('佐藤', 'convene', said);
    expect(await one.meeting()).not.toHaveProperty('declined');
  });
});

describe('convening', () => {
  it('from scratch needs no request before', async () => {
    const one = await aTown();
    await one.does('佐藤', 'convene', { ...said, cases: ['C-1', 'C-1'], framework: 'needy-support', ground: 2 });
    expect(await one.meeting()).toMatchObject({ state: 'inviting', cases: ['C-1'], ground: 2 });
    expect(one.news()).toEqual(['invitation → 包括']);
  });

  it.each([
    ['a meeting nobody asked for', {}, 'unknown-meeting'],
    ['an unknown case', { cases: ['C-9'], framework: 'needy-support', ground: 1 }, 'unknown-case'],
    ['no case', { cases: [], framework: 'needy-support', ground: 1 }, 'unknown-case'],
    ['no ground', { cases: ['C-1'], framework: 'needy-support' }, 'ground-missing'],
    ['a framework there is none of', { cases: ['C-1'], framework: 'tea-party' }, 'bad-input'],
  ])('%s is refused', async (_what, more, refused) => {
    const one = await aTown();
    // What is missing of a case is told to those who see it.
    await one.does('木村', 'assign', { case: 'C-1', supervisor: '中村' });
    expect(await code(one.tries('佐藤', 'convene', { ...said, ...more }))).toBe(refused);
  });

  it.each([
    ['in the past', { date: '2026-05-31T14:00' }, 'too-late'],
    ['at this very moment', { date: '2026-06-01T09:00' }, 'too-late'],
    ['on a day there is none of', { date: '2026-02-30T14:00' }, 'bad-date'],
    ['without a time', { date: '2026-06-15' }, 'bad-date'],
    ['without an outlook', { outlook: ' ' }, 'bad-input'],
    ['of nobody', { invite: {} }, 'bad-input'],
    ['of an agency nobody knows', { invite: invite('包括', '占い師') }, 'unknown-agency'],
    ['about somebody else', { invite: { 包括: { ...call, members: ['X'] } } }, 'unknown-member'],
    ['with a class there is none of', { invite: { 包括: { ...call, class: '友人' } } }, 'bad-input'],
    ['at a place that names the person', { place: '試験花子さん方' }, 'bad-input'],
    ['with an outlook that names the programme', { outlook: '生活保護が続く間' }, 'bad-input'],
    [
      'of too many',
      { invite: invite(...Array.from({ length: 61 }, (_, index) => `機関${String(index)}`)) },
      'too-many',
    ],
  ])('a meeting %s is refused', async (_what, more, refused) => {
    const one = await aTown();
    await one.does('木村', 'request', request);
    expect(await code(one.tries('佐藤', 'convene', { ...said, ...more }))).toBe(refused);
    expect(await one.state()).toBe('requested');
  });

  it('a minute from now is not too late', async () => {
    const one = await aTown();
    await one.does('木村', 'request', request);
    expect(await code(one.tries('佐藤', 'convene', { ...said, date: '2026-06-01T09:01' }))).toBe('ok');
  });

  it('twice is refused, and invites nobody twice', async () => {
    const one = await aTown();
    await one.does('木村', 'request', request);
    await one.does('佐藤', 'convene', said);
    expect(await code(one.tries('佐藤', 'convene', said))).toBe('wrong-state');
    expect(await code(one.tries('木村', 'request', request))).toBe('already-exists');
    await one.play();
    expect(one.news()).toEqual(['invitation → 包括']);
  });

  it('at somebody’s home prints no place', async () => {
    const one = await aTown();
    await one.does('木村', 'request', request);
    await one.does('佐藤', 'convene', { ...said, place: '本人宅' });
    expect(one.mails()[0]?.text).toContain('場所は電話でお知らせします');
    expect(one.mails()[0]?.text).not.toContain('本人宅');
  });

  it('keeps purposes, names and the programme out of the mail, and everything about uncovered members out of the purposes', async () => {
    const one = await aTown();
    await one.does('木村', 'member', { case: 'C-1', id: 'Z', name: '試験末子' });
    await one.does('木村', 'request', request);
    await one.does('佐藤', 'convene', {
      ...said,
      invite: { 包括: { class: '助言', purpose: ['受診の相談', '手帳の相談'] } },
    });
    expect(one.mails()[0]?.text).not.toMatch(/受診|手帳|試験|生活困窮|\{\{|undefined/);
    expect(await one.invitation('包括')).toMatchObject({
      class: '医療面の助言',
      purposes: [
        { text: '受診の相談', members: ['A', 'B'] },
        { text: '手帳の相談', members: ['A', 'B'] },
      ],
    });
  });
});
