import type { Body } from '../../../core/body/model.ts';
import type { Lapse } from '../../../core/body/rhythm.ts';
import type { Case } from '../../../core/case/model.ts';
import type { Standing } from '../../../core/case/standing.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import type { Plan } from '../../../core/plan/model.ts';
import type { Settings } from '../../../core/settings/model.ts';
import type { Task } from '../../../core/task/model.ts';

export type TownView = {
  readonly tasks: readonly Task[];
  readonly meetings: readonly Meeting[];
  readonly cases: readonly Case[];
  readonly plans: readonly Plan[];
  /** The cases, what is due first on top. */
  readonly standings: readonly Standing[];
  /** Bodies that take this town's cases, and which of them have not met for too long. */
  readonly bodies: readonly Body[];
  readonly lapses: readonly Lapse[];
  readonly settings: Settings;
};
