import { wrapped } from './lines.ts';

const PAGE =
  'margin:0;padding:1em;background:#ffffff;color:#1a1a1a;font-family:sans-serif;font-size:16px;line-height:1.7';
const BLOCK = 'margin:0 0 1em;max-width:36em';
const LINK = 'color:#0b4f9e;word-break:break-all';

/**
 * The HTML part of a mail: the same words in the same blocks, with inline styles and nothing to fetch. The link shows its own address, since a
 * sanitizer that takes links away must leave something to copy.
 * @param text as it goes out, with its link and code filled in
 */
export function htmlOf(text: string): string {
  const blocks = text.trim().split(/\n{2,}/);
  const paragraphs = blocks.map(
    (block) => `<p style="${BLOCK}">${unwrapped(block.split('\n')).map(lineOf).join('<br>\n')}</p>`,
  );
  return `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body style="${PAGE}">
${paragraphs.join('\n')}
</body></html>
`;
}

/** Lines that were broken to fit paper, whole again: a telephone breaks them at its own width. */
function unwrapped(lines: readonly string[]): readonly string[] {
  const whole: { line: string; parts: readonly string[] }[] = [];
  for (const line of lines) {
    const last = whole.at(-1);
    const joined = last === undefined ? undefined : joinedBy(last.line, [...last.parts, line]);
    if (last === undefined || joined === undefined) whole.push({ line, parts: [line] });
    else whole[whole.length - 1] = { line: joined, parts: [...last.parts, line] };
  }
  return whole.map(({ line }) => line);
}

/** The one line of which `wrapped` would make these; undefined when they were written as lines of their own. */
function joinedBy(before: string, parts: readonly string[]): string | undefined {
  const next = (parts.at(-1) ?? '').replace(/^\u3000/, '');
  if (isAddress(before) || isAddress(next)) return undefined;
  const [plain, spaced] = [before + next, `${before} ${next}`];
  // A break swallows the space beside a number or a word in ASCII.
  const likely = /[!-~]$/.test(before) || /^[!-~]/.test(next) ? [spaced, plain] : [plain, spaced];
  return likely.find((line) => wrapped(line).join('\n') === parts.join('\n'));
}

function lineOf(line: string): string {
  const safe = escaped(line);
  if (isAddress(line)) return `<a href="${safe}" style="${LINK}">${safe}</a>`;
  if (line.startsWith('◎')) return `<strong>${safe}</strong>`;
  return safe.replace(/^■ ([^：]+)：/, '■ <strong>$1</strong>：');
}

const isAddress = (line: string) => /^https?:\/\/\S+$/.test(line);

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
