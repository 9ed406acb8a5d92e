import type { Invitation } from '../../invitation/model.ts';
import type { Meeting } from '../../meeting/model.ts';
import { addDays, type Day, jst } from '../../time.ts';
import type { Link } from '../../workflow/model.ts';
import type { Deps } from '../command.ts';

// A link serves the meeting and its papers, then the reports of a monitoring period.
const LINK_DAYS_AFTER = 60;

/** The personal links of these invitations, new or prolonged, good for some weeks after `day`; none is ever shortened. */
export async function linksBeyond(
  deps: Pick<Deps, 'store' | 'secrets'>,
  meeting: Pick<Meeting, 'town' | 'id'>,
  invitations: readonly Invitation[],
  day: Day,
): Promise<readonly Link[]> {
  const expiresAt = jst(addDays(day, LINK_DAYS_AFTER), '0:00');
  const links = await Promise.all(
    invitations.map(async ({ agency, generation }): Promise<Link> => {
      const of = { town: meeting.town, meeting: meeting.id, agency, generation };
      const id = deps.secrets.fingerprint(deps.secrets.linkToken(of));
      const known = await deps.store.get('link', meeting.town, id);
      return known ?? { kind: 'link', id, version: 0, ...of, expiresAt };
    }),
  );
  return links
    .filter((link) => link.version === 0 || link.expiresAt < expiresAt)
    .map((link) => ({ ...link, expiresAt }));
}
