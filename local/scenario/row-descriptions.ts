/** What the fields of `rows` mean. */
export const rowDescriptions: Readonly<Record<string, string>> = {
  alone: 'Ids of the rows that are the only ones of their number in the whole tab',
  rows: 'The rows: id, version, and a cell for each column',
  seen: 'By row: what was stored when the sender last saw it; a workbook that was downloaded knows',
  tab: 'Tab of the sheet',
};
