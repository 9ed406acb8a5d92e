import { heightOfRow, pagesAcross } from './fit-to-paper.ts';
import type { Column, WrittenSheet } from './sheet-model.ts';
import { escaped, escapedCell } from './xml.ts';

/** The styles of `styles.xml`, by their place in it. */
export const styles = { text: 1, title: 2, own: 3, ownTitle: 4 } as const;
/** Lines that are made ready for typing. */
const LAST_LINE = 10_001;
/** A list of choices that stands in the file itself may not be longer. */
const LONGEST_LIST = 255;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** @param colours the place of each colour among the styles of marked cells */
export function sheetXml(sheet: WrittenSheet, colours: ReadonlyMap<string, number>): string {
  const { columns, lines } = sheet;
  const noted = columns.some(({ note }) => note !== undefined);
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="18.75"/>',
    `<cols>${columns.map(columnXml).join('')}</cols><sheetData>`,
    lineXml(
      1,
      columns,
      titleOf,
      columns.map(({ name }) => name),
    ),
    ...lines.map((line, at) => lineXml(at + 2, columns, styleOf, line)),
    `</sheetData>${columns.map((column, at) => markedXml(column, at, colours)).join('')}${choicesXml(columns)}`,
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${String(pagesAcross(columns))}" fitToHeight="0"/>`,
    noted ? '<legacyDrawing r:id="rId1"/>' : '',
    '</worksheet>',
  ].join('');
}

const titleOf = ({ own }: Column) => (own ? styles.ownTitle : styles.title);
const styleOf = ({ own }: Column) => (own ? styles.own : styles.text);

function columnXml(column: Column, at: number): string {
  const hidden = column.hidden ? ' hidden="1"' : '';
  const width = (column.width / 7).toFixed(2);
  const place = String(at + 1);
  return `<col min="${place}" max="${place}" width="${width}" customWidth="1" style="${String(styleOf(column))}"${hidden}/>`;
}

type StyleOf = (column: Column) => number;

/** Texts, never formulas: what begins with `=` is written as what it is. */
function lineXml(number: number, columns: readonly Column[], style: StyleOf, line: readonly string[]): string {
  const cells = columns.map((column, at) => {
    const text = line[at] ?? '';
    const place = `${lettersOf(at)}${String(number)}`;
    if (text === '') return '';
    return `<c r="${place}" s="${String(style(column))}" t="inlineStr"><is><t xml:space="preserve">${escapedCell(text)}</t></is></c>`;
  });
  const height = String(heightOfRow(columns, line));
  return `<row r="${String(number)}" ht="${height}">${cells.join('')}</row>`;
}

function markedXml({ colours: words = {} }: Column, at: number, colours: ReadonlyMap<string, number>): string {
  const rules = Object.entries(words).map(
    ([word, colour], index) =>
      `<cfRule type="cellIs" dxfId="${String(colours.get(colour) ?? 0)}" priority="${String(at * 10 + index + 1)}" operator="equal"><formula>"${escaped(word)}"</formula></cfRule>`,
  );
  return rules.length === 0
    ? ''
    : `<conditionalFormatting sqref="${below(at)}">${rules.join('')}</conditionalFormatting>`;
}

/** They offer and forbid nothing: what people type is judged, and explained, when the file comes back. */
function choicesXml(columns: readonly Column[]): string {
  const offered = columns.flatMap(({ choices }, at) => {
    const list = (choices ?? []).join(',');
    if (list === '' || list.length > LONGEST_LIST) return [];
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${below(at)}"><formula1>"${escaped(list)}"</formula1></dataValidation>`;
  });
  return offered.length === 0
    ? ''
    : `<dataValidations count="${String(offered.length)}">${offered.join('')}</dataValidations>`;
}

const below = (at: number) => `${lettersOf(at)}2:${lettersOf(at)}${String(LAST_LINE)}`;

/** `A` of 0, `AB` of 27. */
export function lettersOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : `${lettersOf(Math.floor(at / 26) - 1)}${last}`;
}
