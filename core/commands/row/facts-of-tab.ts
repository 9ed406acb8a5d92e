import { belongsTo } from '../../agency/model.ts';
import { standingsOf } from '../../case/standing.ts';
import type { TownCode } from '../../ids.ts';
import { isConvened } from '../../meeting/convening.ts';
import { caseFacts, consultationFacts } from '../../row-facts/told-of-case.ts';
import { callFacts } from '../../row-facts/told-of-call.ts';
import { meetingFacts, minutesFacts } from '../../row-facts/told-of-meeting.ts';
import { agencyFacts, planFacts, roleFacts, watchFacts } from '../../row-facts/told-of-support.ts';
import type { RowFacts } from '../../row-facts/model.ts';
import { settingsOf } from '../../settings/rules.ts';
import type { Tab } from '../../sheet/columns.ts';
import { dayOf } from '../../time.ts';
import type { Deps } from '../command.ts';

type Reader = Pick<Deps, 'store' | 'clock' | 'prefecture'>;

/** What つどい tells beside the rows of a tab, of every record of the town that such a row can be about. Whoever asks may see the town. */
export async function factsOfTab(deps: Reader, town: TownCode, tab: Tab): Promise<readonly RowFacts[]> {
  return tellers[tab](deps, town);
}

const tellers: Readonly<Record<Tab, (deps: Reader, town: TownCode) => Promise<readonly RowFacts[]>>> = {
  相談受付: async (deps, town) =>
    consultationFacts(await deps.store.list('consultation', town), (await casesOf(deps, town)).standings),
  ケース: async (deps, town) => {
    const { standings, ...around } = await casesOf(deps, town);
    return caseFacts(standings, around);
  },
  世帯員: async () => [],
  関係機関: async ({ store, prefecture }, town) =>
    agencyFacts((await store.list('agency', prefecture)).filter((one) => belongsTo(one, town))),
  会議: async (deps, town) => {
    const [meetings, plans, settings] = await Promise.all([
      deps.store.list('meeting', town),
      deps.store.list('plan', town),
      settingsOf(deps, town),
    ]);
    return meetingFacts(meetings, plans, settings);
  },
  招集: callsOf,
  会議録: async (deps, town) => minutesFacts(await deps.store.list('meeting', town), await settingsOf(deps, town)),
  役割分担: async ({ store }, town) => roleFacts(await store.list('role', town)),
  支援計画: async ({ store }, town) => planFacts(await store.list('plan', town)),
  'モニタリング・評価': async (deps, town) => {
    const { plans, standings } = await casesOf(deps, town);
    return watchFacts(plans, standings);
  },
};

/** The mails of a town are many: only those of meetings that anybody still waits for are read. */
async function callsOf({ store, prefecture }: Reader, town: TownCode): Promise<readonly RowFacts[]> {
  const [meetings, agencies, tasks] = await Promise.all([
    store.list('meeting', town),
    store.list('agency', prefecture),
    store.list('task', town),
  ]);
  const open = meetings.filter((meeting) => isConvened(meeting) || meeting.state === 'polling');
  const kinds = open.flatMap(({ id }) => [`${id}/invitation/`, `${id}/poll/`]);
  const notices = (await Promise.all(kinds.map((under) => store.list('message', town, under)))).flat();
  return callFacts(open, { agencies, notices, tasks });
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
  return { standings, meetings, plans };
}
