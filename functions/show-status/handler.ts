import type { Actor } from '../../core/access/model.ts';
import { atDoor, noteReading, noteRefusal } from '../../core/access/noting.ts';
import { lapsesOf } from '../../core/body/rhythm.ts';
import type { Deps } from '../../core/commands/command.ts';
import { dayOf } from '../../core/time.ts';
import type { HttpHandler } from '../http.ts';
import { type NavLink, showPage } from '../page/layout.ts';
import { whoOf } from '../page/staff-words.ts';
import { showRefusal } from '../page/refusal-page.ts';
import { figuresOf, lapsedItems, lateItems } from './figures.ts';
import { issueCounts } from './issue-counts.ts';
import { statusPage } from './page.ts';

/** The prefecture's staff only: a town sees its own desk, an agency its link. */
export function createHandler(deps: Pick<Deps, 'store' | 'clock' | 'prefecture'>): HttpHandler {
  const here = atDoor(deps, 'status');
  return async ({ actor }) => {
    if (actor === undefined) return showRefusal({ code: 'forbidden' });
    // No case text is here, but where a meeting is late is a thing to know about a town: who looks is noted for the prefecture.
    const reading = { town: deps.prefecture, to: 'status', part: 'status' };
    if (actor.kind !== 'staff' || actor.serves !== undefined) {
      await noteRefusal(here, actor, { ...reading, code: 'forbidden' });
      return showRefusal({ code: 'forbidden' });
    }
    await noteReading(here, actor, reading);
    const [towns, statuses] = await Promise.all([deps.store.list('town', deps.prefecture), deps.store.statuses()]);
    const now = deps.clock.now();
    const hosts = [deps.prefecture, ...towns.filter(({ host }) => host === 'town').map(({ id }) => id)];
    const lapsed = lapsedItems(towns, await lapsesOf(deps, hosts, dayOf(now)), now);
    const late = [...lapsed, ...lateItems(towns, statuses, now)];
    const view = { now, figures: figuresOf(towns, statuses), late, issues: issueCounts(statuses) };
    return showPage({ ...statusPage(view), nav: linksFor(actor), who: whoOf(actor) });
  };
}

function linksFor(actor: Extract<Actor, { kind: 'staff' }>): readonly NavLink[] {
  const status = { href: '/status', text: '県内の状況', current: true };
  return actor.role === 'viewer' ? [status] : [{ href: '/office', text: '町村一覧' }, status];
}
