/** A piece of an XML text: the beginning or end of an element, or what stands between. Prefixes of names are left out. */
export type Piece =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Attributes; readonly empty: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };
export type Attributes = Readonly<Record<string, string>>;

// However long a part and whatever is left open in it, each sign is read a few times at the most: what never ends is read to the end once, a
// name is read whole, and no tag goes beyond the next `<`, which XML has nowhere inside of one.
const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[(?<cdata>[\s\S]*?)(?:\]\]>|$)|<(?<doctype>![A-Z])|<\/(?:[\w.-]+:)?(?<close>[\w.-]+)\s*>|<(?:[\w.-]+:)?(?<open>[\w.-]+)(?=[\s/>])(?<rest>(?:[^<>"']|"[^<"]*"|'[^<']*')*)>/g;
const ATTRIBUTE = /(?<![\w.:-])(?:[\w.-]+:)?(?<name>[\w.-]+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/g;
const ENTITY = /&(?:#x(?<hex>[\da-f]{1,6})|#(?<decimal>\d{1,7})|(?<named>amp|lt|gt|quot|apos));/gi;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What is read is data, and may name nothing outside: a document type, and with it every entity of its own, is an error. */
export class NotPlainXml extends Error {
  override readonly name = 'NotPlainXml';
}

export function* piecesOf(xml: string): Generator<Piece> {
  let read = 0;
  for (const found of xml.matchAll(MARKUP)) {
    if (found.index > read) yield { kind: 'text', text: unescaped(xml.slice(read, found.index)) };
    read = found.index + found[0].length;
    const piece = pieceOf(found.groups ?? {});
    if (piece !== undefined) yield piece;
  }
}

function pieceOf({ cdata, doctype, close, open, rest = '' }: Readonly<Record<string, string | undefined>>) {
  if (doctype !== undefined) throw new NotPlainXml('a document type');
  if (cdata !== undefined) return { kind: 'text', text: cdata } as const;
  if (close !== undefined) return { kind: 'close', name: close } as const;
  if (open === undefined) return undefined;
  return { kind: 'open', name: open, attributes: attributesIn(rest), empty: rest.trimEnd().endsWith('/') } as const;
}

function attributesIn(text: string): Attributes {
  const found = [...text.matchAll(ATTRIBUTE)];
  return Object.fromEntries(
    found.map(({ groups = {} }) => [groups['name'] ?? '', unescaped(groups['double'] ?? groups['single'] ?? '')]),
  );
}

function unescaped(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(ENTITY, (_all, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? '';
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : '';
  });
}

/** For the text of an element and for an attribute. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

// Signs that XML cannot hold, written as a spreadsheet writes them; what looks like such a sign is kept apart from it (ECMA-376, ST_Xstring).
const WITHOUT_SIGN = /[[\p{Cc}--[\n\t]]\uFFFE\uFFFF]|_(?=x[\dA-Fa-f]{4}_)/gv;

/** The text of a cell. */
export function escapedCell(text: string): string {
  const spelt = text.toWellFormed().replaceAll(WITHOUT_SIGN, (sign) => `_x${hexOf(sign)}_`);
  return escaped(spelt);
}

export function readCell(text: string): string {
  return text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const hexOf = (sign: string) => sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
