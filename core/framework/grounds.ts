/** ① or ②: why a 支援会議 may be held without consent (law-and-programs.md §2.1), in the same words on every page; the sheet's are in core/sheet. */
export const groundWords: Readonly<Record<1 | 2, string>> = {
  1: '① 本人の同意が得られず、関係機関で情報を共有・連携できない',
  2: '② 世帯の状況を、それぞれの機関が部分的にしか知らない',
};

/** As the choices of a form. */
export const groundOptions = [
  ['1', groundWords[1]],
  ['2', groundWords[2]],
] as const;
