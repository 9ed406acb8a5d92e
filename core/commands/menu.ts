import type * as z from 'zod';
import type { Actor } from '../access/model.ts';
import type { Refused } from '../refusal.ts';
import { ok, type Result } from '../result.ts';
import { acceptRows } from './row/accept-rows.ts';
import { acknowledgeSecrecy } from './reply/acknowledge-secrecy.ts';
import { answerOffer } from './case/answer-offer.ts';
import { answerPoll } from './poll/answer-poll.ts';
import { approveDraft, sendBackDraft, withdrawDraft } from './request/approve-draft.ts';
import { askAgain } from './request/ask-again.ts';
import { askPapersCode } from './reply/ask-papers-code.ts';
import { assignCase } from './case/assign-case.ts';
import { cancelMeeting } from './meeting/cancel-meeting.ts';
import { changeMeeting } from './meeting/change-meeting.ts';
import { changeSettings } from './change-settings.ts';
import { closeCase } from './case/close-case.ts';
import { changeSlots } from './poll/change-slots.ts';
import type { Command, Deps, Done } from './command.ts';
import { confirmDisposal, withdrawDisposal } from './retention/confirm-disposal.ts';
import { holdPapers, releasePapers } from './retention/hold-papers.ts';
import { proposeDisposal } from './retention/propose-disposal.ts';
import { completeTask } from './task/complete-task.ts';
import { confirm } from './plan/confirm.ts';
import { conveneMeeting } from './meeting/convene-meeting.ts';
import { correctRecord } from './record/correct-record.ts';
import { confirmReply } from './reply/confirm-reply.ts';
import { decidePlan } from './plan/decide-plan.ts';
import { declineRequest } from './request/decline-request.ts';
import { designateMembers } from './meeting/designate-members.ts';
import { endAgency } from './agency/end-agency.ts';
import { enterPapersCode } from './reply/enter-papers-code.ts';
import { evaluatePlan } from './plan/evaluate-plan.ts';
import { fixDate } from './poll/fix-date.ts';
import { fireTrigger } from './plan/fire-trigger.ts';
import { goAhead } from './meeting/go-ahead.ts';
import { inWriting } from './meeting/meet-in-writing.ts';
import { goAlong } from './case/go-along.ts';
import { handOver } from './case/hand-over.ts';
import { judge } from './meeting/judge.ts';
import { leaveMeeting } from './meeting/leave-meeting.ts';
import { makePlan } from './plan/make-plan.ts';
import { pollAgain } from './poll/poll-again.ts';
import { offerHandover } from './case/offer-handover.ts';
import { openCase } from './case/open-case.ts';
import { openRecord } from './reply/open-record.ts';
import { receiveBounce } from './outbox/receive-bounce.ts';
import { receiveConsultation } from './case/receive-consultation.ts';
import { receiveMail } from './reply/receive-mail.ts';
import { switchPush } from './push/switch-push.ts';
import { pauseReminders } from './meeting/pause-reminders.ts';
import { resendInvitation } from './meeting/resend-invitation.ts';
import { recordConsent } from './consent/record-consent.ts';
import { recordMeeting } from './record/record-meeting.ts';
import { recordTax, recordTaxConsent } from './consent/record-tax.ts';
import { recordReply } from './reply/record-reply.ts';
import { readInput } from './refusal-of-input.ts';
import { registerAgency } from './agency/register-agency.ts';
import { reportProgress } from './plan/report-progress.ts';
import { registerSignIn } from './register-sign-in.ts';
import { registerBody } from './body/register-body.ts';
import { conveneTogether } from './meeting/convene-together.ts';
import { requestMeeting } from './request/request-meeting.ts';
import { cancelSitting, moveSitting } from './series/move-sitting.ts';
import { orderSeries } from './series/order-series.ts';
import { takeToSitting } from './series/take-to-sitting.ts';
import { setLead } from './case/set-lead.ts';
import { setMember } from './case/set-member.ts';
import { setRole } from './plan/set-role.ts';
import { takeElsewhere } from './request/take-elsewhere.ts';
import { tellHomeTown } from './case/tell-home-town.ts';
import { applyFramework } from './body/apply-framework.ts';
import { undo } from './undo.ts';
import type { insteadOfUndo } from '../undo/rules.ts';

type Prepared = {
  readonly input: z.ZodType;
  /** Reads what was said; the command is then ready to run, as often as a stale save asks for. */
  readonly prepare: (said: unknown) => Result<(deps: Deps, actor: Actor) => Promise<Result<Done, Refused>>, Refused>;
};

function entry<Schema extends z.ZodType>(command: Command<Schema>): Prepared {
  return {
    input: command.input,
    prepare(said) {
      const read = readInput(command.input, said);
      return read.ok ? ok((deps, actor) => command.run(deps, actor, read.value)) : read;
    },
  };
}

/** The menu of writes: every verb of a scenario file, an office form or the API, and what it takes. */
export const menu = {
  consultation: entry(receiveConsultation),
  case: entry(openCase),
  member: entry(setMember),
  lead: entry(setLead),
  assign: entry(assignCase),
  close: entry(closeCase),
  residence: entry(tellHomeTown),
  offer: entry(offerHandover),
  'answer-offer': entry(answerOffer),
  companion: entry(goAlong),
  consent: entry(recordConsent),
  tax: entry(recordTax),
  'tax-consent': entry(recordTaxConsent),
  agency: entry(registerAgency),
  settings: entry(changeSettings),
  'sign-in': entry(registerSignIn),
  push: entry(switchPush),
  body: entry(registerBody),
  framework: entry(applyFramework),
  series: entry(orderSeries),
  'move-sitting': entry(moveSitting),
  'cancel-sitting': entry(cancelSitting),
  'to-sitting': entry(takeToSitting),
  rows: entry(acceptRows),
  request: entry(requestMeeting),
  convene: entry(conveneMeeting),
  'convene-together': entry(conveneTogether),
  poll: entry(pollAgain),
  slots: entry(changeSlots),
  'answer-poll': entry(answerPoll),
  fix: entry(fixDate),
  'go-ahead': entry(goAhead),
  'in-writing': entry(inWriting),
  decline: entry(declineRequest),
  designate: entry(designateMembers),
  'ask-again': entry(askAgain),
  elsewhere: entry(takeElsewhere),
  approve: entry(approveDraft),
  'send-back': entry(sendBackDraft),
  'withdraw-draft': entry(withdrawDraft),
  reply: entry(recordReply),
  'confirm-reply': entry(confirmReply),
  'end-agency': entry(endAgency),
  leave: entry(leaveMeeting),
  resend: entry(resendInvitation),
  pause: entry(pauseReminders),
  acknowledge: entry(acknowledgeSecrecy),
  'ask-papers-code': entry(askPapersCode),
  'enter-papers-code': entry(enterPapersCode),
  task: entry(completeTask),
  change: entry(changeMeeting),
  cancel: entry(cancelMeeting),
  judge: entry(judge),
  record: entry(recordMeeting),
  correct: entry(correctRecord),
  role: entry(setRole),
  plan: entry(makePlan),
  confirm: entry(confirm),
  decide: entry(decidePlan),
  report: entry(reportProgress),
  evaluate: entry(evaluatePlan),
  trigger: entry(fireTrigger),
  handover: entry(handOver),
  bounce: entry(receiveBounce),
  inbound: entry(receiveMail),
  hold: entry(holdPapers),
  release: entry(releasePapers),
  'propose-disposal': entry(proposeDisposal),
  'confirm-disposal': entry(confirmDisposal),
  'withdraw-disposal': entry(withdrawDisposal),
  undo: entry(undo),
  open: entry(openRecord),
} as const satisfies Readonly<Record<keyof typeof insteadOfUndo, Prepared>>;

export type Verb = keyof typeof menu;
