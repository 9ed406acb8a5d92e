import { html } from 'hono/html';
import { mayConvene } from '../../../core/access/rules.ts';
import type { Html, Page } from '../../page/layout.ts';
import { crumbs, notice } from '../../page/parts.ts';

import { frameOf, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';
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
          ? tooFew(office, view)
          : html`${office.preview ?? ''}
              <div class="block card">${sittingForm(office, view)}</div>`
      }`,
  };
}

/** Why nothing can be convened here, and what to do: not one's to convene, or no case of a second town is on this desk yet. */
function tooFew({ actor, towns }: Office, { parts }: SittingView): Html {
  if (towns.filter((town) => mayConvene(actor, town)).length < 2)
    return notice(
      'info',
      '合同の席は、二つ以上の町村の会議を招集する担当が開きます',
      '合同の席を開きたいケースは、町村の「会議」から開催を依頼してください。一つの町村の会議も、そこから始めます。',
    );
  const here = parts.map(({ town }) => town.name).join('、');
  return notice(
    'info',
    'この窓口が受けているケースが、二つの町村にまだありません',
    `${here === '' ? 'いまは、どの町村のケースも受けていません。' : `いま受けているのは、${here}のケースだけです。`}町村が開催を依頼すると、そのケースがここに出ます。先に、ほかの町村に開催依頼を出してもらってください。`,
  );
}
