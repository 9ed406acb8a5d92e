import { html } from 'hono/html';
import type { Case } from '../../../core/case/model.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import { membersWithoutConsent } from '../../../core/framework/gate.ts';
import { dayOf } from '../../../core/time.ts';
import { type Fields, fieldsOf } from '../../page/fields.ts';
import { postForm, step } from '../../page/form.ts';
import type { Html, Page } from '../../page/layout.ts';
import { crumbs } from '../../page/parts.ts';
import { requestFields } from '../case/case-forms.ts';
import { nextId } from '../load.ts';
import { frameOf, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';

/** Cases somebody still works on. */
export function openCases(cases: readonly Case[]): readonly Case[] {
  return cases.filter(({ closed, state }) => closed === undefined && state !== 'informed' && state !== 'referred');
}

type Asked = { readonly open: readonly Case[]; readonly meetings: readonly Meeting[] };

/** A meeting about one or several cases that are open: whoever asks ticks them. */
export function newMeetingPage(office: Office, { open, meetings }: Asked): Page {
  const { nonce, typed } = office;
  const fields = fieldsOf('request', typed);
  const title = '会議を依頼する';
  return {
    ...frameOf(office),
    title,
    narrow: true,
    main: html`${crumbs([[pathOf(office, 'meetings'), '会議']], title)}
      <h1>${title}</h1>
      <p class="lead">
        話し合うケースは、一つでもいくつでも選べます。順番と時間、どの機関をどのケースに呼ぶかは、招集のときに決めます。
      </p>
      <div class="block card">
        <h2>開催依頼</h2>
        ${postForm(
          { does: 'request', nonce, typed, button: '開催を依頼する' },
          requestFields(office, fields, {
            suggestedMeeting: nextId('M', meetings),
            cases: step('かけるケース', caseChoice(office, fields, open)),
          }),
        )}
      </div>`,
  };
}

/**
 * Ticked are the cases somebody came with, or the only one there is: a household nobody thought of must not come before another one's
 * agencies. Who has not consented yet is said beside each.
 */
function caseChoice({ cameWith = [], now }: Office, fields: Fields, open: readonly Case[]): Html {
  const all = open.map(({ id }): string => id);
  const known = all.length === 1 ? all : all.filter((id) => cameWith.includes(id));
  return fields.checks({
    name: 'case',
    label: 'かけるケース',
    options: open.map((one) => {
      const missing = membersWithoutConsent([one], dayOf(now));
      const consent = missing.length === 0 ? '' : `［同意のない人: ${missing.join('・')}］`;
      return [one.id, `${one.id} ${one.members.map(({ name }) => name).join('・')}${consent}`];
    }),
    values: known,
  });
}
