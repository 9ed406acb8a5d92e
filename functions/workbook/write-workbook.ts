import { strToU8, zipSync } from 'fflate';
import { boxesXml, notedIn, notesXml } from './notes-xml.ts';
import type { WrittenSheet } from './sheet-model.ts';
import { sheetXml } from './sheet-xml.ts';
import { escaped } from './xml.ts';

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEETS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Always the same bytes for the same sheets: the archive names no moment of its own. */
const NO_MOMENT = '1980-01-01T00:00:00';

/** An .xlsx in which every cell is a text. */
export function writeWorkbook(sheets: readonly WrittenSheet[]): Uint8Array {
  const colours = coloursOf(sheets);
  const parts: Record<string, string> = {
    '[Content_Types].xml': typesXml(sheets.map(({ columns }) => notedIn(columns).length > 0)),
    '_rels/.rels': relationsXml([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(sheets),
    'xl/_rels/workbook.xml.rels': relationsXml([
      ...sheets.map((_sheet, at) => ['worksheet', `worksheets/sheet${String(at + 1)}.xml`] as const),
      ['styles', 'styles.xml'] as const,
    ]),
    'xl/styles.xml': stylesXml([...colours.keys()]),
  };
  sheets.forEach((sheet, at) => Object.assign(parts, partsOfSheet(sheet, String(at + 1), colours)));
  return packed(parts);
}

/** The archive of these files, by path. */
export function packed(parts: Readonly<Record<string, string>>): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const [path, text] of Object.entries(parts)) files[path] = strToU8(text);
  return zipSync(files, { level: 6, mtime: NO_MOMENT });
}

function partsOfSheet(sheet: WrittenSheet, number: string, colours: ReadonlyMap<string, number>) {
  const noted = notedIn(sheet.columns);
  const written = { [`xl/worksheets/sheet${number}.xml`]: sheetXml(sheet, colours) };
  if (noted.length === 0) return written;
  return {
    ...written,
    [`xl/comments${number}.xml`]: notesXml(noted),
    [`xl/drawings/notes${number}.vml`]: boxesXml(noted),
    [`xl/worksheets/_rels/sheet${number}.xml.rels`]: relationsXml([
      ['vmlDrawing', `../drawings/notes${number}.vml`],
      ['comments', `../comments${number}.xml`],
    ]),
  };
}

function coloursOf(sheets: readonly WrittenSheet[]): ReadonlyMap<string, number> {
  const all = sheets.flatMap(({ columns }) => columns.flatMap(({ colours = {} }) => Object.values(colours)));
  return new Map([...new Set(all)].map((colour, at) => [colour, at]));
}

export function relationsXml(relations: readonly (readonly [type: string, target: string])[]): string {
  const entries = relations.map(
    ([type, target], at) => `<Relationship Id="rId${String(at + 1)}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`;
}

/** @param noted whether each sheet has notes over its titles */
export function typesXml(noted: readonly boolean[]): string {
  const overrides = noted.flatMap((isNoted, at) => {
    const number = String(at + 1);
    const sheet = override(`/xl/worksheets/sheet${number}.xml`, `${SHEETS}.worksheet+xml`);
    return isNoted ? [sheet, override(`/xl/comments${number}.xml`, `${SHEETS}.comments+xml`)] : [sheet];
  });
  return [
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    override('/xl/workbook.xml', `${SHEETS}.sheet.main+xml`),
    override('/xl/styles.xml', `${SHEETS}.styles+xml`),
    ...overrides,
    '</Types>',
  ].join('');
}

const override = (path: string, type: string) => `<Override PartName="${path}" ContentType="${type}"/>`;

function workbookXml(sheets: readonly WrittenSheet[]): string {
  const entries = sheets.map(({ name, kept }, at) => {
    const number = String(at + 1);
    const state = kept === true ? ' state="veryHidden"' : '';
    return `<sheet name="${escaped(name)}" sheetId="${number}"${state} r:id="rId${number}"/>`;
  });
  return `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}"><sheets>${entries.join('')}</sheets>${printedXml(sheets)}</workbook>`;
}

/** The titles, and the number each row begins with, stand on every page that is printed. */
function printedXml(sheets: readonly WrittenSheet[]): string {
  const titles = sheets.flatMap(({ name, kept }, at) =>
    kept === true
      ? []
      : [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${String(at)}">'${escaped(name)}'!$A:$A,'${escaped(name)}'!$1:$1</definedName>`,
        ],
  );
  return `<definedNames>${titles.join('')}</definedNames>`;
}

const cellStyle = (font: number, fill: number) =>
  `<xf numFmtId="49" fontId="${String(font)}" fillId="${String(fill)}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;
const solid = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;

/** In the order of `styles` in sheet-xml.ts. Number format 49 is text: 0123 keeps its zero. */
function stylesXml(colours: readonly string[]): string {
  const marks = colours.map(
    (colour) =>
      `<dxf><fill><patternFill patternType="solid"><bgColor rgb="FF${colour.slice(1).toUpperCase()}"/></patternFill></fill></dxf>`,
  );
  return [
    `${HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    '<fonts count="2"><font><sz val="11"/><name val="Yu Gothic"/></font><font><b/><sz val="11"/><name val="Yu Gothic"/></font></fonts>',
    `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('E8F0FE')}${solid('EFEFEF')}</fills>`,
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${cellStyle(0, 0)}${cellStyle(1, 2)}${cellStyle(0, 3)}${cellStyle(1, 3)}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    `<dxfs count="${String(marks.length)}">${marks.join('')}</dxfs></styleSheet>`,
  ].join('');
}
