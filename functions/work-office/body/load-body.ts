import type { Town } from '../../../core/access/model.ts';
import type { Deps } from '../../../core/commands/command.ts';
import { bodyIdSchema } from '../../../core/ids.ts';
import type { Refused } from '../../../core/refusal.ts';
import { ok, refuse, type Result } from '../../../core/result.ts';
import { settingsOf } from '../../../core/settings/rules.ts';
import type { BodyView } from './body-form.ts';
import type { Office } from '../office.ts';

/** The towns for which the host of this town convenes. */
export async function hostedTowns({ store, prefecture }: Deps, { host }: Office): Promise<readonly Town[]> {
  const towns = await store.list('town', prefecture);
  return towns.filter((town) => (town.host === 'town' ? town.id === host : host === prefecture));
}

export async function loadBody(deps: Deps, office: Office, id: string): Promise<Result<BodyView, Refused>> {
  const known = bodyIdSchema.safeParse(id);
  const body = known.success ? await deps.store.get('body', office.host, known.data) : undefined;
  return body === undefined
    ? refuse({ code: 'unknown-body', id })
    : ok({
        body,
        towns: await hostedTowns(deps, office),
        calendar: await settingsOf(deps, office.host),
        series: await deps.store.get('series', office.host, body.id),
      });
}
