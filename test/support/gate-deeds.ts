import fc from 'fast-check';
import type { Verb } from '../../core/commands/menu.ts';
import type { FrameworkCode } from '../../core/framework/frameworks.ts';
import { neighbour, town } from './small-town.ts';

/** Somebody does something; or time passes until then. */
export type Deed = readonly [who: string, verb: Verb, said: unknown] | readonly [until: string];
const some = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const call = { class: '相談支援', purpose: '相談' };
const gathering = { date: '2026-06-15T14:00', place: '若草町役場', outlook: '毎月' };
export const anyFramework = some<FrameworkCode>(
  ...(['needy-coordination', 'layered-coordination', 'needy-coordination', 'layered-coordination'] as const),
  ...(['needy-support', 'protection-coordination', 'case-review'] as const),
);
const anyBasis = some<Readonly<Record<string, unknown>>>(
  ...[{}, {}, {}, { ground: 1 }, { ground: 2 }, { reason: '受診を断っている' }, { reason: '' }],
  ...[
    { danger: '生命', reason: '食べていない' },
    { emergency: true, reason: '' },
    { emergency: true, reason: '急ぐ' },
  ],
);
const named = { A: '試験花子', B: '試験次郎', Z: '試験末子' } as const;
const whose = some(
  ...[['木村', 'C-1', 'A'] as const, ['木村', 'C-1', 'B'] as const, ['木村', 'C-2', 'A'] as const],
  ...[['野田', 'N-1', 'A'] as const, ['木村', 'C-1', 'Z'] as const],
);

const ofConsent: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: whose.map(([who, id, member]): Deed => [who, 'consent', { case: id, member }]) },
  whose.map(([who, id, member]): Deed => [who, 'consent', { case: id, member, withdraw: true }]),
  fc
    .tuple(whose, some({ until: '2026-06-10' }, { until: '2026-07-31' }, { scope: { recipients: ['医療施設'] } }))
    .map(([[who, id, member], more]): Deed => [who, 'consent', { case: id, member, ...more }]),
);
const ofHousehold: fc.Arbitrary<Deed> = fc.oneof(
  fc
    .tuple(whose, fc.boolean())
    .map(([[who, id, member], covered]): Deed => [
      who,
      'member',
      { case: id, id: member, name: named[member], covered },
    ]),
  whose.map(([who, id, member]): Deed => [
    who,
    'member',
    { case: id, id: member, remove: true, reason: '転出したため' },
  ]),
  whose.map(([who, id, member]): Deed => [
    who,
    'case',
    { id, members: [{ id: member, name: named[member], covered: true }] },
  ]),
  some<Deed>(
    [
      '木村',
      'consultation',
      { id: 'U-1', name: '試験四郎', on: '2026-06-01', mayShare: true, outcome: '継続', case: 'C-1' },
    ],
    [
      '木村',
      'rows',
      {
        town,
        tab: '世帯員',
        rows: [{ row: 'r1', version: 1, ケース番号: 'C-1', 世帯員番号: 'Y', 氏名: '試験五郎', 検討対象: 'はい' }],
      },
    ],
    ['木村', 'undo', {}],
    ['佐藤', 'undo', {}],
  ),
);
const anyCases = some(['C-1'], ['C-2'], ['C-1', 'C-2']);
const anyNamed = some(undefined, ['A'], ['B'], ['C-1/A', 'C-2/A']);
const slots = ['2026-06-15T14:00', '2026-06-16T10:00'];
const ofConvening: fc.Arbitrary<Deed> = fc.oneof(
  fc
    .tuple(anyCases, anyFramework, anyBasis)
    .map(([cases, framework, basis]): Deed => ['木村', 'request', { meeting: 'M-1', cases, framework, ...basis }]),
  fc
    .tuple(anyCases, anyFramework, anyBasis, anyNamed, some('M-1', 'M-2'))
    .map(([cases, framework, basis, named, meeting]): Deed => [
      '佐藤',
      'convene',
      {
        ...{ ...gathering, meeting, cases, framework, ...basis },
        invite: { 包括: { ...call, ...(named === undefined ? {} : { members: named }) } },
      },
    ]),
  anyCases.map((cases): Deed => [
    '佐藤',
    'convene',
    { ...gathering, meeting: 'M-4', cases, framework: 'needy-coordination', body: '決裁', invite: { 包括: call } },
  ]),
  fc.tuple(anyCases, anyFramework, anyBasis).map(([cases, framework, basis]): Deed => [
    '佐藤',
    'convene',
    {
      meeting: 'M-3',
      cases,
      framework,
      ...basis,
      slots,
      auto: true,
      place: '役場',
      outlook: '毎月',
      invite: { 包括: call },
    },
  ]),
  fc.tuple(anyFramework, anyBasis, anyBasis).map(([framework, mine, theirs]): Deed => [
    '佐藤',
    'convene-together',
    {
      ...{ ...gathering, framework },
      parts: [
        { town, meeting: 'W-1', cases: ['C-1'], invite: { 包括: call }, ...mine },
        { town: neighbour, meeting: 'W-2', cases: ['N-1'], invite: { 包括: call, 社協: call }, ...theirs },
      ],
    },
  ]),
  fc
    .tuple(some('C-1', 'C-2'), anyBasis)
    .map(([one, { ground, reason }]): Deed => [
      '佐藤',
      'to-sitting',
      { body: '定例', case: one, ground, ...(reason === '' ? {} : { reason }) },
    ]),
);
const anyMeeting = some('M-1', 'M-1', 'M-2', 'M-3', 'W-1');
const ofMeeting: fc.Arbitrary<Deed> = fc.oneof(
  anyMeeting.map((meeting): Deed => ['佐藤', 'change', { meeting, add: { 精神科: call } }]),
  anyMeeting.map((meeting): Deed => ['佐藤', 'change', { meeting, add: { 社協: { ...call, members: ['Z'] } } }]),
  anyMeeting.map((meeting): Deed => ['佐藤', 'change', { meeting, date: '2026-06-18T10:00' }]),
  anyMeeting.map((meeting): Deed => ['佐藤', 'change', { meeting, danger: '身体', reason: 'けががある' }]),
  anyMeeting.map((meeting): Deed => ['佐藤', 'resend', { meeting, agency: '包括' }]),
  anyMeeting.map((meeting): Deed => ['佐藤', 'in-writing', { meeting, reason: '集まれない' }]),
  anyMeeting.map((meeting): Deed => ['中村', 'judge', { meeting, decision: '続ける', reason: '判断', ground: 1 }]),
  anyMeeting.map((meeting): Deed => ['佐藤', 'judge', { meeting, decision: '続ける', reason: '判断' }]),
  some<Deed>(['中村', 'approve', { meeting: 'M-4' }]),
  some<Deed>(
    ['包括', 'answer-poll', { meeting: 'M-3', marks: ['○', '○'] }],
    ['佐藤', 'fix', { meeting: 'M-3', slot: slots[1] }],
    ['佐藤', 'slots', { meeting: 'M-3', more: ['2026-06-17T10:00'] }],
    ['包括', 'reply', { meeting: 'M-1', answer: '欠席' }],
  ),
);
const ofTime: fc.Arbitrary<Deed> = some<Deed>(
  ...([['2026-06-01T20:00'], ['2026-06-02T07:00'], ['2026-06-02T09:00'], ['2026-06-05T19:00']] as const),
  ...([['2026-06-09T10:00'], ['2026-06-11T09:00']] as const),
);
/** What people do to the consents, the households and the meetings of two towns, by whatever door. */
export const deeds = fc.oneof(
  { weight: 4, arbitrary: ofConsent },
  { weight: 2, arbitrary: ofHousehold },
  { weight: 5, arbitrary: ofConvening },
  { weight: 3, arbitrary: ofMeeting },
  { weight: 2, arbitrary: ofTime },
);
