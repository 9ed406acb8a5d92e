import { letterheadOf } from '../../../core/body/rules.ts';
import type { Invitation } from '../../../core/invitation/model.ts';
import { isConvened } from '../../../core/meeting/convening.ts';
import type { Meeting } from '../../../core/meeting/model.ts';
import { callOf, numberOf, partKey } from '../../../core/meeting/together.ts';
import { linksOf } from '../../../core/message/monitoring-letters.ts';
import { linkOf } from '../../../core/message/meeting-facts.ts';
import { furtherLink, LINK_PLACEHOLDER, type MailKind } from '../../../core/message/model.ts';
import { type PollLetter, pollLetterText } from '../../../core/message/poll-letters.ts';
import { alongsideIn, othersFor, partsOf } from '../../../core/message/parts.ts';
import { linkedFrom } from '../../../core/message/rules.ts';
import type { Wording } from '../../../core/message/wording/letter.ts';
import { replyCodeOf } from '../../../core/message/reply-code.ts';
import type { Plan } from '../../../core/plan/model.ts';
import type { Refused } from '../../../core/refusal.ts';
import { ok, refuse, type Result } from '../../../core/result.ts';
import { openedAt, severalOf } from './letter-task.ts';
import { asToldOf, type PaperFacts, paperNow, type PollFacts, type SheetFacts } from './letter-facts.ts';
import { letterWords } from './letter-words.ts';
import type { Office } from '../office.ts';
import { type Paper, paperOf } from '../../../core/message/papers-by-hand.ts';
import type { OfficeDeps } from '../office-deps.ts';
import type { Letter } from '../routes.ts';
import type { Printed, ReportAsked } from './printed.ts';

type Source = { readonly meeting: Meeting; readonly plan?: Plan | undefined };

export async function loadLetter(deps: OfficeDeps, office: Office, letter: Letter): Promise<Result<Printed, Refused>> {
  const source = await sourceOf(deps, office, letter);
  if (source === undefined) return refuse({ code: 'unknown-meeting', id: letter.id });
  const { meeting, plan } = source;
  const invitation = invitationOf(meeting, letter.agency);
  const agency = office.agencies.find(({ id }) => id === letter.agency);
  if (invitation === undefined || agency === undefined) return refuse({ code: 'not-invited', agency: letter.agency });
  // Read on paper, also by an agency whose mail came back.
  const { mail: _mail, ...reader } = agency;
  const called = { invitation, agency: reader };
  const { poll } = meeting;
  if (poll !== undefined && isOfSlots(meeting))
    return ok(
      await pollSheet(deps, office, letter, { ...called, state: meeting.state, meeting: { ...meeting, poll } }),
    );
  return datedLetter(deps, office, letter, { ...called, meeting, plan });
}

type Dated = Pick<PaperFacts, 'invitation' | 'agency' | 'plan'> & { readonly meeting: Meeting };

async function datedLetter(
  deps: OfficeDeps,
  office: Office,
  letter: Letter,
  { meeting, ...called }: Dated,
): Promise<Result<Printed, Refused>> {
  if (!('appointment' in meeting) || meeting.appointment === undefined)
    return refuse({ code: 'not-confirmed', what: '会議の日時' });
  const { invitation } = called;
  const paper = paperNow(letter.paper === undefined ? undefined : paperOf(letter.paper), meeting, invitation);
  const dated = { ...meeting, appointment: meeting.appointment };
  const tasks = await deps.store.list('task', meeting.town, `${meeting.id}/`);
  const facts: PaperFacts = {
    ...called,
    meeting: paper.kind === 'cancel' ? asToldOf(dated, invitation, tasks) : dated,
    settings: await letterheadOf(deps, meeting),
    messages: await deps.store.list('message', meeting.town, `${meeting.id}/`),
    replyCode: replyCodeOf(deps.secrets, meeting, invitation),
    paper,
    several: await severalOf(deps, office, letter),
    ...(await besideOf(deps, office, { meeting, paper, invitation })),
    at: await openedAt(deps, office, letter),
  };
  return ok(printed(deps, facts, letterWords(deps, facts)));
}

type Told = Pick<PaperFacts, 'paper' | 'invitation'> & { readonly meeting: Meeting };

const ofTheSitting: readonly MailKind[] = ['invitation', 'change', 'cancel'];

/** What a paper says of the other parts of a joint sitting, as the mail it stands in for does; to the host, who brings it, and to no town. */
async function besideOf(deps: OfficeDeps, { actor, convenes }: Office, { meeting, paper, invitation }: Told) {
  const isHost = convenes && actor.serves === undefined;
  const tells = isHost && ofTheSitting.includes(paper.kind);
  const parts = tells ? await partsOf(deps, meeting) : [];
  const beside = alongsideIn(othersFor(meeting, parts.filter(isConvened), invitation), invitation);
  const off = parts.filter((part) => part.state === 'cancelled' && callOf(part, invitation.agency) !== undefined);
  const alsoOff = off.filter((part) => partKey(part) !== partKey(meeting)).map(numberOf);
  return { ...beside, alsoOff };
}

function printed(deps: OfficeDeps, facts: SheetFacts, { subject, text }: Wording): Printed {
  const { meeting, invitation, agency } = facts;
  const urlOf = (of: ReturnType<typeof linkOf>) =>
    `${deps.publicUrl}/a/${deps.secrets.linkToken(linkedFrom(meeting.town, of))}`;
  const own = text.replaceAll(LINK_PLACEHOLDER, urlOf(linkOf(meeting.id, invitation)));
  const [, ...plans] = 'several' in facts ? linksOf(facts.several, agency.id) : [];
  const links = 'links' in facts ? [...plans, ...facts.links] : plans;
  const filled = links.reduce((words, link, at) => words.replaceAll(furtherLink(at), urlOf(link)), own);
  return { ...facts, subject, text: filled, reports: reportsOf(deps, facts) };
}

function reportsOf({ secrets }: OfficeDeps, facts: SheetFacts): readonly ReportAsked[] {
  const { paper, agency, replyCode } = facts;
  if (paper.kind !== 'monitoring-request' || !('several' in facts)) return [];
  const { several, plan } = facts;
  if (several.length > 1)
    return several.map((one) => ({
      plan: one.plan.id,
      meeting: numberOf(one.meeting),
      code: replyCodeOf(secrets, one.meeting, { agency: agency.id }),
      review: one.plan.monitoring.review,
    }));
  return plan === undefined
    ? []
    : [{ plan: plan.id, meeting: numberOf(facts.meeting), code: replyCode, review: plan.monitoring.review }];
}

type Polled = Pick<PollFacts, 'meeting' | 'invitation' | 'agency'> & Pick<Meeting, 'state'>;

/** Nobody was told of a date: it is still sought, or was until the meeting was cancelled. */
function isOfSlots(meeting: Meeting): boolean {
  return meeting.state === 'polling' || (meeting.state === 'cancelled' && meeting.appointment === undefined);
}

/** While a date is sought, the sheet of ○△× to fill in; that it is off, to whoever is not asked any more. */
async function pollSheet(deps: OfficeDeps, office: Office, letter: Letter, polled: Polled): Promise<Printed> {
  const { meeting, invitation } = polled;
  const isOff = polled.state === 'cancelled' || invitation.withdrawn !== undefined;
  const paper: Paper = isOff
    ? { kind: 'cancel', occasion: invitation.withdrawn === undefined ? 'all' : 'off-1' }
    : { kind: 'poll', occasion: String(meeting.poll.round) };
  const facts: PollFacts = {
    ...polled,
    settings: await letterheadOf(deps, meeting),
    replyCode: replyCodeOf(deps.secrets, meeting, invitation),
    paper,
    at: await openedAt(deps, office, letter),
  };
  return printed(deps, facts, pollLetterText(kindOfSheet(polled), facts));
}

function kindOfSheet({ state, invitation }: Polled): PollLetter {
  if (state === 'cancelled') return 'cancel';
  if (invitation.withdrawn !== undefined) return 'off';
  return invitation.polled?.told === undefined ? 'poll' : 'slots';
}

/** Also one that was withdrawn: it is told so. */
function invitationOf({ invitations }: Meeting, agency: string): Invitation | undefined {
  const own = invitations.filter((one) => one.agency === agency);
  return own.find((one) => one.withdrawn === undefined) ?? own.at(-1);
}

/** The meeting whose link the letter bears: the plan's own, or the last one about the case to which the agency was called. */
async function sourceOf(
  { store }: OfficeDeps,
  { town }: Office,
  { folder, id, agency }: Letter,
): Promise<Source | undefined> {
  if (folder === 'cases') {
    const meetings = await store.list('meeting', town.id);
    const about = meetings.filter(({ cases }) => cases.some((one) => one === id));
    const meeting = about.findLast(({ invitations }) => invitations.some((one) => one.agency === agency));
    return meeting === undefined ? undefined : { meeting };
  }
  const plan = folder === 'plans' ? await store.get('plan', town.id, id) : undefined;
  const of = folder === 'plans' ? plan?.meeting : id;
  const meeting = of === undefined ? undefined : await store.get('meeting', town.id, of);
  return meeting === undefined ? undefined : { meeting, plan };
}
