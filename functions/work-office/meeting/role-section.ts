import { html } from 'hono/html';
import type { Case } from '../../../core/case/model.ts';
import { isHeld } from '../../../core/meeting/recording.ts';
import { type Role, roleStates } from '../../../core/plan/model.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { badge, block, unfold } from '../../page/parts.ts';
import { roleFacts } from '../../page/role-view.ts';
import type { MeetingView } from './meeting-view.ts';
import { savedIf } from '../../page/saved.ts';
import { nameOfAgency, type Office } from '../office.ts';

/** 役割分担: proposed in the meeting, taken back to the office, binding only after its supervisor confirmed. */
export function roleSection(office: Office, view: MeetingView, said?: string): Html {
  if (!isHeld(view.meeting)) return html``;
  const members = view.cases.flatMap((one) => one.members);
  const open = office.typed?.form === 'role' || (view.roles.length === 0 && view.meeting.records.length > 0);
  return block(
    '役割分担',
    html`${savedIf(said)}${view.roles.length === 0 ? html`<p class="card">役割はまだ決まっていません。</p>` : html`<div class="cards">${view.roles.map((role, index) => roleCard(office, role, { members, index }))}</div>`}
    ${unfold('役割を加える', roleForm(office, view), open)}`,
  );
}

type Among = { readonly members: Case['members']; readonly index: number };

function roleCard(office: Office, role: Role, { members, index }: Among): Html {
  const does = `confirm-${String(index)}`;
  const confirmed = role.state === 'confirmed';
  return html`<article class="card">
    <h3>${role.what}</h3>
    <p>
      ${badge(roleStates[role.state], confirmed ? 'good' : 'warn')}${role.confirmedBy === undefined ? '' : html` <span class="small soft">承認: ${role.confirmedBy}</span>`}
    </p>
    ${role.state === 'reopened' ? html`<p class="small soft">受け手は未定です。下の機関は辞退しました。ほかの機関に頼んで、役割を保存し直してください。</p>` : ''}
    ${roleFacts(role, members, nameOfAgency(office, role.agency))}
    ${role.state === 'proposed' ? takeBackForm(office, role, index) : ''}
    ${
      confirmed
        ? ''
        : postForm(
            {
              does,
              nonce: office.nonce,
              typed: office.typed,
              button: '所属の承認を記録して確定',
              tone: 'line',
              carry: [['role', role.id]],
            },
            fieldsOf(does, office.typed).text({ name: 'by', label: '承認した人', hint: '例: 同所属の課長' }),
          )
    }
  </article>`;
}

/** The agency's supervisor is asked, by mail or by hand. */
function takeBackForm({ nonce, typed }: Office, { id }: Role, index: number): Html {
  const carry: readonly [string, string][] = [
    ['id', id],
    ['state', roleStates['taken-back']],
  ];
  return postForm(
    { does: `role-${String(index)}`, nonce, typed, button: '持ち帰りにする', tone: 'line', carry },
    html`<p class="small soft">所属に持ち帰るとき。所属へ確認のお願いが出ます。</p>`,
  );
}

const sayable = ['proposed', 'taken-back', 'approved'] as const;
const stateWords = {
  proposed: '提案',
  'taken-back': '持ち帰り（所属に確認をお願いする知らせが出ます）',
  approved: '所属承認',
} as const satisfies Readonly<Record<(typeof sayable)[number], string>>;

function roleForm(office: Office, { meeting, roles }: MeetingView): Html {
  const { nonce, typed } = office;
  const fields = fieldsOf('role', typed);
  const id = `${meeting.id}-R${String(roles.length + 1)}`;
  const invited = meeting.invitations.filter((one) => one.withdrawn === undefined);
  return postForm(
    { does: 'role', nonce, typed, button: '役割を加える', carry: [['id', id]] },
    html`${fields.select({ name: 'agency', label: '機関', options: invited.map(({ agency }) => [agency, nameOfAgency(office, agency)]) })}
      ${fields.text({ name: 'person', label: '担当者', hint: '名前で決めておくと、あとで迷いません。' })}
      ${fields.area({ name: 'what', label: '何をする' })}
      <div class="side">
        ${fields.text({ name: 'for', label: 'だれのために' })}${fields.text({ name: 'purpose', label: '何のために' })}
      </div>
      <div class="side">
        ${fields.text({ name: 'frequency', label: '頻度', hint: '例: 週1回' })}${fields.text({ name: 'by', label: 'いつまで', hint: '例: 9月15日、次回の会議まで' })}
      </div>
      ${fields.select({ name: 'state', label: 'いまの状態', value: roleStates.proposed, options: sayable.map((state) => [roleStates[state], stateWords[state]]), hint: '役割は、所属の承認を記録してはじめて確定します。' })}
      ${fields.text({ name: 'else', label: 'うまくいかない時', optional: true, hint: '例: 2回会えなければ地域包括へ連絡' })}
      ${fields.text({ name: 'override', label: '欠けたまま進める理由', optional: true, hint: '書くと、足りない項目があっても保存できます（記録に残ります）。' })}`,
  );
}
