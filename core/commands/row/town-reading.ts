import { type Standing, standingsOf } from '../../case/standing.ts';
import type { TownCode } from '../../ids.ts';
import type { RecordOf } from '../../records.ts';
import type { RulesOfTown } from '../../row-facts/told-of-settings.ts';
import { rulesAbove, settingsOf } from '../../settings/rules.ts';
import type { Settings } from '../../settings/model.ts';
import { dayOf } from '../../time.ts';
import type { Deps } from '../command.ts';

type List<K extends Parameters<Deps['store']['list']>[0]> = () => Promise<readonly RecordOf<K>[]>;

/** The records of a town as one question needs them: each list is read when it is first asked for, and then not again. */
export type TownReading = {
  readonly consultations: List<'consultation'>;
  readonly cases: List<'case'>;
  readonly meetings: List<'meeting'>;
  readonly plans: List<'plan'>;
  readonly roles: List<'role'>;
  readonly tasks: List<'task'>;
  /** The mirrors the prefecture's figures are counted from. */
  readonly statuses: List<'status'>;
  /** The register of the whole prefecture. */
  readonly agencies: List<'agency'>;
  /** One kind of mail about one meeting; a town's mails are too many to be read whole. */
  readonly messagesUnder: (under: string) => ReturnType<List<'message'>>;
  readonly settings: () => Promise<Settings>;
  /** The rules that count, those above the town's own, and the moment they are looked at. */
  readonly rules: () => Promise<RulesOfTown>;
  readonly standings: () => Promise<readonly Standing[]>;
  readonly town: TownCode;
};

export function readingOf(deps: Pick<Deps, 'store' | 'clock' | 'prefecture'>, town: TownCode): TownReading {
  const { store, prefecture } = deps;
  const lists = {
    cases: once(() => store.list('case', town)),
    meetings: once(() => store.list('meeting', town)),
    plans: once(() => store.list('plan', town)),
    tasks: once(() => store.list('task', town)),
    settings: once(() => settingsOf(deps, town)),
  };
  return {
    ...lists,
    town,
    consultations: once(() => store.list('consultation', town)),
    roles: once(() => store.list('role', town)),
    statuses: once(() => store.list('status', town)),
    agencies: once(() => store.list('agency', prefecture)),
    messagesUnder: (under) => store.list('message', town, under),
    rules: once(async () => ({
      settings: await lists.settings(),
      above: await rulesAbove(deps, town),
      now: deps.clock.now(),
    })),
    standings: once(async () => {
      const [cases, meetings, plans, tasks, settings] = await Promise.all([
        lists.cases(),
        lists.meetings(),
        lists.plans(),
        lists.tasks(),
        lists.settings(),
      ]);
      return standingsOf(cases, { meetings, plans, tasks }, settings, dayOf(deps.clock.now()));
    }),
  };
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let reading: Promise<Value> | undefined;
  return () => (reading ??= read());
}
