/** As Google makes them: 44 signs today, and never as few as a name somebody typed. */
const ID = /^[A-Za-z0-9_-]{20,100}$/;
const IN_ADDRESS = /\/spreadsheets\/(?:u\/\d+\/)?d\/([^/?#]+)/;

/** The id of a spreadsheet in what somebody pasted: the id itself, or the whole address from the browser. Undefined when there is none. */
export function spreadsheetIdIn(text: string): string | undefined {
  const typed = text.normalize('NFKC').trim();
  const id = IN_ADDRESS.exec(typed)?.[1] ?? typed;
  return ID.test(id) ? id : undefined;
}
