import { describe, expect, it } from 'vitest';
import { sheetOf } from '../support/row-sender.ts';
import { members } from '../support/small-meeting.ts';
import { aSmallTown, hostTown, known, type SmallTown, town } from '../support/small-town.ts';

const meeting = { 会議番号: 'M-1', ケース番号: 'C-1', 枠組み: '支援会議（重層）', 根拠: '①' };
const when = { 開催日時: '令和8年6月15日 14:00', 場所: '白波町役場', 見通し: '3か月ごと計4回' };
const call = { 会議番号: 'M-1', 役割区分: '相談支援', 招集の目的: '受診の相談' };

/** A town that hosts its own meetings: its clerk 林 types, C-1 is there. */
async function aHostingTown() {
  const one = await aSmallTown();
  await one.does('林', 'case', { id: 'C-1', issues: [1], members });
  const sheet = sheetOf(one, { who: '林', code: hostTown });
  return { one, ...sheet };
}
async function meetingOf(one: SmallTown) {
  return known(await one.store.get('meeting', hostTown, 'M-1'), 'M-1');
}

describe('calling a meeting from the sheet', () => {
  it('gathers the rows of 招集 when the meeting’s row says はい, and invites them together', async () => {
    const { one, send } = await aHostingTown();
    expect(await send('会議', 'm', meeting)).toBe('済');
    const kept = /^済 会議番号: 控えました。「会議」の表の「招集する」/;
    expect(await send('招集', 'a', { ...call, 機関: '包括', 必須: 'はい' })).toMatch(kept);
    expect(await send('招集', 'b', { ...call, 機関: '民生' })).toMatch(kept);
    expect(await send('招集', 'c', { ...call, 機関: '社協', 取りやめる理由: '別の機会に' })).toMatch(kept);
    expect(one.news()).toEqual([]);

    expect(await send('会議', 'm', { ...meeting, ...when, 招集する: 'はい' })).toBe('済');
    const called = await meetingOf(one);
    expect(called).toMatchObject({ state: 'inviting', quorum: { required: ['包括'] } });
    expect(called.invitations.map(({ agency }) => agency)).toEqual(['包括', '民生']);
    expect(one.news()).toEqual(['invitation → 包括']);
  });

  it('sends nobody a second notice for a row that says nothing new, and tells of another date', async () => {
    const { one, send } = await aHostingTown();
    await send('会議', 'm', meeting);
    await send('招集', 'a', { ...call, 機関: '包括' });
    await send('会議', 'm', { ...meeting, ...when, 招集する: 'はい' });
    one.news();
    expect(await send('会議', 'm', { ...meeting, ...when, 見通し: '年内', 招集する: 'はい' })).toBe('済');
    expect(await send('招集', 'a', { ...call, 機関: '包括', 招集の目的: '服薬の相談' })).toMatch(
      /^済 招集の目的: 案内はもう出ています。.*「受診の相談」/,
    );
    expect(one.news()).toEqual([]);
    expect(await send('会議', 'm', { ...meeting, ...when, 開催日時: '2026年6月16日 14:00', 招集する: 'はい' })).toBe(
      '済',
    );
    expect(await meetingOf(one)).toMatchObject({ appointment: { startsAt: '2026-06-16T05:00:00.000Z' } });
  });

  it('asks about several days where the row names several', async () => {
    const { one, send } = await aHostingTown();
    await send('会議', 'm', meeting);
    await send('招集', 'a', { ...call, 機関: '包括' });
    const days = { ...when, 開催日時: '令和8年6月15日 14:00、2026-06-16 10:00' };
    expect(await send('会議', 'm', { ...meeting, ...days, 招集する: 'はい' })).toBe('済');
    expect(await meetingOf(one)).toMatchObject({ state: 'polling' });
    expect(await send('会議', 'm', { ...meeting, ...days, 理由: '急がない', 招集する: 'はい' })).toMatch(
      /^要修正 会議番号/,
    );
  });

  it.each([
    [{ 開催日時: '' }, '開催日時'],
    [{ 開催日時: '6月の半ば' }, '開催日時'],
    [{ 見通し: '' }, '見通し'],
    [{ 招集する: 'たぶん' }, '招集する'],
  ])('with %s is explained on the column %s, and nobody is invited', async (cells, column) => {
    const { one, send } = await aHostingTown();
    await send('会議', 'm', meeting);
    await send('招集', 'a', { ...call, 機関: '包括' });
    const answer = await send('会議', 'm', { ...meeting, ...when, 招集する: 'はい', ...cells });
    expect(answer).toMatch(new RegExp(`^要修正 ${column}: `));
    expect(answer).not.toMatch(/undefined|Invalid|NaN/);
    expect(one.news()).toEqual([]);
  });

  it('without any row of 招集 says what to do first', async () => {
    const { send } = await aHostingTown();
    const answer = await send('会議', 'm', { ...meeting, ...when, 招集する: 'はい' });
    expect(answer).toMatch(/^要修正 招集する: .*先に「招集」の表を送り/);
  });

  it('is the host’s: a town that is not the host files a request, and its rows stay as wishes', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', issues: [1], members });
    const { send } = sheetOf(one);
    const asked = { ...meeting, 枠組み: '支援会議（生活困窮）' };
    expect(await send('会議', 'm', asked)).toBe('済');
    expect(await send('招集', 'a', { ...call, 機関: '包括' })).toMatch(/^済 会議番号: .*希望/);
    expect(await send('会議', 'm', { ...asked, ...when, 招集する: 'はい' })).toMatch(/^要修正 招集する: /);
    expect(await one.state()).toBe('requested');
    expect((await one.store.list('row', town, '招集/')).map(({ status }) => status)).toEqual(['済']);
  });
});

describe('a row of 招集', () => {
  it.each([
    [{ 機関: 'どこか' }, '機関'],
    [{ 機関: '' }, '機関'],
    [{ 機関: '包括', 会議番号: 'M-9' }, '会議番号'],
    [{ 機関: '包括', 役割区分: '' }, '役割区分'],
    [{ 機関: '包括', 役割区分: '応援' }, '役割区分'],
    [{ 機関: '包括', 招集の目的: '' }, '招集の目的'],
    [{ 機関: '包括', 対象の世帯員: 'Z' }, '対象の世帯員'],
    [{ 機関: '包括', 必須: '？' }, '必須'],
    [{ 機関: '包括', 回答: '行く' }, '回答'],
    [{ 機関: '包括', 招集の目的: '番号は123456789018' }, '招集の目的'],
  ])('with %s is explained on the column %s', async (cells, column) => {
    const { send } = await aHostingTown();
    await send('会議', 'm', meeting);
    const answer = await send('招集', 'a', { ...call, ...cells });
    expect(answer).toMatch(new RegExp(`^要修正 ${column}: `));
    expect(answer).not.toMatch(/undefined|Invalid|NaN|123456789018/);
  });

  async function convened() {
    const town = await aHostingTown();
    await town.send('会議', 'm', meeting);
    await town.send('招集', 'a', { ...call, 機関: '包括' });
    await town.send('招集', 'b', { ...call, 機関: '民生' });
    await town.send('会議', 'm', { ...meeting, ...when, 招集する: 'はい' });
    await town.one.until('2026-06-02T10:00');
    town.one.news();
    return town;
  }

  it('takes an answer given by telephone, once, and not over a newer one of the agency’s own', async () => {
    const { one, send } = await convened();
    const row = { ...call, 機関: '民生', 回答: '代理出席', 回答の受け方: 'FAX' };
    expect(await send('招集', 'b', row)).toMatch(/^要修正 代理の人: /);
    expect(await send('招集', 'b', { ...row, 代理の人: '副会長' })).toBe('済');
    expect(await send('招集', 'b', { ...row, 代理の人: '副会長', 必須: 'はい' })).toMatch(
      /^済 必須: 案内はもう出ています。/,
    );
    const replies = async () =>
      known(
        (await meetingOf(one)).invitations.find(({ agency }) => agency === '民生'),
        '民生',
      ).replies;
    expect(await replies()).toMatchObject([{ answer: '代理出席', source: 'FAX', deputy: '副会長', enteredBy: '林' }]);

    await one.does('民生', 'reply', { meeting: 'M-1', answer: '欠席' });
    expect(await send('招集', 'b', { ...row, 代理の人: '副会長', 招集の目的: '声かけ' })).toMatch(/^済/);
    expect((await replies()).map(({ answer }) => answer)).toEqual(['代理出席', '欠席']);
  });

  it('invites one more after the call, takes one back, and does not call back who left', async () => {
    const { one, send } = await convened();
    expect(await send('招集', 'c', { ...call, 機関: '社協' })).toBe('済');
    expect((await meetingOf(one)).invitations.map(({ agency }) => agency)).toEqual(['包括', '民生', '社協']);
    expect(await send('招集', 'c', { ...call, 機関: '社協', 取りやめる理由: '別の機会に' })).toBe('済');
    expect(await send('招集', 'c', { ...call, 機関: '社協' })).toMatch(/^要修正 機関: .*役所の画面の会議のページ/);
    expect((await meetingOf(one)).invitations.filter((one) => one.withdrawn === undefined)).toHaveLength(2);
  });
});
