import type { Case } from '../../../core/case/model.ts';
import type { Plan, Role } from '../../../core/plan/model.ts';
import type { Task } from '../../../core/task/model.ts';

export type PlanView = {
  readonly one: Case;
  readonly plan?: Plan | undefined;
  /** Roles of the plan, and all roles that could be part of it. */
  readonly roles: readonly Role[];
  readonly tasks: readonly Task[];
};
