import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lackingIn } from '../../core/framework/gate.ts';
import { frameworks } from '../../core/framework/frameworks.ts';
import { dayOf } from '../../core/time.ts';
import type { Verb } from '../../core/commands/menu.ts';
import { aSmallTown, type SmallTown } from '../support/small-town.ts';

const members = [
  { id: 'A', name: '試験花子', covered: true },
  { id: 'B', name: '試験次郎', covered: true },
];
const call = { class: '相談支援', purpose: '相談' };
const convening = {
  date: '2026-06-15T14:00',
  place: '若草町役場',
  outlook: '毎月',
  invite: { 包括: call, 民生: call },
};

async function aTownWith(framework: string, more: Readonly<Record<string, unknown>> = {}): Promise<SmallTown> {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', members });
  await one.does('木村', 'consent', { case: 'C-1', member: 'A' });
  await one.does('木村', 'consent', { case: 'C-1', member: 'B', until: '2026-12-31' });
  await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework, ...more });
  await one.does('佐藤', 'convene', { meeting: 'M-1', ...convening });
  return one;
}

describe('withdrawing a consent', () => {
  it('stops a 支援調整会議; the invited hear only 「中止」, by mail or by hand, and no reason', async () => {
    const one = await aTownWith('needy-coordination');
    await one.does('佐藤', 'task', { kind: 'fax', about: '民生' });
    one.news();
    await one.does('木村', 'consent', { case: 'C-1', member: 'B', withdraw: true });
    const [mail, ...others] = one.mails();
    expect(await one.state()).toBe('cancelled');
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: 'cancel', to: '包括', calendar: { method: 'CANCEL', sequence: 1 } });
    expect(mail?.text).toContain('中止');
    expect(mail?.text).not.toMatch(/同意|撤回/);
    expect(await one.tasks()).toEqual(['fax 民生 → 佐藤']);
    one.news();
    await one.until('2026-06-30T09:00');
    expect(one.news()).toEqual([]);
  });

  it('also stops one that was only asked for', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members: members.slice(0, 1) });
    await one.does('木村', 'consent', { case: 'C-1', member: 'A' });
    await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'layered-coordination' });
    await one.does('木村', 'consent', { case: 'C-1', member: 'A', withdraw: true });
    expect(await one.state()).toBe('cancelled');
  });

  it.each([
    ['needy-support', { ground: 2 }],
    ['protection-coordination', {}],
    ['needy-coordination', { emergency: true, reason: '生命に危険がある' }],
  ])('leaves %s to the supervisor, who decides whether it goes on', async (framework, more) => {
    const one = await aTownWith(framework, more);
    await one.does('木村', 'consent', { case: 'C-1', member: 'A', withdraw: true });
    expect(await one.state()).toBe('inviting');
    expect(await one.tasks()).toContain('consent-withdrawn M-1 → 中村');
  });

  it('of somebody nobody talks about stops nothing', async () => {
    const one = await aTownWith('needy-coordination');
    await one.does('木村', 'member', { case: 'C-1', id: 'Z', name: '試験末子' });
    await one.does('木村', 'consent', { case: 'C-1', member: 'Z' });
    await one.does('木村', 'consent', { case: 'C-1', member: 'Z', withdraw: true });
    expect(await one.state()).toBe('inviting');
  });

  it('after a meeting that rested on a ground is for the supervisor to judge', async () => {
    const one = await aTownWith('needy-support', { ground: 1 });
    await one.until('2026-06-15T15:00');
    await one.does('木村', 'consent', { case: 'C-1', member: 'A', withdraw: true });
    expect(await one.state()).toBe('recording');
    expect(await one.tasks()).toContain('consent-withdrawn M-1 → 中村');
  });

  it('before the office opens keeps the invitation from ever leaving, and nobody is told of a meeting they never heard of', async () => {
    const one = await aSmallTown('2026-06-05T20:00');
    await one.does('木村', 'case', { id: 'C-1', members: members.slice(0, 1) });
    await one.does('木村', 'consent', { case: 'C-1', member: 'A' });
    await one.does('佐藤', 'convene', {
      meeting: 'M-1',
      cases: ['C-1'],
      framework: 'needy-coordination',
      ...convening,
    });
    await one.until('2026-06-06T10:00');
    await one.does('木村', 'consent', { case: 'C-1', member: 'A', withdraw: true });
    await one.until('2026-06-09T10:00');
    expect(one.news()).toEqual([]);
  });
});

describe('recording a consent', () => {
  it('is refused for somebody who does not belong to the household', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members });
    expect(await one.tries('木村', 'consent', { case: 'C-1', member: 'X' })).toEqual({
      code: 'unknown-member',
      id: 'X',
    });
    expect(await one.tries('木村', 'consent', { case: 'C-9', member: 'A' })).toMatchObject({ code: 'unknown-case' });
  });

  it('ends the wait for it', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members, state: '同意待ち' });
    await one.does('木村', 'consent', { case: 'C-1', member: 'A', until: '令和9年3月31日', by: '法定代理人' });
    expect(await one.case()).toMatchObject({
      state: 'assessing',
      consents: [{ until: '2027-03-31', by: '法定代理人' }],
    });
  });
});

describe('changing a meeting that rests on consent', () => {
  it('asks nobody new about somebody without consent', async () => {
    const one = await aTownWith('needy-coordination');
    await one.does('木村', 'member', { case: 'C-1', id: 'Z', name: '試験末子' });
    const add = { 社協: { ...call, members: ['Z'] } };
    expect(await one.tries('佐藤', 'change', { meeting: 'M-1', add })).toMatchObject({
      code: 'consent-missing',
      members: ['試験末子'],
    });
  });

  it('moves it to no day on which a consent has run out', async () => {
    const one = await aTownWith('needy-coordination');
    expect(await one.tries('佐藤', 'change', { meeting: 'M-1', date: '2026-12-31T14:00' })).toEqual({ code: 'ok' });
    expect(await one.tries('佐藤', 'change', { meeting: 'M-1', date: '2027-01-04T14:00' })).toMatchObject({
      members: ['試験次郎'],
    });
  });
});

type Deed = readonly [string, Verb, unknown];
const some = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const anyFramework = some(...Object.keys(frameworks));
const anyMember = some('A', 'B');
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc
    .tuple(anyMember, fc.boolean())
    .map(([member, withdraw]): Deed => ['木村', 'consent', { case: 'C-1', member, withdraw }]),
  fc
    .tuple(anyMember, fc.boolean())
    .map(([id, covered]): Deed => ['木村', 'member', { case: 'C-1', id, name: '試験', covered }]),
  fc
    .tuple(anyFramework, some(undefined, 1, 2), some(undefined, '', '理由', '生命に危険がある'), fc.boolean())
    .map(([framework, ground, reason, emergency]): Deed => [
      '木村',
      'request',
      { meeting: 'M-1', cases: ['C-1'], framework, ground, reason, emergency },
    ]),
  fc
    .tuple(anyFramework, some(undefined, ['A'], ['B'], ['A', 'B']))
    .map(([framework, named]): Deed => [
      '佐藤',
      'convene',
      { ...convening, meeting: 'M-1', cases: ['C-1'], framework, invite: { 包括: { ...call, members: named } } },
    ]),
  some<Deed>(
    ['佐藤', 'change', { meeting: 'M-1', add: { 精神科: call } }],
    ['佐藤', 'cancel', { meeting: 'M-1', reason: '理由' }],
  ),
  some<Deed>(
    ['佐藤', 'change', { meeting: 'M-1', date: '2026-06-16T10:00' }],
    ['佐藤', 'change', { meeting: 'M-1', add: { 社協: call }, reason: '理由' }],
    ['佐藤', 'change', { meeting: 'M-1', remove: ['包括'] }],
    ['木村', 'consent', { case: 'C-1', member: 'A', scope: { recipients: ['医療施設'] } }],
    ['木村', 'consent', { case: 'C-1', member: 'B', until: '2026-06-03' }],
    ['木村', 'member', { case: 'C-1', id: 'Z', name: '試験末子', covered: true }],
    ['木村', 'consent', { case: 'C-1', member: 'Z' }],
    ['中村', 'judge', { meeting: 'M-1', decision: '続ける', reason: '判断' }],
    ['佐藤', 'judge', { meeting: 'M-1', decision: '続ける', reason: '判断' }],
  ),
  some('2026-06-01T20:00', '2026-06-02T09:00', '2026-06-04T09:00').map((to): Deed => ['時', 'open', to]),
);

/** A deed of somebody, or time that passes; and all that follows. */
async function happens(one: SmallTown, [who, verb, said]: Deed): Promise<void> {
  if (who !== '時') await one.tries(who, verb, said);
  else if (typeof said === 'string' && dayOf(one.deps.clock.now()) < said) await one.until(said);
  await one.play();
}

/** Whether M-1 has consent of everybody it covers at this moment, or what its framework takes instead. */
async function isOpened(one: SmallTown): Promise<boolean> {
  const { framework, ground, reason = '', emergency, danger = [], judgements = [] } = await one.meeting();
  const judged = judgements.filter(({ by }) => by === '中村').flatMap((each) => each.members);
  const lacking = lackingIn([await one.case()], dayOf(one.deps.clock.now()));
  const instead = {
    ground: ground !== undefined,
    required: lacking.length === 0,
    desired: lacking.length === 0 || reason !== '',
    unspecified: lacking.every(({ ref }) => judged.includes(ref)),
  };
  return (emergency && reason !== '' && danger.length > 0) || instead[frameworks[framework].consent];
}

describe('whatever people do, in whatever order', () => {
  it('no invitation is written without consent, a recorded ground or reason, or an emergency with its reason', async () => {
    let written = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(deeds, { minLength: 1, maxLength: 14 }), async (path) => {
        const one = await aSmallTown();
        await one.does('木村', 'case', {
          id: 'C-1',
          members: members.map((member) => ({ ...member, covered: false })),
        });
        for (const [who, verb, said] of path) {
          await happens(one, [who, verb, said]);
          if (one.news().every((news) => !news.startsWith('invitation'))) continue;
          written += 1;
          expect(await isOpened(one)).toBe(true);
        }
      }),
      { numRuns: Number(process.env['GATE_RUNS'] ?? 300) },
    );
    expect(written).toBeGreaterThan(10);
  });
});
