import { allTowns } from '../../access/rules.ts';
import type { TownCode } from '../../ids.ts';
import { isConvened } from '../../meeting/convening.ts';
import { isHeld } from '../../meeting/recording.ts';
import type { Meeting } from '../../meeting/model.ts';
import type { Instant } from '../../time.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import { conveningOf, monitoringOf, recordingOf, signal } from '../../workflow/rules.ts';
import type { Deps } from '../command.ts';

/** Every run of a town (of all towns, for the prefecture's own code) looks again: what it waits for may fall on another day now. */
export async function wakings(deps: Deps, town: TownCode): Promise<readonly OutboxEntry[]> {
  const towns = town === deps.prefecture ? await allTowns(deps) : [town];
  const entries = await Promise.all(towns.map((one) => wakingsIn(deps, one)));
  return entries.flat();
}

async function wakingsIn({ store, clock }: Deps, town: TownCode): Promise<readonly OutboxEntry[]> {
  const at = clock.now();
  const [meetings, plans] = await Promise.all([store.list('meeting', town), store.list('plan', town)]);
  const monitored = plans.filter(({ state }) => state === 'active');
  return [
    ...meetings.flatMap((meeting) => wakingOf(meeting, at)),
    ...monitored.map((plan) => signal({ town, subject: plan.id, at }, monitoringOf(plan, plan.monitoring.period))),
  ];
}

function wakingOf(meeting: Meeting, at: Instant): readonly OutboxEntry[] {
  const about = { town: meeting.town, subject: meeting.id, at };
  if (isConvened(meeting) || meeting.state === 'polling') return [signal(about, conveningOf(meeting))];
  return isHeld(meeting) && meeting.state !== 'completed' ? [signal(about, recordingOf(meeting))] : [];
}
