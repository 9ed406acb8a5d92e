import { html } from 'hono/html';
import { type Role, roleStates } from '../../core/plan/model.ts';
import { fieldsOf } from '../page/fields.ts';
import { postForm } from '../page/form.ts';
import type { Html } from '../page/layout.ts';
import { badge } from '../page/parts.ts';
import type { Shown } from './shown.ts';

/** 所属承認 → 確定: the agency's own supervisor says yes over the link (BRIEF §2.10); a no is talked about on the telephone. */
export function roleStateOf(role: Role, { nonce, typed }: Shown): Html {
  const said = html`<p>${badge(roleStates[role.state], role.state === 'confirmed' ? 'good' : 'warn')}</p>`;
  if (!isToBeTakenOn(role)) return said;
  const does = `confirm-${role.id}`;
  return html`${said}
  ${postForm(
    { does, nonce, typed, button: 'この役割を引き受ける', carry: whichRole(role) },
    fieldsOf(does, typed).text({
      name: 'by',
      label: '承認した方（役職・お名前）',
      hint: '所属の責任者が承認してから押してください。難しいとき、内容を直したいときは、お電話ください。',
    }),
  )}`;
}

/** The agency is asked for its yes. */
export function isToBeTakenOn({ state }: Role): boolean {
  return state !== 'confirmed' && state !== 'reopened';
}

/** With the version that stands here: a role that was reworded meanwhile is shown again before anybody takes it on. */
function whichRole({ id, version }: Role): readonly (readonly [string, string])[] {
  return [
    ['role', id],
    ['version', String(version)],
  ];
}
