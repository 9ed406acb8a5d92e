import { standingsOf } from '../../../core/case/standing.ts';
import type { Deps } from '../../../core/commands/command.ts';
import type { Refused } from '../../../core/refusal.ts';
import { ok, type Result } from '../../../core/result.ts';
import { settingsOf } from '../../../core/settings/rules.ts';
import { dayOf } from '../../../core/time.ts';
import { loadCase } from '../load.ts';
import type { Office } from '../office.ts';
import type { GlanceView } from './glance-page.ts';

export async function loadGlance(deps: Deps, office: Office, id: string): Promise<Result<GlanceView, Refused>> {
  const loaded = await loadCase(deps, office, id);
  if (!loaded.ok) return loaded;
  const { one, meetings, plan } = loaded.value;
  const [tasks, roles, settings] = await Promise.all([
    deps.store.list('task', office.town.id),
    deps.store.list('role', office.town.id),
    settingsOf(deps, office.town.id),
  ]);
  const around = { meetings, plans: plan === undefined ? [] : [plan], tasks };
  const [standing] = standingsOf([one], around, settings, dayOf(office.now));
  const about = new Set(meetings.map((meeting) => meeting.id));
  return ok({ ...loaded.value, next: standing?.next, roles: roles.filter((role) => about.has(role.meeting)) });
}
