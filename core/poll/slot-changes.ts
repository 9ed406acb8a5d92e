import type { Refused } from '../refusal.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Settings } from '../settings/model.ts';
import { leavesBusinessDay, mailableFrom, replyDue } from '../settings/rules.ts';
import { type Instant, instantInJapanese } from '../time.ts';
import { MOST_SLOTS, type Poll } from './model.ts';
import { slotsRefusal, withdrawnSlots } from './rules.ts';

export type SlotsSaid = { readonly drop: readonly Instant[]; readonly more: readonly Instant[] };
export type SlotsAfter = Pick<Poll, 'slots' | 'replyBy'> & {
  readonly added: readonly Instant[];
  readonly withdrawn: readonly Instant[];
};

/**
 * 候補の取りやめ・追加 of a poll that runs: what is left to ask about, and until when to answer. Slots that have passed are asked about no more.
 * What was taken back or added before is no change, so that saying it twice does nothing.
 */
export function slotsAfter(poll: Poll, said: SlotsSaid, settings: Settings, now: Instant): Result<SlotsAfter, Refused> {
  const withdrawn = poll.slots.filter((slot) => said.drop.includes(slot));
  const added = [...new Set(said.more)].filter((slot) => !poll.slots.includes(slot)).toSorted();
  const ahead = poll.slots.filter((slot) => slot > now && !withdrawn.includes(slot));
  const slots = [...ahead, ...added].toSorted();
  const refusal = strangeRefusal(poll, said) ?? addedRefusal(poll, added, settings, now) ?? countRefusal(slots);
  if (refusal !== undefined) return refuse(refusal);
  const [first = now] = slots;
  const replyBy = added.length === 0 ? poll.replyBy : timeToAnswer(poll, settings, { now, first });
  return ok({ slots, added, withdrawn, replyBy });
}

/** Until when to answer what is asked now: as everybody was told, or where that is nearly over, as late as there is time. */
export function timeToAnswer(
  { replyBy, urgent }: Pick<Poll, 'replyBy' | 'urgent'>,
  settings: Settings,
  { now, first }: { readonly now: Instant; readonly first: Instant },
): Instant {
  const sentAt = mailableFrom(settings, now, urgent);
  const due = replyDue(settings, sentAt, first).replyBy;
  return due > replyBy && !leavesBusinessDay(settings, sentAt, replyBy) ? due : replyBy;
}

/** Nobody can take back what was never asked about, nor do both at once. */
function strangeRefusal(poll: Poll, { drop, more }: SlotsSaid): Refused | undefined {
  const known = [...poll.slots, ...withdrawnSlots(poll)];
  const stranger = drop.find((slot) => !known.includes(slot));
  if (stranger !== undefined)
    return bad('drop', `${instantInJapanese(stranger)}は、候補にありません。取りやめる候補を選び直してください。`);
  const both = drop.find((slot) => more.includes(slot));
  return both === undefined
    ? undefined
    : bad(
        'more',
        `${instantInJapanese(both)}を、取りやめる候補と足す候補の両方に入れています。どちらかにしてください。`,
      );
}

/** Agencies were told a day until which they have time to answer: no slot may lie before it. */
function addedRefusal(
  { replyBy, urgent }: Poll,
  added: readonly Instant[],
  settings: Settings,
  now: Instant,
): Refused | undefined {
  const early = added.find((slot) => slot > now && slot <= replyBy);
  if (early !== undefined)
    return bad(
      'more',
      `${instantInJapanese(early)}は、知らせてある回答期限（${instantInJapanese(replyBy)}）より前です。期限より後の候補にするか、別の候補で聞き直してください。`,
    );
  const refusal = slotsRefusal(added, settings, { now, sentAt: mailableFrom(settings, now, urgent) });
  return refusal?.code === 'bad-input' ? { ...refusal, field: 'more' } : refusal;
}

/** One to ten: a poll without a slot asks about nothing. */
function countRefusal(slots: readonly Instant[]): Refused | undefined {
  if (slots.length > MOST_SLOTS) return { code: 'too-many', received: slots.length, limit: MOST_SLOTS };
  if (slots.length > 0) return undefined;
  return bad(
    'more',
    '残る候補がなくなります。新しい候補を一つ以上足してください。日程調整をやめるときは、会議を中止してください。',
  );
}

const bad = (field: string, problem: string): Refused => ({ code: 'bad-input', field, problem });
