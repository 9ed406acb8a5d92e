import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { aBook, type Book } from '../../local/apps-script/book.ts';
import type { FetchRequest, FetchResponse } from '../../local/apps-script/google.ts';
import type { Shown } from '../../local/apps-script/run-in-thread.ts';
import { buildAddon, type Built } from '../../sheets-addon/build.ts';
import { runHere } from './support/run-here.ts';
import { rowsOf, type } from './support/workbook.ts';

const manifestSchema = z.looseObject({ oauthScopes: z.array(z.string()) });
const lacking = { ケース番号: 'C-L', 課題: '3', 状況: '済', 版: '0', 送信内容: 'h' };
const bodySchema = z.object({ rows: z.array(z.object({ row: z.string(), version: z.number() })) });

const [sheet, screen, request, mail] = [
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/script.container.ui',
  'https://www.googleapis.com/auth/script.external_request',
  'https://www.googleapis.com/auth/userinfo.email',
];
const asking = [request, mail, 'openid'];
const sending = [sheet, ...asking];

/** Every entry point, what it is called with, and what somebody must have allowed for it. */
const entries: readonly (readonly [string, readonly unknown[], readonly string[]])[] = [
  ['onOpen', [], []],
  ['onInstall', [], []],
  ['openSidebar', [], [screen, mail]],
  ['makeTabs', [], sending],
  ['sendActiveTab', [], sending],
  ['refreshFacts', [], sending],
  ['addMissingRows', [], sending],
  ['takeTheirs', [], sending],
  ['keepMine', [], sending],
  ['pullNews', [{}], sending],
  ['chooseVersion', ['mine', 'ケース', 'r-1'], sending],
  ['askOffice', [{ path: '/office/home' }], asking],
  ['selectedRow', [], [sheet]],
  ['rowsInConflict', [], [sheet]],
];

let built: Built;
beforeAll(async () => {
  built = await buildAddon({});
});

/** A tab with 450 new rows, and one that waits for a choice. */
function filledBook(): Book {
  const book = aBook();
  runHere(built, 'makeTabs', { book });
  book.active = 'ケース';
  for (let at = 0; at < 450; at += 1) type(book, 'ケース', at + 3, { ケース番号: `C-${String(at)}`, 課題: '1' });
  type(book, 'ケース', 2, { ケース番号: 'C-X', 課題: '2', 状況: '競合', 行ID: 'r-1', 送信内容: 'h', 版: '1' });
  return book;
}

function answer({ url, body }: FetchRequest): FetchResponse {
  if (url.endsWith('/sidebar')) return { status: 200, text: '{"status":200,"page":""}' };
  const facts = { 今の状態: '受付', 次の予定: '', 計画: '', 遅れ: '' };
  const news = { rows: [{ key: 'C-7', facts }], cursor: 'c', more: false };
  if (url.endsWith('/lacking')) return { status: 200, text: JSON.stringify({ rows: [lacking], more: false }) };
  if (url.endsWith('/facts')) return { status: 200, text: JSON.stringify({ tabs: { ケース: news } }) };
  const { rows } = bodySchema.parse(JSON.parse(body));
  return {
    status: 200,
    text: JSON.stringify({ answers: rows.map((row) => ({ ...row, status: '済', problems: [] })) }),
  };
}

describe('every entry point of the add-on', () => {
  it('is here', () => {
    const named = [...built.code.matchAll(/^function (\w+)\(/gm)].map(([, name]) => name);
    expect(entries.map(([entry]) => entry).toSorted()).toEqual(named.filter((name) => name !== 'onEdit').toSorted());
  });

  it.each(entries)(
    '%s works with what it needs, and says which permission is missing without any one of it',
    (entry, args, needed) => {
      const manifest = manifestSchema.parse(JSON.parse(built.manifest));
      for (const scope of manifest.oauthScopes) {
        const less = { ...manifest, oauthScopes: manifest.oauthScopes.filter((one) => one !== scope) };
        const run = () =>
          runHere({ ...built, manifest: JSON.stringify(less) }, entry, {
            book: filledBook(),
            fetch: answer,
            args,
            row: 2,
          });
        if (needed.includes(scope) && scope !== request) expect(run).toThrow(`the manifest lacks the scope ${scope}`);
        // Google's exception is that of a network that fails.
        else if (needed.includes(scope)) expect(wordsOf(run())).toContain('許可');
        else expect(run).not.toThrow();
      }
    },
  );
});

/** What may come instead of an answer. */
const failures: readonly (readonly [string, (request: FetchRequest) => FetchResponse])[] = [
  [
    'no answer',
    () => {
      throw new Error('Address unavailable');
    },
  ],
  [
    'an answer that never came back, though the server had done it',
    (asked) => {
      answer(asked);
      throw new Error('timeout');
    },
  ],
  ['503', () => ({ status: 503, text: '' })],
  ['a page of something in between', () => ({ status: 200, text: '<html>' })],
  ['half an answer', (asked) => ({ status: 200, text: answer(asked).text.slice(0, 40) })],
];

describe.each(failures)('when a request fails with %s', (_what, fail) => {
  const actions = entries.filter(([, , needed]) => needed.includes(request));
  it.each(actions)(
    '%s says so or tries again, whichever request it is, and ends as if nothing had happened',
    (entry, args) => {
      const undisturbed = filledBook();
      let requests = 0;
      const counting = (asked: FetchRequest) => {
        requests += 1;
        return answer(asked);
      };
      runHere(built, entry, { book: undisturbed, fetch: counting, args, row: 2 });
      expect(requests).toBeGreaterThan(0);
      runHere(built, 'sendActiveTab', { book: undisturbed, fetch: answer });

      for (let failing = 1; failing <= requests; failing += 1) {
        const book = filledBook();
        let at = 0;
        const fetch = (asked: FetchRequest) => {
          at += 1;
          return at === failing ? fail(asked) : answer(asked);
        };
        const broken = runHere(built, entry, { book, fetch, args, row: 2 });
        expect(wordsOf(broken)).not.toMatch(/undefined|Error|timeout/);
        for (const again of [entry, 'sendActiveTab']) runHere(built, again, { book, fetch: answer, args, row: 2 });
        expect(shown(book)).toEqual(shown(undisturbed));
      }
    },
  );
});

const wordsOf = ({ toasts, returned }: Shown) => `${toasts.join()}${returned}`;

/** Without 行ID, which differ from one time to the next. */
function shown(book: Book) {
  return rowsOf(book, 'ケース').map((row) => Object.entries(row).filter(([column]) => column !== '行ID'));
}
