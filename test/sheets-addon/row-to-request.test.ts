import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBook, type Book } from '../../local/apps-script/book.ts';
import { openBook } from '../../local/apps-script/book-door.ts';
import { execute } from '../../local/apps-script/run-in-thread.ts';
import type { FetchRequest } from '../../local/apps-script/google.ts';
import { buildAddon, type Built } from '../../sheets-addon/build.ts';
import { personIdSchema } from '../../core/ids.ts';
import { accountOf } from '../../local/google/accounts.ts';
import { openOffice, type OpenedOffice, town } from '../support/door.ts';
import { rearrange, rowsOf, type } from './support/workbook.ts';

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

  /** The clerk's account; her token is checked as Google's would be. */
  const account = accountOf({ id: personIdSchema.parse('木村') });
  async function door({ url, headers, body }: FetchRequest) {
    asked.push({ url, headers, body });
    const path = new URL(url).pathname;
    const answer = await office.app.open({ method: 'POST', path, params: {}, query: {}, headers, body });
    await office.app.settle();
    return { status: answer.status, text: answer.body };
  }
  async function run(entry: string, fetch: typeof door, row = 1) {
    const lock = { lock: () => true, unlock: () => undefined };
    const clerk = { identityToken: office.app.tokenFor(account), user: account, row };
    return execute(built, { entry }, { book: openBook(book), fetch, ...clerk, ...lock });
  }
  async function send(tab: string, fetch = door) {
    book.active = tab;
    await run('sendActiveTab', fetch);
  }
  const stored = (kind: 'case' | 'meeting', id: string) => office.app.deps.store.get(kind, town, id);

  it('may be undone after it was sent: the row is 済 again, and what was typed since is told beside what it was', async () => {
    type(book, 'ケース', 2, { ケース番号: 'C-1', 課題: '1', 概要: '母の物忘れ' });
    await send('ケース');
    const undone = { 行ID: '', 送信内容: '', 版: '', 状況: '' };
    type(book, 'ケース', 2, undone);
    await send('ケース');
    expect(rowsOf(book, 'ケース')).toMatchObject([{ 状況: '済', 版: '1', '理由・お願い': '' }]);

    type(book, 'ケース', 2, { ...undone, 概要: '近所の苦情' });
    await send('ケース');
    expect(rowsOf(book, 'ケース')).toMatchObject([{ 状況: '競合' }]);
    expect(await stored('case', 'C-1')).toMatchObject({ summary: '母の物忘れ' });
    await run('keepMine', door, 2);
    expect(rowsOf(book, 'ケース')).toMatchObject([{ 状況: '済' }]);
    expect(await stored('case', 'C-1')).toMatchObject({ summary: '近所の苦情' });
  });

  it('is refused as a copy while both stand there, and taken when the first is deleted', async () => {
    type(book, 'ケース', 2, { ケース番号: 'C-1', 課題: '1' });
    await send('ケース');
    rearrange(book, 'ケース', (lines) => [...lines.slice(0, 1), ...lines.slice(0, 1)]);
    await send('ケース');
    expect(rowsOf(book, 'ケース')).toMatchObject([{ 状況: '済' }, { 状況: '要修正' }]);
    rearrange(book, 'ケース', (lines) => lines.slice(1, 2));
    type(book, 'ケース', 2, { 状況: '' });
    await send('ケース');
    expect(rowsOf(book, 'ケース')[0]).toMatchObject({ 状況: '済' });
  });

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
    const doors = ['https://tsudoi.example.jp/v1/rows', 'https://tsudoi.example.jp/v1/facts'];
    expect(new Set(asked.map(({ url }) => url))).toEqual(new Set(doors));
    expect(rowsOf(book, '会議')).toMatchObject([{ 今の状態: '開催依頼' }]);
  });

  describe('and a page changed the same thing meanwhile', () => {
    beforeEach(async () => {
      type(book, 'ケース', 2, { ケース番号: 'C-1', 概要: '母の物忘れ' });
      await send('ケース');
      await office.does('木村', 'case', { id: 'C-1', summary: '火の不始末', urgency: '高' });
      type(book, 'ケース', 2, { 概要: '近所の苦情', 課題: '1' });
      await send('ケース');
    });
    const row = () => rowsOf(book, 'ケース')[0];

    it('waits in conflict with both values, whatever else is sent', async () => {
      expect(row()).toMatchObject({ 状況: '競合', 相手の値: '{"概要":"火の不始末"}' });
      expect(row()?.['理由・お願い']).toContain('「近所の苦情」、ほかの画面では「火の不始末」');
      type(book, 'ケース', 2, { 課題: '1、2' });
      await run('sendActiveTab', door).then(({ toasts }) => {
        expect(toasts.at(-1)).toContain('「競合」の行が1行あります');
      });
      expect(await stored('case', 'C-1')).toMatchObject({ summary: '火の不始末', issues: [] });
    });

    it('takes what the page says, and what else was typed in the row', async () => {
      await run('takeTheirs', door, 2);
      expect(row()).toMatchObject({ 状況: '済', 概要: '火の不始末', 相手の値: '', 理由・お願い: '' });
      expect(await stored('case', 'C-1')).toMatchObject({ summary: '火の不始末', issues: [1], urgency: 'high' });
    });

    it('keeps what the row says, and leaves alone what only the page changed', async () => {
      await run('keepMine', door, 2);
      expect(row()).toMatchObject({ 状況: '済', 概要: '近所の苦情' });
      expect(await stored('case', 'C-1')).toMatchObject({ summary: '近所の苦情', issues: [1], urgency: 'high' });
    });

    it('has nothing to choose in another row', async () => {
      const { toasts } = await run('keepMine', door, 3);
      expect(toasts).toEqual(['この行は「競合」ではありません。「状況」が「競合」の行を選んでください。']);
    });
  });

  it('is told what became of its case since, in the columns つどい writes and no others', async () => {
    type(book, 'ケース', 2, { ケース番号: 'C-1', 概要: '母の物忘れ' });
    await send('ケース');
    const before = rowsOf(book, 'ケース')[0];
    await office.does('木村', 'case', { id: 'C-1', state: 'アセスメント', summary: '火の不始末' });
    expect((await run('refreshFacts', door)).toasts).toEqual(['1行を最新にしました。']);
    expect(rowsOf(book, 'ケース')[0]).toEqual({ ...before, 今の状態: 'アセスメント' });
    expect((await run('refreshFacts', door)).toasts).toEqual(['つどいから新しいお知らせはありません。']);
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
