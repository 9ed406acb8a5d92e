import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Invitation } from '../../core/invitation/model.ts';
import type { Poll } from '../../core/poll/model.ts';
import { saidIn, unmarkedSlots, withdrawnSlots } from '../../core/poll/rules.ts';
import { addSeconds, type Instant } from '../../core/time.ts';
import { at } from '../support/moments.ts';
import { convening, invite, members } from '../support/small-meeting.ts';
import { aSmallTown, known, type SmallTown } from '../support/small-town.ts';

const all = ['16', '17', '18', '19', '22', '23'].map((day) => `2026-06-${day}T10:00`);
const agencies = ['包括', '精神科', '社協'];
const answers = fc.array(fc.constantFrom('○', '△', '×'), { minLength: 6, maxLength: 6 });

type Step =
  | { readonly turn: readonly string[] }
  | { readonly who: string; readonly marks: readonly string[]; readonly stale: boolean }
  | { readonly minutes: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ turn: fc.subarray(all, { minLength: 1, maxLength: 2 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ who: fc.constantFrom(...agencies), marks: answers, stale: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ minutes: fc.constantFrom(1, 10, 24 * 60) }) },
);

/** A poll about the first three slots, and by slot what each agency said last. */
async function aPoll(auto: boolean) {
  const one = await aSmallTown();
  const { date: _date, ...undated } = convening;
  await one.does('木村', 'case', { id: 'C-1', issues: [1], members });
  await one.does('佐藤', 'convene', {
    ...{ ...undated, cases: ['C-1'], framework: 'needy-support', ground: 1 },
    ...{ slots: all.slice(0, 3), auto, invite: invite(...agencies) },
  });
  await one.until('2026-06-01T09:30');
  return { one, said: new Map<string, ReadonlyMap<Instant, string>>() };
}
type World = Awaited<ReturnType<typeof aPoll>>;

async function pollOf(one: SmallTown): Promise<Poll> {
  return known((await one.meeting()).poll, 'poll');
}

async function play({ one, said }: World, each: Step): Promise<void> {
  if ('minutes' in each) return one.until(addSeconds(one.deps.clock.now(), each.minutes * 60));
  const poll = await pollOf(one);
  const isAsked = (slot: string) => poll.slots.includes(at(slot));
  if ('turn' in each) {
    const turn = { drop: each.turn.filter(isAsked), more: each.turn.filter((slot) => !isAsked(slot)) };
    await one.tries('佐藤', 'slots', { meeting: 'M-1', ...turn });
    return;
  }
  const slots = each.stale ? [...poll.slots, ...withdrawnSlots(poll)] : poll.slots;
  const marks = new Map(slots.map((slot, index) => [slot, each.marks[index] ?? '×']));
  const answer = { meeting: 'M-1', agency: each.who, marks: Object.fromEntries(marks), source: '電話' };
  const { code } = await one.tries('佐藤', 'answer-poll', answer);
  if ((await one.state()) === 'polling') expect(code).toBe(slots.length > poll.slots.length ? 'slot-withdrawn' : 'ok');
  if (code === 'ok') said.set(each.who, marks);
}

/** A slot is asked about or taken back; what was said of one that is asked about counts. */
async function expectMarksToStand({ one, said }: World): Promise<void> {
  const { invitations } = await one.meeting();
  const poll = await pollOf(one);
  expect(poll.slots.length).toBeGreaterThan(0);
  expect(poll.slots.filter((slot) => withdrawnSlots(poll).includes(slot))).toEqual([]);
  for (const invitation of invitations) {
    const marks = said.get(invitation.agency);
    for (const slot of poll.slots) expect(saidIn(poll, invitation)?.marks[slot]).toBe(marks?.get(slot));
  }
}

/** The slots a mail asks about, as somebody reads them: `6月16日(火)10:00`. */
function askedIn(text = ''): readonly Instant[] {
  const [, list = ''] = /◎ 日程の候補\n([^◎]*)/u.exec(text) ?? [];
  return [...list.matchAll(/6月(\d+)日/gu)].map(([, day]) => at(`2026-06-${day ?? ''}T10:00`));
}

/** Whoever was asked has read, in its last mail or on the page as it answered, just the slots that are asked about; no mail repeats the one before. */
function expectToKnow(one: SmallTown, poll: Poll, invitation: Invitation): void {
  const mails = one.mails().filter(({ kind, to }) => kind === 'poll' && to === invitation.agency);
  const read = mails.map(({ text }) => askedIn(text));
  if (unmarkedSlots(poll, invitation).length > 0) expect(read.at(-1)).toEqual(poll.slots);
  if (invitation.availabilities === undefined)
    for (const [index, slots] of read.entries()) expect(slots).not.toEqual(read[index - 1]);
}

describe('slots taken back and added, answers and deadlines, in any order', () => {
  it('leave everybody with the slots that are asked about, every mark that still counts, and no date that was taken back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 10 }), fc.boolean(), async (steps, auto) => {
        const world = await aPoll(auto);
        const { one } = world;
        for (const each of steps) {
          await play(world, each);
          if ((await one.state()) !== 'polling') break;
          await expectMarksToStand(world);
        }
        await one.until(addSeconds(one.deps.clock.now(), 24 * 3600));
        const { state, invitations } = await one.meeting();
        const poll = await pollOf(one);
        if (state === 'polling') for (const invitation of invitations) expectToKnow(one, poll, invitation);
        await one.tries('佐藤', 'fix', { meeting: 'M-1', slot: poll.slots[0], reason: '急ぐ' });
        await one.until(addSeconds(one.deps.clock.now(), 24 * 3600));
        const found = await pollOf(one);
        expect(found.slots).toContain(found.fixed?.slot);
        const told = one.mails().flatMap(({ kind, to }) => (kind === 'invitation' ? [to] : []));
        expect(told.toSorted()).toEqual(agencies.toSorted());
      }),
      { numRuns: 25 },
    );
  });
});
