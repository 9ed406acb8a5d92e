/** A column as it is to be written. */
export type Column = {
  readonly name: string;
  /** In pixels, as the sheet counts. */
  readonly width: number;
  readonly hidden: boolean;
  /** Filled by つどい: shown in grey. */
  readonly own: boolean;
  readonly note?: string | undefined;
  readonly choices?: readonly string[] | undefined;
  /** Words that catch the eye, and their colour. */
  readonly colours?: Readonly<Record<string, string>> | undefined;
};

/** A sheet as it is to be written: every cell is a text. */
export type WrittenSheet = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly lines: readonly (readonly string[])[];
  /** Not even offered to be shown. */
  readonly kept?: true;
};
