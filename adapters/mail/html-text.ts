const MOST = 300_000;

const entities: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', amp: '&' };

/**
 * The words of a mail that has HTML only: a line for each block, a quotation begun by `>`. Nothing of it is ever shown as HTML. What opens and
 * never ends is read once, whatever a stranger sends: no tag goes beyond the next `<`, and no line is looked through for its spaces.
 */
export function textOfHtml(html: string): string {
  return html
    .slice(0, MOST)
    .replaceAll(/<!--[\s\S]*?(?:-->|$)|<(?<unseen>style|script|head|title)\b[\s\S]*?(?:<\/\k<unseen>\s*>|$)/gi, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<blockquote\b[^<>]*>/gi, '\n> ')
    .replaceAll(/<hr\b[^<>]*>/gi, '\n-----\n')
    .replaceAll(/<br\b[^<>]*>|<\/(?:p|div|li|tr|h[1-6]|blockquote)\s*>/gi, '\n')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&(nbsp|lt|gt|quot|amp|#(\d{1,7}));/g, (_, name: string, code?: string) => signOf(name, code))
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function signOf(name: string, code: string | undefined): string {
  if (code === undefined) return entities[name] ?? '';
  const point = Number(code);
  return point <= 0x10_ff_ff ? String.fromCodePoint(point) : '';
}
