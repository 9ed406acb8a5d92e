import { noteReading } from '../../../core/access/noting.ts';
import { mayConvene } from '../../../core/access/rules.ts';
import { hiddenFrom } from '../../../core/access/sight.ts';
import type { Town } from '../../../core/access/model.ts';
import { belongsTo } from '../../../core/agency/model.ts';
import type { Body } from '../../../core/body/model.ts';
import { bodiesFor } from '../../../core/body/rules.ts';
import type { Case } from '../../../core/case/model.ts';
import type { Deps } from '../../../core/commands/command.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import type { Settings } from '../../../core/settings/model.ts';
import { settingsOf } from '../../../core/settings/rules.ts';
import { dayOf } from '../../../core/time.ts';
import { nextId } from '../load.ts';
import { openCases } from '../meeting/new-meeting-page.ts';
import type { Office } from '../office.ts';

/** What one town may bring to a sitting (合同の席). */
export type TownPart = {
  readonly town: Town;
  readonly office: Office;
  readonly cases: readonly Case[];
  /** 開催依頼 that wait: convened under their number, they are answered. */
  readonly requests: readonly Meeting[];
  /** Its next number, where no 開催依頼 is answered. */
  readonly suggestedMeeting: string;
  /** Bodies that take cases of this town, the usual one of each framework first. */
  readonly bodies: readonly Body[];
};
export type SittingView = {
  readonly parts: readonly TownPart[];
  readonly settings: Settings;
};

/** The towns for which this officer convenes, each with the open cases this officer sees; whoever reads them stands in each town's log. */
export async function loadSitting(deps: Deps, office: Office): Promise<SittingView> {
  const towns = office.towns.filter((town) => mayConvene(office.actor, town));
  const own = (town: Town) => Number(town.id === office.town.id);
  const parts = await Promise.all(
    towns.toSorted((a, b) => own(b) - own(a)).map(async (town) => partOf(deps, office, town)),
  );
  for (const { town, cases } of parts.filter((part) => part.town.id !== office.town.id && part.cases.length > 0))
    await noteReading(deps, office.actor, {
      ...{ town: town.id, to: 'new-sitting', part: 'new-sitting' },
      about: cases.map(({ id }) => id),
    });
  return {
    parts: parts.filter(({ cases }) => cases.length > 0),
    settings: await settingsOf(deps, office.town.id),
  };
}

async function partOf(deps: Deps, office: Office, town: Town): Promise<TownPart> {
  const { store } = deps;
  const [cases, meetings, hidden, agencies, bodies] = await Promise.all([
    store.list('case', town.id),
    store.list('meeting', town.id),
    hiddenFrom(deps, office.actor, town),
    store.list('agency', deps.prefecture),
    bodiesFor(deps, town.id, dayOf(office.now)),
  ]);
  return {
    town,
    office: { ...office, town, agencies: agencies.filter((one) => belongsTo(one, town.id)) },
    cases: openCases(cases).filter(({ id }) => !hidden.has(id)),
    requests: meetings.filter(({ state }) => state === 'requested'),
    suggestedMeeting: nextId('M', meetings),
    bodies,
  };
}
