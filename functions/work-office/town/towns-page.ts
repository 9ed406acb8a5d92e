import { html } from 'hono/html';
import type { Staff, Town } from '../../../core/access/model.ts';
import { mayConvene, townsOf } from '../../../core/access/rules.ts';
import type { Deps } from '../../../core/commands/command.ts';

import { type Html, type PageResponse, seeOther, showPage } from '../../page/layout.ts';
import { showRefusal } from '../../page/refusal-page.ts';
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

/** Who works for one town goes straight there; the prefecture's staff choose. */
export async function townsPage(deps: Deps, actor: Staff): Promise<PageResponse> {
  if (actor.role === 'viewer') return showRefusal({ code: 'forbidden' }, frameOf({ actor }));
  const codes = await townsOf(deps, actor);
  const [only] = codes;
  if (codes.length === 1 && only !== undefined) return seeOther(`/office/${only}`);
  const towns = (await deps.store.list('town', deps.prefecture)).filter(({ id }) => codes.includes(id));
  const tasks = await Promise.all(towns.map(({ id }) => deps.store.list('task', id)));
  const asked = await Promise.all(
    towns.map(async (town) => ({ town, meetings: await deps.store.list('meeting', town.id) })),
  );
  const rows = towns.map((town, index) => [
    html`<a href="/office/${town.id}">${town.name}</a>`,
    (tasks[index] ?? []).filter((task) => task.done === undefined).length,
  ]);
  return showPage({
    ...frameOf({ actor }),
    title: '町村一覧',
    main: html`<h1>町村一覧</h1>
      <div class="block">
        ${table({ caption: '受け持ちの町村', head: ['町村', '開いている仕事'], rows, numbers: [1] })}
      </div>
      ${sittingLink(actor, towns)} ${requestsSection(actor, asked, deps.clock.now())}`,
  });
}
