import type { Person } from '../../../core/access/model.ts';
import type { Case } from '../../../core/case/model.ts';
import type { Consultation } from '../../../core/consultation/model.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import type { Plan } from '../../../core/plan/model.ts';
import type { OpenDate } from '../../../core/series/open-dates.ts';
import type { Task } from '../../../core/task/model.ts';
import type { Around } from './home-town-forms.ts';

export type CaseView = {
  readonly one: Case;
  readonly meetings: readonly Meeting[];
  readonly plan?: Plan | undefined;
  /** The 相談受付 it grew from. */
  readonly consultation?: Consultation | undefined;
  readonly tasks: readonly Task[];
  readonly suggestedMeeting: string;
  /** Cases with somebody of the same name and birth. */
  readonly twins: readonly string[];
  /** Staff who may read this town: one of them keeps the case. */
  readonly people: readonly Person[];
  readonly around: Around;
  /** Dates of a 定例会 that take cases of this town. */
  readonly dates: readonly OpenDate[];
};
