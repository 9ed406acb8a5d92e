import { html } from 'hono/html';
import { reportStatusSchema, type Role } from '../../../core/plan/model.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import type { Office } from '../office.ts';

/** Types in what an agency said by telephone about its role. */
export function reportForm({ nonce, typed }: Office, role: Role, index: number): Html {
  const does = `report-${String(index)}`;
  const fields = fieldsOf(does, typed);
  return html`<details class="plain-details" ${typed?.form === does ? html` open` : ''}>
    <summary>電話などで聞いた報告を入力する</summary>
    <div class="inside">
      ${postForm(
        {
          does,
          nonce,
          typed,
          button: '報告を記録する',
          tone: 'line',
          carry: [
            ['agency', role.agency],
            ['role', role.id],
          ],
        },
        html`${fields.radios({ name: 'status', label: '状況', value: '実施', options: reportStatusSchema.options.map((word) => [word, word]) })}${fields.area({ name: 'note', label: '様子', optional: true })}`,
      )}
    </div>
  </details>`;
}
