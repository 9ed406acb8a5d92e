import type { Refused } from '../refusal.ts';
import { daySchema, jst } from '../time.ts';
import type { RuleName, Rules } from './model.ts';

type Check = { readonly field: RuleName; readonly isWrong: (rules: Rules) => boolean; readonly problem: string };

const someDay = daySchema.parse('2026-01-05');
const isEarlier = (one: Rules['chaseAt'], other: Rules['chaseAt']) => jst(someDay, one) < jst(someDay, other);
const hasTwice = (days: readonly unknown[]) => new Set(days).size < days.length;

/** What one rule must be to another, so that no reminder comes after what it reminds of and no supervisor after the prefecture. */
const checks: readonly Check[] = [
  {
    field: 'officeCloses',
    isWrong: ({ officeOpens, officeCloses }) => !isEarlier(officeOpens, officeCloses),
    problem: '執務時間の終わりは、始まりより後にしてください。',
  },
  {
    field: 'chaseAt',
    isWrong: ({ officeOpens, officeCloses, chaseAt }) =>
      isEarlier(chaseAt, officeOpens) || !isEarlier(chaseAt, officeCloses),
    problem: '催促の時刻は、執務時間の中にしてください。時間外のメールは次の開庁日まで待つことになります。',
  },
  {
    field: 'shortReplyAt',
    isWrong: ({ officeOpens, officeCloses, shortReplyAt }) =>
      isEarlier(shortReplyAt, officeOpens) || isEarlier(officeCloses, shortReplyAt),
    problem: '急な招集の回答期限は、執務時間の中にしてください。',
  },
  {
    field: 'reminders',
    isWrong: ({ reminders }) => hasTwice(reminders),
    problem: '同じ日の催促が二つあります。一つにしてください。',
  },
  {
    field: 'reminders',
    isWrong: ({ reminders, replyDueDaysAfterSending }) => reminders.some((days) => days >= replyDueDaysAfterSending),
    problem: '案内を送る前の日の催促になります。「送信からの日数」より小さくしてください。',
  },
  {
    field: 'monitoringReminderDays',
    isWrong: ({ monitoringReminderDays }) => hasTwice(monitoringReminderDays),
    problem: '同じ日の催促が二つあります。一つにしてください。',
  },
  {
    field: 'monitoringReminderDays',
    isWrong: ({ monitoringReminderDays, monitoringRequestDays }) =>
      monitoringReminderDays.some((days) => days >= monitoringRequestDays),
    problem: '報告をお願いする前の催促になります。「報告を依頼する日」より小さくしてください。',
  },
  {
    field: 'monitoringRequestDays',
    isWrong: ({ monitoringRequestDays, monitoringMonths }) => monitoringRequestDays >= monitoringMonths * 28,
    problem: '前の回が終わらないうちの依頼になります。モニタリングの間隔より短くしてください。',
  },
  {
    field: 'monitoringOverdueBusinessDays',
    isWrong: ({ monitoringOverdueBusinessDays, monitoringSupervisorDays }) =>
      monitoringOverdueBusinessDays >= monitoringSupervisorDays,
    problem: '「超過」になる日は、査察指導員に知らせる日より前にしてください。',
  },
  {
    field: 'monitoringSupervisorDays',
    isWrong: ({ monitoringSupervisorDays, monitoringLateDays }) => monitoringSupervisorDays >= monitoringLateDays,
    problem: '査察指導員に知らせる日は、県に「遅延」と出る日より前にしてください。',
  },
  {
    field: 'openDays',
    isWrong: ({ closedDays, openDays }) => openDays.some(({ on }) => closedDays.some((closed) => closed.on === on)),
    problem: '同じ日が「休む日」と「開ける日」の両方にあります。どちらかにしてください。',
  },
];

/** The first rule that does not fit another; each by itself was checked by the schema. */
export function misfit(rules: Rules): Refused<'bad-input'> | undefined {
  const found = checks.find(({ isWrong }) => isWrong(rules));
  return found === undefined ? undefined : { code: 'bad-input', field: found.field, problem: found.problem };
}
