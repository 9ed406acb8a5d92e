import type { Staff, Town } from '../../core/access/model.ts';
import { mayOn } from '../../core/access/on-record.ts';
import { noteRefusal } from '../../core/access/noting.ts';
import { isAtItsDesk, mayEditTown, mayReadAudit, mayReadTown } from '../../core/access/rules.ts';
import type { Deps } from '../../core/commands/command.ts';
import type { Refused } from '../../core/refusal.ts';
import { ok, refuse, type Result } from '../../core/result.ts';
import type { Place } from './routes.ts';

type Entered = { readonly town: Town; readonly towns: readonly Town[]; readonly place: Place };

/** Nobody sees a town's cases who may not, and whoever tried is in the audit log. Whoever does see is noted where the page is shown. */
export async function enter(
  deps: Deps,
  actor: Staff,
  townCode: string,
  place: Place | undefined,
): Promise<Result<Entered, Refused>> {
  const towns = await deps.store.list('town', deps.prefecture);
  const town = towns.find(({ id }) => id === townCode);
  if (town === undefined) return refuse({ code: 'unknown-town', id: townCode });
  if (!(await maySee(deps, actor, town, place))) return turnAway(deps, actor, town, place);
  if (place?.page === 'audit' && !mayReadAudit(actor, town)) return turnAway(deps, actor, town, place);
  if (place === undefined) return refuse({ code: 'unknown-page' });
  return ok({ town, towns, place });
}

/** Of cases and consultations the desk of the prefecture and the regional core see some; of meetings all. */
function isAboutHousehold(place: Place | undefined): boolean {
  if (place === undefined || !ofRecords.includes(place.page)) return false;
  return place.page !== 'meeting' && !(place.page === 'letter' && place.folder === 'meetings');
}

/**
 * A page about one record is for whoever may read that record, and nobody else: 住所地の町村 and who goes along (同行) see it without the
 * town's desk, and what stays inside the town is not seen from outside it. Any other page is the desk's.
 */
async function maySee(deps: Deps, actor: Staff, town: Town, place: Place | undefined): Promise<boolean> {
  const record = place === undefined ? undefined : await recordAt(deps, town, place);
  if (record !== undefined) return mayOn(deps, actor, record, 'read');
  // Who does not see every case hears the same of a number there is none of: else they could try which there are.
  return mayReadTown(actor, town) && (isAtItsDesk(actor, town) || !isAboutHousehold(place));
}

/** Whether somebody may write at a place of a town: by the town, else by the record that is open. */
export async function mayWorkAt(deps: Deps, actor: Staff, town: Town, place: Place): Promise<boolean> {
  if (mayEditTown(actor, town)) return true;
  const record = await recordAt(deps, town, place);
  return record !== undefined && mayOn(deps, actor, record, 'edit');
}

/** The body that was offered this case answers on its page, though it only reads it. */
export async function isOffered(deps: Deps, actor: Staff, town: Town, place: Place): Promise<boolean> {
  const one = place.page === 'case' ? await deps.store.get('case', town.id, place.id) : undefined;
  return one?.offer !== undefined && one.offer.answer === undefined && one.offer.to === actor.serves;
}

/** Whether the page of a place still has something to show. */
export async function stands(deps: Pick<Deps, 'store'>, town: Town, place: Place): Promise<boolean> {
  return !ofRecords.includes(place.page) || (await recordAt(deps, town, place)) !== undefined;
}
const ofRecords: readonly Place['page'][] = [
  'case',
  'glance',
  'plan',
  'consultation',
  'meeting',
  'letter',
  'standard-form',
];

async function recordAt({ store }: Pick<Deps, 'store'>, town: Town, place: Place) {
  switch (place.page) {
    case 'case':
    case 'glance':
    case 'plan':
      return store.get('case', town.id, place.id);
    case 'consultation':
      return store.get('consultation', town.id, place.id);
    case 'meeting':
      return store.get('meeting', town.id, place.id);
    case 'standard-form':
      return store.get(place.folder === 'plans' ? 'case' : 'consultation', town.id, place.id);
    case 'letter':
      return store.get(place.folder === 'meetings' ? 'meeting' : 'case', town.id, place.id);
    default:
      return undefined;
  }
}

async function turnAway(
  deps: Deps,
  actor: Staff,
  town: Town,
  place: Place | undefined,
): Promise<Result<Entered, Refused>> {
  const wanted = place === undefined ? { to: 'office', part: 'office' } : readingAt(place);
  await noteRefusal(deps, actor, { town: town.id, ...wanted, code: 'forbidden' });
  return refuse({ code: 'forbidden' });
}

/** A page as the audit log names it: the record it is about, and what kind of page it is. */
export function readingAt(place: Place): { readonly to: string; readonly part: Place['page'] } {
  if (place.page === 'letter') return { to: `${place.id}/letter/${place.agency}`, part: place.page };
  return { to: 'id' in place ? place.id : place.page, part: place.page };
}
