import type { Actor } from '../../access/model.ts';
import { mayOn } from '../../access/on-record.ts';
import type { ConvenedMeeting, Meeting } from '../../meeting/model.ts';
import { partKey } from '../../meeting/together.ts';
import { standingParts } from '../../message/parts.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Refused } from '../../refusal.ts';
import type { Deps } from '../command.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import { conveningOf, signal } from '../../workflow/rules.ts';
import { hostOf } from '../locate-as-host.ts';

/** The other parts of a sitting (合同の席), for whoever may act on each of them as if it were named itself; nothing of them is said to others. */
export async function othersAsHost(
  deps: Deps,
  actor: Actor,
  meeting: Meeting,
): Promise<Result<readonly ConvenedMeeting[], Refused>> {
  const parts = await standingParts(deps, meeting);
  const others = parts.filter((part) => partKey(part) !== partKey(meeting));
  for (const part of others) {
    const officer = await hostOf(deps, actor, part.town);
    if (!officer.ok || !(await mayOn(deps, actor, part, 'edit')))
      return refuse({ code: 'not-host', town: meeting.town, whole: true });
  }
  return ok(others);
}

/** The runs of the other parts look again: whoever was to hear of them by this part's notice may have to hear from them. */
export async function othersWoken(
  deps: Pick<Deps, 'store' | 'clock'>,
  meeting: Meeting,
): Promise<readonly OutboxEntry[]> {
  const at = deps.clock.now();
  const others = (await standingParts(deps, meeting)).filter((part) => partKey(part) !== partKey(meeting));
  return others.map((part) => signal({ town: part.town, subject: part.id, at }, conveningOf(part)));
}
