import { historyOf } from '../../../core/agency/history.ts';
import type { Deps } from '../../../core/commands/command.ts';
import type { Refused } from '../../../core/refusal.ts';
import { ok, refuse, type Result } from '../../../core/result.ts';
import type { AgencyView } from './agency-page.ts';
import { nextId } from '../load.ts';
import type { Office } from '../office.ts';

/** An entry this town sees; another town's own is as good as unknown. */
export async function loadAgency(deps: Deps, office: Office, id: string): Promise<Result<AgencyView, Refused>> {
  const agency = office.agencies.find((one) => one.id === id);
  if (agency === undefined) return refuse({ code: 'unknown-agency', id });
  return ok({ agency, history: await historyOf(deps, office.actor, agency.id) });
}

/** A free number, whoever has the others, and the type that was found missing. */
export async function wantedAgency({ store, prefecture }: Deps, { narrow }: Office) {
  const id = nextId('K', await store.list('agency', prefecture));
  return { id, ...(narrow === undefined ? {} : { type: narrow }) };
}
