import {
  type FormCell,
  type FormLine,
  GRID,
  heightOf,
  type Look,
  type StandardForm,
} from '../../core/standard-form/model.ts';
import { lettersOf } from './sheet-xml.ts';
import { HEAD, OFFICE, packed, relationsXml, typesXml } from './write-workbook.ts';
import { escaped, escapedCell } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** 24 columns of it fill a sheet of A4 between its margins. */
const COLUMN_WIDTH = '3.6';
const POINTS_OF_LINE = 14;
const POINTS_AROUND = 4;
/** Excel draws no line higher. */
const HIGHEST = 409;

/** Their places in `styles.xml`. */
const styles: Readonly<Record<Look, number>> = { words: 1, title: 2, section: 3, label: 4, box: 5, story: 6 };

/** A paper as an .xlsx: one sheet of A4 upright, one page wide, every cell a text, nothing locked. */
export function formWorkbook(form: StandardForm): Uint8Array {
  return packed({
    '[Content_Types].xml': typesXml([false]),
    '_rels/.rels': relationsXml([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbookXml(form),
    'xl/_rels/workbook.xml.rels': relationsXml([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml,
    'xl/worksheets/sheet1.xml': formXml(form),
  });
}

/** Excel lets no tab have a longer name. */
const sheetName = ({ title }: StandardForm) => title.replaceAll('　', '').slice(0, 31);

function workbookXml(form: StandardForm): string {
  const name = sheetName(form);
  const area = `'${name}'!$A$1:$${lettersOf(GRID - 1)}$${String(form.lines.length)}`;
  return [
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets>`,
    `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">${escaped(area)}</definedName></definedNames></workbook>`,
  ].join('');
}

function formXml({ lines }: StandardForm): string {
  const joined = lines.flatMap((line, at) => joinedIn(line, at + 1));
  return [
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>',
    `<cols><col min="1" max="${String(GRID)}" width="${COLUMN_WIDTH}" customWidth="1"/></cols>`,
    `<sheetData>${lines.map((line, at) => lineXml(line, at + 1)).join('')}</sheetData>`,
    `<mergeCells count="${String(joined.length)}">${joined.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
    '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/></worksheet>',
  ].join('');
}

/** The cells of a line with the columns they begin in. */
function placed({ cells }: FormLine): readonly (readonly [cell: FormCell, from: number])[] {
  return cells.map((cell, at) => [cell, cells.slice(0, at).reduce((sum, { span }) => sum + span, 0)] as const);
}

/** Joined cells grow by themselves in no spreadsheet: the height is reckoned from what stands in them. */
function lineXml(line: FormLine, number: number): string {
  const points = Math.min(HIGHEST, heightOf(line) * POINTS_OF_LINE + POINTS_AROUND);
  const cells = placed(line).map(([cell, from]) => cellXml(cell, from, number));
  return `<row r="${String(number)}" ht="${String(points)}" customHeight="1">${cells.join('')}</row>`;
}

/** Every cell of the grid has the look of its box, so that the lines around it are whole. */
function cellXml({ look, text, span }: FormCell, from: number, number: number): string {
  const at = (column: number) => `r="${lettersOf(column)}${String(number)}" s="${String(styles[look])}"`;
  const rest = Array.from({ length: span - 1 }, (_, index) => `<c ${at(from + index + 1)}/>`);
  const first =
    text === ''
      ? `<c ${at(from)}/>`
      : `<c ${at(from)} t="inlineStr"><is><t xml:space="preserve">${escapedCell(text)}</t></is></c>`;
  return `${first}${rest.join('')}`;
}

function joinedIn(line: FormLine, number: number): readonly string[] {
  const row = String(number);
  return placed(line).flatMap(([{ span }, from]) =>
    span === 1 ? [] : [`${lettersOf(from)}${row}:${lettersOf(from + span - 1)}${row}`],
  );
}

const font = (size: number, bold: boolean) =>
  `<font>${bold ? '<b/>' : ''}<sz val="${String(size)}"/><name val="Yu Gothic"/></font>`;
const style = (of: { font: number; fill: number; border: number; across: 'left' | 'center'; down?: 'top' }) =>
  `<xf numFmtId="49" fontId="${String(of.font)}" fillId="${String(of.fill)}" borderId="${String(of.border)}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${of.across}" vertical="${of.down ?? 'center'}" wrapText="1"/></xf>`;
const grey = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
const side = (name: string) => `<${name} style="thin"><color rgb="FF000000"/></${name}>`;

/** In the order of `styles`; shades of grey only, for a printer without colours. */
const stylesXml = [
  `${HEAD}<styleSheet xmlns="${MAIN}">`,
  `<fonts count="3">${font(10, false)}${font(15, true)}${font(10, true)}</fonts>`,
  `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${grey('D9D9D9')}${grey('F2F2F2')}</fills>`,
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  style({ font: 0, fill: 0, border: 0, across: 'left' }),
  style({ font: 1, fill: 0, border: 0, across: 'center' }),
  style({ font: 2, fill: 2, border: 1, across: 'left' }),
  style({ font: 0, fill: 3, border: 1, across: 'left' }),
  style({ font: 0, fill: 0, border: 1, across: 'left' }),
  style({ font: 0, fill: 0, border: 1, across: 'left', down: 'top' }),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('');
