import type { Actor } from '../../access/model.ts';
import { leavingRefusal } from '../../body/roster.ts';
import { bodyOf } from '../../body/rules.ts';
import { partnerRefusal } from '../../case/home-town.ts';
import type { Case } from '../../case/model.ts';
import type { Invitation } from '../../invitation/model.ts';
import type { PollingMeeting } from '../../meeting/model.ts';
import { withheld } from '../../message/withheld.ts';
import type { Poll } from '../../poll/model.ts';
import { timeToAnswer } from '../../poll/slot-changes.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { settingsOf } from '../../settings/rules.ts';
import { overtakenTask, openTasks } from '../../task/rules.ts';
import type { Instant } from '../../time.ts';
import { conveningOf, signal } from '../../workflow/rules.ts';
import { casesOf } from '../case/cases-of.ts';
import type { Deps, Done } from '../command.ts';
import type { ChangeSaid } from '../meeting/change-input.ts';
import { changeNoted, withPollChange } from '../meeting/change-noted.ts';
import { gatheringOf } from '../meeting/gathering-input.ts';
import { MOST_AGENCIES, newInvitations } from '../meeting/invitations.ts';
import { preparationStranger, preparedAnew } from '../meeting/preparations.ts';
import { invitationsAfter } from '../meeting/rearranging.ts';
import { save } from '../save.ts';
import { gateForSlot } from './polled.ts';
import { tellLeaving } from './tell-leaving.ts';

/**
 * 変更 while a date is sought: who is asked, where people would meet, and until when to answer. Who joins is asked about the slots that are still
 * to come; who leaves is told once, if it knew; place and deadline stand on the page and in what follows.
 */
export async function changePoll(
  deps: Deps,
  actor: Actor,
  meeting: PollingMeeting,
  said: ChangeSaid,
): Promise<Result<Done, Refused>> {
  if (said.date !== undefined) return refuse(byAnotherVerb);
  const found = await casesOf(deps, actor, meeting.cases);
  if (!found.ok) return found;
  const added = await newInvitations(deps, said.add, found.value.cases);
  if (!added.ok) return added;
  const arranged = await arrangedAnew(deps, meeting, said, added.value);
  if (!arranged.ok) return arranged;
  const after = arranged.value;
  const refusal = standingRefusal(meeting, after, said) ?? (await missed(deps, after, said, found.value.cases));
  if (refusal !== undefined) return refuse(refusal);

  const { town, id } = meeting;
  const at = deps.clock.now();
  const leaves = (agency: string) => said.remove.some((one) => one.agency === agency);
  const told = await tellLeaving(deps, meeting, leaves);
  const open = (await openTasks(deps, town, id)).filter(({ about }) => leaves(about));
  const dated = { ...after, poll: { ...after.poll, ...told.dated } };
  const kept = withPollChange(meeting, dated, { at, by: actor.id });
  const put = [
    kept,
    ...(await withheld(deps, meeting, leaves)),
    ...open.map((task) => overtakenTask(task, at, actor.id)),
    ...told.letters.messages,
    ...told.letters.tasks,
  ];
  const outbox = [...told.letters.outbox, signal({ town, subject: id, at }, conveningOf(meeting))];
  return save(deps, actor, { command: 'change', town, id, put, outbox, ...changeNoted(meeting, kept) });
}

const byAnotherVerb = {
  code: 'bad-input',
  field: '開催日時',
  problem: '日程調整中です。候補から決めるか、別の候補で聞き直してください。',
} as const;

/** The poll as it goes on. */
async function arrangedAnew(
  deps: Deps,
  meeting: PollingMeeting,
  said: ChangeSaid,
  added: readonly Invitation[],
): Promise<Result<PollingMeeting, Refused>> {
  const now = deps.clock.now();
  const invitations = invitationsAfter(meeting.invitations, { added, removed: said.remove }, now).map((one) =>
    said.add[one.agency] === undefined ? one : fresh(one),
  );
  const prepared = preparedAnew({ preparation: meeting.poll.preparation, invitations }, said);
  const poll = {
    ...meeting.poll,
    preparation: prepared.preparation,
    ...gatheringAfter(meeting.poll, said),
    ...formerAfter(meeting.poll, said),
  };
  const slots = poll.slots.filter((slot) => slot > now);
  const [first] = slots;
  if (first === undefined) return refuse({ code: 'too-late', date: poll.slots.at(-1) ?? now });
  const until = await replyByAfter(deps, meeting, said, first);
  if (!until.ok) return until;
  return ok({
    ...meeting,
    invitations: prepared.invitations,
    poll: { ...poll, ...(added.length > 0 ? { slots } : {}), replyBy: until.value },
  });
}

/** Answers given before it left are history: it is asked as if for the first time. */
function fresh({ polled: _asked, availabilities: _former, ...rest }: Invitation): Invitation {
  return rest;
}

/** ご準備 goes on with the date that will be found, also in place of a former one. */
function formerAfter({ former }: Poll, { preparation }: ChangeSaid): Pick<Poll, 'former'> {
  if (former === undefined || preparation === undefined) return {};
  return { former: { ...former, preparation: preparation === '' ? undefined : preparation } };
}

function gatheringAfter(poll: Poll, { place, mode, url = poll.url }: ChangeSaid): Partial<Poll> {
  return place === undefined && mode === undefined ? {} : gatheringOf({ mode, url }, place);
}

/** Later, as somebody said; or for who joins when the time to answer is nearly over, as late as there is time. */
async function replyByAfter(
  deps: Deps,
  { town, poll }: PollingMeeting,
  said: ChangeSaid,
  first: Instant,
): Promise<Result<Instant, Refused>> {
  const now = deps.clock.now();
  if (said.replyBy !== undefined) return laterRefusal(poll, said.replyBy, first) ?? ok(said.replyBy);
  if (Object.keys(said.add).length === 0) return ok(poll.replyBy);
  return ok(timeToAnswer(poll, await settingsOf(deps, town), { now, first }));
}

/** Agencies were told a day until which they have time: it is never taken back. */
function laterRefusal({ replyBy }: Poll, said: Instant, first: Instant): Result<never, Refused> | undefined {
  const field = '回答期限';
  if (said < replyBy)
    return refuse({
      code: 'bad-input',
      field,
      problem: '知らせてある期限より前にはできません。後の日時にしてください。',
    });
  if (said >= first) return refuse({ code: 'bad-input', field, problem: '最初の候補より前の日時にしてください。' });
  return undefined;
}

function standingRefusal(before: PollingMeeting, after: PollingMeeting, said: ChangeSaid): Refused | undefined {
  const { remove } = said;
  const stood = before.invitations.filter(({ withdrawn }) => withdrawn === undefined).map(({ agency }) => agency);
  const stranger = remove.find(({ agency }) => !stood.includes(agency));
  if (stranger !== undefined) return { code: 'not-invited', agency: stranger.agency };
  const unasked = preparationStranger(after.invitations, said);
  if (unasked !== undefined) return unasked;
  const received = after.invitations.filter(({ withdrawn }) => withdrawn === undefined).length;
  return received > MOST_AGENCIES ? { code: 'too-many', received, limit: MOST_AGENCIES } : undefined;
}

/** Who must not be missed, and the gates as of the last day that may come of it. */
async function missed(
  deps: Deps,
  after: PollingMeeting,
  { remove }: ChangeSaid,
  cases: readonly Case[],
): Promise<Refused | undefined> {
  const standing = after.invitations.filter(({ withdrawn }) => withdrawn === undefined).map(({ agency }) => agency);
  const partners = remove.length === 0 ? undefined : await partnerRefusal(deps, cases, standing);
  return (
    leavingRefusal(await bodyOf(deps, after), remove) ??
    partners ??
    (await gateForSlot(deps, after, cases, after.poll.slots.at(-1) ?? after.poll.askedAt))
  );
}
