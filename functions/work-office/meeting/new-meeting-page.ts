import { html } from 'hono/html';
import type { Case } from '../../../core/case/model.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Page } from '../../page/layout.ts';
import { crumbs } from '../../page/parts.ts';
import { requestFields } from '../case/case-forms.ts';
import { nextId } from '../load.ts';
import { frameOf, type Office, pathOf } from '../office.ts';

/** Cases somebody still works on. */
export function openCases(cases: readonly Case[]): readonly Case[] {
  return cases.filter(({ closed, state }) => closed === undefined && state !== 'informed' && state !== 'referred');
}

type Asked = { readonly open: readonly Case[]; readonly meetings: readonly Meeting[] };

/** A meeting about several cases, as on the regular dates of a town: all that are open, but for those unticked. */
export function newMeetingPage(office: Office, { open, meetings }: Asked): Page {
  const { nonce, typed } = office;
  const fields = fieldsOf('request', typed);
  const title = 'いくつかのケースの会議を依頼する';
  return {
    ...frameOf(office),
    title,
    narrow: true,
    main: html`${crumbs([[pathOf(office, 'meetings'), '会議']], title)}
      <h1>${title}</h1>
      <p class="lead">順番と時間、どの機関をどのケースに呼ぶかは、招集のときに決めます。</p>
      <div class="block card">
        ${postForm(
          { does: 'request', nonce, typed, button: '開催を依頼する' },
          html`${fields.checks({
            name: 'case',
            label: 'かけるケース',
            hint: '開いているケースがすべて選ばれています。かけないものは外してください。',
            options: open.map(({ id, members }) => [id, `${id} ${members.map(({ name }) => name).join('・')}`]),
            values: open.map(({ id }) => id),
          })}
          ${requestFields(office, fields, nextId('M', meetings))}`,
        )}
      </div>`,
  };
}
