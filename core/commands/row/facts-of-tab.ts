import { standingsOf } from '../../case/standing.ts';
import type { TownCode } from '../../ids.ts';
import { caseFacts, consultationFacts } from '../../row-facts/told-of-case.ts';
import { meetingFacts } from '../../row-facts/told-of-meeting.ts';
import type { RowFacts } from '../../row-facts/model.ts';
import { settingsOf } from '../../settings/rules.ts';
import type { Tab } from '../../sheet/columns.ts';
import { dayOf } from '../../time.ts';
import type { Deps } from '../command.ts';

type Reader = Pick<Deps, 'store' | 'clock' | 'prefecture'>;

/** What つどい tells beside the rows of a tab, of every record of the town that such a row can be about. Whoever asks may see the town. */
export async function factsOfTab(deps: Reader, town: TownCode, tab: Tab): Promise<readonly RowFacts[]> {
  switch (tab) {
    case '相談受付':
      return consultationFacts(await deps.store.list('consultation', town), (await casesOf(deps, town)).standings);
    case 'ケース': {
      const { standings, ...around } = await casesOf(deps, town);
      return caseFacts(standings, around);
    }
    case '会議': {
      const { meetings, plans, settings } = await casesOf(deps, town);
      return meetingFacts(meetings, plans, settings);
    }
    case '世帯員':
      return [];
  }
}

async function casesOf(deps: Reader, town: TownCode) {
  const { store } = deps;
  const [cases, meetings, plans, tasks, settings] = await Promise.all([
    store.list('case', town),
    store.list('meeting', town),
    store.list('plan', town),
    store.list('task', town),
    settingsOf(deps, town),
  ]);
  const standings = standingsOf(cases, { meetings, plans, tasks }, settings, dayOf(deps.clock.now()));
  return { standings, meetings, plans, settings };
}
