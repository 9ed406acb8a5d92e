import type { Town } from '../../core/access/model.ts';
import type { Deps, Done } from '../../core/commands/command.ts';
import type { Verb } from '../../core/commands/menu.ts';
import { stands } from './entry.ts';
import { pathOf } from './paths.ts';
import { addressOf, type Place } from './routes.ts';

type At = { readonly town: Town; readonly place: Place };
type Did = Done & { readonly verb: Verb };

/** Where a form leads: to the meeting that was asked for, the case that was opened, else back to its own page. */
export async function afterwards(deps: Pick<Deps, 'store'>, at: At, { verb, town, id }: Did): Promise<string> {
  // What was put back is looked at; a case or meeting that was never asked for has no page any more.
  if (verb === 'undo') return (await stands(deps, at.town, at.place)) ? addressOf(at, at.place) : pathOf(at);
  if (verb === 'convene-together') return ['/office', town, 'meetings', encodeURIComponent(id)].join('/');
  if (verb === 'request' || verb === 'ask-again') return pathOf(at, 'meetings', id);
  const folder = foldersOfNew[at.place.page];
  return folder === undefined ? addressOf(at, at.place) : pathOf(at, folder, id);
}

const foldersOfNew: Readonly<Partial<Record<Place['page'], string>>> = {
  'new-body': 'bodies',
  'new-agency': 'agencies',
  'new-consultation': 'consultations',
  'new-case': 'cases',
};
