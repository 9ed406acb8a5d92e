import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBook, type Book } from '../../local/apps-script/book.ts';
import { openBook } from '../../local/apps-script/book-door.ts';
import { execute } from '../../local/apps-script/run-in-thread.ts';
import type { FetchRequest } from '../../local/apps-script/google.ts';
import { buildAddon, type Built } from '../../sheets-addon/build.ts';
import { actorNamed } from '../../local/scenario/app-world.ts';
import { openOffice, type OpenedOffice, town } from '../support/door.ts';
import { rowsOf, type } from './support/workbook.ts';

describe('a row a clerk types', () => {
  let built: Built;
  let office: OpenedOffice;
  let book: Book;
  let asked: FetchRequest[];
  beforeEach(async () => {
    [built, office] = await Promise.all([buildAddon({}), openOffice()]);
    asked = [];
    book = aBook();
    await run('makeTabs', door);
  });
  afterEach(() => {
    office.app.close();
  });

  /** API Gateway verifies the token and names the person; here the clerk's token is 木村's. */
  async function door(request: FetchRequest) {
    asked.push(request);
    const known = request.authorization === 'Bearer token-of-the-clerk';
    const answer = await office.app.open({
      method: 'POST',
      path: new URL(request.url).pathname,
      params: {},
      query: {},
      headers: { authorization: request.authorization },
      body: request.body,
      ...(known ? { actor: await actorNamed(office.app, '木村') } : {}),
    });
    await office.app.settle();
    return { status: answer.status, text: answer.body };
  }
  async function run(entry: string, fetch: typeof door) {
    const lock = { lock: () => true, unlock: () => undefined };
    const clerk = { identityToken: 'token-of-the-clerk', user: 'kimura@example.jp', row: 1 };
    await execute(built, { entry }, { book: openBook(book), fetch, ...clerk, ...lock });
  }
  async function send(tab: string, fetch = door) {
    book.active = tab;
    await run('sendActiveTab', fetch);
  }
  const stored = (kind: 'case' | 'meeting', id: string) => office.app.deps.store.get(kind, town, id);

  it('becomes a case with its household, and a 開催依頼 on the page of the officer who may convene', async () => {
    type(book, 'ケース', 2, { ケース番号: 'C-1', 課題: '1、ひきこもり', 概要: '母の物忘れ' });
    type(book, '世帯員', 2, {
      ケース番号: 'C-1',
      世帯員番号: 'A',
      氏名: '試験ハナ',
      生年月日: '昭和17年5月3日',
      検討対象: 'はい',
    });
    type(book, '会議', 2, { 会議番号: 'M-1', ケース番号: 'C-1', 枠組み: '支援会議（生活困窮）', 根拠: '①' });
    await send('ケース');
    await send('世帯員');
    await send('会議');

    for (const tab of ['ケース', '世帯員', '会議']) expect(rowsOf(book, tab)).toMatchObject([{ 状況: '済', 版: '1' }]);
    expect(await stored('case', 'C-1')).toMatchObject({
      summary: '母の物忘れ',
      members: [{ id: 'A', born: '1942-05-03' }],
    });
    expect(await stored('meeting', 'M-1')).toMatchObject({ state: 'requested', cases: ['C-1'], ground: 1 });
    const seen = await office.get(`/office/${town}`, { as: '佐藤' });
    expect(seen.body).toMatch(/M-1[^]*開催依頼|開催依頼[^]*M-1/);
    expect(new Set(asked.map(({ url }) => url))).toEqual(new Set(['https://tsudoi.example.jp/v1/rows']));
  });

  it('that is refused says why in the row, and is asked again once the cause is out of the way', async () => {
    type(book, '会議', 2, { 会議番号: 'M-1', ケース番号: 'C-1', 枠組み: '支援会議（生活困窮）', 根拠: '1' });
    await send('会議');
    expect(rowsOf(book, '会議')).toMatchObject([{ 状況: '要修正', 版: '1' }]);
    expect(rowsOf(book, '会議')[0]?.['理由・お願い']).toContain('C-1');
    expect(await stored('meeting', 'M-1')).toBeUndefined();

    type(book, 'ケース', 2, { ケース番号: 'C-1' });
    await send('ケース');
    type(book, '会議', 2, { 状況: '' });
    await send('会議');
    expect(rowsOf(book, '会議')).toMatchObject([{ 状況: '済', '理由・お願い': '', 版: '2' }]);
  });

  it('is stored once, though its first answer was lost on the way', async () => {
    type(book, 'ケース', 2, { ケース番号: 'C-1', 概要: '一度だけ' });
    await send('ケース', async (request) => {
      await door(request);
      return { status: 504, text: 'Gateway Timeout' };
    });
    const once = await stored('case', 'C-1');
    expect(rowsOf(book, 'ケース')).toMatchObject([{ 状況: '未送信' }]);
    await send('ケース');
    expect(rowsOf(book, 'ケース')).toMatchObject([{ 状況: '済', 版: '1' }]);
    expect(await stored('case', 'C-1')).toEqual(once);
  });

  it('in a copy of the spreadsheet that lags behind is a conflict, and changes nothing', async () => {
    type(book, 'ケース', 2, { ケース番号: 'C-1', 概要: 'はじめ' });
    await send('ケース');
    const copy = structuredClone(book);
    for (const words of ['二度目', '三度目']) {
      type(book, 'ケース', 2, { 概要: words });
      await send('ケース');
    }
    book = copy;
    type(book, 'ケース', 2, { 概要: '古い写しから' });
    await send('ケース');
    expect(rowsOf(book, 'ケース')).toMatchObject([{ 状況: '競合', 版: '3' }]);
    expect(rowsOf(book, 'ケース')[0]?.['理由・お願い']).toContain('ほかの人が先に保存しました');
    expect(await stored('case', 'C-1')).toMatchObject({ summary: '三度目' });
  });
});
