import { html } from 'hono/html';
import type { Staff, Town } from '../../../core/access/model.ts';
import { mayConvene, townsOf } from '../../../core/access/rules.ts';
import type { Deps } from '../../../core/commands/command.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import type { Task } from '../../../core/task/model.ts';
import type { Instant } from '../../../core/time.ts';
import { type Html, type PageResponse, seeOther, showPage } from '../../page/layout.ts';
import { showRefusal } from '../../page/refusal-page.ts';
import { pageIn } from '../../page/pager.ts';
import { badge } from '../../page/parts.ts';
import { table } from '../../page/table.ts';
import { requestsSection } from './requests-section.ts';
import { frameOf } from '../office.ts';

/** 合同の席, for whoever convenes for two towns at least. */
function sittingLink(actor: Staff, towns: readonly Town[]): Html {
  const [first, ...others] = towns.filter((town) => mayConvene(actor, town));
  if (first === undefined || others.length === 0) return html``;
  return html`<p>
    <a class="button" href="/office/${first.id}/meetings/together">いくつかの町村の、合同の席を招集する</a>
  </p>`;
}

type OfTown = { readonly town: Town; readonly tasks: readonly Task[]; readonly requested: readonly Meeting[] };

/** Who works for one town goes straight there; the prefecture's staff choose. @param asked which page of the 開催依頼 */
export async function townsPage(deps: Deps, actor: Staff, asked?: string): Promise<PageResponse> {
  if (actor.role === 'viewer') return showRefusal({ code: 'forbidden' }, frameOf({ actor }));
  const codes = await townsOf(deps, actor);
  const [only] = codes;
  if (codes.length === 1 && only !== undefined) return seeOther(`/office/${only}`);
  const towns = (await deps.store.list('town', deps.prefecture)).filter(({ id }) => codes.includes(id));
  const now = deps.clock.now();
  const all = await Promise.all(towns.map(async (town) => ofTown(deps, town)));
  return showPage({
    ...frameOf({ actor }),
    title: '町村一覧',
    main: html`<h1>町村一覧</h1>
      <div class="block">${townTable(all, now)}</div>
      ${sittingLink(actor, towns)} ${requestsSection(actor, all, { now, page: pageIn(asked) })}`,
  });
}

/** Which meetings are asked for stands in the prefecture's mirror, a few words each; only these are read whole. */
async function ofTown({ store }: Deps, town: Town): Promise<OfTown> {
  const [tasks, mirrors] = await Promise.all([store.list('task', town.id), store.list('status', town.id, 'meeting/')]);
  const asked = mirrors.flatMap((one) => (one.of === 'meeting' && one.state === 'requested' ? [one.meeting] : []));
  const meetings = await Promise.all(asked.map((id) => store.get('meeting', town.id, id)));
  const requested = meetings.filter((one) => one?.state === 'requested');
  return { town, tasks: tasks.filter(({ done }) => done === undefined), requested };
}

function townTable(all: readonly OfTown[], now: Instant) {
  const rows = all.map(({ town, tasks, requested }) => {
    const late = tasks.filter(({ dueAt }) => dueAt !== undefined && dueAt < now).length;
    return [
      html`<a href="/office/${town.id}">${town.name}</a>`,
      tasks.length,
      late === 0 ? 0 : badge(String(late), 'bad'),
      requested.length,
    ];
  });
  const head = ['町村', '開いている仕事', 'うち超過', '開催依頼'];
  return table({ caption: '受け持ちの町村', head, rows, numbers: [1, 2, 3] });
}
