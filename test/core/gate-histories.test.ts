import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrameworkCode } from '../../core/framework/frameworks.ts';
import type { Meeting } from '../../core/meeting/model.ts';
import type { Message } from '../../core/message/model.ts';
import { dayOf } from '../../core/time.ts';
import { anyFramework, type Deed, deeds } from '../support/gate-deeds.ts';
import { openingOf } from '../support/gate-oracle.ts';
import { aSmallTown, type SmallTown, town } from '../support/small-town.ts';

type Start = {
  readonly consents: readonly boolean[];
  readonly of: FrameworkCode;
  readonly at: string;
};
const starts = fc.record({
  consents: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  of: anyFramework,
  at: fc.constantFrom('2026-06-01T09:00', '2026-05-31T22:00', '2026-06-01T18:00'),
});

/** Three households in two towns, some with consent; a body that meets on 16 June by a standing order, and one whose drafts are approved. */
async function begun({ consents, of, at }: Start): Promise<SmallTown> {
  const one = await aSmallTown(at);
  const [a, b] = [{ id: 'A', name: '試験花子', covered: true } as const, { id: 'B', name: '試験次郎' } as const];
  await one.does('木村', 'case', { id: 'C-1', members: [a, b, { id: 'Z', name: '試験末子' }] });
  await one.does('木村', 'case', { id: 'C-2', members: [a] });
  await one.does('野田', 'case', { id: 'N-1', members: [a] });
  const who = [
    ['木村', 'C-1', 'A'],
    ['木村', 'C-1', 'B'],
    ['木村', 'C-2', 'A'],
    ['野田', 'N-1', 'A'],
  ] as const;
  for (const [index, [by, id, member]] of who.entries())
    if (consents[index] === true) await one.does(by, 'consent', { case: id, member });
  const core = { 包括: { standing: 'core', class: '相談支援', purpose: '近況' } };
  const body = { name: '試験会議体', framework: of, towns: [town], place: '役場', roster: core };
  await one.does('佐藤', 'body', { ...body, id: '定例', regular: '毎月第3火曜 14:00' });
  await one.does('佐藤', 'series', { body: '定例', lead: 7 });
  const usual = { framework: 'needy-coordination', towns: [town] };
  await one.does('中村', 'body', { id: '決裁', name: '試験調整会議', ...usual, approval: true });
  return one;
}

const telling: readonly string[] = ['invitation', 'poll', 'change', 'reminder', 'day-before'];

function doorOf({ id, body, poll, together }: Meeting): string {
  if (id.startsWith('定例')) return 'a series';
  if (body === '決裁') return 'an approved draft';
  if (together !== undefined) return 'a joint sitting';
  return poll === undefined ? 'an officer' : 'a poll';
}

type Seen = Map<string, number>;
const count = (seen: Seen, what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);

async function happens(one: SmallTown, [who, verb, said]: Deed, seen: Seen): Promise<void> {
  if (verb === undefined) return who > one.deps.clock.now() ? one.until(who) : undefined;
  const { code } = await one.tries(who, verb, said);
  count(seen, `${verb}: ${code}`);
  return one.play();
}

/** What opened the gate for a mail, and by which door the meeting was convened. */
async function reasonsFor({ store }: SmallTown, { town: of, id, mailKind, sendingSince }: Message) {
  const meeting = await store.get('meeting', of, id.split('/')[0] ?? '');
  if (meeting === undefined || sendingSince === undefined) throw new Error(`no meeting of ${id}`);
  const cases = await Promise.all(meeting.cases.map((each) => store.get('case', of, each)));
  const found = cases.filter((each) => each !== undefined);
  const opens = openingOf(meeting, found, dayOf(sendingSince));
  return { opens, door: doorOf(meeting), about: JSON.stringify({ mailKind, meeting, found }) };
}

/** With each of these an agency heard of a meeting for the first time. */
function firstWords(mails: readonly Message[], heard: Set<string>): readonly Message[] {
  return mails.filter(({ town: of, id, to, mailKind }) => {
    const subject = `${of}/${id.split('/')[0] ?? ''}/${to}`;
    if (!telling.includes(mailKind) || heard.has(subject)) return false;
    heard.add(subject);
    return true;
  });
}

describe('whatever is done in two towns, by whatever door', () => {
  it('no agency hears of a meeting but on consent in force, a recorded ground or reason, or an emergency', async () => {
    const seen: Seen = new Map();
    await fc.assert(
      fc.asyncProperty(starts, fc.array(deeds, { minLength: 2, maxLength: 16 }), async (start, path) => {
        const one = await begun(start);
        const heard = new Set<string>();
        let told = 0;
        for (const deed of path) {
          await happens(one, deed, seen);
          for (const mail of firstWords(one.everSent().slice(told), heard)) {
            const { opens, door, about } = await reasonsFor(one, mail);
            expect(opens, about).toBeDefined();
            count(seen, `on ${opens ?? ''}`);
            count(seen, `by ${door}`);
          }
          told = one.everSent().length;
        }
      }),
      { numRuns: Number(process.env['GATE_RUNS'] ?? 150) },
    );
    if (process.env['GATE_SEEN'] !== undefined) console.log(Object.fromEntries(seen));
    const often = ['on consent', 'by an officer', 'by a poll'];
    for (const what of often) expect(seen.get(what), what).toBeGreaterThan(0);
  });
});
