// Small offices print mail and send it on by FAX: 34 full-width characters fit a line. One is kept for a mark that may not begin a line.
const COLUMNS = 66;

// What a break must not part: an ASCII word, an opening mark from what follows, a closing mark or small kana from what precedes.
const CHUNK =
  /[（「『【(]*(?:[!-')-~]+|[^（「『【(])[、。，．）」』】)・：！？ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*/gsu;

// An address works only in one piece, also before its beginning is filled in.
const ADDRESS = /^(\/|https?:|\{\{)/;

/** Columns on paper: a full-width character takes two, a variation selector none. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text) columns += widthOf(sign);
  return columns;
}

function widthOf(sign: string): number {
  if (/\p{M}/u.test(sign)) return 0;
  return /[ -~｡-ﾟ]/.test(sign) ? 1 : 2;
}

/** One line as several that fit; what follows a bullet is indented under it. */
export function wrapped(line: string): readonly string[] {
  if (staysWhole(line)) return [line];
  const indent = /^([■・]|\d+\. )/.test(line) ? '　' : '';
  const lines = [''];
  for (const chunk of line.match(CHUNK) ?? []) {
    const last = lines.at(-1) ?? '';
    if (last === '' || fits(last, chunk)) lines[lines.length - 1] = last + chunk;
    else lines.push(indent + chunk.trimStart());
  }
  return lines.map((one) => one.trimEnd());
}

function staysWhole(line: string): boolean {
  return columnsOf(line) <= COLUMNS + 2 || ADDRESS.test(line);
}

/** The last column is for a mark that may not begin the next line. */
function fits(line: string, chunk: string): boolean {
  return columnsOf(line + chunk.slice(0, 1)) <= COLUMNS && columnsOf(line + chunk) <= COLUMNS + 2;
}

/** Set in by one character, as a sheet to fill in is. */
export function indented(text: string): string {
  return '　' + text;
}

/** A subject or a name typed over two lines would break a header. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}
