import type { Body } from '../../../core/body/model.ts';
import type { Case } from '../../../core/case/model.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import type { Message } from '../../../core/message/model.ts';
import type { Role } from '../../../core/plan/model.ts';
import type { Received } from '../../../core/received/model.ts';
import type { OpenDate } from '../../../core/series/open-dates.ts';
import type { Settings } from '../../../core/settings/model.ts';
import type { Task } from '../../../core/task/model.ts';

export type MeetingView = {
  readonly meeting: Meeting;
  /** The other parts of its sitting (合同の席) that are still to be held, while it is itself. */
  readonly beside: readonly Meeting[];
  readonly cases: readonly Case[];
  readonly tasks: readonly Task[];
  /** What was done by hand already. */
  readonly handled: readonly Task[];
  readonly messages: readonly Message[];
  /** 届いたメール, as they came. */
  readonly received: readonly Received[];
  readonly roles: readonly Role[];
  readonly settings: Settings;
  /** The body it was convened under, and those it may be convened under. */
  readonly body?: Body | undefined;
  readonly bodies: readonly Body[];
  /** An earlier meeting about the same household, whose roles are looked at first. */
  readonly follows: boolean;
  /** A number for the next 開催依頼, should this one be asked for again. */
  readonly suggestedMeeting: string;
  readonly dates: readonly OpenDate[];
  /** Whether convening it waits for 決裁. */
  readonly approval: boolean;
  /** 確認コード that staff may read out just now, by agency. */
  readonly codes: ReadonlyMap<string, string>;
};
