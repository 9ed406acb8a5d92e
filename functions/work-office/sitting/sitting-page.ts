import { html } from 'hono/html';
import type { Page } from '../../page/layout.ts';
import { crumbs, notice } from '../../page/parts.ts';
import { frameOf, type Office, pathOf } from '../office.ts';
import type { SittingView } from './load-sitting.ts';
import { sittingForm } from './sitting-form.ts';

/** 合同の席を招集する: cases of several towns, one after another on one day (ADR 0060). */
export function sittingPage(office: Office, view: SittingView): Page {
  const title = '合同の席を招集する';
  return {
    ...frameOf(office),
    title,
    narrow: true,
    main: html`${crumbs(
        [
          ['/office', '町村一覧'],
          [pathOf(office, 'meetings'), '会議'],
        ],
        title,
      )}
      <h1>${title}</h1>
      <p class="lead">
        いくつかの町村のケースを、同じ日に続けて話し合います。会議は町村ごとにでき、案内と催促は、機関ごとに一つです。
      </p>
      ${
        view.parts.length < 2
          ? tooFew()
          : html`${office.preview ?? ''}
              <div class="block card">${sittingForm(office, view)}</div>`
      }`,
  };
}

function tooFew() {
  return notice(
    'info',
    '合同の席に招集できる町村が、二つありません',
    '開いているケースのある町村を二つ以上受け持っているときに、ここから招集できます。一つの町村の会議は、その町村の「会議」から招集してください。',
  );
}
