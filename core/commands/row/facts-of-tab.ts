import { belongsTo } from '../../agency/model.ts';
import { isConvened } from '../../meeting/convening.ts';
import { caseFacts, consultationFacts } from '../../row-facts/told-of-case.ts';
import { callFacts } from '../../row-facts/told-of-call.ts';
import { meetingFacts, minutesFacts } from '../../row-facts/told-of-meeting.ts';
import { agencyFacts, planFacts, roleFacts, watchFacts } from '../../row-facts/told-of-support.ts';
import { settingFacts } from '../../row-facts/told-of-settings.ts';
import type { RowFacts } from '../../row-facts/model.ts';
import type { Tab } from '../../sheet/columns.ts';
import type { TownReading } from './town-reading.ts';

/** What つどい tells beside the rows of a tab, of every record of the town that such a row can be about. Whoever asks may see the town. */
export async function factsOfTab(of: TownReading, tab: Tab): Promise<readonly RowFacts[]> {
  return tellers[tab](of);
}

const tellers: Readonly<Record<Tab, (of: TownReading) => Promise<readonly RowFacts[]>>> = {
  相談受付: async (of) => consultationFacts(await of.consultations(), await of.standings()),
  ケース: async (of) => caseFacts(await of.standings(), { meetings: await of.meetings(), plans: await of.plans() }),
  世帯員: async () => [],
  関係機関: async (of) => agencyFacts((await of.agencies()).filter((one) => belongsTo(one, of.town))),
  会議: async (of) => meetingFacts(await of.meetings(), await of.plans(), await of.settings()),
  招集: callsOf,
  会議録: async (of) => minutesFacts(await of.meetings(), await of.settings()),
  役割分担: async (of) => roleFacts(await of.roles()),
  支援計画: async (of) => planFacts(await of.plans()),
  'モニタリング・評価': async (of) => watchFacts(await of.plans(), await of.standings()),
  設定: async (of) => settingFacts(await of.rules()),
};

/** The mails of a town are many: only those of meetings that anybody still waits for are read. */
async function callsOf(of: TownReading): Promise<readonly RowFacts[]> {
  const [meetings, agencies, tasks] = await Promise.all([of.meetings(), of.agencies(), of.tasks()]);
  const open = meetings.filter((meeting) => isConvened(meeting) || meeting.state === 'polling');
  const kinds = open.flatMap(({ id }) => [`${id}/invitation/`, `${id}/poll/`]);
  const notices = (await Promise.all(kinds.map(of.messagesUnder))).flat();
  return callFacts(open, { agencies, notices, tasks });
}
