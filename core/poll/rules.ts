import { closedBecause } from '../calendar.ts';
import type { Invitation } from '../invitation/model.ts';
import type { Refused } from '../refusal.ts';
import type { Settings } from '../settings/model.ts';
import { replyDue } from '../settings/rules.ts';
import { addDays, type Day, dayInJapanese, dayOf, epochOf, type Instant, jst } from '../time.ts';
import { type Availability, MOST_SLOTS, type Poll } from './model.ts';

/** What an agency said in this round; the last word counts. */
export function availabilityIn({ round }: Pick<Poll, 'round'>, invitation: Invitation): Availability | undefined {
  return invitation.availabilities?.findLast((one) => one.round === round);
}

/** The same, where a person surely said it. */
export function saidIn(poll: Pick<Poll, 'round'>, invitation: Invitation): Availability | undefined {
  const said = availabilityIn(poll, invitation);
  return said?.unconfirmed === true ? undefined : said;
}

/** Still owes ○△×: of all slots, or of one that was added after it answered. */
export function owesMarks(poll: Pick<Poll, 'round' | 'slots'>, invitation: Invitation): boolean {
  return invitation.withdrawn === undefined && unmarkedSlots(poll, invitation).length > 0;
}

/** The slots of which it has surely said nothing. */
export function unmarkedSlots(poll: Pick<Poll, 'round' | 'slots'>, invitation: Invitation): readonly Instant[] {
  const marks = saidIn(poll, invitation)?.marks ?? {};
  return poll.slots.filter((slot) => marks[slot] === undefined);
}

/** Slots that were taken back and are asked about no more. */
export function withdrawnSlots({ slots, slotChanges = [] }: Pick<Poll, 'slots' | 'slotChanges'>): readonly Instant[] {
  const taken = new Set(slotChanges.flatMap(({ withdrawn }) => withdrawn));
  return [...taken].filter((slot) => !slots.includes(slot)).toSorted();
}

/** Answers with a slot that was taken back, or words that fix it: what is left is said. */
export function withdrawnRefusal(
  poll: Pick<Poll, 'slots' | 'slotChanges'>,
  named: readonly (Instant | undefined)[],
): Refused | undefined {
  const withdrawn = withdrawnSlots(poll).filter((slot) => named.includes(slot));
  return withdrawn.length === 0 ? undefined : { code: 'slot-withdrawn', withdrawn, left: poll.slots };
}

/** Is to be asked in this round. */
export function isToBePolled({ round }: Pick<Poll, 'round'>, { withdrawn, polled }: Invitation): boolean {
  return withdrawn === undefined && polled?.round !== round;
}

/** Which asking of a round it is: sent again, or to somebody who joins anew, it is another mail. */
export function pollOccasion({ round }: Pick<Poll, 'round'>, { generation }: Pick<Invitation, 'generation'>): string {
  return generation === 1 ? String(round) : `${String(round)}-${String(generation)}`;
}

/** When the last one answered; undefined while somebody owes. */
export function allAnsweredAt(poll: Poll, invitations: readonly Invitation[]): Instant | undefined {
  const standing = invitations.filter(({ withdrawn }) => withdrawn === undefined);
  if (standing.length === 0 || standing.some((one) => owesMarks(poll, one))) return undefined;
  return standing
    .map((one) => saidIn(poll, one)?.at ?? poll.askedAt)
    .toSorted()
    .at(-1);
}

// As with 出欠: faster than a person reads, or taken back in the same breath (BRIEF §2.5).
const SCANNER_SECONDS = 10;

/** Whether marks by link must be 未確認. */
export function areDoubtful(said: Availability, before: Availability | undefined, deliveredAt?: Instant): boolean {
  if (said.source !== 'リンク') return false;
  const soon = (since: Instant | undefined) =>
    since !== undefined && epochOf(said.at) - epochOf(since) < SCANNER_SECONDS * 1000;
  const slots = Object.entries(said.marks);
  const turned = slots.some(([slot, mark]) => isOpposite(mark, new Map(Object.entries(before?.marks ?? {})).get(slot)));
  return soon(deliveredAt) || (soon(before?.at) && turned);
}

const isOpposite = (one: string, other: string | undefined) =>
  (one === '○' && other === '×') || (one === '×' && other === '○');

/** Slots that nobody can be asked about: past, twice, or so near that there is no business day to answer in. */
export function slotsRefusal(
  slots: readonly Instant[],
  settings: Settings,
  { now, sentAt }: { readonly now: Instant; readonly sentAt: Instant },
): Refused | undefined {
  if (slots.length > MOST_SLOTS) return { code: 'too-many', received: slots.length, limit: MOST_SLOTS };
  const past = slots.find((slot) => slot <= now);
  if (past !== undefined) return { code: 'too-late', date: past };
  if (new Set(slots).size < slots.length) return bad('同じ候補が二つあります。一つにしてください。');
  const near = slots.find((slot) => isTooNear(slot, settings, sentAt));
  if (near === undefined) return undefined;
  const first = dayInJapanese(firstDay(settings, sentAt));
  return bad(
    `${dayInJapanese(dayOf(near))}は近すぎて、都合を聞く日がありません。${first}以降の候補にするか、日時を決めて招集してください。`,
  );
}

const bad = (problem: string): Refused => ({ code: 'bad-input', field: '候補日時', problem });

/** By the rules of the reply deadline: under one business day is left to answer. */
function isTooNear(slot: Instant, settings: Settings, sentAt: Instant): boolean {
  return replyDue(settings, sentAt, slot).short;
}

const LONGEST_LOOK_DAYS = 90;

/** The first day that can be asked about. */
function firstDay(settings: Settings, sentAt: Instant): Day {
  let day = dayOf(sentAt);
  for (let tried = 0; tried < LONGEST_LOOK_DAYS && isTooNear(jst(day, '12:00'), settings, sentAt); tried += 1)
    day = addDays(day, 1);
  return day;
}

/** A slot on a day on which offices are closed may be meant, and is worth a word. */
export function closedSlots(slots: readonly Instant[], settings: Settings): readonly string[] {
  return slots.flatMap((slot) => {
    const why = closedBecause(dayOf(slot), settings);
    return why === undefined ? [] : [`${dayInJapanese(dayOf(slot))}は${why}です`];
  });
}
