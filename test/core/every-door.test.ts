import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { menu, type Verb } from '../../core/commands/menu.ts';
import { asKept } from '../../core/commands/fit-to-keep.ts';
import { save } from '../../core/commands/save.ts';
import { messageOf } from '../../core/refusal-words.ts';
import { replyCodeOf } from '../../core/message/reply-code.ts';
import { holdsMyNumber, withoutMyNumber } from '../../core/my-number.ts';
import { recordSchemas } from '../../core/records.ts';
import { tabNames, tabs } from '../../core/sheet/columns.ts';
import { aConvenedTown } from '../support/small-meeting.ts';
import { aSmallTown, prefecture, type SmallTown, town } from '../support/small-town.ts';

const NUMBER = '123456789018';
/** As people write it, and as somebody would who wants it to pass. */
const disguises = [
  NUMBER,
  '1234 5678 9018',
  '1234-5678-9018',
  '1234・5678・9018',
  '１２３４５６７８９０１８',
  '１２３４　５６７８　９０１８',
  '1234ー5678ー9018',
  '123-456-789-018',
  '1 2 3 4 5 6 7 8 9 0 1 8',
  '1234\u200B56789018',
  '1234\u202E5678-9018',
  '母の番号は１２３４－５６７８－９０１８です。電話は090-0000-0001。',
  '090-0000-0001 1234-5678-9018',
];

type Path = readonly string[];
const objectSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  type: z.string().optional(),
});

/** Where a text may stand in what a verb takes; `*` is any key or any place in a list. */
function textsIn(schema: unknown, path: Path = []): readonly Path[] {
  const read = objectSchema.safeParse(schema);
  if (!read.success) return [];
  const { properties = {}, additionalProperties, items, anyOf = [], oneOf = [], type } = read.data;
  return [
    ...(type === 'string' ? [path] : []),
    ...Object.entries(properties).flatMap(([key, one]) => textsIn(one, [...path, key])),
    ...textsIn(additionalProperties, [...path, '*']),
    ...textsIn(items, [...path, '0']),
    ...[...anyOf, ...oneOf].flatMap((one) => textsIn(one, path)),
  ];
}

function saying([first, ...rest]: Path, text: string): unknown {
  if (first === undefined) return text;
  return first === '0' ? [saying(rest, text)] : { [first]: saying(rest, text) };
}

const verbs = Object.keys(menu).filter((verb): verb is Verb => verb in menu);
const fields = verbs
  .filter((verb) => verb !== 'rows' && verb !== 'inbound')
  .flatMap((verb) => {
    const paths = textsIn(z.toJSONSchema(menu[verb].input, { io: 'input', unrepresentable: 'any' }));
    return [...new Set(paths.map((path) => path.join('.')))].map((path) => [verb, path.split('.')] as const);
  });

/** Everything stored, as text. */
async function stored({ store }: SmallTown): Promise<string> {
  const kinds = Object.keys(recordSchemas).filter((kind): kind is keyof typeof recordSchemas => kind in recordSchemas);
  const records = await Promise.all(
    [prefecture, town].flatMap((code) => [
      ...kinds.filter((kind) => kind !== 'status').map((kind) => store.list(kind, code)),
      store.audit(code),
    ]),
  );
  return JSON.stringify(records);
}

describe('a My Number is refused', () => {
  it('in every text of every verb of the menu, without a trace', async () => {
    const one = await aConvenedTown();
    expect(fields.length).toBeGreaterThan(120);
    for (const [verb, path] of fields) {
      const refused = await one.tries('佐藤', verb, saying(path, `番号 ${NUMBER}`));
      expect({ verb, path, ...refused }).toMatchObject({ code: 'my-number' });
    }
    expect(holdsMyNumber(await stored(one))).toBe(false);
  });

  it.each(disguises)('as %j', async (text) => {
    const one = await aSmallTown();
    expect(await one.tries('木村', 'case', { id: 'C-1', summary: text })).toEqual({
      code: 'my-number',
      field: 'summary',
    });
    expect(await one.tries('木村', 'case', { id: 'C-1', members: [{ id: 'A', name: '試験', phone: text }] })).toEqual({
      code: 'my-number',
      field: 'phone',
    });
  });

  it('as a number, and in a name of a field', async () => {
    const one = await aSmallTown();
    expect(await one.tries('木村', 'case', { id: 123456789018 })).toMatchObject({ code: 'my-number' });
    expect(await one.tries('木村', 'case', { id: 'C-1', [NUMBER]: '' })).toMatchObject({ code: 'my-number' });
  });

  it('in every column of every tab of the sheet: that row alone, and its cells are not kept', async () => {
    const one = await aSmallTown();
    for (const tab of tabNames) {
      const rows = tabs[tab].map((column, index) => ({ row: `r-${String(index)}`, version: 1, [column]: NUMBER }));
      await one.does('木村', 'rows', { tab, rows: [...rows, { row: 'other', version: 1, 自由な列: NUMBER }] });
    }
    const rows = await one.store.list('row', town);
    expect(rows.every(({ status, cells }) => status === '要修正' && Object.keys(cells).length === 0)).toBe(true);
    expect(rows).toHaveLength(tabNames.reduce((sum, tab) => sum + tabs[tab].length + 1, 0));
    expect(holdsMyNumber(await stored(one))).toBe(false);
  });

  it('behind all doors, by whatever is saved', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1' });
    const put = [{ ...(await one.case()), summary: NUMBER }];
    const actor = { kind: 'staff', id: (await one.case()).worker, role: 'clerk', serves: town } as const;
    if (actor.id === undefined) throw new Error('nobody works on it');
    const done = await save(one.deps, { ...actor, id: actor.id }, { command: 'new-door', town, id: 'C-1', put });
    expect(done).toEqual({ ok: false, error: { code: 'my-number', field: 'summary' } });
  });
});

describe('a mail that holds a My Number', () => {
  async function mailed(text: string, subject = 'Re: 関係機関会議') {
    const one = await aConvenedTown(['包括']);
    const code = replyCodeOf(one.deps.secrets, await one.meeting(), await one.invitation('包括'));
    await one.does('佐藤', 'inbound', { mail: { from: 'a@example.jp', subject, text: text.replace('CODE', code) } });
    return one;
  }

  it('loses the number and nothing else: the answer counts, and a task says what was struck out', async () => {
    const one = await mailed('意見書提出\n受診をすすめています。母の番号 1234-5678-9018 です。データは別便。\nCODE');
    const [reply] = (await one.invitation('包括')).replies;
    expect(reply).toMatchObject({ answer: '意見書提出', source: 'メール返信' });
    expect(reply?.text).toContain('受診をすすめています。母の番号 【個人番号は消しました】 です。データは別便。');
    expect(await one.tasks()).toEqual(['my-number 包括 → 佐藤', 'quorum M-1 → 佐藤']);
    expect(holdsMyNumber(await stored(one))).toBe(false);
  });

  it('that says nothing clear is for a person to read, without the number', async () => {
    const one = await mailed('了解しました。１２３４５６７８９０１８\nCODE');
    expect((await one.tasks()).toSorted()).toEqual(['confirm-reply 包括 → 佐藤', 'my-number 包括 → 佐藤']);
    const [task] = (await one.store.list('task', town)).filter(({ taskKind }) => taskKind === 'confirm-reply');
    expect(task?.said).toContain('了解しました。【個人番号は消しました】');
    expect(holdsMyNumber(await stored(one))).toBe(false);
  });

  it('in its subject is told too', async () => {
    const one = await mailed('出席\nCODE', `番号 ${NUMBER}`);
    expect(await one.tasks()).toEqual(['my-number 包括 → 佐藤']);
    expect(holdsMyNumber(await stored(one))).toBe(false);
  });

  it.each(disguises)('as %j is cleaned of it', (text) => {
    expect(holdsMyNumber(withoutMyNumber(`前 ${text} 後`))).toBe(false);
    expect(withoutMyNumber(`前 ${text} 後`)).toMatch(/^前 .*【個人番号は消しました】.* 後$/);
  });
});

describe('a text of any kind', () => {
  const odd = [
    '=cmd|"/c calc"!A1',
    '+1+1',
    '<script>alert(1)</script>',
    "'; DROP TABLE records; --",
    '{{link}} ${x} {% $states %}',
    'タブ\tと\n改行',
    '𠮷野家の吉󠄀田さん',
    '👨‍👩‍👧',
  ];
  it.each(odd)('%j is kept as it was typed', async (text) => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', summary: text });
    expect((await one.case()).summary).toBe(text);
  });

  it.each([
    ['a\u0000b\u0007c', 'abc'],
    ['一行目\r\n二行目\r三行目', '一行目\n二行目\n三行目'],
    ['花子\u202E子花\u202C', '花子子花'],
    ['半分\uD842だけ', '半分\uFFFDだけ'],
  ])('%j loses what nobody sees', async (text, kept) => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', summary: text });
    expect((await one.case()).summary).toBe(kept);
  });

  it('is changed once and then no more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(asKept(asKept(text))).toBe(asKept(text));
      }),
    );
  });

  it.each([
    ['summary', 10_000, (text: string) => ({ id: 'C-1', summary: text })],
    ['name', 200, (text: string) => ({ id: 'C-1', members: [{ id: 'A', name: text }] })],
  ])('of %s is refused, in words, when it is longer than %i', async (field, limit, said) => {
    const one = await aSmallTown();
    const refused = await one.tries('木村', 'case', said('あ'.repeat(limit + 1)));
    expect(refused).toMatchObject({ code: 'bad-input', field });
    if (refused.code === 'bad-input')
      expect(messageOf(refused)).toContain(`受け取ったのは${String(limit + 1)}字）。${String(limit)}字までに縮めて`);
    expect(await one.tries('木村', 'case', said('あ'.repeat(limit)))).toEqual({ code: 'ok' });
  });

  it('nested without end is refused like any other nonsense', async () => {
    const one = await aSmallTown();
    const deep: unknown = Array.from({ length: 5000 }).reduce<unknown>((inner) => [inner], 'x');
    expect(await one.tries('木村', 'case', { id: 'C-1', summary: deep })).toMatchObject({ code: 'bad-input' });
  });
});
