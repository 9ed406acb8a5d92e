import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOneTown } from '../../core/access/one-town.ts';
import type { Verb } from '../../core/commands/menu.ts';
import { perform } from '../../core/commands/perform.ts';
import { agencyIdSchema } from '../../core/ids.ts';
import { comesAt } from '../../core/invitation/cases.ts';
import { preparationFor } from '../../core/invitation/preparation.ts';
import { isConvened } from '../../core/meeting/convening.ts';
import { callOf } from '../../core/meeting/together.ts';
import { addSeconds, instantInJapanese } from '../../core/time.ts';
import { at } from '../support/moments.ts';
import { actorNamed, aSmallTown, known, neighbour, type SmallTown, town } from '../support/small-town.ts';
import { type Believed, heardFrom } from '../support/believed-of-a-sitting.ts';

const call = { class: '相談支援', purpose: '受診の相談' };
const agencies = ['包括', '社協', '精神科'] as const;
const sides = [
  { of: town, meeting: 'W-1' },
  { of: neighbour, meeting: 'N-1' },
] as const;
const side = fc.constantFrom(...sides);
const who = fc.constantFrom(...agencies);
const dates = fc.constantFrom('2026-06-15T14:00', '2026-06-16T10:00', '2026-06-17T10:00');
const place = fc.constantFrom('福祉保健所', '役場');
const preparation = fc.constantFrom('', '家計簿', '支援の記録');
type Side = (typeof sides)[number];
type Done = { readonly side: Side; readonly verb: Verb; readonly words: Readonly<Record<string, unknown>> };
const change = (words: fc.Arbitrary<Done['words']>) => fc.record({ side, verb: fc.constant<Verb>('change'), words });
const deed: fc.Arbitrary<Done | { readonly minutes: number }> = fc.oneof(
  { weight: 3, arbitrary: change(fc.record({ date: dates })) },
  { weight: 1, arbitrary: change(fc.record({ place })) },
  { weight: 2, arbitrary: change(fc.record({ preparation })) },
  { weight: 1, arbitrary: change(fc.tuple(who, preparation).map(([one, own]) => ({ preparations: { [one]: own } }))) },
  { weight: 1, arbitrary: change(fc.record({ date: dates, preparation })) },
  {
    weight: 1,
    arbitrary: change(fc.tuple(dates, who).map(([date, one]) => ({ date, remove: { [one]: '別の担当' } }))),
  },
  { weight: 2, arbitrary: change(who.map((one) => ({ remove: { [one]: '別の担当' } }))) },
  { weight: 2, arbitrary: change(who.map((one) => ({ add: { [one]: call } }))) },
  {
    weight: 2,
    arbitrary: fc.record({
      side,
      verb: fc.constant<Verb>('cancel'),
      words: fc.constantFrom(false, false, true).map((whole) => ({ reason: '入院', whole })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      side,
      verb: fc.constant<Verb>('leave'),
      words: who.map((agency) => ({ agency, reason: '担当替え' })),
    }),
  },
  { weight: 2, arbitrary: fc.record({ minutes: fc.constantFrom(1, 5, 14 * 60) }) },
);

/** Two towns, one after the other; 社協 comes to both. All have heard of it. */
async function heard() {
  const one = await aSmallTown();
  for (const clerk of ['木村', '野田'])
    await one.does(clerk, 'case', { id: 'C-1', members: [{ id: 'A', name: '試験花子', covered: true }] });
  const part = ({ of, meeting }: (typeof sides)[number], ...called: readonly string[]) => ({
    ...{ town: of, meeting, cases: ['C-1'], ground: 1 },
    invite: Object.fromEntries(called.map((agency) => [agency, call])),
  });
  await one.does('佐藤', 'convene-together', {
    ...{ date: '2026-06-15T14:00', place: '福祉保健所', outlook: '1回', framework: 'needy-support' },
    parts: [part(sides[0], '包括', '社協'), part(sides[1], '社協', '精神科')],
  });
  return one;
}

/** How each part stands for an agency; nothing where it need not come. */
async function standingFor(one: SmallTown, agency: string): Promise<Believed> {
  const parts = new Map<string, NonNullable<ReturnType<Believed['get']>>>();
  for (const { of, meeting: id } of sides) {
    const meeting = known(await one.store.get('meeting', of, id), id);
    const invited = callOf(meeting, agencyIdSchema.parse(agency));
    if (!isConvened(meeting) || invited === undefined) continue;
    parts.set(id, {
      date: instantInJapanese(comesAt(meeting, invited)),
      place: meeting.appointment.place,
      preparation: preparationFor(meeting.appointment, invited) ?? '特にありません',
    });
  }
  return parts;
}

/** What agencies read as it comes, and believe since. */
function readers(one: SmallTown) {
  const believed = new Map<string, Believed>(agencies.map((agency) => [agency, new Map()]));
  const lastKind = new Map<string, string>();
  let seen = 0;
  return {
    of: (agency: string): Believed => believed.get(agency) ?? new Map(),
    read() {
      for (const mail of one
        .mails()
        .slice(seen)
        .filter(({ to }) => believed.has(to))) {
        believed.set(mail.to, heardFrom(mail, this.of(mail.to), lastKind.get(mail.to) === 'invitation'));
        lastKind.set(mail.to, mail.kind);
      }
      seen = one.mails().length;
    },
    /** Who gives a part up itself needs no word of it. */
    gaveUp(agency: string, meeting: string) {
      believed.set(agency, new Map([...this.of(agency)].filter(([id]) => id !== meeting)));
    },
  };
}

async function doneBy(one: SmallTown, { side: { of, meeting }, verb, words }: Done): Promise<boolean> {
  const done = await perform(inOneTown(one.deps, of), actorNamed('佐藤'), verb, { meeting, ...words });
  await one.play();
  return done.ok;
}

/** A calendar takes the entry with the highest SEQUENCE, whichever came last. */
function expectCalendar(one: SmallTown, agency: string, standing: Believed): void {
  const entries = one
    .mails()
    .flatMap(({ to, calendar }) => (to === agency && calendar !== undefined ? [calendar] : []));
  const [entry] = entries.toReversed().toSorted((a, b) => b.sequence - a.sequence);
  if (entry === undefined) return;
  const [first] = [...standing.values()].map(({ date }) => date).toSorted();
  expect([agency, entry.method]).toEqual([agency, first === undefined ? 'CANCEL' : 'REQUEST']);
  if (first !== undefined) expect([agency, instantInJapanese(entry.startsAt)]).toEqual([agency, first]);
}

/** 包括 is asked to prepare something, and called anew before it hears of it. */
const calledAnew: Done[] = [{ preparations: { 包括: '家計簿' } }, { add: { 包括: call } }].map((words) => ({
  ...{ side: sides[0], verb: 'change', words },
}));

it('whatever is changed, called off or taken back, each agency knows each of its parts as it stands, and no mail says what it knew', async () => {
  const property = fc.asyncProperty(
    fc.boolean(),
    fc.array(deed, { minLength: 1, maxLength: 6 }),
    async (isNight, deeds) => {
      const one = await heard();
      let now = at(isNight ? '2026-06-02T20:00' : '2026-06-02T10:00');
      await one.until(now);
      const readings = readers(one);
      const left = new Set<string>();
      readings.read();
      for (const said of deeds) {
        if ('minutes' in said) {
          now = addSeconds(now, said.minutes * 60);
          await one.until(now);
        } else if ((await doneBy(one, said)) && said.verb === 'leave') {
          left.add(String(said.words['agency']));
          readings.gaveUp(String(said.words['agency']), said.side.meeting);
        }
        readings.read();
      }
      await one.until(addSeconds(now, 26 * 60 * 60));
      readings.read();
      for (const agency of agencies) {
        const standing = await standingFor(one, agency);
        expect([agency, Object.fromEntries(readings.of(agency))]).toEqual([agency, Object.fromEntries(standing)]);
        if (!left.has(agency)) expectCalendar(one, agency, standing);
      }
    },
  );
  await fc.assert(property, { numRuns: Number(process.env['SITTING_RUNS'] ?? 20), examples: [[false, calledAnew]] });
}, 600_000);
