import { html } from 'hono/html';
import { haveAllAnswered } from '../../../core/invitation/rules.ts';
import { answersOf } from '../../../core/meeting/all-answered.ts';
import { isConvened } from '../../../core/meeting/convening.ts';
import type { ConvenedMeeting, Meeting } from '../../../core/meeting/model.ts';
import { isOverruled, type Shortfall, shortfallOf } from '../../../core/meeting/shortfall.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { lines, moment, notice } from '../../page/parts.ts';
import { nameOfAgency, type Office } from '../office.ts';

/** Short of its quorum: what is lacking, and the ways on. */
export function shortNotice(office: Office, meeting: Meeting): Html {
  if (!isConvened(meeting) || meeting.appointment.startsAt <= office.now) return html``;
  const short = shortfallOf(meeting, office.now);
  if (short === undefined || isOverruled(meeting, short)) return html``;
  return html`<div id="quorum">
    ${notice(
      'warn',
      isNobody(meeting, short) ? '出席する機関がありません' : '定足数に足りません',
      html`${lines(lacking(office, meeting, short))}
        <p>
          下の「候補を出して日程を調整し直す」「集まらずに書面で開く」「会議を中止する」のどれかを選ぶか、理由を書いてこのまま開催してください。
        </p>
        ${office.convenes ? goAheadForm(office) : ''}`,
    )}
  </div>`;
}

function lacking(office: Office, meeting: ConvenedMeeting, short: Shortfall): readonly string[] {
  const { missed, few, attending } = short;
  const who = missed.map((id) => nameOfAgency(office, id)).join('、');
  const least = meeting.quorum?.least;
  return [
    ...(isNobody(meeting, short) ? [allSaid(meeting)] : []),
    ...(missed.length === 0 ? [] : [`必ず出席してほしい機関が出られないか、未回答です: ${who}`]),
    ...(few && least !== undefined ? [`出席は${String(attending)}機関です（定足数 ${String(least)}）`] : []),
  ];
}

/** All have answered, and nobody comes. */
function isNobody({ invitations }: ConvenedMeeting, { attending }: Shortfall): boolean {
  return attending === 0 && haveAllAnswered(invitations);
}

function allSaid(meeting: ConvenedMeeting): string {
  const { decline, other, left } = answersOf(meeting);
  const counts = [
    ...(decline === 0 ? [] : [`欠席 ${String(decline)}`]),
    ...(other === 0 ? [] : [`意見書の提出・日程変更の希望 ${String(other)}`]),
    ...(left === 0 ? [] : [`辞退 ${String(left)}`]),
  ];
  return `お声がけした機関の回答が出そろいました（${counts.join('、')}）`;
}

function goAheadForm({ nonce, typed }: Office): Html {
  return postForm(
    { does: 'go-ahead', nonce, typed, button: 'このまま開催する', tone: 'line' },
    fieldsOf('go-ahead', typed).text({
      name: 'reason',
      label: '足りないまま開催する理由',
      hint: '所内の記録と操作の記録に残ります。関係機関には送りません。',
    }),
  );
}

export function overruledWords({ quorum }: Meeting): Html | undefined {
  const over = quorum?.overruled;
  return over === undefined ? undefined : html`${over.reason}（${over.by} ${moment(over.at)}）`;
}

export function quorumWords(office: Office, { quorum }: Meeting): string | undefined {
  if (quorum === undefined) return undefined;
  const must = quorum.required.map((id) => nameOfAgency(office, id)).join('、');
  const least = quorum.least === undefined ? '' : `${String(quorum.least)}機関以上`;
  return [must === '' ? '' : `必須: ${must}`, least].filter((word) => word !== '').join('、');
}
