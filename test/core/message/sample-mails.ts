import type { MailKind } from '../../../core/message/model.ts';
import { addressChangedWording } from '../../../core/message/wording/address-changed.ts';
import { cancelWording } from '../../../core/message/wording/cancel.ts';
import { changeWording } from '../../../core/message/wording/change.ts';
import { dayBeforeWording } from '../../../core/message/wording/day-before.ts';
import { decisionDueWording } from '../../../core/message/wording/decision-due.ts';
import { type InvitationFacts, invitationWording } from '../../../core/message/wording/invitation.ts';
import type { Wording } from '../../../core/message/wording/letter.ts';
import type { StaffFacts } from '../../../core/message/wording/memo.ts';
import { monitoringReminderWording, monitoringRequestWording } from '../../../core/message/wording/monitoring.ts';
import { overdueWording } from '../../../core/message/wording/overdue.ts';
import { papersCodeWording } from '../../../core/message/wording/papers-code.ts';
import { planWording } from '../../../core/message/wording/plan.ts';
import { pollWording } from '../../../core/message/wording/poll.ts';
import { recordRequestWording } from '../../../core/message/wording/record-request.ts';
import { recordChangedWording, recordWording } from '../../../core/message/wording/record.ts';
import { reminderWording } from '../../../core/message/wording/reminder.ts';
import { roleConfirmWording } from '../../../core/message/wording/role-confirm.ts';
import { staffTaskWording } from '../../../core/message/wording/staff-task.ts';
import { triggerWording } from '../../../core/message/wording/trigger.ts';
import { watchWording } from '../../../core/message/wording/watch.ts';
import { daySchema, instantFromEpoch, type Day, type Instant } from '../../../core/time.ts';

/** A moment as a clock in Japan shows it. */
export function at(jst: string): Instant {
  return instantFromEpoch(Date.parse(`${jst}:00+09:00`));
}

export function day(text: string): Day {
  return daySchema.parse(text);
}

const agency = {
  agencyName: '若草診療所',
  contact: '相談室',
  sender: '青葉県若草福祉事務所',
  officer: '佐藤',
  officePhone: '000-000-1111',
};
const meeting = {
  ...agency,
  meetingName: '関係機関会議',
  meetingId: 'M-1',
  startsAt: at('2026-06-15T14:00'),
  place: '若草町役場 2階 会議室',
};
const answering = { ...meeting, replyCode: 'KX7-2MB', replyBy: at('2026-06-08T17:15'), classes: ['医療面の助言'] };

export const invited: InvitationFacts = {
  ...answering,
  outlook: '3か月ごと、計4回の見込みです',
  preparation: '最近のかかわりを、手短にお話しいただければ十分です',
  caseNumbers: ['C-1'],
};

const held = { ...agency, meetingName: '関係機関会議', meetingId: 'M-1', heldAt: at('2026-06-15T14:00') };
const staff: StaffFacts = { staffName: '木村', page: '/office/393011/meetings/M-1' };
const monitored = {
  ...agency,
  meetingName: '関係機関会議',
  meetingId: 'M-1',
  replyCode: 'KX7-2MB',
  review: day('2026-09-15'),
};

/** One mail of every kind (CONTRACT "Mail kinds"), as a town would send it. */
export const toAgencies = {
  invitation: invitationWording(invited),
  poll: pollWording({ ...answering, slots: ['2026-06-15T14:00', '2026-06-16T10:00', '2026-06-18T15:30'].map(at) }),
  reminder: reminderWording({ ...answering, today: day('2026-06-08') }),
  change: changeWording({ ...answering, before: { startsAt: at('2026-06-12T10:00'), place: '社会福祉協議会' } }),
  cancel: cancelWording(meeting),
  'day-before': dayBeforeWording(meeting),
  'papers-code': papersCodeWording({ ...meeting, expiresAt: at('2026-06-10T10:25') }),
  record: recordWording({ ...held, nextOn: day('2026-09-15') }),
  'record-changed': recordChangedWording({ ...held, edition: 2 }),
  'role-confirm': roleConfirmWording({ ...held, roles: 2, confirmBy: at('2026-06-22T17:15') }),
  plan: planWording({
    ...held,
    period: { from: day('2026-07-01'), to: day('2027-06-30') },
    review: day('2026-09-15'),
  }),
  'monitoring-request': monitoringRequestWording(monitored),
  'monitoring-reminder': monitoringReminderWording({ ...monitored, today: day('2026-09-15') }),
  trigger: triggerWording({ ...held, firedAt: at('2026-07-10T11:00') }),
  handover: watchWording({ ...held, on: day('2026-09-14') }),
} as const satisfies Partial<Record<MailKind, Wording>>;

export const toStaff = {
  'record-request': recordRequestWording({ ...staff, ...held, dueAt: at('2026-06-22T17:15') }),
  'decision-due': decisionDueWording({ ...staff, meetingId: 'M-1', cases: ['C-1'], dueAt: at('2026-06-29T17:15') }),
  overdue: overdueWording({ ...staff, what: 'モニタリング', id: 'C-1', wasDue: day('2026-09-15'), reader: 'officer' }),
  'staff-task': staffTaskWording({
    ...staff,
    taskKind: 'fax',
    about: '民生',
    subjectId: 'M-1',
    openedAt: at('2026-06-01T09:00'),
    dueAt: at('2026-06-08T17:15'),
  }),
} as const satisfies Partial<Record<MailKind, Wording>>;

/** To an address that is an agency's no more: of no meeting. */
const toAddresses = {
  'address-changed': addressChangedWording({ ...agency, removed: false, changedAt: at('2026-06-02T10:00') }),
} as const satisfies Partial<Record<MailKind, Wording>>;

/** A name of CONTRACT by which nothing is sent (docs/mail.md, "What sends which kind"). */
export const unsent = 'digest' satisfies MailKind;

export const everyMail = { ...toAgencies, ...toStaff, ...toAddresses } satisfies Record<
  Exclude<MailKind, typeof unsent>,
  Wording
>;
