import type { Edit } from '../wire.ts';

/** What the machine has, as far as this page knows: what the grid shows beyond that was just typed. */
export function mirrorOf() {
  const lines = new Map<string, readonly string[]>();
  const key = (sheet: string, row: number) => `${sheet}\n${String(row)}`;

  return {
    note({ sheet, row, texts }: Edit): void {
      lines.set(key(sheet, row), trimmed(texts));
    },
    /** The lines of a sheet that differ from what was known; known from now on. A line that got shorter is sent with its emptied cells. */
    differences(sheet: string, shown: readonly (readonly string[])[]): readonly Edit[] {
      return shown.flatMap((line, index) => {
        const row = index + 1;
        const [now, before] = [trimmed(line), lines.get(key(sheet, row)) ?? []];
        if (now.length === before.length && now.every((text, at) => text === before[at])) return [];
        lines.set(key(sheet, row), now);
        const width = Math.max(now.length, before.length);
        return [{ sheet, row, texts: Array.from({ length: width }, (_, at) => now[at] ?? '') }];
      });
    },
    /** How many lines of a sheet are known to hold something. */
    heightOf(sheet: string): number {
      return Math.max(
        0,
        ...[...lines.keys()]
          .filter((one) => one.startsWith(`${sheet}\n`))
          .map((one) => Number(one.slice(sheet.length + 1))),
      );
    },
  };
}

function trimmed(texts: readonly string[]): readonly string[] {
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
}
