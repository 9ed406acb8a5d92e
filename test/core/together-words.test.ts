import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOneTown } from '../../core/access/one-town.ts';
import { perform } from '../../core/commands/perform.ts';
import { recordSchemas } from '../../core/records.ts';
import { actorNamed, aSmallTown, known, neighbour, type SmallTown, town } from '../support/small-town.ts';

const discussed = [{ id: 'A', name: '試験花子', covered: true }];
const call = { class: '相談支援', purpose: '受診の相談' };
const part = (of: string, meeting: string, id: string) => ({
  ...{ town: of, meeting, cases: [id], ground: 1, invite: { 社協: call, 精神科: call } },
});
type Side = typeof town;
const meetingOf = (of: Side) => (of === town ? 'M-1' : 'N-1');

async function sitting() {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', members: discussed });
  await one.does('野田', 'case', { id: 'C-5', members: discussed });
  await one.does('佐藤', 'convene-together', {
    ...{ date: '2026-06-15T14:00', place: '福祉保健所', outlook: '1回', framework: 'needy-support' },
    parts: [part(town, 'M-1', 'C-1'), part(neighbour, 'N-1', 'C-5')],
  });
  await one.until('2026-06-02T10:00');
  return one;
}

const other = (of: Side) => (of === town ? neighbour : town);
const clerkOf = (of: Side) => (of === town ? '木村' : '野田');

async function replies(one: SmallTown, of: Side, who: string, said: object): Promise<void> {
  const done = await perform(inOneTown(one.deps, of), actorNamed(who), 'reply', { meeting: meetingOf(of), ...said });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  await one.play();
}

/** All that is stored of a town but its log. */
async function storedIn({ store }: SmallTown, of: Side): Promise<string> {
  const kinds = Object.keys(recordSchemas).filter((kind): kind is keyof typeof recordSchemas => kind in recordSchemas);
  return JSON.stringify(await Promise.all(kinds.map((kind) => store.list(kind, of))));
}

async function currentOf({ store }: SmallTown, of: Side, agency = '社協') {
  const meeting = known(await store.get('meeting', of, meetingOf(of)), of);
  return meeting.invitations.find((each) => each.agency === agency)?.replies.at(-1);
}

const answers = fc.oneof(
  fc.record({ answer: fc.constant('出席'), text: fc.boolean() }),
  fc.record({ answer: fc.constantFrom('意見書提出', '日程変更希望'), text: fc.constant(true) }),
  fc.record({ answer: fc.constant('代理出席'), text: fc.boolean(), deputy: fc.constant(true) }),
);
const spoken = fc.record({
  of: fc.constantFrom<Side>(town, neighbour),
  agency: fc.constantFrom('社協', '精神科'),
  typed: fc.boolean(),
  said: answers,
});

type Spoken = typeof spoken extends fc.Arbitrary<infer S> ? S : never;

/** Words that tell by whom, when and for which part they were written. */
async function says(one: SmallTown, { of, agency, typed, said }: Spoken, at: string): Promise<void> {
  const text = said.text ? { text: `〈文${at}・${of}〉` } : {};
  const deputy = 'deputy' in said ? { deputy: `〈代${at}・${of}〉` } : {};
  const how = typed ? { agency, source: '電話' } : {};
  await replies(one, of, typed ? clerkOf(of) : agency, { ...how, answer: said.answer, ...text, ...deputy });
}

it('what is written for the part of one town is nowhere in the records of another', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(spoken, { minLength: 1, maxLength: 5 }), async (all) => {
      const one = await sitting();
      for (const [at, saying] of all.entries()) {
        await one.until(`2026-06-02T10:1${String(at)}`);
        await says(one, saying, String(at));
        expect((await currentOf(one, other(saying.of), saying.agency))?.answer).toBe(saying.said.answer);
      }
      for (const of of [town, neighbour] as const) {
        const stored = await storedIn(one, of);
        for (const [at, { of: meant, said }] of all.entries())
          if (meant === of && said.text) expect(stored).toContain(`〈文${String(at)}・${of}〉`);
        expect(stored).not.toContain(`・${other(of)}〉`);
        expect(stored).not.toContain(`"enteredBy":"${clerkOf(other(of))}"`);
      }
    }),
    { numRuns: 12 },
  );
});

it('an opinion written for each part goes on standing in each', async () => {
  const one = await sitting();
  await replies(one, town, '社協', { answer: '意見書提出', text: '家計の意見' });
  expect(await currentOf(one, neighbour)).toMatchObject({ answer: '意見書提出', source: 'リンク' });
  expect(await currentOf(one, neighbour)).not.toHaveProperty('text');
  await replies(one, neighbour, '社協', { answer: '意見書提出', text: '見守りの意見' });
  expect((await currentOf(one, town))?.text).toBe('家計の意見');
  expect((await currentOf(one, neighbour))?.text).toBe('見守りの意見');
  await replies(one, town, '社協', { answer: '出席' });
  expect((await currentOf(one, neighbour))?.answer).toBe('出席');
});

it('the other town hears that another day is wished for, not which and why', async () => {
  const one = await sitting();
  await replies(one, town, '社協', { answer: '日程変更希望', text: '試験花子さんの受診日なので16日に' });
  const wished = async (of: Side) =>
    (await one.store.list('task', of)).filter(({ taskKind }) => taskKind === 'reschedule');
  expect((await wished(town)).map(({ said }) => said)).toEqual(['試験花子さんの受診日なので16日に']);
  expect((await wished(neighbour)).map(({ said }) => said)).toEqual([undefined]);
});

it('of an opinion given for another part only, a part that is then held in writing asks again', async () => {
  const one = await sitting();
  await replies(one, town, '社協', { answer: '意見書提出', text: '家計の意見' });
  await one.does('佐藤', 'cancel', { meeting: 'M-1', reason: '入院' });
  await one.does('佐藤', 'in-writing', { meeting: 'N-1', until: '2026-06-12T17:00', reason: '大雪' });
  const meeting = known(await one.store.get('meeting', neighbour, 'N-1'), 'N-1');
  const invitation = known(
    meeting.invitations.find(({ agency }) => agency === '社協'),
    '社協',
  );
  expect(invitation.repliesBefore).toBe(1);
});
