import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { aBook, type Book } from '../../local/apps-script/book.ts';
import { buildAddon, type Built } from '../../sheets-addon/build.ts';
import { runHere } from './support/run-here.ts';
import { rowsOf, type } from './support/workbook.ts';

const bodySchema = z.object({ rows: z.array(z.object({ row: z.string(), version: z.number() }).catchall(z.string())) });
type Body = z.infer<typeof bodySchema>;

function answer({ rows }: Body) {
  const answers = rows.map(({ row, version }) => ({ row, version, status: '済', problems: [] }));
  return { status: 200, text: JSON.stringify({ answers }) };
}

describe('rows on their way', () => {
  let built: Built;
  let book: Book;
  let bodies: Body[];
  let told: string | undefined;
  beforeAll(async () => {
    built = await buildAddon({});
  });
  beforeEach(() => {
    book = aBook();
    bodies = [];
    runHere(built, 'makeTabs', { book });
    book.active = 'ケース';
  });

  function send(respond: (body: Body) => { status: number; text: string } = answer) {
    const { toasts } = runHere(built, 'sendActiveTab', {
      book,
      fetch({ url, body }) {
        if (url.endsWith('/facts')) return { status: 200, text: '{"tabs":{}}' };
        const parsed = bodySchema.parse(JSON.parse(body));
        bodies.push(parsed);
        return respond(parsed);
      },
    });
    told = toasts.at(-1);
  }
  const cases = () => rowsOf(book, 'ケース');

  it('are 送信中 while the server thinks, and only these', () => {
    for (let at = 0; at < 201; at += 1) type(book, 'ケース', at + 2, { ケース番号: `C-${String(at)}`, 課題: '1' });
    const during: string[] = [];
    send((body) => {
      const states = cases().map((row) => row['状況'] ?? '');
      during.push(
        [...new Set(states)].map((one) => `${one}${String(states.filter((two) => two === one).length)}`).join(),
      );
      return answer(body);
    });
    expect(during).toEqual(['送信中200,未送信1', '済200,送信中1']);
    expect(cases().every((row) => row['状況'] === '済')).toBe(true);
  });

  it('are sent again as the very same when Google ended the execution before the answer came', () => {
    type(book, 'ケース', 2, { ケース番号: 'C-1', 課題: '1' });
    let ended = book;
    send((body) => {
      ended = structuredClone(book);
      return answer(body);
    });
    book = ended;
    expect(cases()).toMatchObject([{ 状況: '送信中', 版: '1', 行ID: bodies[0]?.rows[0]?.row }]);
    send();
    expect(bodies[1]).toEqual(bodies[0]);
    expect(cases()).toMatchObject([{ 状況: '済', 版: '1' }]);
  });

  it('that the server kept nothing of are 未送信 again, the others 済', () => {
    for (const at of [2, 3]) type(book, 'ケース', at, { ケース番号: `C-${String(at)}` });
    send((body) => answer({ rows: body.rows.slice(1) }));
    expect(cases()).toMatchObject([{ 状況: '未送信' }, { 状況: '済' }]);
    expect(told).toContain('1行を送れませんでした。');
  });

  it('are not called 済 when they were edited while the server was thinking', () => {
    type(book, 'ケース', 2, { ケース番号: 'C-1', 課題: '1' });
    send((body) => {
      type(book, 'ケース', 2, { 概要: 'あとから', 状況: '未送信' }); // as the edit trigger marks it
      return answer(body);
    });
    expect(cases()).toMatchObject([{ 状況: '未送信', 版: '1' }]);
    expect(told).toContain('1行が「済」になりました。');
    send();
    expect(bodies[1]?.rows).toMatchObject([{ version: 2, 概要: 'あとから' }]);
    expect(cases()).toMatchObject([{ 状況: '済', 版: '2' }]);
  });
});
