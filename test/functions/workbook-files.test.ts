import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../functions/workbook/xml.ts';
import { dayText, formatOf, numberText } from '../../functions/workbook/number-text.ts';
import { aSmallTown } from '../support/small-town.ts';
import { answersIn, call, cases, textsOf, told, withPart, workbookOf } from '../support/workbooks.ts';

describe('a text in a workbook', () => {
  it('comes back as it was written, whatever it is', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replaceAll(/\r\n?/g, '\n'));
    fc.assert(
      fc.property(texts, (text) => {
        const kept = text.trim() === '' ? '' : text;
        expect(
          textsOf(
            workbookOf({
              表: [
                ['列', '端'],
                [text, 'x'],
              ],
            }),
          )['表']?.[1]?.[0],
        ).toBe(kept);
      }),
    );
  });

  it.each([
    '𠮷野家',
    '髙橋',
    'a\nb',
    '=1+1',
    '+81',
    '-1',
    '@SUM(A1)',
    '"引用"',
    "'0123",
    '0123',
    '_x0041_',
    '&lt;',
    'あ'.repeat(32_767),
  ])('is a text and no formula: %j', (text) => {
    const file = workbookOf({ 表: [['列'], [text]] });
    expect(textsOf(file)['表']).toEqual([['列'], [text]]);
    const sheet = new TextDecoder().decode(unzipSync(file)['xl/worksheets/sheet1.xml']);
    expect(sheet).not.toContain('<f>');
  });
});

describe('a number in a workbook', () => {
  it.each([
    [46_174, false, '2026-06-01'],
    [44_712, true, '2026-06-01'],
    [46_174.4375, false, '2026-06-01 10:30'],
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [0.5, false, '12:00'],
  ])('%s counted from 1904: %s is %s', (serial, from1904, text) => {
    expect(dayText(serial, from1904)).toBe(text);
  });

  it.each([
    [14, undefined, true],
    [57, undefined, true],
    [164, '[$-411]ggge"年"m"月"d"日"', true],
    [165, '0000', false],
    [166, '#,##0"円"', false],
    [167, 'General', false],
  ])('is a day where its format says so: %s %s', (id, code, isDate) => {
    expect(formatOf(id, code).isDate).toBe(isDate);
  });

  it('keeps the zeros its format shows, and has no exponent', () => {
    expect([
      numberText(7, { digits: 4 }),
      numberText(1e21, { digits: 0 }),
      numberText(0.1 + 0.2, { digits: 0 }),
    ]).toEqual(['0007', '1000000000000000000000', '0.3']);
  });
});

const LISTED = [0x50, 0x4b, 0x01, 0x02];
/** Where each file of an archive stands in the list at its end. */
function placesIn(file: Uint8Array): readonly number[] {
  return [...file.keys()].filter((at) => LISTED.every((byte, next) => file[at + next] === byte));
}

/** An archive whose list says that nothing comes out of its files. */
function lying(content: Uint8Array): Uint8Array {
  const file = zipSync({ 'xl/workbook.xml': content });
  for (const at of placesIn(file)) new DataView(file.buffer).setUint32(at + 24, 1, true);
  return file;
}

/** Four hundred files of which all but the first are the same bytes, the last of this archive. */
function shared(file: Uint8Array): Uint8Array {
  const [, last = 0] = placesIn(file);
  const list = file.slice(last, file.length - 22);
  const end = file.slice(file.length - 22);
  const view = new DataView(end.buffer);
  view.setUint16(8, 400, true);
  view.setUint32(16, last, true);
  return Buffer.concat([file.slice(0, last), ...Array.from({ length: 400 }, () => list), end]);
}

/** A list of a large archive (zip64) that says how many files it has, and has none. */
function endless(): Uint8Array {
  const bytes = Buffer.alloc(56 + 20 + 22);
  bytes.writeUInt32LE(0x06_06_4b_50, 4);
  bytes.writeUInt32LE(0xff_ff_ff_ff, 4 + 32);
  bytes.writeUInt32LE(0x07_06_4b_50, 56);
  bytes.writeUInt32LE(4, 56 + 8);
  bytes.writeUInt32LE(0x06_05_4b_50, 76);
  bytes.writeUInt16LE(1, 76 + 8);
  return Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), bytes.subarray(4)]);
}

describe('whoever brings a file', () => {
  it.each([
    ['nothing', new Uint8Array(), 'ファイルが選ばれていない'],
    ['a page', strToU8('<html>'), 'ではないか、途中で切れています'],
    ['the old format', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]), '古い形式（.xls）'],
    [
      'a locked file',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      'パスワード',
    ],
    ['macros', zipSync({ 'xl/workbook.xml': strToU8('<a/>'), 'xl/vbaProject.bin': strToU8('x') }), '.xlsm'],
    ['another archive', zipSync({ 'a.txt': strToU8('x') }), 'ではありません'],
    ['half a file', workbookOf(cases).slice(0, 900), '壊れている'],
    ['a bomb', zipSync({ 'xl/workbook.xml': new Uint8Array(70 * 1024 * 1024) }), '開くと大きすぎる'],
    ['a bomb that says it is small', lying(new Uint8Array(70 * 1024 * 1024)), '開くと大きすぎる'],
    [
      'a bomb of bombs',
      shared(zipSync({ a: strToU8('x'), 'xl/workbook.xml': new Uint8Array(9 * 1024 * 1024) })),
      '開くと大きすぎる',
    ],
    ['a list of four thousand million files', endless(), '開くと大きすぎる'],
    ['too much', new Uint8Array(5 * 1024 * 1024), '大きすぎます'],
    [
      'a document type',
      withPart(workbookOf(cases), 'xl/worksheets/sheet1.xml', (xml) => `<!DOCTYPE a [<!ENTITY b "c">]>${xml}`),
      '読めない書き方',
    ],
    ['other tabs', workbookOf({ Sheet1: [['a'], ['b']] }), 'つどいの表がありません'],
    [
      '10,001 rows',
      workbookOf({ ケース: [['ケース番号'], ...Array.from({ length: 10_001 }, (_, at) => [`C-${String(at)}`])] }),
      '10000件まで',
    ],
  ])('is told what is wrong with %s', async (_name, file, words) => {
    const one = await aSmallTown();
    const answer = await call(one, '木村', { bytes: file });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).toContain(words);
  });

  const sheet = (cells: string) => (xml: string) => xml.replace(/<c r="B2"[\s\S]*?<\/c>/, cells);
  it.each([
    ['a formula with its value', '<c r="B2" t="str"><f>"1"</f><v>1</v></c>', '済', ''],
    ['a formula without one', '<c r="B2"><f>1+1</f></c>', '要修正', '式が入っていて'],
    ['an error', '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '要修正', '#DIV/0!'],
    ['a number', '<c r="B2"><v>1</v></c>', '済', ''],
  ])('is answered beside %s', async (_name, cell, status, words) => {
    const one = await aSmallTown();
    const file = withPart(
      workbookOf({
        ケース: [
          ['ケース番号', '課題'],
          ['C-1', '2'],
        ],
      }),
      'xl/worksheets/sheet1.xml',
      sheet(cell),
    );
    expect(await answersIn(one, file)).toMatchObject([{ status }]);
    expect(await told(one, file)).toContain(words);
  });

  it('is asked to part joined cells', async () => {
    const one = await aSmallTown();
    const joined = withPart(workbookOf(cases), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'),
    );
    expect(await answersIn(one, joined)).toMatchObject([{ status: '要修正' }, { status: '要修正' }]);
  });

  it('is asked for the 0 that a number of a telephone lost', async () => {
    const one = await aSmallTown();
    const file = withPart(
      workbookOf({
        相談受付: [
          ['受付番号', '連絡先', '氏名', '相談日時'],
          ['U-1', 'x', '試験花子', '2026-06-01'],
        ],
      }),
      'xl/worksheets/sheet1.xml',
      sheet('<c r="B2"><v>891234567</v></c>'),
    );
    expect(await told(one, file)).toContain('先頭の0が消えています');
  });
});

describe('a part of a workbook in which nothing ends', () => {
  // Read from each beginning to the end of the part, a file of a few kilobytes would keep the machine busy for hours.
  it.each(['<!--', '<?', '<![CDATA[', '<a ', '<a "', 'b', '<b:', '</b ', '&#'])('is read at once: %j', (sign) => {
    const pieces = [...piecesOf(`<v>7</v><${sign.repeat(1_000_000)}`)];
    expect(pieces.slice(0, 3)).toEqual([
      { kind: 'open', name: 'v', attributes: {}, empty: false },
      { kind: 'text', text: '7' },
      { kind: 'close', name: 'v' },
    ]);
  });

  it('nor do the names of what a tag says', () => {
    expect([...piecesOf(`<c ${'b'.repeat(1_000_000)} r="A1" x:s='2'/>`)]).toEqual([
      { kind: 'open', name: 'c', attributes: { r: 'A1', s: '2' }, empty: true },
    ]);
  });
});
