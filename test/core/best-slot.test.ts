import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agencyIdSchema } from '../../core/ids.ts';
import { type Asked, compareTallies, proposedSlot, tallyOf } from '../../core/poll/best-slot.ts';
import type { Mark } from '../../core/poll/model.ts';
import { anInvitation } from '../support/builders.ts';
import { at } from '../support/moments.ts';
import { invite } from '../support/small-meeting.ts';
import { convening, members } from '../support/small-meeting.ts';
import { aSmallTown } from '../support/small-town.ts';

const days = ['2026-06-15T14:00', '2026-06-16T10:00', '2026-06-17T10:00', '2026-06-18T15:30'].map(at);
const mark = fc.constantFrom<Mark>('○', '△', '×');
/** Of each agency its marks, or silence. */
const answers = fc.array(fc.option(fc.array(mark, { minLength: 4, maxLength: 4 }), { nil: undefined }), {
  minLength: 1,
  maxLength: 6,
});

function asked(said: readonly (readonly Mark[] | undefined)[], required: readonly number[]): Asked {
  const invitations = said.map((marks, index) =>
    anInvitation(`機関${String(index)}`, {
      availabilities:
        marks === undefined
          ? []
          : [
              {
                round: 1,
                marks: Object.fromEntries(days.map((day, slot) => [day, marks[slot]])),
                at: at('2026-06-02T10:00'),
                source: '電話',
                unconfirmed: false,
              },
            ],
    }),
  );
  const ids = required.filter((one) => one < said.length).map((one) => agencyIdSchema.parse(`機関${String(one)}`));
  return { poll: { round: 1, slots: days }, invitations, quorum: { required: ids } };
}

/** The order as it is said to users, written down a second time. */
function words(of: Asked, slot: (typeof days)[number]): readonly number[] {
  const marksOf = (who: (id: string) => boolean) =>
    of.invitations.filter(({ agency }) => who(agency)).map(({ availabilities }) => availabilities?.at(-1)?.marks[slot]);
  const must = marksOf((id) => of.quorum?.required.some((one) => one === id) === true);
  const all = marksOf(() => true);
  return [
    must.filter((one) => one === '○' || one === '△').length,
    Number(!must.includes('△')),
    all.filter((one) => one === '○').length,
    all.filter((one) => one === '△').length,
    -days.indexOf(slot),
  ];
}
const isBeaten = (one: readonly number[], other: readonly number[]) => {
  const differing = one.findIndex((value, index) => value !== other[index]);
  return differing !== -1 && (one[differing] ?? 0) < (other[differing] ?? 0);
};

describe('the slot that is proposed', () => {
  it('is never beaten by another, whatever was answered', () => {
    fc.assert(
      fc.property(answers, fc.uniqueArray(fc.nat({ max: 5 })), (said, required) => {
        const poll = asked(said, required);
        const best = proposedSlot(poll, at('2026-06-03T10:00'))?.best.slot;
        expect(best).toBeDefined();
        const mine = words(poll, best ?? at('2026-06-15T14:00'));
        for (const day of days) expect(isBeaten(mine, words(poll, day))).toBe(false);
      }),
    );
  });

  it('is one of those still to come, in an order that contradicts itself nowhere', () => {
    fc.assert(
      fc.property(answers, fc.uniqueArray(fc.nat({ max: 5 })), (said, required) => {
        const poll = asked(said, required);
        expect(proposedSlot(poll, at('2026-06-17T09:00'))?.best.slot).not.toBe(days[0]);
        expect(proposedSlot(poll, at('2026-06-19T09:00'))).toBeUndefined();
        const tallies = days.map((day) => tallyOf(poll, day));
        for (const one of tallies)
          for (const other of tallies)
            expect(Math.sign(compareTallies(one, other)) + Math.sign(compareTallies(other, one))).toBe(0);
      }),
    );
  });
});

describe('a date that was fixed', () => {
  const step = fc.oneof(
    fc.record({
      who: fc.constantFrom('包括', '精神科', '社協'),
      marks: fc.array(mark, { minLength: 2, maxLength: 2 }),
    }),
    fc.record({ fix: fc.nat({ max: 1 }) }),
    fc.record({ wait: fc.nat({ max: 3 }) }),
  );

  it('is told to every agency once, whatever was answered, pressed and waited for before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const one = await aSmallTown();
        const slots = ['2026-06-16T10:00', '2026-06-18T15:30'];
        const { date: _date, ...undated } = convening;
        await one.does('木村', 'case', { id: 'C-1', issues: [1], members });
        await one.does('佐藤', 'convene', {
          ...{ ...undated, cases: ['C-1'], framework: 'needy-support', ground: 1 },
          ...{ slots, auto: true, invite: invite('包括', '精神科', '社協') },
        });
        let day = 2;
        for (const each of steps) {
          if ('wait' in each) await one.until(`2026-06-${String((day += each.wait)).padStart(2, '0')}T17:20`);
          else if ('fix' in each)
            await one.tries('佐藤', 'fix', { meeting: 'M-1', slot: slots[each.fix], reason: '急ぐため' });
          else await one.tries(each.who, 'answer-poll', { meeting: 'M-1', marks: each.marks, source: '電話' });
        }
        await one.until('2026-06-15T09:00');
        await one.tries('佐藤', 'fix', { meeting: 'M-1', slot: slots[0], reason: '急ぐため' });
        await one.until('2026-06-15T17:00');
        const told = one.mails().flatMap(({ kind, to }) => (kind === 'invitation' ? [to] : []));
        expect(told.toSorted()).toEqual(['包括', '社協', '精神科'].toSorted());
      }),
      { numRuns: 25 },
    );
  });
});
