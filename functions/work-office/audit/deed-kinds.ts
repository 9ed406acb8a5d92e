/** What a line of the audit log can be looked for by. */
export const kinds = {
  read: '見たもの',
  wrote: '書いたもの',
  refused: '断ったもの',
  disposed: '廃棄したもの',
} as const;
export type DeedKind = keyof typeof kinds;
