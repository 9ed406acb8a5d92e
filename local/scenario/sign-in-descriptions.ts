/** Fields that say who comes in from a sheet, for the JSON Schema. */
export const signInDescriptions: Readonly<Record<string, string>> = {
  'push.on': 'true: writes; false: writes no more',
  'push.spreadsheet': 'Id of the spreadsheet, or its whole address; the one it had when left out',
  'sign-in.person': 'Whose address it is',
  'sign-in.mail': 'The address of their Google account, of no other person; empty takes it away',
  signInDomains: 'Google Workspace domains whose accounts come in from a sheet; empty for any registered address',
};
