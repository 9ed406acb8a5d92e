import PostalMime, { type Email } from 'postal-mime';
import { textOfHtml } from './html-text.ts';

/** A real one has a dozen parts; a mail made to exhaust its reader is refused. A mail within a mail is a file, which `readMail` opens once. */
const limits = { maxNestingDepth: 30, maxHeadersSize: 128 * 1024, maxRfc822NestingDepth: 0 };

type Piece = { readonly value: unknown };
type Pieces = { readonly plain?: readonly Piece[]; readonly html?: readonly Piece[] };

/**
 * The library gives every text in both forms, and turns one into the other where a part has one only: 1 MB of `<a href="` beside a plain text
 * keeps it for seven minutes. Here a part that is HTML only is turned by our own `textOfHtml`, which reads everything once, and nothing into
 * HTML. The hook is the library's own step between parsing and answering; were it to go, the tests of a mail made to exhaust its reader fail.
 */
class Reader extends PostalMime {
  declare protected readonly textMap: ReadonlyMap<unknown, Pieces>;
  declare protected textContent: { plain?: string };

  protected renderTextContent(): void {
    this.textContent = { plain: [...this.textMap.values()].map(wordsOf).join('\n') };
  }
}

function wordsOf({ plain, html = [] }: Pieces): string {
  return plain === undefined ? textOfHtml(joined(html)) : joined(plain);
}

function joined(pieces: readonly Piece[]): string {
  return pieces.map(({ value }) => String(value)).join('\n');
}

/** Undefined where it goes beyond the limits. */
export async function parseMail(raw: Uint8Array | ArrayBuffer): Promise<Email | undefined> {
  return new Reader(limits).parse(raw).catch(unreadable);
}

function unreadable(error: unknown): undefined {
  if (error instanceof Error) return undefined;
  throw error;
}
