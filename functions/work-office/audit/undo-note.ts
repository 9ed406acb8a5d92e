import { html } from 'hono/html';
import type { Deps } from '../../../core/commands/command.ts';
import type { Step } from '../../../core/undo/model.ts';
import { insteadOfUndo } from '../../../core/undo/rules.ts';
import { postForm } from '../../page/form.ts';
import type { Html, Page } from '../../page/layout.ts';
import { moment } from '../../page/parts.ts';
import { saved } from '../../page/saved.ts';
import { deedOf } from './audit-words.ts';
import type { Office } from '../office.ts';

const instead: Readonly<Record<string, string | null>> = insteadOfUndo;

/**
 * After a step, and on the page of today's work: the way back, or why there is none. At the foot of the page, where the step itself was
 * told at its head: nobody presses it for the next button.
 */
export async function withWayBack(deps: Pick<Deps, 'store'>, office: Office, page: Page): Promise<Page> {
  const after = office.done !== undefined && office.done !== 'undo';
  if (!after && office.place.page !== 'town' && office.typed?.form !== 'undo') return page;
  const step = await deps.store.get('step', office.town.id, office.actor.id);
  const way = step === undefined || step.until <= office.now ? noWay(office) : wayBack(office, step);
  return { ...page, main: html`${page.main}${way}` };
}

/** Said on the page from which it was undone. */
export function withUndone(page: Page, done: string | undefined): Page {
  if (done !== 'undo') return page;
  return { ...page, main: html`${saved('元に戻しました', '操作の前の内容に戻っています。')}${page.main}` };
}

function wayBack({ nonce, typed, now }: Office, step: Step): Html {
  const form = { does: 'undo', nonce, typed, button: '元に戻す', tone: 'line' as const };
  return html`<section class="block card noprint" aria-labelledby="undo-title">
    <h2 id="undo-title">最後の操作を元に戻す</h2>
    ${postForm(
      { ...form, carry: [['step', step.at]] },
      html`<p>
        ${moment(step.at, now)}
        ${deedOf(step.verb)}（${step.written[0]?.id}）。まちがえたときは、${moment(step.until, now)}まで元に戻せます。そのあとにほかの操作があったときは戻せません。
      </p>`,
    )}
  </section>`;
}

function noWay({ done = '' }: Office): Html {
  const words = instead[done];
  return typeof words !== 'string' || done === 'undo'
    ? html``
    : html`<p class="block small soft noprint">この操作は元に戻せません。${words}</p>`;
}
