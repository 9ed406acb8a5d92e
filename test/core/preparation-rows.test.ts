import { describe, expect, it } from 'vitest';
import { sheetOf } from '../support/row-sender.ts';
import { members } from '../support/small-meeting.ts';
import { aSmallTown, hostTown, known } from '../support/small-town.ts';

const meeting = { 会議番号: 'M-1', ケース番号: 'C-1', 枠組み: '支援会議（重層）', 根拠: '①' };
const when = { 開催日時: '令和8年6月15日 14:00', 場所: '白波町役場', 見通し: '3か月ごと計4回', 招集する: 'はい' };
const call = { 会議番号: 'M-1', 役割区分: '相談支援', 招集の目的: '受診の相談' };
const toAll = { ...meeting, ...when, ご準備いただくもの: '支援の記録' };
const own = { ...call, 機関: '包括', ご準備いただくもの: '訪問の日誌' };

/** A town that hosts its own meetings; M-1 is convened by rows, all are to bring one thing, 包括 another. */
async function aCalledTown() {
  const one = await aSmallTown();
  await one.does('林', 'case', { id: 'C-1', issues: [1], members });
  const { send } = sheetOf(one, { who: '林', code: hostTown });
  await send('会議', 'm', meeting);
  await send('招集', 'a', own);
  await send('招集', 'b', { ...call, 機関: '精神科' });
  expect(await send('会議', 'm', toAll)).toBe('済');
  const fresh = () => {
    const told = one.mails().map(({ kind, to, text }) => `${kind} ${to} ${/■ ご準備：.*/.exec(text)?.[0] ?? ''}`);
    one.news();
    return told;
  };
  const asked = async () => known(await one.store.get('meeting', hostTown, 'M-1'), 'M-1');
  return { one, send, fresh, asked };
}

describe('ご準備いただくもの in the sheet', () => {
  it('of a row of 会議 is for all, of a row of 招集 for that agency', async () => {
    const { fresh } = await aCalledTown();
    expect(fresh()).toEqual(['invitation 包括 ■ ご準備：訪問の日誌', 'invitation 精神科 ■ ご準備：支援の記録']);
  });

  it('changed in a row of 招集 after the notice is told once, to that agency', async () => {
    const { one, send, fresh } = await aCalledTown();
    fresh();
    const changed = { ...own, ご準備いただくもの: '面談の記録' };
    expect(await send('招集', 'a', changed)).toBe('済');
    await one.until('2026-06-01T10:00');
    expect(fresh()).toEqual(['change 包括 ■ ご準備：面談の記録']);
    expect(await send('招集', 'a', { ...changed, 必須: 'いいえ' })).toBe('済');
    await one.until('2026-06-01T11:00');
    expect(fresh()).toEqual([]);
  });

  it('emptied in a row of 招集 is what all are asked', async () => {
    const { one, send, fresh } = await aCalledTown();
    fresh();
    expect(await send('招集', 'a', { ...own, ご準備いただくもの: '' })).toBe('済');
    await one.until('2026-06-01T10:00');
    expect(fresh()).toEqual(['change 包括 ■ ご準備：支援の記録']);
  });

  it('changed in the row of 会議 is told to those without words of their own', async () => {
    const { one, send, fresh } = await aCalledTown();
    fresh();
    expect(await send('会議', 'm', { ...toAll, ご準備いただくもの: '名刺' })).toBe('済');
    await one.until('2026-06-01T10:00');
    expect(fresh()).toEqual(['change 精神科 ■ ご準備：名刺']);
  });

  it('of a row that says nothing new takes back nothing that was changed on the page', async () => {
    const { one, send, fresh, asked } = await aCalledTown();
    await one.does('林', 'change', { meeting: 'M-1', preparation: '名刺', preparations: { 包括: '面談の記録' } });
    await one.until('2026-06-01T10:00');
    fresh();
    expect(await send('招集', 'a', { ...own, 必須: 'いいえ' })).toBe('済');
    expect(await send('会議', 'm', { ...toAll, 見通し: '年内' })).toBe('済');
    await one.until('2026-06-01T11:00');
    expect(fresh()).toEqual([]);
    expect((await asked()).invitations[0]?.preparation).toBe('面談の記録');
  });

  it('holds no name, and says so on its column', async () => {
    const { send } = await aCalledTown();
    expect(await send('招集', 'a', { ...own, ご準備いただくもの: '試験花子さんの通帳' })).toMatch(
      /^要修正 ご準備いただくもの: .*メールに載ります/,
    );
    expect(await send('会議', 'm', { ...toAll, ご準備いただくもの: '診断書' })).toMatch(
      /^要修正 ご準備いただくもの: .*病気や困りごと/,
    );
  });
});

describe('a row of 会議 that was sent before', () => {
  it('does not take back the date that was changed on the page', async () => {
    const { one, send, fresh, asked } = await aCalledTown();
    await one.does('林', 'change', { meeting: 'M-1', date: '2026-06-22T14:00', place: '公民館' });
    await one.until('2026-06-01T10:00');
    fresh();
    expect(await send('会議', 'm', { ...toAll, 見通し: '年内' })).toBe('済');
    await one.until('2026-06-01T11:00');
    expect(fresh()).toEqual([]);
    expect(await asked()).toMatchObject({ appointment: { startsAt: '2026-06-22T05:00:00.000Z', place: '公民館' } });
  });
});
