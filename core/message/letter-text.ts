import type { Agency } from '../agency/model.ts';
import { addBusinessDays } from '../calendar.ts';
import { casesFor, comesAt, timesFor } from '../invitation/cases.ts';
import { preparationFor } from '../invitation/preparation.ts';
import type { Invitation } from '../invitation/model.ts';
import { classesOf, currentReply } from '../invitation/rules.ts';
import { gaveOpinion, isInWriting } from '../meeting/in-writing.ts';
import type { Letterhead } from '../body/rules.ts';
import { dayOf, type Instant, jst } from '../time.ts';
import { type Appointed, formalFacts, meetingFacts } from './meeting-facts.ts';
import { cancelWording } from './wording/cancel.ts';
import { changeWording } from './wording/change.ts';
import { dayBeforeWording } from './wording/day-before.ts';
import { invitationWording } from './wording/invitation.ts';
import type { Alongside, Off, Wording } from './wording/letter.ts';
import { recordChangedWording, recordWording } from './wording/record.ts';
import { reminderWording } from './wording/reminder.ts';
import { roleConfirmWording } from './wording/role-confirm.ts';
import { writtenWording } from './wording/written.ts';

/** What a change replaced; only what has changed. */
export type Former = {
  readonly startsAt?: Instant | undefined;
  readonly place?: string | undefined;
  /** Empty where nothing was to be prepared. */
  readonly preparation?: string | undefined;
};

/** All that a letter to one agency about a meeting may say, whether it goes by mail or is printed. */
export type LetterFacts = {
  readonly meeting: Appointed;
  readonly agency: Agency;
  readonly settings: Letterhead;
  readonly invitation: Invitation;
  readonly replyCode: string;
  readonly occasion: string | number;
  readonly former?: Former | undefined;
  /** When it is, or was, due to be brought: deadlines in it count from then. */
  readonly at: Instant;
  /** Further meetings in the same sitting, of which this letter tells too. */
  readonly alongside?: readonly Alongside[] | undefined;
  /** Parts of the sitting that are off for this agency. */
  readonly off?: readonly Off[] | undefined;
  /** Of 中止: further meetings in the same sitting that are off as well. */
  readonly alsoOff?: readonly string[] | undefined;
};

export type MemberLetter =
  'invitation' | 'reminder' | 'change' | 'cancel' | 'day-before' | 'record' | 'record-changed' | 'role-confirm';

// No source gives a time for 持ち帰り; a week lets a supervisor who is away come back.
const CONFIRM_BUSINESS_DAYS = 5;

/** `all…`: the whole meeting. `afterwards…`: what it agreed on. `off-…`: this agency's part in it. */
function cancelled({ occasion }: LetterFacts) {
  const afterwards = isAfterwards(occasion);
  return { afterwards, withdrawn: !afterwards && !String(occasion).startsWith('all') };
}

/** Whether a 中止 is of what a meeting agreed on, after it was held; no calendar entry is taken back then. */
export function isAfterwards(occasion: string | number): boolean {
  return String(occasion).startsWith('afterwards');
}

/** Each agency is told when it is needed itself, not when the meeting about others begins. */
const facts = ({ meeting, agency, settings, invitation, alongside }: LetterFacts) => ({
  ...meetingFacts(meeting, agency, settings),
  startsAt: comesAt(meeting, invitation),
  preparation: preparationFor(meeting.appointment, invitation),
  alongside,
});
const formal = (letter: LetterFacts) => formalFacts(letter.meeting, letter.agency);
const asked = (letter: LetterFacts) => ({
  ...facts(letter),
  replyCode: letter.replyCode,
  classes: classesOf(letter.invitation),
});
/** What it was before, for this agency: its cases stand where they stood within the meeting. */
function formerFor({ former = {}, meeting, invitation }: LetterFacts): Former {
  if (former.startsAt === undefined) return former;
  const before = { ...meeting, appointment: { ...meeting.appointment, startsAt: former.startsAt } };
  return { ...former, startsAt: comesAt(before, invitation) };
}

const stands = ({ invitation }: LetterFacts) => gaveOpinion(invitation);
const writing = (letter: LetterFacts) => ({
  ...asked(letter),
  ...formal(letter),
  until: letter.meeting.appointment.startsAt,
});

const heldAt = ({ meeting }: LetterFacts) => meeting.appointment.startsAt;

const words: Readonly<Record<MemberLetter, (letter: LetterFacts) => Wording>> = {
  invitation: (letter) => {
    if (isInWriting(letter.meeting)) return writtenWording(writing(letter), 'first');
    const { outlook, replyBy } = letter.meeting.appointment;
    return invitationWording({
      ...asked(letter),
      ...formal(letter),
      outlook,
      replyBy,
      polled: currentReply(letter.invitation)?.polled,
      caseNumbers: casesFor(letter.meeting.cases, letter.invitation),
      times: timesFor(letter.meeting, letter.invitation),
    });
  },
  reminder: (letter) =>
    isInWriting(letter.meeting)
      ? writtenWording(writing(letter), 'again')
      : reminderWording({ ...asked(letter), replyBy: letter.meeting.appointment.replyBy, today: dayOf(letter.at) }),
  change: (letter) => {
    const { meeting } = letter;
    if (isInWriting(meeting)) return writtenWording(writing(letter), stands(letter) ? 'given' : 'instead');
    const former = formerFor(letter);
    // Where nobody knows what it was before, an answer counts in any case.
    const again = former.startsAt === undefined ? {} : { replyBy: meeting.appointment.replyBy };
    return changeWording({ ...asked(letter), ...formal(letter), before: former, off: letter.off, ...again });
  },
  cancel: (letter) =>
    cancelWording({ ...facts(letter), ...formal(letter), ...cancelled(letter), alsoOff: letter.alsoOff }),
  'day-before': (letter) => dayBeforeWording(facts(letter)),
  record: (letter) => recordWording({ ...facts(letter), heldAt: heldAt(letter) }),
  'record-changed': (letter) =>
    recordChangedWording({ ...facts(letter), heldAt: heldAt(letter), edition: Number(letter.occasion) }),
  'role-confirm': (letter) => {
    const confirmBy = jst(
      addBusinessDays(dayOf(letter.at), CONFIRM_BUSINESS_DAYS, letter.settings),
      letter.settings.officeCloses,
    );
    return roleConfirmWording({ ...facts(letter), heldAt: heldAt(letter), roles: 1, confirmBy });
  },
};

/** The one text of a letter, for the mail and for the paper that stands in for it. */
export function letterText(kind: MemberLetter, letter: LetterFacts): Wording {
  return words[kind](letter);
}

export function isMemberLetter(kind: string): kind is MemberLetter {
  return Object.hasOwn(words, kind);
}
