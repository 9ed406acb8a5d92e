import { numberOf } from '../meeting/together.ts';
import type { Agency } from '../agency/model.ts';
import { type Letterhead, letterheadOf } from '../body/rules.ts';
import type { Deps } from '../commands/command.ts';
import { frameworks } from '../framework/frameworks.ts';
import type { Invitation } from '../invitation/model.ts';
import { classesOf } from '../invitation/rules.ts';
import type { PollingMeeting } from '../meeting/model.ts';
import { unmarkedSlots } from '../poll/rules.ts';
import { dayOf, type Instant } from '../time.ts';
import type { Letters } from './envelope.ts';
import { agencyFacts } from './meeting-facts.ts';
import { toLeaveBy } from './hand-out.ts';
import type { MailKind } from './model.ts';
import { replyCodeOf } from './reply-code.ts';
import { toAgencies } from './to-agencies.ts';
import type { Wording } from './wording/letter.ts';
import { pollCancelWording, pollOffWording, pollReminderWording, pollWording } from './wording/poll.ts';
import { pollSlotsWording } from './wording/poll-slots.ts';

/** All that a letter to one agency about a poll may say, whether it goes by mail or is printed. */
export type PollLetterFacts = {
  /** 日程調整中, or cancelled before there was a date. */
  readonly meeting: Pick<PollingMeeting, 'id' | 'town' | 'framework' | 'cases' | 'poll'>;
  readonly agency: Agency;
  readonly settings: Letterhead;
  readonly invitation: Invitation;
  readonly replyCode: string;
  /** When it is, or was, due to be brought. */
  readonly at: Instant;
};

const facts = ({ meeting, agency, settings, invitation, replyCode }: PollLetterFacts) => ({
  ...agencyFacts(agency, settings),
  meetingName: frameworks[meeting.framework].mailName,
  meetingId: numberOf(meeting),
  place: meeting.poll.place,
  classes: classesOf(invitation),
  slots: meeting.poll.slots,
  replyBy: meeting.poll.replyBy,
  former: formerOf(meeting, invitation),
  replyCode,
});

/** The date it was last told; nothing where it was told of none. */
function formerOf({ poll }: Pick<PollingMeeting, 'poll'>, { invitedAt, unsettled }: Invitation): Instant | undefined {
  return invitedAt === undefined ? undefined : (unsettled ?? poll.former)?.startsAt;
}

/** The slots it was last told of. */
function knownSlots({ meeting: { poll }, invitation }: PollLetterFacts): readonly Instant[] {
  return invitation.polled?.told?.slots ?? poll.slots;
}

/** What is other than it was last told, and of which slots it still has to say. */
function slotNews(letter: PollLetterFacts) {
  const { poll } = letter.meeting;
  const known = knownSlots(letter);
  return {
    gone: known.filter((slot) => !poll.slots.includes(slot)),
    come: poll.slots.filter((slot) => !known.includes(slot)),
    unmarked: unmarkedSlots(poll, letter.invitation),
  };
}

const words = {
  poll: (letter) => pollWording(facts(letter)),
  reminder: (letter) => pollReminderWording({ ...facts(letter), ...slotNews(letter), today: dayOf(letter.at) }),
  cancel: (letter) => pollCancelWording({ ...facts(letter), slots: knownSlots(letter) }),
  slots: (letter) => pollSlotsWording({ ...facts(letter), ...slotNews(letter) }),
  off: (letter) => pollOffWording({ ...facts(letter), slots: knownSlots(letter) }),
} as const satisfies Readonly<Record<string, (letter: PollLetterFacts) => Wording>>;
export type PollLetter = keyof typeof words;

export function pollLetterText(kind: PollLetter, letter: PollLetterFacts): Wording {
  return words[kind](letter);
}

const mailKinds = {
  poll: 'poll',
  slots: 'poll',
  reminder: 'reminder',
  cancel: 'cancel',
  off: 'cancel',
} as const satisfies Readonly<Record<PollLetter, MailKind>>;

type Occasion = { readonly occasion: string | number; readonly only: (invitation: Invitation) => boolean };

/** Letters of one kind to agencies that are asked which dates would do; none bears a calendar entry, since there is no date. */
export async function lettersToPolled(
  deps: Deps,
  meeting: PollingMeeting,
  kind: PollLetter,
  { occasion, only }: Occasion,
): Promise<Letters> {
  const { convener, replyBy, urgent } = meeting.poll;
  const post = {
    town: meeting.town,
    subject: { kind: 'meeting', id: meeting.id },
    meetingId: meeting.id,
    settings: await letterheadOf(deps, meeting),
    kind: mailKinds[kind],
    occasion,
    urgent,
    settles: kind === 'slots',
    byHand: kind === 'reminder' ? undefined : convener,
    dueAt: mailKinds[kind] === 'poll' ? await toLeaveBy(deps, meeting.town, replyBy) : undefined,
  } as const;
  return toAgencies(deps, post, meeting.invitations.filter(only), (agency, settings, invitation) => {
    const replyCode = replyCodeOf(deps.secrets, meeting, invitation);
    return pollLetterText(kind, { meeting, agency, settings, invitation, replyCode, at: deps.clock.now() });
  });
}
