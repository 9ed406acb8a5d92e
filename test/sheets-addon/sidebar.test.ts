import { beforeAll, describe, expect, it } from 'vitest';
import { aBook, type Book } from '../../local/apps-script/book.ts';
import { plainText } from '../../local/apps-script/plain.ts';
import type { FetchRequest } from '../../local/apps-script/google.ts';
import { sidebarCalls } from '../../sheets-addon/addon-menu.ts';
import { buildAddon, type Built, sidebarPage } from '../../sheets-addon/build.ts';
import { runHere } from './support/run-here.ts';
import { type } from './support/workbook.ts';

describe('the sidebar of the add-on', () => {
  let built: Built;
  let book: Book;
  beforeAll(async () => {
    built = await buildAddon({});
    book = aBook();
    runHere(built, 'makeTabs', { book });
    type(book, 'ケース', 2, { ケース番号: 'C-1', 状況: '済' });
    type(book, '会議', 3, {
      会議番号: 'M-1',
      ケース番号: 'C-1、C-2',
      ...{ 状況: '競合', 行ID: 'r-3' },
      '理由・お願い': '【根拠】相手は①です。',
    });
    type(book, '相談受付', 2, { 受付番号: 'U-1' });
  });
  const answered = (entry: string, more: Omit<Parameters<typeof runHere>[2], 'book'> = {}): unknown =>
    JSON.parse(runHere(built, entry, { book, ...more }).returned);
  const without = (scope: string): Built => ({
    ...built,
    manifest: built.manifest.replace(new RegExp(`\\s*"[^"]*${scope}",?`), '').replace(/,(\s*\])/, '$1'),
  });

  it('is one page: whatever it shows and runs stands in it, and nothing is fetched from anywhere', async () => {
    const page = await sidebarPage();
    expect(page).not.toMatch(/<link|<img|<iframe|\ssrc=|@import|url\(|\bfetch\(|XMLHttpRequest|WebSocket|https?:\/\//);
    expect([...page.matchAll(/<\/script>/g)]).toHaveLength(1);
  });

  it('opens with who opened it written in, so that another account is noticed', () => {
    const { sidebar } = runHere(built, 'openSidebar', { book });
    expect(sidebar?.title).toBe('支援会議');
    expect(sidebar?.html).toContain('data-opened-by="kimura@example.jp"');
  });

  it.each([
    ['ケース', 2, { cases: ['C-1'], meeting: '', consultation: '' }],
    ['会議', 3, { cases: ['C-1', 'C-2'], meeting: 'M-1', consultation: '' }],
    ['相談受付', 2, { cases: [], meeting: '', consultation: 'U-1' }],
    ['ケース', 1, { cases: [], meeting: '', consultation: '' }],
    ['ケース', 900, { cases: [], meeting: '', consultation: '' }],
    ['シート1', 5, { cases: [], meeting: '', consultation: '' }],
  ])('knows what stands in %s, line %i', (tab, row, expected) => {
    book.active = tab;
    expect(answered('selectedRow', { row })).toEqual({ tab, row, ...expected });
  });

  it('lists the rows somebody else changed, too', () => {
    expect(answered('rowsInConflict')).toEqual([
      { tab: '会議', row: 3, id: 'r-3', name: 'M-1', why: '【根拠】相手は①です。' },
    ]);
  });

  const asked = { path: '/office/home', form: 'does=request' };
  it('hands a page or a form to the door, in the name of the person', () => {
    const sent: FetchRequest[] = [];
    const fetch = (request: FetchRequest) => {
      sent.push(request);
      return { status: 200, text: '{"status":200}' };
    };
    expect(answered('askOffice', { args: [asked], fetch })).toEqual({
      ok: true,
      by: 'kimura@example.jp',
      text: '{"status":200}',
    });
    const url = 'https://tsudoi.example.jp/v1/sidebar';
    const headers = { authorization: 'Bearer token-of-the-clerk', 'x-tsudoi-account': 'kimura@example.jp' };
    expect(sent).toEqual([{ url, body: JSON.stringify(asked), headers }]);
  });

  it('hands nothing in by another account than opened the sidebar: it would be recorded as somebody else’s', () => {
    const sent: FetchRequest[] = [];
    const fetch = (request: FetchRequest) => {
      sent.push(request);
      return { status: 200, text: '{}' };
    };
    expect(answered('askOffice', { args: [asked, 'private@example.com'], fetch })).toMatchObject({
      ok: false,
      by: 'kimura@example.jp',
    });
    expect(sent).toEqual([]);
    expect(answered('askOffice', { args: [asked, 'kimura@example.jp'], fetch })).toMatchObject({ ok: true });
  });

  const silent = () => {
    throw new Error('Address unavailable');
  };
  it.each([
    ['no answer', silent, '届きませんでした'],
    [
      'a stranger',
      () => ({ status: 401, text: '{"message":"Unauthorized"}' }),
      'このGoogleアカウントは登録されていません',
    ],
    [
      'an account of another domain',
      () => ({ status: 403, text: '{"refused":{"message":"町村が決めたドメインのものではありません。"}}' }),
      '町村が決めたドメイン',
    ],
    [
      'a page the office does not have',
      () => ({ status: 400, text: '{"refused":{"message":"読めません"}}' }),
      '読めません',
    ],
    ['a broken server', () => ({ status: 502, text: '<html>' }), '番号 502'],
  ])('says in words when there is %s', (_what, fetch, words) => {
    const answer = answered('askOffice', { args: [asked], fetch });
    expect(answer).toMatchObject({ ok: false, by: 'kimura@example.jp' });
    expect(JSON.stringify(answer)).toContain(words);
  });

  it.each([
    ['openSidebar', 'script.container.ui'],
    ['openSidebar', 'userinfo.email'],
    ['askOffice', 'script.external_request'],
    ['askOffice', 'openid'],
    ['selectedRow', 'spreadsheets.currentonly'],
    ['rowsInConflict', 'spreadsheets.currentonly'],
  ])('needs for %s the permission %s', (entry, scope) => {
    const fetch = () => ({ status: 200, text: '{}' });
    const run = () => runHere(without(scope), entry, { book, args: [asked], fetch });
    // UrlFetchApp's refusals are answered in words, as no answer at all.
    if (scope === 'script.external_request') expect(run().returned).toContain('届きませんでした');
    else expect(run).toThrow('the manifest lacks the scope');
  });

  it('lets the page call what the footer names, and nothing private or inside', () => {
    for (const entry of sidebarCalls) expect(built.code).toContain(`\nfunction ${entry}() {`);
    for (const entry of ['askOffice_', 'postTo', 'constructor', 'tsudoi.askOffice', ''])
      expect(() => runHere(built, entry, { book })).toThrow('no entry point');
  });

  it('takes and gives plain values only, as google.script.run does', () => {
    const notPlain = [new Date(0), { at: new Date(0) }, [new Map()], { press: () => undefined }];
    for (const value of notPlain) expect(() => plainText(value)).toThrow('plain values only');
    expect(() => runHere(built, 'askOffice', { book, args: [new Date(0)] })).toThrow('plain values only');
    expect(plainText({ a: [1, 'x', null, true], b: undefined })).toBe('{"a":[1,"x",null,true]}');
  });
});
