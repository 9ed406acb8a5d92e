import type { Tab } from './columns.ts';

const columns: Readonly<Partial<Record<Tab, readonly string[]>>> = {
  相談受付: ['情報提供同意', '連携必要'],
  世帯員: ['住所非公開', '検討対象'],
  会議: ['招集する'],
  招集: ['必須'],
  関係機関: ['この町だけで使う'],
  会議録: ['確定する'],
};

/** The columns that are answered by はい or いいえ. */
export function yesNoColumnsOf(tab: Tab): readonly string[] {
  return columns[tab] ?? [];
}

/** Beside a cell that is neither. */
export function yesNoWords(cell: string | undefined): string {
  return `「${cell ?? ''}」は「はい」か「いいえ」として読めません。「はい」（○）か「いいえ」（×）に直してください。`;
}
