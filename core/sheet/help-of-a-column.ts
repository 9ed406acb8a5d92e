/** What a column offers whoever types in it. What it offers is never all it takes: 「S17.5.3」 and 「①」 are read, too. */
export type ColumnHelp = {
  /** For the drop-down; other words may be typed and are judged when the row is sent. */
  readonly choices?: readonly string[];
  /** Over the column's title. */
  readonly note?: string;
  /** In pixels. */
  readonly width?: number;
};
