import { frameworks } from '../framework/frameworks.ts';

const nobodysBusiness = ['生活困窮', '困窮者', '生活保護', '被保護', '要保護'];

/**
 * Words that would tell a mail server, a shared mailbox or a screen in a waiting room what somebody's trouble is (BRIEF §2.4): the
 * programmes, and the meetings' real names, of which a mail uses only `mailName`.
 */
export const forbiddenInMail: readonly string[] = [
  ...nobodysBusiness,
  ...Object.values(frameworks).map(({ name }) => name),
];

/** The forbidden words that stand in a text; a 発信者名 or a place must have none. */
export function forbiddenWordsIn(text: string): readonly string[] {
  return forbiddenInMail.filter((word) => text.includes(word));
}

const tellingInRequests =
  /生保|認知症|虐待|滞納|障害|障がい|依存症|病名|診断|精神|借金|債務|自殺|自死|(?:ひき|引き)こもり|ヒキコモリ|(?<![a-z])dv(?![a-z])/i;

/** Whether what people are to bring tells a trouble: 「診断書」 does, 「個人情報保護の誓約書」 does not. */
export function isTellingRequest(text: string): boolean {
  return tellingInRequests.test(text.normalize('NFKC'));
}

const tellingInNumbers =
  /生保|困窮|保護|認知|虐待|滞納|障害|障がい|依存|病|精神|借金|債務|自殺|自死|(?:ひき|引き)こもり|ヒキコモリ|(?<![a-z])dv(?![a-z])/gi;

/** Words that tell a trouble in the number of a case or a meeting: as a mail's subject repeats it, shorter ones are too much already. */
export function tellingWordsIn(number: string): readonly string[] {
  return [...forbiddenWordsIn(number), ...(number.match(tellingInNumbers) ?? [])];
}
