import type { MailKind } from '../../../core/message/model.ts';
import { furtherLink, LINK_PLACEHOLDER, mailKindSchema } from '../../../core/message/model.ts';
import { PLACE_BY_PHONE, printedPlace } from '../../../core/meeting/gathering.ts';
import { taskKindSchema } from '../../../core/task/model.ts';
import { addressChangedWording } from '../../../core/message/wording/address-changed.ts';
import { allAnsweredWording } from '../../../core/message/wording/answers-complete.ts';
import { cancelWording } from '../../../core/message/wording/cancel.ts';
import { changeWording } from '../../../core/message/wording/change.ts';
import { dayBeforeWording } from '../../../core/message/wording/day-before.ts';
import { staffHandoverWording } from '../../../core/message/wording/handover.ts';
import { invitationWording } from '../../../core/message/wording/invitation.ts';
import type { Wording } from '../../../core/message/wording/letter.ts';
import { monitoringRequestWording, severalReportsWording } from '../../../core/message/wording/monitoring.ts';
import { overdueWording } from '../../../core/message/wording/overdue.ts';
import { planWording } from '../../../core/message/wording/plan.ts';
import {
  pollCancelWording,
  pollOffWording,
  pollReminderWording,
  pollWording,
} from '../../../core/message/wording/poll.ts';
import { pollSlotsWording } from '../../../core/message/wording/poll-slots.ts';
import { recordWording } from '../../../core/message/wording/record.ts';
import { reminderWording } from '../../../core/message/wording/reminder.ts';
import { resentWording } from '../../../core/message/wording/resent.ts';
import { roleConfirmWording } from '../../../core/message/wording/role-confirm.ts';
import { staffTaskWording } from '../../../core/message/wording/staff-task.ts';
import { writtenWording } from '../../../core/message/wording/written.ts';
import { caseIdSchema } from '../../../core/ids.ts';
import { at, day, everyMail, invited } from './sample-mails.ts';

const known = { ...invited, sender: '青葉県若草福祉事務所', heldAt: invited.startsAt };
const { replyBy: _replyBy, ...answered } = known;
const paper = { onPaper: true, officeFax: '000-000-2222' } as const;
const noNumbers = { officePhone: '' };
const beside = [
  {
    meetingId: 'N-1',
    startsAt: at('2026-06-15T14:40'),
    classes: ['見守り'],
    caseNumbers: ['C-5'],
    times: [],
    link: furtherLink(0),
  },
];
const prepared = beside.map((one) => ({ ...one, preparation: '家計簿' }));
const off = [{ meetingId: 'W-1', startsAt: at('2026-06-12T10:00'), withdrawn: false }];
const notCalled = off.map((one) => ({ ...one, withdrawn: true }));
const times = [
  { case: caseIdSchema.parse('C-1'), from: at('2026-06-15T14:30'), until: at('2026-06-15T15:00') },
  { case: caseIdSchema.parse('C-2'), from: at('2026-06-15T15:00'), until: at('2026-06-15T15:30') },
];
const slots = ['2026-06-15T14:00', '2026-06-16T10:00', '2026-06-18T15:30'].map(at);
const polled = { ...known, slots };
const written = { ...known, until: at('2026-06-12T17:00') };
const plan = { ...known, period: { from: day('2026-07-01'), to: day('2027-06-30') }, review: day('2026-09-15') };
const monitored = { ...known, review: day('2026-09-15') };
const reports = [
  { ...monitored, caseId: 'C-1', link: LINK_PLACEHOLDER },
  { ...monitored, caseId: 'C-2', meetingId: 'M-2', replyCode: 'BBE-T98', link: furtherLink(0) },
];
const laterToo = reports.map((one, n) => ({ ...one, review: n === 0 ? one.review : day('2026-09-18') }));
const staff = { staffName: '佐藤', page: '/office/393011/meetings/M-1' };
const late = [
  '会議録',
  '支援決定',
  '出欠回答',
  '開催依頼',
  '起案',
  '見送りの再検討',
  '既存会議の結果',
  '日程の決定',
] as const;

type Branch = readonly [kind: MailKind, branch: string, wording: Wording];

/** Every branch that alters the wording of a mail, to be read aloud: `npm run mails`. */
export const everyBranch: readonly Branch[] = [
  ...mailKinds().map(([kind, wording]): Branch => [kind, 'ふつう', wording]),
  [
    'invitation',
    '二つの用件・二件・時刻あり',
    invitationWording({ ...known, classes: ['医療面の助言', '住まい'], caseNumbers: ['C-1', 'C-2'], times }),
  ],
  ['invitation', 'オンライン', invitationWording({ ...known, place: printedPlace('オンライン', undefined) })],
  ['invitation', '電話', invitationWording({ ...known, place: printedPlace('電話', undefined) })],
  ['invitation', '本人宅・場所未定', invitationWording({ ...known, place: PLACE_BY_PHONE })],
  ['invitation', '日程調整で決まった日', invitationWording({ ...known, polled: true })],
  ['invitation', '合同の席', invitationWording({ ...known, times: times.slice(0, 1), alongside: beside })],
  ['invitation', '文書番号・機関長', invitationWording({ ...known, documentNumber: '8若福第12号', head: '院長' })],
  ['invitation', '電話・FAX未設定', invitationWording({ ...known, ...noNumbers })],
  ['invitation', '紙', invitationWording({ ...known, ...paper })],
  ['invitation', '書面開催', writtenWording(written, 'first')],
  ['poll', '前の日程がある', pollWording({ ...polled, former: at('2026-06-12T10:00') })],
  [
    'poll',
    '候補の変更・答えるものがある',
    pollSlotsWording({ ...polled, gone: slots.slice(0, 1), come: slots.slice(2), unmarked: slots.slice(2) }),
  ],
  [
    'poll',
    '候補の変更・答えるものがない',
    pollSlotsWording({ ...polled, gone: slots.slice(0, 1), come: [], unmarked: [] }),
  ],
  ['reminder', '期限の二日前', reminderWording({ ...known, today: day('2026-06-04') })],
  ['reminder', '合同の席', reminderWording({ ...known, today: day('2026-06-04'), alongside: prepared })],
  ['reminder', '紙', reminderWording({ ...known, ...paper, today: day('2026-06-04') })],
  ['reminder', '日程調整・全部', pollReminderWording({ ...polled, today: day('2026-06-04'), unmarked: slots })],
  [
    'reminder',
    '日程調整・一部',
    pollReminderWording({ ...polled, today: day('2026-06-08'), unmarked: slots.slice(2) }),
  ],
  ['reminder', '書面開催', writtenWording(written, 'again')],
  ['change', '日時', changeWording({ ...known, before: { startsAt: at('2026-06-12T10:00') } })],
  ['change', '場所', changeWording({ ...answered, before: { place: PLACE_BY_PHONE } })],
  ['change', '合同の席', changeWording({ ...known, before: { startsAt: at('2026-06-12T10:00') }, alongside: beside })],
  ['change', 'ご準備', changeWording({ ...answered, before: { preparation: '家計簿' } })],
  [
    'change',
    '合同の席・日時と、次の会議のご準備',
    changeWording({
      ...known,
      before: { startsAt: at('2026-06-12T10:00') },
      alongside: prepared.map((one) => ({ ...one, preparedBefore: '' })),
    }),
  ],
  [
    'change',
    '合同の席・日時と一部の取りやめ',
    changeWording({ ...known, before: { startsAt: at('2026-06-12T11:00') }, off }),
  ],
  [
    'change',
    '合同の席・場所と一部の出席依頼の取消・ほかにもある',
    changeWording({ ...answered, before: { place: '福祉保健所' }, off: notCalled, alongside: prepared }),
  ],
  [
    'change',
    '合同の席・ご準備と一部の取りやめ',
    changeWording({ ...answered, before: { preparation: '' }, off, alongside: beside }),
  ],
  ['change', '合同の席・一部の取りやめだけ', changeWording({ ...answered, before: {}, off, alongside: beside })],
  ['change', '合同の席・一部の出席依頼の取消だけ', changeWording({ ...answered, before: {}, off: notCalled })],
  ['change', '紙・前のことがわからない', changeWording({ ...answered, ...paper, before: {} })],
  ['change', '書面開催になった', writtenWording(written, 'instead')],
  ['change', '書面開催になった・意見は届いている', writtenWording(written, 'given')],
  ['cancel', 'この機関だけ', cancelWording({ ...known, withdrawn: true })],
  ['cancel', '会議のあと', cancelWording({ ...known, afterwards: true })],
  ['cancel', '合同の席・一部の取りやめ', cancelWording({ ...known, alongside: beside })],
  ['cancel', '合同の席・一部だけこの機関を外す', cancelWording({ ...known, withdrawn: true, alongside: beside })],
  ['cancel', '合同の席・全部', cancelWording({ ...known, alsoOff: ['N-1'] })],
  ['cancel', '日程調整の中止', pollCancelWording(polled)],
  ['cancel', '日程調整・この機関だけ', pollOffWording(polled)],
  [
    'day-before',
    'ご準備あり・オンライン',
    dayBeforeWording({ ...known, place: printedPlace('オンライン', undefined) }),
  ],
  ['day-before', '合同の席', dayBeforeWording({ ...known, alongside: prepared })],
  ['record', '次回・異議の期限なし', recordWording(known)],
  ['record', '異議の期限', recordWording({ ...known, objectBy: at('2026-06-26T17:15') })],
  ['role-confirm', '紙', roleConfirmWording({ ...known, ...paper, roles: 1, confirmBy: at('2026-06-22T17:15') })],
  ['plan', '紙', planWording({ ...plan, ...paper })],
  ['monitoring-request', '紙', monitoringRequestWording({ ...monitored, ...paper })],
  ['monitoring-request', '二件・同じ期限', severalReportsWording({ ...known, asked: reports, isReminder: false })],
  ['monitoring-request', '二件・紙', severalReportsWording({ ...known, ...paper, asked: laterToo, isReminder: false })],
  [
    'monitoring-reminder',
    '二件',
    severalReportsWording({ ...known, asked: laterToo, isReminder: true, today: day('2026-09-15') }),
  ],
  [
    'handover',
    '職員',
    staffHandoverWording({ ...staff, from: day('2027-04-01'), formerOfficer: '山本', cases: ['C-1', 'C-2'] }),
  ],
  [
    'address-changed',
    '宛先がなくなった',
    addressChangedWording({ ...known, removed: true, changedAt: at('2026-06-02T10:00') }),
  ],
  ...late.map((what): Branch => [
    'overdue',
    what,
    overdueWording({ ...staff, what, id: 'M-1', wasDue: day('2026-06-22'), reader: 'officer' }),
  ]),
  [
    'overdue',
    '上司',
    overdueWording({ ...staff, what: '会議録', id: 'M-1', wasDue: day('2026-06-22'), reader: 'supervisor' }),
  ],
  ...taskKindSchema.options.map((taskKind): Branch => [
    'staff-task',
    taskKind,
    staffTaskWording({ ...staff, taskKind, about: '民生', subjectId: 'M-1', openedAt: at('2026-06-01T09:00') }),
  ]),
  [
    'staff-task',
    '回答がそろった',
    allAnsweredWording({
      ...staff,
      meetingId: 'M-1',
      startsAt: invited.startsAt,
      answers: { come: 3, decline: 1, other: 1, left: 1 },
    }),
  ],
  [
    'staff-task',
    '送り直した',
    resentWording({ ...staff, agency: '民生', meetingId: 'M-1', at: at('2026-06-02T10:00') }),
  ],
];

function mailKinds() {
  return Object.entries(everyMail).map(([kind, wording]) => [mailKindSchema.parse(kind), wording] as const);
}
