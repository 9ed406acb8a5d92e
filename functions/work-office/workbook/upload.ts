import type { HttpRequest } from '../../http.ts';
import { readForm, type SentForm } from '../../page/sent-form.ts';

/** A form with a file, as a browser sends it. */
export type Upload = { readonly form: SentForm; readonly file: Uint8Array };

/** Beside the file the page sends its nonce and what it does; what is more is nothing of ours, and would be shown again. */
const MOST_FIELDS = 10;
const MOST_OF_A_FIELD = 1000;

/** What cannot be read is a form with nothing in it, and no file: the page then asks for both again. */
export function uploadIn({ headers, body, bytes = Buffer.from(body) }: HttpRequest): Upload {
  const parts = partsOf(bytes, boundaryIn(headers['content-type'] ?? ''));
  const texts = new URLSearchParams();
  const typed = parts.filter(({ name, content }) => name !== 'file' && content.length <= MOST_OF_A_FIELD);
  for (const { name, content } of typed.slice(0, MOST_FIELDS)) texts.append(name, content.toString('utf8'));
  const file = parts.find(({ name }) => name === 'file');
  return { form: readForm(texts.toString()), file: file?.content ?? new Uint8Array() };
}

function boundaryIn(type: string): string | undefined {
  return /^multipart\/form-data;.*boundary="?(?<sign>[^";]+)"?/i.exec(type)?.groups?.['sign'];
}

type Part = { readonly name: string; readonly content: Buffer };

/** RFC 7578; in latin1 a sign is a byte. */
function partsOf(bytes: Uint8Array, boundary: string | undefined): readonly Part[] {
  if (boundary === undefined) return [];
  const pieces = `\r\n${Buffer.from(bytes).toString('latin1')}`.split(`\r\n--${boundary}`);
  return pieces.flatMap((piece) => {
    const end = piece.indexOf('\r\n\r\n');
    const name = / name="(?<name>[^"]*)"/.exec(piece.slice(0, Math.max(0, end)))?.groups?.['name'];
    return name === undefined ? [] : [{ name, content: Buffer.from(piece.slice(end + 4), 'latin1') }];
  });
}
