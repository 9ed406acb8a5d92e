import { html } from 'hono/html';
import { needsConsent, unplannedIn } from '../../../core/commands/record/unplanned.ts';
import { timeWords } from '../../../core/message/wording/invitation.ts';
import { attends } from '../../../core/invitation/rules.ts';
import { gaveOpinion, isInWriting } from '../../../core/meeting/in-writing.ts';
import { timesOf } from '../../../core/meeting/gathering.ts';
import { isHeld, timesSaved } from '../../../core/meeting/recording.ts';
import type { HeldMeeting } from '../../../core/meeting/model.ts';
import type { MeetingRecord } from '../../../core/record/model.ts';
import { type Fields, fieldsOf, type Option } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { notice } from '../../page/parts.ts';
import { opinionItems } from './written-form.ts';
import type { MeetingView } from './meeting-view.ts';
import { nameOfAgency, nameOfAttendee, type Office } from '../office.ts';

/** Empty item blocks below the filled ones; saving a draft brings new ones. */
const SPARE_ITEMS = 2;

/** 会議録: attendance, items, outcome. A draft is saved as often as one likes; final, it is only corrected. */
export function recordForm(office: Office, view: MeetingView, does: 'record' | 'correct'): Html {
  const { nonce, typed } = office;
  const fields = fieldsOf(does, typed, { edits: true });
  const record = 'records' in view.meeting ? view.meeting.records.at(-1) : undefined;
  const carry = isHeld(view.meeting) ? [['version', String(editionOf(view.meeting, does))] as const] : [];
  const ways =
    does === 'correct'
      ? { button: '新しい版を出して知らせる' }
      : ({
          button: '下書きとして保存',
          name: ['final', 'no'],
          also: { button: '会議録を確定する', name: ['final', 'yes'] },
        } as const);
  return postForm(
    { does, nonce, typed, carry, ...ways },
    html`${does === 'correct' ? fields.area({ name: 'reason', label: '直す理由' }) : ''}
      ${attendance(fields, office, view, record)}
      <fieldset>
        <legend>検討した項目</legend>
        ${items(fields, view, itemsOf(office, view, record), typed?.form === does)}
      </fieldset>
      ${outcome(fields, record)} ${unplanned(fields, office, view)}`,
  );
}

/** Whom the minutes may not speak of, before they are final; the supervisor may say why they do. */
function unplanned(fields: Fields, office: Office, { meeting, cases }: MeetingView): Html {
  if (!isHeld(meeting) || !needsConsent(meeting)) return html``;
  const named = stillUnplanned(meeting, cases);
  if (named.length === 0) return html``;
  const names = named.map(({ name }) => name).join('、');
  return html`${notice('warn', `本人同意のない世帯員のことが書かれています: ${names}`, 'このままでは確定できません。その部分を消すか、同意を記録するか、査察指導員が理由を書いて確定してください。')}
  ${office.actor.role === 'supervisor' ? fields.text({ name: 'override', label: '同意のない世帯員のことを残す理由（査察指導員）', optional: true }) : ''}`;
}

/** Whom a supervisor let pass in these minutes may stay in them when they are corrected. */
function stillUnplanned(meeting: HeldMeeting, cases: MeetingView['cases']) {
  const { items = [], override } = meeting.records.at(-1) ?? {};
  const passed = override?.members ?? [];
  return unplannedIn(meeting, items, cases).filter(({ ref }) => !passed.includes(ref));
}

/** Of a draft how often it was saved, of final minutes their edition. */
function editionOf(meeting: HeldMeeting, does: 'record' | 'correct'): number {
  return does === 'record' ? timesSaved(meeting) : meeting.records.length;
}

function attendance(fields: Fields, office: Office, { meeting }: MeetingView, record: MeetingRecord | undefined): Html {
  const invited = meeting.invitations.filter((one) => one.withdrawn === undefined);
  const written = isHeld(meeting) && isInWriting(meeting);
  const guests = record?.guests?.join('\n');
  return html`${fields.checks({
    name: 'attendance',
    label: written ? '書面で意見を出した関係機関・町村・開催主体' : '出席した関係機関・町村・開催主体',
    optional: true,
    options: [
      ...invited.map(({ agency }) => [agency, nameOfAgency(office, agency)] as const),
      ...[...new Set([office.town.id, office.host])].map((id) => [id, nameOfAttendee(office, id)] as const),
    ],
    values: record?.attendance ?? invited.filter(written ? gaveOpinion : attends).map(({ agency }) => agency),
  })}
  ${fields.area({ name: 'guests', label: '同席者', value: guests, optional: true, hint: '招集していない人が同席したとき: 1行に一人、お名前と立場' })}`;
}

/** As last saved; else what it begins with: the opinions, and where people met, before them a box for each case. */
function itemsOf(office: Office, view: MeetingView, record: MeetingRecord | undefined): readonly Item[] {
  const { meeting, cases } = view;
  if (record !== undefined) return record.items;
  if (!isHeld(meeting)) return [];
  const opinions = opinionItems(office, meeting);
  if (isInWriting(meeting) || opinions.length === 0) return opinions;
  return [...(cases.length === 0 ? [undefined] : cases).map((_case, index) => emptyItem(view, index)), ...opinions];
}

function items(fields: Fields, view: MeetingView, written: readonly Item[], again: boolean): readonly Html[] {
  const least = Math.max(again ? 4 : 3, view.cases.length);
  const count = Math.max(written.length + SPARE_ITEMS, least);
  const cases = casesInOrder(view);
  return Array.from({ length: count }, (_, index) =>
    itemBox(fields, index, written[index] ?? emptyItem(view, index), cases),
  );
}

type Item = { readonly [Part in keyof MeetingRecord['items'][number]]?: string | undefined };

/** The first is about the roles agreed on last time (BRIEF §2.9). */
function emptyItem(view: MeetingView, index: number): Item {
  const firstTopic = view.follows ? '前回の役割の確認（実施・状況変化・未実施）' : '';
  return { topic: index === 0 ? firstTopic : '', case: casesInOrder(view)[index]?.[0] };
}

function itemBox(fields: Fields, index: number, item: Item, cases: readonly Option[]): Html {
  const at = (name: string) => `${name}.${String(index)}`;
  return html`<div class="box">
    ${fields.text({ name: at('topic'), label: `項目${String(index + 1)}`, value: item.topic, optional: true })}
    ${caseField(fields, at('case'), cases, item.case)}
    ${fields.area({ name: at('discussed'), label: '話し合ったこと', value: item.discussed, optional: true })}
    ${fields.area({ name: at('conclusion'), label: '結論', value: item.conclusion, optional: true })}
    <details class="plain-details">
      <summary>残った課題・異議</summary>
      <div class="inside">
        ${fields.area({ name: at('remaining'), label: '残った課題', value: item.remaining, optional: true })}
        ${fields.text({ name: at('dissent'), label: '異議（どの機関が、何を）', value: item.dissent, optional: true })}
      </div>
    </details>
  </div>`;
}

/** The cases as they were discussed, with the time of each. */
function casesInOrder({ meeting, cases }: MeetingView): readonly Option[] {
  const times = isHeld(meeting) ? timesOf(meeting.appointment) : [];
  const place = (id: string) => times.findIndex((time) => time.case === id);
  return cases
    .toSorted((a, b) => place(a.id) - place(b.id))
    .map(({ id }) => [id, times.filter((time) => time.case === id).map(timeWords)[0] ?? id]);
}

/** Of a meeting about several cases, which one an item is about: agencies that were not called for it do not read it. */
function caseField(fields: Fields, name: string, cases: readonly Option[], value = ''): Html {
  if (cases.length < 2) return html``;
  const options = [...cases, ['', 'すべてのケースに共通'] as const];
  const hint =
    '呼ばれていないケースの項目は、その機関には見えません。共通の項目は、すべてのケースに呼んだ機関だけが読みます。';
  return fields.select({ name, label: 'どのケースについて', optional: true, value, options, hint });
}

function outcome(fields: Fields, record: MeetingRecord | undefined): Html {
  return html`${fields.radios({
    name: 'outcome',
    label: '結果',
    value: record?.outcome ?? 'decided',
    options: [
      ['decided', '方針決定'],
      ['undecided', '方針未定（見守りながら次の機会を待つ。これも結果です）'],
    ],
  })}
  ${fields.area({ name: 'watch', label: '見守りの計画', value: record?.watch, optional: true, hint: '方針未定のときは必須: 頻度・連絡先・動き方' })}
  ${fields.area({ name: 'missing', label: '足りない社会資源', value: record?.missing.join('\n'), optional: true, hint: '1行に一つ。地域の課題としてまとめます。' })}
  ${fields.date({ name: 'next', label: '次回の予定', value: record?.next, optional: true })}`;
}
