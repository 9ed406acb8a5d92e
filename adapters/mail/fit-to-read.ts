/** 14 MB of files, as they are written in a mail. SES takes in 40 MB. */
const MOST_BYTES = 25_000_000;

const MOST_LINES = 250_000;

/** Lines of files are long; of short ones even a history of years has a few thousand. */
const MOST_SHORT_LINES = 50_000;
const LONG_LINE = 60;

/** Whatever begins a part begins with two dashes; some signatures and quotations do, too. */
const MOST_DASHED_LINES = 2000;

const LINE_FEED = 0x0a;
const DASH = 0x2d;

/**
 * Whether a raw mail is one a person sent. The parser takes its time for every line and every part: half a million lines of one letter, a mail
 * of one megabyte, would keep it for a quarter of a minute. Each byte is looked at once, and nothing is understood yet.
 */
export function isFitToRead(raw: Uint8Array): boolean {
  if (raw.length > MOST_BYTES) return false;
  const seen = { lines: 0, short: 0, dashed: 0 };
  for (let start = 0; start < raw.length && isWithin(seen);) {
    const end = endOfLine(raw, start);
    seen.lines += 1;
    if (end - start < LONG_LINE) seen.short += 1;
    if (raw[start] === DASH && raw[start + 1] === DASH) seen.dashed += 1;
    start = end + 1;
  }
  return isWithin(seen);
}

function isWithin({ lines, short, dashed }: Record<'lines' | 'short' | 'dashed', number>): boolean {
  return lines <= MOST_LINES && short <= MOST_SHORT_LINES && dashed <= MOST_DASHED_LINES;
}

function endOfLine(raw: Uint8Array, start: number): number {
  const end = raw.indexOf(LINE_FEED, start);
  return end === -1 ? raw.length : end;
}

/** More than the largest head that a real mail has. */
const MOST_OF_A_HEAD = 64 * 1024;

/** From whom to whom, and about what: the lines before the first empty one, whole lines and no more of them than a mail needs. */
export function headOf(raw: Uint8Array): Uint8Array {
  const most = Math.min(raw.length, MOST_OF_A_HEAD);
  let end = 0;
  for (let start = 0; start < most; start = end) {
    const next = endOfLine(raw, start) + 1;
    if (isEmpty(raw.subarray(start, next))) break;
    if (next > most) break;
    end = next;
  }
  return raw.slice(0, end);
}

function isEmpty(line: Uint8Array): boolean {
  return line.every((byte) => byte === LINE_FEED || byte === 0x0d);
}
