/** 集計: a tab to read, where every number is つどい's (ADR 0062). */
export const COUNTS_TAB = '集計';
export const countColumns = ['表', '区分', '件数'] as const;
/** What is counted, by what, and how many. */
export type CountLine = readonly [title: string, word: string, count: number];

/** What is drawn: not what adds the others up. */
const drawn: readonly string[] = ['相談受付', 'ケース', '会議'];

export type CountBlock = { readonly title: string; readonly first: number; readonly count: number };

/** The lines that stand together under one title, from which line of the sheet on. */
export function blocksToDraw(lines: readonly CountLine[]): readonly CountBlock[] {
  return drawn.flatMap((title) => {
    const first = lines.findIndex(([own]) => own === title);
    const count = lines.filter(([own]) => own === title).length;
    return first === -1 ? [] : [{ title, first: first + 2, count }];
  });
}
