/** Where the mail begins that is answered, as mail programs write it above their quotation. */
const beginnings: readonly RegExp[] = [
  /^\s*[>＞]/,
  /^-{3,}/,
  /^_{3,}/,
  /^[-\s]*(Original Message|元のメッセージ|転送メッセージ)[-\s]*$/i,
  /^On .* wrote:$/,
  // Gmail and Apple Mail in Japanese: 「2026年6月1日(月) 9:00 若草福祉事務所 <…>:」, 「2026/06/01 9:00、…のメール:」.
  /^\d{4}[年/.-]\d{1,2}[月/.-]\d{1,2}.*(<[^<>@]+@[^<>@]+>|のメール|書き込みました)[:：]?\s*$/,
  // Outlook: the first line of the other mail's head.
  /^(差出人|From|送信者)[:：]\s*\S/,
];

/** `On … wrote:` and its Japanese sisters are broken over two lines when they grow long. */
const broken = /^(On .*|\d{4}[年/.-]\d{1,2}[月/.-]\d{1,2}.*)$/;

/** What was written above the quoted mail. */
export function ownWords(text: string): string {
  const lines = text.split(/\r?\n/);
  const quoted = lines.findIndex((line, at) => beginsQuotation(line, lines[at + 1]));
  return (quoted === -1 ? lines : lines.slice(0, quoted)).join('\n').trim();
}

function beginsQuotation(line: string, next = ''): boolean {
  if (beginnings.some((one) => one.test(line))) return true;
  return broken.test(line) && beginnings.slice(4, 6).some((one) => one.test(`${line} ${next}`));
}
