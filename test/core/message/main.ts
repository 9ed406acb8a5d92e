import { everyBranch } from './sample-branches.ts';

/** Prints every kind of mail in every branch that alters its wording, to be read aloud against docs/mail.md; one kind when named. */
const [only] = process.argv.slice(2);
for (const [kind, branch, { subject, text }] of everyBranch)
  if (only === undefined || only === kind) console.log(`=== ${kind} ・ ${branch}\n件名: ${subject}\n\n${text}`);
