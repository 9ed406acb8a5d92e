import type { Line } from '../wire.ts';

type Block = { readonly sheet: string; readonly row: number; readonly block: (readonly string[])[] };

/** Lines under each other of one width: shown in one go, they are drawn in one go. */
export function blocksOf(lines: readonly Line[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const { sheet, row, texts } of lines) {
    const last = blocks.at(-1);
    const follows =
      last?.sheet === sheet && last.row + last.block.length === row && last.block[0]?.length === texts.length;
    if (follows) last.block.push(texts);
    else blocks.push({ sheet, row, block: [texts] });
  }
  return blocks;
}
