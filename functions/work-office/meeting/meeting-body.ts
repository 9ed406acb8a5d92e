import { html } from 'hono/html';
import { lacksPrefecture, rosterUncalled } from '../../../core/body/roster.ts';
import { awaitsDesignation } from '../../../core/body/rules.ts';
import { branchOf } from '../../../core/body/document.ts';
import type { Invitation } from '../../../core/invitation/model.ts';
import { isConvened } from '../../../core/meeting/convening.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import { dayOf } from '../../../core/time.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { moment, notice } from '../../page/parts.ts';
import { prefectureWarning } from './convene-body.ts';
import type { MeetingView } from './meeting-view.ts';
import { nameOfAgency, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';

type Pairs = readonly (readonly [string, Html | string | undefined])[];

/** Under which body, with which number, and who of its roster was left out. */
export function bodyPairs(office: Office, { meeting, body }: MeetingView): Pairs {
  if (body === undefined) return [];
  const left = (meeting.leftOut ?? []).map(({ agency, reason }) => {
    return `${nameOfAgency(office, agency)}${reason === '' ? '' : `（${reason}）`}`;
  });
  return [
    ['会議体', html`<a href="${pathOf(office, 'bodies', body.id)}">${body.name}</a>`],
    ['文書番号', numberWords(meeting)],
    ['定期の顔ぶれから外した機関', left.join('、')],
  ];
}

function numberWords(meeting: Meeting): string | undefined {
  const { document } = meeting;
  const appointment = 'appointment' in meeting ? meeting.appointment : undefined;
  if (document === undefined || appointment === undefined || appointment.sequence === 0) return document?.text;
  return `${document.text}（最新 ${branchOf(document, appointment.sequence)}）`;
}

/** What the body's rules still want of this meeting: a designation, a notice that is held, somebody of the prefecture. */
export function bodyNotices(office: Office, view: MeetingView): Html {
  const { meeting } = view;
  const held = meeting.invitations.filter((one) => one.held !== undefined && one.withdrawn === undefined);
  return html`${lacksPrefecture(meeting, office.agencies) && meeting.invitations.length > 0 ? prefectureWarning() : ''}
  ${held.map(({ agency }) =>
    notice(
      'bad',
      `${nameOfAgency(office, agency)}への案内を止めています`,
      '担当者が登録されていません。関係機関に担当者を登録してから、用事「担当者を登録する」を済みにすると送ります。ほかの機関への案内は送りました。',
    ),
  )}
  ${designation(office, view)} ${rosterGrown(office, view)} ${sitting(office, view)}`;
}

/** 定期の顔ぶれ grew after this meeting was convened: one press calls those who joined, as any change does. */
function rosterGrown(office: Office, { meeting, body }: MeetingView): Html {
  const { nonce, typed, now, agencies } = office;
  if (!office.convenes || !isConvened(meeting) || meeting.appointment.startsAt <= now) return html``;
  const there = (id: string) => agencies.some((one) => one.id === id && one.ended === undefined);
  const uncalled = rosterUncalled(body, meeting).filter(({ agency }) => there(agency));
  if (uncalled.length === 0) return html``;
  const carry = uncalled.flatMap(({ agency, class: part, purpose, preparation = '' }) => [
    ['agency', agency] as const,
    [`class.${agency}`, part] as const,
    [`purpose.${agency}`, purpose] as const,
    [`preparation.${agency}`, preparation] as const,
  ]);
  const names = uncalled.map(({ agency }) => nameOfAgency(office, agency)).join('、');
  return notice(
    'info',
    '定期の顔ぶれに加わった機関を、まだ招集していません',
    html`<p>${names}</p>
      ${postForm({ does: 'change-1', nonce, typed, carry, button: 'この会議にも招集する', tone: 'line' }, html``)}
      <p class="small">いつもの目的で案内を送ります。この会議には呼ばないときは、そのままで構いません。</p>`,
  );
}

/** 合同の席: whoever convenes sees which others there are, a town only that there are some. */
function sitting({ convenes, actor }: Office, { beside }: MeetingView): Html {
  if (beside.length === 0) return html``;
  const isHost = convenes && actor.serves === undefined;
  const links = beside.map(({ town, id }) => html`<a href="/office/${town}/meetings/${id}">${id}</a> `);
  return notice(
    'info',
    `ほかの${String(beside.length)}町村の会議と、同じ席で続けて開きます`,
    html`案内・催促・予定は、機関ごとに一つです。日時と場所を変えると、席全体が動きます。${isHost ? html`<br />同じ席の会議：${links}` : ''}`,
  );
}

const waiting = ({ now }: Office, { meeting, body }: MeetingView): readonly Invitation[] =>
  meeting.invitations.filter((one) => one.withdrawn === undefined && awaitsDesignation(body, one, dayOf(now)));

/** 指名: papers open only then; who did it is kept with each invitation. */
function designation(office: Office, view: MeetingView): Html {
  const agencies = waiting(office, view);
  if (agencies.length === 0) return html``;
  const names = agencies.map(({ agency }) => nameOfAgency(office, agency)).join('、');
  const { nonce, typed } = office;
  const form = postForm(
    { does: 'designate', nonce, typed, button: 'この会議の参加者に指名する' },
    fieldsOf('designate', typed).checks({
      name: 'agency',
      label: '指名する機関',
      options: agencies.map(({ agency }) => [agency, nameOfAgency(office, agency)]),
      values: agencies.map(({ agency }) => agency),
    }),
  );
  return notice(
    'warn',
    '指名を待っている機関があります',
    html`<p>${names}は構成員ではないため、この会議の参加者に指名するまで資料を開けません。</p>
      ${office.convenes ? form : ''}`,
  );
}

/** 「構成員」, 「指名（佐藤 6月1日）」 or 「指名待ち」, for the card of an agency. */
export function membershipWords({ now }: Office, { body }: MeetingView, one: Invitation): Html | string | undefined {
  if (body === undefined) return undefined;
  const observer = one.observer === true ? 'オブザーバー・' : '';
  if (one.designated !== undefined)
    return html`${observer}指名（${one.designated.by} ${moment(one.designated.at, now)}）`;
  return `${observer}${awaitsDesignation(body, one, dayOf(now)) ? '指名待ち' : '構成員'}`;
}
