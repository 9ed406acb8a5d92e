import type { CaseId } from '../../../core/ids.ts';
import type { Day } from '../../../core/time.ts';
import type { SheetFacts } from './letter-facts.ts';

/** A letter as it is printed. */
export type Printed = SheetFacts & {
  readonly subject: string;
  readonly text: string;
  /** Reports it asks for, each with its own code and last day; none in other letters. */
  readonly reports: readonly ReportAsked[];
};
export type ReportAsked = {
  readonly plan: CaseId;
  readonly meeting: string;
  readonly code: string;
  readonly review: Day;
};
