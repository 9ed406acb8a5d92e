import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Actor } from '../../core/access/model.ts';
import { inOneTown } from '../../core/access/one-town.ts';
import type { Verb } from '../../core/commands/menu.ts';
import { perform } from '../../core/commands/perform.ts';
import { personIdSchema, townCodeSchema } from '../../core/ids.ts';
import { callOf } from '../../core/meeting/together.ts';
import { recordSchemas } from '../../core/records.ts';
import { actorNamed, aSmallTown, known, neighbour, prefecture, type SmallTown, town } from '../support/small-town.ts';

const third = townCodeSchema.parse('393045');
const parts = [
  { town, meeting: 'W-1' },
  { town: neighbour, meeting: 'N-1' },
  { town: third, meeting: 'Y-1' },
];
const agencies = ['包括', '社協', '精神科', '民生'] as const;
const call = { class: '相談支援', purpose: '受診の相談' };

async function acts(one: SmallTown, of: typeof town, actor: Actor, [verb, said]: readonly [Verb, object]) {
  const done = await perform(inOneTown(one.deps, of), actor, verb, said);
  await one.play();
  return done.ok;
}

/** Three towns in one sitting, convened after the office has closed; everybody is called to every part. */
async function threeTowns() {
  const one = await aSmallTown('2026-06-01T19:00');
  const shared = { kind: 'town', town: prefecture, version: 0 } as const;
  await one.store.commit({
    put: [recordSchemas.town.parse({ ...shared, id: third, name: '山里町', host: 'prefecture' })],
  });
  for (const { town: of } of parts) {
    const clerk = { kind: 'staff', id: personIdSchema.parse(`担当${of}`), role: 'clerk', serves: of } as const;
    const said = { id: 'C-1', members: [{ id: 'A', name: '試験花子', covered: true }] };
    expect(await acts(one, of, clerk, ['case', said])).toBe(true);
  }
  await one.does('佐藤', 'convene-together', {
    ...{ date: '2026-06-22T14:00', place: '福祉保健所', outlook: '1回', framework: 'needy-support' },
    parts: parts.map((part) => ({
      ...{ ...part, cases: ['C-1'], ground: 1 },
      invite: Object.fromEntries(agencies.map((agency) => [agency, call])),
    })),
  });
  return one;
}

const which = fc.constantFrom(...parts);
const who = fc.constantFrom(...agencies);
const event = fc.oneof(
  which.map(({ town: of, meeting }) => ({ of, verb: 'cancel', said: { meeting, reason: '入院' } }) as const),
  fc.tuple(which, who).map(([{ town: of, meeting }, agency]) => {
    return { of, verb: 'change', said: { meeting, remove: { [agency]: '別の担当' } } } as const;
  }),
  fc.tuple(which, who).map(([{ town: of, meeting }, agency]) => {
    return { of, verb: 'leave', said: { meeting, agency, reason: '担当替え' } } as const;
  }),
  fc.tuple(which, fc.constantFrom('包括', '社協', '精神科')).map(([{ town: of, meeting }, agency]) => {
    return { of, verb: 'change', said: { meeting, add: { [agency]: call } } } as const;
  }),
  fc.constant({ verb: 'wait' } as const),
);
type Event = typeof event extends fc.Arbitrary<infer One> ? One : never;
const moments = ['2026-06-01T22:00', '2026-06-02T08:29', '2026-06-02T11:00', '2026-06-02T18:00', '2026-06-03T11:00'];

/** What an agency believes from its mails, in order; a part named twice without being taken back is told twice. */
function believed(one: SmallTown, agency: string) {
  const stands = new Map<string, number>();
  for (const mail of one.everSent().filter(({ to }) => to === agency)) {
    const off = calledOff(mail);
    for (const id of off) stands.delete(id);
    if (mail.mailKind === 'invitation') for (const id of namedIn(mail)) stands.set(id, (stands.get(id) ?? 0) + 1);
  }
  return stands;
}

function calledOff({ off, mailKind, link }: ReturnType<SmallTown['everSent']>[number]): readonly string[] {
  if (off !== undefined) return off.map(({ meeting }) => meeting);
  return mailKind === 'cancel' ? [link?.meeting ?? ''] : [];
}

function namedIn({ link, links = [] }: ReturnType<SmallTown['everSent']>[number]): readonly string[] {
  return [link, ...links].flatMap((one) => one?.meeting ?? []);
}

async function calledTo(one: SmallTown, agency: (typeof agencies)[number]) {
  const { id } = known(await one.store.get('agency', prefecture, agency), agency);
  const standing = await Promise.all(
    parts.map(async (part) => {
      const meeting = known(await one.store.get('meeting', part.town, part.meeting), part.meeting);
      return meeting.state !== 'cancelled' && callOf(meeting, id) !== undefined ? [part.meeting] : [];
    }),
  );
  return standing.flat();
}

function isBack(out: ReadonlyMap<string, unknown>, { verb, said }: Exclude<Event, { verb: 'wait' }>): boolean {
  return verb === 'change' && 'add' in said && Object.keys(said.add).some((one) => out.has(`${one} ${said.meeting}`));
}

/** Whom an event takes out of a part: `精神科 W-1`. */
function takenBy({ said }: Exclude<Event, { verb: 'wait' }>): readonly string[] {
  if ('agency' in said) return [`${said.agency} ${said.meeting}`];
  return 'remove' in said ? Object.keys(said.remove).map((one) => `${one} ${said.meeting}`) : [];
}

async function playedOut(one: SmallTown, events: readonly Event[]): Promise<ReadonlySet<string>> {
  const ahead = [...moments];
  const out = new Map<string, Verb>();
  for (const each of events) {
    if (each.verb === 'wait') await one.until(ahead.shift() ?? '2026-06-04T11:00');
    // Who left a part, or was taken out, and is called to it again the same night may read of the other parts twice: known, and left alone.
    else if (isBack(out, each)) continue;
    else if (await acts(one, each.of, actorNamed('佐藤'), [each.verb, each.said]))
      for (const taken of takenBy(each)) out.set(taken, each.verb);
  }
  await one.until('2026-06-05T12:00');
  return new Set([...out].flatMap(([taken, verb]) => (verb === 'leave' ? [taken] : [])));
}

it('after whatever is called off, taken back or asked again, each agency knows exactly the parts it is called to, each told once', async () => {
  const property = fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 7 }), async (events) => {
    const one = await threeTowns();
    const left = await playedOut(one, events);
    for (const agency of ['包括', '社協', '精神科'] as const) {
      const called = await calledTo(one, agency);
      const known = [...believed(one, agency)].filter(([id]) => called.includes(id) || !left.has(`${agency} ${id}`));
      expect([agency, known.toSorted()]).toEqual([agency, called.map((id) => [id, 1]).toSorted()]);
    }
    const papers = (await Promise.all(parts.map(async (part) => one.tasks(part.town)))).flat();
    const letters = papers.filter((task) => task === 'fax 民生 → 佐藤');
    expect(letters).toHaveLength((await calledTo(one, '民生')).length === 0 ? 0 : 1);
  });
  await fc.assert(property, { numRuns: 20 });
}, 120_000);
