import { addBusinessDays } from '../calendar.ts';
import { conveningAgenda, isConvened } from '../meeting/convening.ts';
import { meetingSchema } from '../meeting/model.ts';
import { decisionDue, isHeld, recordDue, recordingAgenda } from '../meeting/recording.ts';
import { monitoringAgenda } from '../monitoring/agenda.ts';
import { disposableFrom } from '../retention/rules.ts';
import { planSchema } from '../plan/model.ts';
import { addMonths, addSeconds, dayOf, type Instant, jst } from '../time.ts';
import type { Settings } from './model.ts';
import { mailableFrom, replyDue } from './rules.ts';

/** One date of the example: a step of an agenda, or a due date. */
export type ExampleDate = { readonly what: string; readonly at: Instant };

/** Two weeks of business days ahead at 14:00. */
export function exampleMeeting(settings: Settings, now: Instant): Instant {
  return jst(addBusinessDays(dayOf(now), 10, settings), '14:00');
}

/**
 * What the settings come to, by the very functions that will reckon the dates: a meeting convened now, whose one agency comes and whose
 * other one is silent, whose minutes and decision are late, and a plan made on its day of which nobody reports.
 */
export function exampleDates(settings: Settings, now: Instant, startsAt: Instant): readonly ExampleDate[] {
  const dates = [
    ...convening(settings, now, startsAt),
    ...recording(settings, startsAt),
    ...monitoring(settings, startsAt),
    { what: 'disposable', at: disposableFrom(dayOf(startsAt), settings.retentionFiscalYears) },
  ];
  return dates.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** A meeting two business days after its invitations: too near for the ordinary deadline. */
function soon(settings: Settings, sentAt: Instant): Instant {
  return jst(addBusinessDays(dayOf(sentAt), 2, settings), '14:00');
}

const common = (settings: Settings) => ({ town: settings.town, id: 'M-1', version: 1 });
const about = { kind: 'meeting', framework: 'protection-coordination', cases: ['C-1'], emergency: false, done: {} };
const steps = (items: readonly { readonly step: string; readonly at: Instant }[] = []): readonly ExampleDate[] =>
  items.map(({ step, at }) => ({ what: step, at }));

function appointment(convenedAt: Instant, startsAt: Instant, replyBy: Instant) {
  const said = { place: '', outlook: '', convener: '招集担当', urgent: false, sequence: 0 };
  return { ...said, startsAt, replyBy, convenedAt };
}

function convening(settings: Settings, now: Instant, startsAt: Instant): readonly ExampleDate[] {
  const sentAt = mailableFrom(settings, now, false);
  const { replyBy } = replyDue(settings, sentAt, startsAt);
  const invitation = { class: '', purposes: [], generation: 1, invitedAt: now, askedAt: now };
  const reply = { answer: '出席', at: addSeconds(sentAt, 60), source: '電話', unconfirmed: false };
  const meeting = meetingSchema.parse({
    ...{ ...common(settings), ...about, state: 'inviting', appointment: appointment(now, startsAt, replyBy) },
    invitations: [
      { ...invitation, agency: '黙', replies: [] },
      { ...invitation, agency: '出', replies: [reply] },
    ],
  });
  if (!isConvened(meeting)) return [];
  return [
    { what: 'sent', at: sentAt },
    { what: 'reply-due', at: replyBy },
    { what: 'short-reply-due', at: replyDue(settings, sentAt, soon(settings, sentAt)).replyBy },
    ...steps(conveningAgenda(meeting, settings)),
  ];
}

function recording(settings: Settings, startsAt: Instant): readonly ExampleDate[] {
  const held = { ...common(settings), ...about, invitations: [], records: [] };
  const meeting = meetingSchema.parse({
    ...{ ...held, state: 'recording', appointment: appointment(startsAt, startsAt, startsAt) },
  });
  if (!isHeld(meeting)) return [];
  const deciding = recordingAgenda({ ...meeting, state: 'deciding' }, [], settings) ?? [];
  const chased = [...(recordingAgenda(meeting, [], settings) ?? []), ...deciding];
  return [
    { what: 'record-due', at: recordDue(meeting, settings) },
    { what: 'decision-due', at: decisionDue(meeting, undefined, settings) },
    ...steps(chased.filter(({ step }) => !step.startsWith('ask-for'))),
  ];
}

function monitoring(settings: Settings, startsAt: Instant): readonly ExampleDate[] {
  const from = dayOf(startsAt);
  const review = addMonths(from, settings.monitoringMonths);
  const plan = planSchema.parse({
    ...{ ...common(settings), kind: 'plan', id: 'C-1', edition: 1, framework: about.framework, state: 'active' },
    ...{ goals: [], period: { from, to: addMonths(from, 12) }, roles: [], reports: [], evaluations: [] },
    monitoring: { period: 1, review, done: {} },
  });
  const agenda = monitoringAgenda(plan, { edition: 1, period: 1 }, settings);
  return [{ what: 'review', at: jst(review, '0:00') }, ...steps(agenda)];
}
