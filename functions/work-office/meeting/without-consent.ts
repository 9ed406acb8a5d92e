import { html } from 'hono/html';
import { frameworks } from '../../../core/framework/frameworks.ts';
import type { Judgement, Meeting } from '../../../core/meeting/model.ts';
import type { MeetingRecord } from '../../../core/record/model.ts';
import { fieldsOf, type Option } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { block, moment, notice, unfold } from '../../page/parts.ts';
import { table } from '../../page/table.ts';
import { frameworkOf, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';

const decisions: readonly Option[] = [
  ['続ける', '続ける（理由を残す）'],
  ['止める', '止める（関係機関には「中止」とだけ伝わります）'],
];

type Judged = { readonly plan?: string; readonly open: boolean; readonly grounds?: Html | undefined };

/** 査察指導員の判断: whether it goes on without somebody's consent. Others see who has to judge. */
export function judgeForm(office: Office, { plan, open, grounds }: Judged): Html {
  const { nonce, typed, actor } = office;
  if (actor.role !== 'supervisor') return html``;
  const fields = fieldsOf('judge', typed);
  const form = postForm(
    { does: 'judge', nonce, typed, button: '判断を記録する', carry: plan === undefined ? [] : [['plan', plan]] },
    html`${fields.radios({ name: 'decision', label: '判断', options: decisions })}
    ${fields.area({ name: 'reason', label: '判断の理由（所内の記録）' })} ${grounds ?? ''}`,
  );
  return unfold('本人同意のないまま続けるかを判断する（査察指導員）', form, open || typed?.form === 'judge');
}

/** What was judged, by whom and why. */
export function judgements(list: readonly Judgement[] = []): Html | undefined {
  if (list.length === 0) return undefined;
  return html`${list.map(
    ({ goesOn, members, reason, by, at }) =>
      html`<p>
        ${goesOn ? '続ける' : '止める'}：${reason}<br /><span class="small soft"
          >${by} ${moment(at)}${members.length === 0 ? '' : `（${members.join('、')}）`}</span
        >
      </p>`,
  )}`;
}

export function dangerWords({ emergency, danger = [] }: Pick<Meeting, 'emergency' | 'danger'>): string | undefined {
  if (!emergency) return undefined;
  return `${danger.length === 0 ? '生命・身体・財産（どれかの記録なし）' : danger.join('・')}に関わる緊急として開催`;
}

/** How a meeting was opened without consent where its framework asks for it; undefined when it was not. */
function openedBy(meeting: Meeting): string | undefined {
  const { emergency, danger, judgements: judged = [], framework, reason } = meeting;
  if (passedMinutes(meeting) !== undefined) return '会議録に同意のない世帯員の記載';
  if (emergency) return dangerWords({ emergency, danger });
  if (judged.some(({ goesOn, members }) => goesOn && members.length > 0)) return '査察指導員の判断';
  return frameworks[framework].consent === 'desired' && reason !== undefined ? '同意がない理由を記録' : undefined;
}

/** 同意なしで開いた会議: every override stands here, with its reason (BRIEF §2.1). */
export function openedWithoutConsent(office: Office, meetings: readonly Meeting[]): Html {
  const opened = meetings.flatMap((meeting) => {
    const how = openedBy(meeting);
    return how === undefined ? [] : [{ meeting, how }];
  });
  if (opened.length === 0) return html``;
  const rows = opened.map(({ meeting, how }) => [
    html`<a href="${pathOf(office, 'meetings', meeting.id)}">${meeting.id}</a>`,
    frameworkOf(office, meeting.framework).name,
    how,
    reasonOf(meeting),
    officerOf(meeting),
  ]);
  const head = ['会議', '枠組み', 'どのように', '理由', '担当'];
  return block('本人同意なしで開いた会議', table({ caption: '緊急・理由・判断で開いたもの', head, rows }));
}

/** The minutes that a supervisor let pass although they name somebody without consent. */
function passedMinutes(meeting: Meeting) {
  const records: readonly MeetingRecord[] = 'records' in meeting ? meeting.records : [];
  return records.findLast((record) => record.override !== undefined)?.override;
}

function reasonOf(meeting: Meeting): string {
  const { reason, judgements: judged = [] } = meeting;
  return passedMinutes(meeting)?.reason ?? reason ?? judged.at(-1)?.reason ?? '';
}

function officerOf(meeting: Meeting): string {
  const convener = 'appointment' in meeting ? meeting.appointment?.convener : undefined;
  return convener ?? meeting.requestedBy ?? '';
}

/** The way out of a refusal: the 支援会議 of the same law, with a ground, in the form as it was filled in. */
export function insteadButton({ typed, instead }: Office, form: string): Html {
  if (instead === undefined || typed?.form !== form) return html``;
  return html`<p class="row">
    <button type="submit" class="button-line" name="step" value="instead" formnovalidate>
      「${instead.name}」に切り替えて、根拠を選ぶ
    </button>
  </p>`;
}

/** Said after the switch: nothing is recorded yet. */
export function switchedNotice({ typed, switched }: Office, form: string): Html {
  if (switched === undefined || typed?.form !== form) return html``;
  return notice(
    'info',
    `「${switched}」に切り替えました`,
    '根拠①か②を選んで、もう一度押してください。まだ何も記録していません。',
  );
}
