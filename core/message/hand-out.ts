import type { Deps } from '../commands/command.ts';
import { addBusinessDays } from '../calendar.ts';
import type { TownCode } from '../ids.ts';
import { settingsOf } from '../settings/rules.ts';
import { dayOf, type Instant, jst } from '../time.ts';

/**
 * By when an invitation by FAX, telephone or post leaves the office: when the office closes on the next business day, as mails have left by then,
 * and never after it is to be answered.
 */
export async function toLeaveBy(deps: Deps, town: TownCode, replyBy: Instant): Promise<Instant> {
  const settings = await settingsOf(deps, town);
  const next = jst(addBusinessDays(dayOf(deps.clock.now()), 1, settings), settings.officeCloses);
  return next < replyBy ? next : replyBy;
}
