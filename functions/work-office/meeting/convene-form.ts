import { html } from 'hono/html';
import { reachOf } from '../../../core/agency/model.ts';
import { closedBecause } from '../../../core/calendar.ts';
import {
  type Framework,
  type FrameworkCode,
  frameworkCodeSchema,
  frameworks,
} from '../../../core/framework/frameworks.ts';
import { membersWithoutConsent } from '../../../core/framework/gate.ts';
import type { Case } from '../../../core/case/model.ts';
import { agendaSchema, modeSchema, cadenceSchema, timesOf } from '../../../core/meeting/gathering.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import { timeWords } from '../../../core/message/wording/invitation.ts';
import type { Refused } from '../../../core/refusal.ts';
import { ok, refuse, type Result } from '../../../core/result.ts';
import type { Settings } from '../../../core/settings/model.ts';
import { mailableFrom, replyDue } from '../../../core/settings/rules.ts';
import { dayOf, type Instant, instantInJapanese, readInstant } from '../../../core/time.ts';
import { type Fields, fieldsOf } from '../../page/fields.ts';
import { postForm, step } from '../../page/form.ts';
import type { SentForm } from '../../page/sent-form.ts';
import type { Html } from '../../page/layout.ts';
import { lines, notice } from '../../page/parts.ts';
import { agencyPicks, withPicked } from '../agency/agency-picks.ts';
import { missingIn, shortWords as words } from './convene-words.ts';
import { pollFields, quorumFields } from './poll-fields.ts';
import { draftOf, typedFromDraft } from './draft-forms.ts';
import { dangerFields, groundFields } from '../case/case-forms.ts';
import { missingNumbers } from '../settings/missing-numbers.ts';
import { dayGuide } from './day-guide.ts';
import { bodyFields, bodyProposed, placeProposed, rosterOf } from './convene-body.ts';
import { agendaIn } from './invite-input.ts';
import { preparationField } from './preparation-fields.ts';
import type { MeetingView } from './meeting-view.ts';
import { frameworkOf, type Office } from '../office.ts';
import { insteadButton, switchedNotice } from './without-consent.ts';

/** Convening in two steps: fill in, see what will follow in words, send. */
export function conveneForm(office: Office, view: MeetingView): Html {
  const { meeting, cases, settings, approval } = view;
  const { nonce, now } = office;
  const draft = draftOf(meeting);
  const body = bodyProposed(office, view);
  const roster = rosterOf(body);
  const sent = office.typed ?? (draft === undefined ? undefined : typedFromDraft(draft));
  const typed = sent && withPicked(office, { cases, roster }, sent);
  const fields = fieldsOf('convene', typed);
  const code = chosenFramework(office, meeting);
  const framework = frameworkOf(office, code);
  const missing = membersWithoutConsent(cases, dayOf(now));
  const gate = consentRule(framework, missing, meeting);
  const numbers = office.preview === undefined ? missingNumbers(office, settings) : '';
  return html`${gate}${numbers}${approval ? approvalRule() : ''}${postForm(
    {
      does: 'convene',
      nonce,
      typed,
      button: office.preview === undefined ? '内容を確かめる' : 'もう一度内容を確かめる',
      name: ['step', 'preview'],
      carry: [
        ['was-framework', code],
        ['framework', code],
        ...[...roster.keys()].map((agency) => ['roster', agency] as const),
      ],
    },
    html`${enterKey()}${switchedNotice(office, 'convene')}${insteadButton(office, 'convene')}
    ${step(
      '日時',
      html`<div class="side">
          ${fields.date({ name: 'date', label: '開催日', when: '日程調整をしないときは必須' })}${fields.time({ name: 'time', label: '開始時刻', value: '14:00', when: '開催日と一緒に' })}
        </div>
        <p class="hint">${replyRule(settings)}</p>
        ${dayGuide(settings, now)} ${pollFields(fields, settings)}`,
    )}
    ${step(
      '場所と進め方',
      html`<div class="side">
          ${fields.select({ name: 'cadence', label: '定期・随時', value: meeting.cadence ?? '随時', options: cadenceSchema.options.map((word) => [word, word]) })}${fields.select({ name: 'mode', label: '開き方', value: '対面', options: modeSchema.options.map((word) => [word, word]) })}
        </div>
        ${fields.text({ name: 'place', label: '場所', value: placeProposed(office, body), hint: '本人宅のときは、書いても所内の記録だけに残り、案内には「場所は電話でお知らせします」と載ります。' })}
        ${fields.text({ name: 'url', label: 'オンラインの参加用URL', optional: true, hint: 'メールには載らず、関係機関のページに出ます。あとから「変更」で入れることもできます。' })}
        ${agendaFields(fields, cases)}
        ${fields.text({ name: 'outlook', label: '見通し（期間・回数）', value: '3か月ごと 計4回', hint: '先が見えると、関係機関は参加を決めやすくなります。' })}
        ${preparationField(fields)} ${basisFields(fields, meeting, { code, missing })}
        ${bodyFields(fields, office, view)}`,
    )}
    ${step(
      '関係機関と目的',
      html`<fieldset>
          <legend>招集する関係機関</legend>
          ${agencyPicks(office, fields, { cases, roster })}
        </fieldset>
        ${quorumFields(office, fields, roster)}
        ${fields.tick({ name: 'urgent', value: 'yes', text: '急ぐので、執務時間の外でもすぐに案内を送る' })}`,
    )}`,
  )}`;
}

/** What the Enter key in a field presses is the first button of a form: it is to look, not to tick agencies. */
export function enterKey(): Html {
  return html`<button type="submit" name="step" value="preview" hidden>内容を確かめる</button>`;
}

function approvalRule(): Html {
  return notice(
    'info',
    '決裁が必要な会議体です',
    '送信すると起案になり、査察指導員（主任）の決裁のあとに案内が送られます。',
  );
}

/** 時間割 of several cases: their order and minutes; agencies hear only of the times of their own cases. */
export function agendaFields(fields: Fields, cases: readonly Case[], least = 2): Html {
  if (cases.length < least) return html``;
  return html`<fieldset>
    <legend>${cases.length === 1 ? '時間割' : '時間割（ケースの順番と時間）'}</legend>
    <p class="hint">各機関には、呼ぶケースの時間だけを知らせます。時間を空にすると、時間割は作りません。</p>
    ${cases.map(
      ({ id }, index) =>
        html`<div class="side">
          ${cases.length === 1 ? '' : fields.number({ name: `order.${id}`, label: `${id} の順番`, optional: true, value: String(index + 1) })}${fields.number({ name: `minutes.${id}`, label: `${id} の時間（分）`, optional: true, value: '30' })}
        </div>`,
    )}
  </fieldset>`;
}

/** What the gate still needs, where the 開催依頼 left it open. */
function basisFields(fields: Fields, meeting: Meeting, { code, missing }: Gate): Html {
  const { consent } = frameworks[code];
  if (consent === 'ground' && meeting.ground !== undefined) return html``;
  if (consent === 'ground') return groundFields(fields, meeting.emergency ? { optional: true } : {});
  if (missing.length === 0 || meeting.emergency) return html``;
  const reason = fields.area({
    name: 'reason',
    label: '本人同意なしで開く理由',
    optional: true,
    value: meeting.reason,
  });
  return html`${dangerFields(fields)}${reason}`;
}

type Gate = { readonly code: FrameworkCode; readonly missing: readonly string[] };

/** The framework of the 開催依頼, unless the form was switched to another. */
function chosenFramework({ typed }: Office, meeting: Meeting): FrameworkCode {
  const said = frameworkCodeSchema.safeParse(typed?.form === 'convene' ? typed.values.get('framework') : undefined);
  return said.success ? said.data : meeting.framework;
}

type Basis = Pick<Meeting, 'ground' | 'reason' | 'judgements'>;

/** The gate in words, before anything is typed. */
export function consentRule(framework: Framework, missing: readonly string[], meeting: Basis): Html {
  const { ground, reason } = meeting;
  const names = missing.join('、');
  if (framework.consent === 'required') return requiredRule(framework, missing);
  if (framework.consent === 'ground')
    return notice(
      'info',
      `「${framework.name}」は本人同意なしで開けます`,
      `${ground === undefined ? '根拠①か②を選んでください。' : '根拠は記録済みです。'}本人には何も送りません。`,
    );
  if (missing.length === 0) return html``;
  if (framework.consent === 'unspecified') return unspecifiedRule(names, meeting);
  return reason === undefined
    ? notice('warn', '本人同意がありません', `同意のない人: ${names}。同意なしで開く理由を書いてください。`)
    : notice('info', '本人同意なしで開く理由は記録済みです', `同意のない人: ${names}。`);
}

/** 定めなし: a warning, and who decides. */
function unspecifiedRule(names: string, { judgements = [] }: Basis): Html {
  return judgements.some(({ goesOn }) => goesOn)
    ? notice(
        'info',
        '査察指導員の判断が記録されています',
        `同意のない人: ${names}。判断のあとに加えた人がいるときは、もう一度判断が要ります。`,
      )
    : notice(
        'warn',
        '本人同意がなく、定めもありません',
        `同意のない人: ${names}。開くかどうかは査察指導員が判断します。担当だけでは招集できません。`,
      );
}

function requiredRule({ name }: Framework, missing: readonly string[]): Html {
  return missing.length === 0
    ? notice('good', '本人同意: そろっています', `「${name}」には全員の同意が必要です。`)
    : notice(
        'warn',
        '本人同意が足りません',
        `「${name}」は同意なしに開けません。同意のない人: ${missing.join('、')}。同意を記録するか、支援会議（根拠①②）に切り替えてください。`,
      );
}

export function replyRule(settings: Settings): string {
  return `回答期限は自動で決まります（会議の${String(settings.replyDueBusinessDaysBefore)}営業日前と、送信から${String(settings.replyDueDaysAfterSending)}日後の早い方、${settings.officeCloses}）。「内容を確かめる」で日付が出ます。`;
}

/** What will follow if it is sent: deadline, who gets mail, who has to be reached by hand. Refused, in words, when nothing could be sent. */
export function convenePreview(office: Office, settings: Settings, form: SentForm): Result<Html, Refused> {
  const startsAt = readInstant(`${form.text('date') ?? ''}T${form.text('time') ?? ''}`);
  if (startsAt === undefined || startsAt <= office.now)
    return refuse({ code: 'bad-input', field: 'date', problem: 'これからの日時を入れてください。' });
  const chosen = office.agencies.filter(({ id }) => form.texts('agency').includes(id));
  const missing = missingIn(form, chosen);
  if (missing !== undefined) return refuse(missing);

  const closed = closedBecause(dayOf(startsAt), settings);
  const byHand = chosen.filter((agency) => reachOf(agency) !== 'mail').map(({ name }) => name);
  const sentAt = mailableFrom(settings, office.now, form.text('urgent') !== undefined);
  const body = html`${lines([
      `会議: ${instantInJapanese(startsAt)}${closed === undefined ? '' : `（${closed}です）`}`,
      `案内メールを${String(chosen.length - byHand.length)}機関に、${words(sentAt)}から送ります。`,
      ...agendaWords(startsAt, form),
      ...(byHand.length === 0 ? [] : [`紙や電話で案内する用事になります: ${byHand.join('、')}`]),
      'まだ何も送っていません。直すときは、下の欄を書き換えてください。',
    ])}
    <p class="row">
      <button type="submit" form="convene" name="step" value="send">この内容で招集する</button>
    </p>`;
  const due = `回答期限は${words(replyDue(settings, sentAt, startsAt).replyBy)}になります`;
  return ok(html`${missingNumbers(office, settings, byHand.length > 0)}${notice('info', due, body)}`);
}

function agendaWords(startsAt: Instant, form: SentForm): readonly string[] {
  const agenda = agendaSchema.safeParse(agendaIn(form));
  const times = agenda.success ? timesOf({ startsAt, agenda: agenda.data }) : [];
  return times.length === 0 ? [] : [`時間割: ${times.map(timeWords).join('、')}`];
}
