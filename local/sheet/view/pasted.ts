/**
 * Lines of cells as spreadsheets put them on the clipboard: tabs between cells, a cell with a line break or a quote in it in quotes, its quotes
 * doubled. Everything stays the text it is: 0123 keeps its zero.
 */
export function cellsPasted(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r?\n|\r|$)/g;
  for (const [, quoted, bare = '', end] of text.replace(/\r?\n$/, '').matchAll(cells)) {
    lines.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end !== '\t' && end !== '') lines.push([]);
    if (end === '') break;
  }
  const width = Math.max(...lines.map((line) => line.length));
  return lines.map((line) => Array.from({ length: width }, (_, at) => line[at] ?? ''));
}
