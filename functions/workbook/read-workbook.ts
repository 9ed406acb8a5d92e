import type { Refused } from '../../core/refusal.ts';
import { ok, refuse, type Result } from '../../core/result.ts';
import { type Format, formatOf } from './number-text.ts';
import { type Parts, partsOf, textOf } from './parts-of-file.ts';
import { isOn, type ReadSheet, readSheet } from './read-sheet.ts';
import { placedIn, wordsIn } from './texts.ts';
import { NotPlainXml, piecesOf, readCell } from './xml.ts';

export type ReadWorkbook = ReadonlyMap<string, ReadSheet>;

/** All sheets of an .xlsx by name, as people see them. */
export function readWorkbook(bytes: Uint8Array): Result<ReadWorkbook, Refused> {
  const opened = partsOf(bytes);
  if (!opened.ok) return opened;
  try {
    return ok(sheetsIn(opened.value));
  } catch (error) {
    if (!(error instanceof NotPlainXml)) throw error;
    const problem = '読めない書き方のファイルです。つどいから受け取ったファイルに書き写して、入れてください。';
    return refuse({ code: 'bad-input', field: 'ファイル', problem });
  }
}

function sheetsIn(parts: Parts): ReadWorkbook {
  const around = { shared: sharedIn(parts), formats: formatsIn(parts), from1904: false };
  const places = placesIn(parts);
  const sheets: { name: string; place: string }[] = [];
  for (const piece of piecesOf(textOf(parts, 'xl/workbook.xml'))) {
    if (piece.kind !== 'open') continue;
    if (piece.name === 'workbookPr') around.from1904 = isOn(piece.attributes['date1904']);
    const { name, id } = piece.attributes;
    if (piece.name === 'sheet' && name !== undefined) sheets.push({ name, place: places.get(id ?? '') ?? '' });
  }
  return new Map(
    sheets.map(({ name, place }) => [name.normalize('NFKC').trim(), readSheet(textOf(parts, place), around)]),
  );
}

/** Where each sheet of the workbook lies, by the id it is named by. */
function placesIn(parts: Parts): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const piece of piecesOf(textOf(parts, 'xl/_rels/workbook.xml.rels'))) {
    if (piece.kind !== 'open' || piece.name !== 'Relationship') continue;
    const { Id = '', Target = '' } = piece.attributes;
    found.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  }
  return found;
}

function sharedIn(parts: Parts): readonly string[] {
  const texts: string[] = [];
  for (const placed of placedIn(textOf(parts, 'xl/sharedStrings.xml'))) {
    if (placed.piece.kind === 'open' && placed.piece.name === 'si') texts.push('');
    const words = wordsIn(placed);
    if (words !== '') texts.push(`${texts.pop() ?? ''}${words}`);
  }
  return texts.map(readCell);
}

function formatsIn(parts: Parts): readonly Format[] {
  const codes = new Map<number, string>();
  const formats: Format[] = [];
  for (const { piece, path } of placedIn(textOf(parts, 'xl/styles.xml'))) {
    if (piece.kind !== 'open') continue;
    const id = Number(piece.attributes['numFmtId'] ?? '0');
    if (piece.name === 'numFmt') codes.set(id, piece.attributes['formatCode'] ?? '');
    if (piece.name === 'xf' && path.at(-1) === 'cellXfs') formats.push(formatOf(id, codes.get(id)));
  }
  return formats;
}
