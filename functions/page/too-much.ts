import type { HttpRequest } from '../http.ts';
import { wordFor } from './field-words.ts';
import type { PageResponse } from './layout.ts';
import { tooLargePage } from './refusal-page.ts';

/** Letters as they are sent: Japanese takes nine for one. The longest minutes take a tenth. */
const MOST_SIGNS = 2_000_000;

/** A sitting of eight towns that each call every agency there is has some six thousand. */
const MOST_FIELDS = 10_000;

/** Cases of one officer, ticked to be handed over, are a few hundred. */
const MOST_ALIKE = 2000;

/** Ten times what any field takes: what is beyond is said at the field, and shown again. */
const MOST_OF_ONE = 100_000;

/** Pages whose forms are looked at before anything else is done with them. @param isFile requests that bring a file, which has bounds of its own */
export function withinBounds<Answer>(
  pages: (request: HttpRequest) => Promise<Answer>,
  isFile: (request: HttpRequest) => boolean = () => false,
) {
  return async (request: HttpRequest): Promise<Answer | PageResponse> =>
    (isFile(request) ? undefined : await tooMuchIn(request)) ?? pages(request);
}

/**
 * A form nobody filled in by hand is neither read nor shown again: each field may be looked for among all others, and what was sent would be
 * sent back. Undefined for any other form.
 */
async function tooMuchIn({ method, path, body }: HttpRequest): Promise<PageResponse | undefined> {
  const words = method === 'POST' ? wordsFor(body) : undefined;
  return words === undefined ? undefined : tooLargePage(path, `${words}何も記録していません。`, BACK);
}

const BACK =
  'ブラウザの「戻る」で前の画面に戻ると、入力したものは残っています。数を減らすか、いくつかに分けて、もう一度送ってください。';
const inJapanese = (count: number) => count.toLocaleString('ja-JP');

function wordsFor(body: string): string | undefined {
  if (body.length > MOST_SIGNS)
    return `画面から届いたのは${inJapanese(body.length)}文字分です。一度に受け付けられるのは${inJapanese(MOST_SIGNS)}文字分までです。`;
  const fields = new URLSearchParams(body);
  if (fields.size > MOST_FIELDS)
    return `届いた項目は${inJapanese(fields.size)}あります。一度に受け付けられるのは${inJapanese(MOST_FIELDS)}までです。`;
  const [many] = alikeIn(fields);
  if (many !== undefined)
    return `「${shortWord(many)}」が${inJapanese(fields.getAll(many).length)}あります。一度に受け付けられるのは${inJapanese(MOST_ALIKE)}までです。`;
  const [long] = [...fields].filter(([, value]) => value.length > MOST_OF_ONE);
  return long === undefined
    ? undefined
    : `「${shortWord(long[0])}」に${inJapanese(long[1].length)}文字あります。一つの欄に書けるのは${inJapanese(MOST_OF_ONE)}文字までです。`;
}

function alikeIn(fields: URLSearchParams): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of fields.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].flatMap(([name, count]) => (count > MOST_ALIKE ? [name] : []));
}

/** A name nobody's page has may be as long as it likes. */
function shortWord(name: string): string {
  const word = wordFor(name);
  return word.length > 40 ? `${word.slice(0, 40)}…` : word;
}
