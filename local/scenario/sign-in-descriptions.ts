/** Fields that say who comes in from a sheet, for the JSON Schema. */
export const signInDescriptions: Readonly<Record<string, string>> = {
  'sign-in.person': 'Whose address it is',
  'sign-in.mail': 'The address of their Google account, of no other person; empty takes it away',
  signInDomains: 'Google Workspace domains whose accounts come in from a sheet; empty for any registered address',
};
