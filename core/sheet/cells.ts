/** A row's cells by column name, as text. */
export type Cells = Readonly<Record<string, string>>;

/** What was wrong in one column, in words for the person who typed it; in a conflict, also what somebody else made of it. */
export type Problem = { readonly column: string; readonly message: string; readonly theirs?: string | undefined };

/** `1、2, 11` or `１ ２` as separate entries. */
export function listIn(cell: string | undefined): readonly string[] {
  return (cell ?? '')
    .normalize('NFKC')
    .split(/[,、;\s]+/)
    .filter((part) => part !== '');
}

const YES =
  /^(はい|有|有り|あり|済|済み|確認済|確認済み|対象|該当|該当する|する|可|要|必要|同意|同意あり|同意する|true|yes|y|1|[○◯〇●✓✔☑■レ])$/i;
const NO =
  /^(いいえ|無|無し|なし|未|未済|未確認|対象外|非該当|該当しない|該当なし|しない|不可|不要|不同意|同意なし|同意しない|false|no|n|0|[×✕✖☐□\-ー―])?$/i;
const plain = (cell: string | undefined) => (cell ?? '').normalize('NFKC').trim();

/** はい, ○, TRUE and the like. */
export function yesIn(cell: string | undefined): boolean {
  return YES.test(plain(cell));
}

/** Neither yes nor no: what it means is for whoever wrote it to say, never 「いいえ」 by itself. */
export function isNeitherYesNorNo(cell: string | undefined): boolean {
  return !YES.test(plain(cell)) && !NO.test(plain(cell));
}

/** A cell with something in it, else undefined. */
export function textIn(cell: string | undefined): string | undefined {
  const text = (cell ?? '').trim();
  return text === '' ? undefined : text;
}
