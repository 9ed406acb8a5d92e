/**
 * The only list of error names of our own. A workflow file may name one in Retry or Catch, so renaming one changes the workflow.
 */
export const errorNames = ['MailDeferred', 'MailRefused', 'SheetDeferred', 'SheetRefused', 'StaleRecord'] as const;

/** The mail service took the message and refused it for good: trying again cannot help. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

/** Why no mail at all goes out until somebody sets it right: our name or password is not known there, or the line is not safe. */
export type MailTrouble = 'sign-in' | 'encryption';

/** The mail service did not take the message, and may take it later: it has surely not gone out. */
export class MailDeferred extends Error {
  override readonly name = 'MailDeferred';
  readonly trouble: MailTrouble | undefined;

  constructor(why: string, trouble?: MailTrouble) {
    super(why);
    this.trouble = trouble;
  }
}

/**
 * What a town has to put right at Google before its sheet can be written: つどい's account is no editor, there is no such sheet, or cells are
 * locked. `no-range`: a tab or column is not where it was.
 */
export type SheetProblem = 'not-shared' | 'not-found' | 'protected' | 'no-range';

/** Google refused a spreadsheet for good: trying again cannot help. */
export class SheetRefused extends Error {
  override readonly name = 'SheetRefused';
  readonly problem: SheetProblem;

  constructor(problem: SheetProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** A spreadsheet was perhaps not written: it is to be looked at again later. */
export class SheetDeferred extends Error {
  override readonly name = 'SheetDeferred';
  /** Google has had enough of us: until then no other sheet either. */
  readonly everywhere: boolean;
  /** How long Google asks us to wait. */
  readonly seconds: number | undefined;

  constructor(
    why: string,
    { everywhere = false, seconds }: { everywhere?: boolean; seconds?: number | undefined } = {},
  ) {
    super(why);
    this.everywhere = everywhere;
    this.seconds = seconds;
  }
}

/** Somebody else saved the same record again and again while we tried to. The workflow's Retry answers this. */
export class StaleRecord extends Error {
  override readonly name = 'StaleRecord';
}
