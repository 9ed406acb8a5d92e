import { describe, expect, it } from 'vitest';
import { casesFor, timesFor } from '../../core/invitation/cases.ts';
import { printedPlace, timesOf } from '../../core/meeting/gathering.ts';
import { caseIdSchema } from '../../core/ids.ts';
import { instantInJapanese } from '../../core/time.ts';
import { anInvitation } from '../support/builders.ts';
import { at } from '../support/moments.ts';
import { aSmallTown, type SmallTown } from '../support/small-town.ts';

const convening = {
  ...{ meeting: 'M-1', date: '2026-06-15T14:00', outlook: '月1回', cases: ['C-1', 'C-2', 'C-3'] },
  ...{ framework: 'needy-support', ground: 2 },
};
const agenda = [
  { case: 'C-2', minutes: 30 },
  { case: 'C-1', minutes: 20 },
  { case: 'C-3', minutes: 40 },
];
const called = { class: '相談支援', purpose: '近況の共有' };

/** Three households, each with a member A. */
async function aTownOfThree(): Promise<SmallTown> {
  const one = await aSmallTown();
  for (const [id, name] of [
    ['C-1', '試験花子'],
    ['C-2', '試験次郎'],
    ['C-3', '試験三郎'],
  ] as const)
    await one.does('木村', 'case', { id, members: [{ id: 'A', name, covered: true, address: `試験町${id}番地` }] });
  return one;
}
const mailTo = (one: SmallTown, agency: string, kind = 'invitation') =>
  one.mails().find((mail) => mail.to === agency && mail.kind === kind);

describe('a meeting about several cases', () => {
  it('has an order with times, and tells each agency only its own, in mail and calendar', async () => {
    const one = await aTownOfThree();
    const invite = {
      包括: called,
      精神科: { ...called, members: ['C-1/A', 'C-3/A'] },
      社協: { ...called, cases: ['C-3'] },
    };
    await one.does('佐藤', 'convene', { ...convening, place: '若草町役場', cadence: '定期', agenda, invite });
    expect(mailTo(one, '包括')?.text).toContain('お時間：14:00〜14:30（ケース C-2）、14:30〜14:50（ケース C-1）');
    const clinic = mailTo(one, '精神科');
    expect(clinic?.text).toContain('6月15日(月)14:30');
    expect(clinic?.text).toContain('14:30〜14:50（ケース C-1）、14:50〜15:30（ケース C-3）');
    expect(clinic?.text).not.toContain('C-2');
    const council = mailTo(one, '社協');
    expect(council?.calendar).toMatchObject({ startsAt: at('2026-06-15T14:50'), minutes: 40 });
    expect(council?.text).not.toMatch(/C-1|C-2|14:00|14:30/);
    expect(await one.meeting()).toMatchObject({ cadence: '定期', appointment: { startsAt: at('2026-06-15T14:00') } });
  });

  it('keeps its order when it moves: each agency hears of its own new time and its own former one', async () => {
    const one = await aTownOfThree();
    const invite = { 包括: called, 社協: { ...called, cases: ['C-3'] } };
    await one.does('佐藤', 'convene', { ...convening, place: '若草町役場', agenda, invite });
    await one.does('佐藤', 'change', { meeting: 'M-1', date: '2026-06-16T10:00' });
    const council = mailTo(one, '社協', 'change');
    expect(council?.text).toContain('6月16日(火)10:50');
    expect(council?.text).toContain('変更前 2026年6月15日(月)14:50');
    expect(council?.calendar).toMatchObject({ startsAt: at('2026-06-16T10:50'), minutes: 40 });
  });

  it('excludes an agency from one case: its purposes name nobody of it, and naming one is refused', async () => {
    const one = await aTownOfThree();
    const invite = { 社協: { ...called, cases: ['C-1', 'C-3'] } };
    await one.does('佐藤', 'convene', { ...convening, invite });
    expect((await one.invitation('社協')).purposes[0]?.members).toEqual(['C-1/A', 'C-3/A']);
    const strange = { 精神科: { ...called, cases: ['C-1'], members: ['C-2/A'] } };
    expect(await one.tries('佐藤', 'change', { meeting: 'M-1', add: strange })).toMatchObject({
      code: 'unknown-member',
      id: 'C-2/A',
    });
    expect(
      await one.tries('佐藤', 'change', { meeting: 'M-1', add: { 精神科: { ...called, cases: ['C-9'] } } }),
    ).toMatchObject({ code: 'unknown-case', id: 'C-9' });
  });

  it('may call an agency for one purpose about one member and for another about another', async () => {
    const one = await aTownOfThree();
    const purpose = [
      { text: '受診の相談', members: ['C-1/A'] },
      { text: '手帳の相談', members: ['C-2/A'] },
    ];
    await one.does('佐藤', 'convene', { ...convening, invite: { 包括: { class: '相談支援', purpose } } });
    expect((await one.invitation('包括')).purposes).toEqual(purpose);
    expect(mailTo(one, '包括')?.text).not.toContain('C-3');
  });

  it.each([
    ['a case is missing', agenda.slice(1), 'bad-input'],
    ['a case stands twice', [...agenda.slice(1), agenda[1]], 'bad-input'],
    ['a case is not of the meeting', [...agenda, { case: 'C-9', minutes: 10 }], 'unknown-case'],
    ['a case has no time', [...agenda.slice(1), { case: 'C-2', minutes: 0 }], 'bad-input'],
  ])('is refused its order when %s', async (_why, wrong, code) => {
    const one = await aTownOfThree();
    const said = { ...convening, agenda: wrong, invite: { 包括: called } };
    expect(await one.tries('佐藤', 'convene', said)).toMatchObject({ code });
    expect(await one.store.get('meeting', (await one.case()).town, 'M-1')).toBeUndefined();
  });

  it('takes 21 meetings about three cases each (LP §7-9)', async () => {
    const one = await aTownOfThree();
    for (let number = 4; number <= 63; number += 1)
      await one.does('木村', 'case', {
        id: `C-${String(number)}`,
        members: [{ id: 'A', name: '試験', covered: true }],
      });
    for (let number = 0; number < 21; number += 1) {
      const cases = [1, 2, 3].map((place) => `C-${String(number * 3 + place)}`);
      const day = String((number % 27) + 1).padStart(2, '0');
      const order = cases.map((id) => ({ case: id, minutes: 20 }));
      const said = {
        ...convening,
        meeting: `M-${String(number + 1)}`,
        date: `2026-07-${day}T14:00`,
        cases,
        agenda: order,
      };
      await one.does('佐藤', 'convene', { ...said, cadence: '定期', invite: { 包括: called } });
    }
    const meetings = await one.store.list('meeting', (await one.case()).town);
    expect(meetings.filter(({ state }) => state === 'inviting')).toHaveLength(21);
    expect(new Set(meetings.flatMap(({ cases }) => cases)).size).toBe(63);
  });
});

describe('for which cases an agency is called', () => {
  const cases = ['C-1', 'C-2'].map((id) => caseIdSchema.parse(id));
  it.each([
    ['what was said', { cases: ['C-2'], purposes: [{ text: '', members: ['C-1/A'] }] }, ['C-2']],
    ['whom its purposes name', { purposes: [{ text: '', members: ['C-2/A', 'C-2/B'] }] }, ['C-2']],
    ['all, where nobody is named', { purposes: [{ text: '', members: [] }] }, ['C-1', 'C-2']],
    ['all, in a record from before there were several', { purposes: [{ text: '', members: ['A'] }] }, ['C-1', 'C-2']],
  ])('is %s', (_what, said, own) => {
    expect(casesFor(cases, anInvitation('包括', said))).toEqual(own);
  });

  it('gives no times where the meeting has none', () => {
    expect(timesFor({ cases, appointment: { startsAt: at('2026-06-15T14:00') } }, anInvitation('包括'))).toEqual([]);
  });

  it('runs the times on from the beginning', () => {
    const slots = [
      { case: caseIdSchema.parse('C-2'), minutes: 25 },
      { case: caseIdSchema.parse('C-1'), minutes: 35 },
    ];
    const times = timesOf({ startsAt: at('2026-06-15T13:30'), agenda: slots });
    expect(times.map((time) => `${time.case} ${instantInJapanese(time.from).slice(-5)}`)).toEqual([
      'C-2 13:30',
      'C-1 13:55',
    ]);
  });
});

describe('how people meet', () => {
  it.each([
    ['対面', '若草町役場', '若草町役場'],
    ['対面', undefined, '場所は電話でお知らせします'],
    ['オンライン', '若草町役場', 'オンライン（参加のしかたは、ご案内のページにあります）'],
    ['電話', undefined, '電話会議（つなぎ方は電話でお知らせします）'],
    ['本人宅', '試験町1番地', '場所は電話でお知らせします'],
  ] as const)('%s at %s is printed as %s', (mode, place, printed) => {
    expect(printedPlace(mode, place)).toBe(printed);
  });

  it('at a home leaves no address in any mail or calendar; what was typed stays in the office (TV §10-22)', async () => {
    const one = await aTownOfThree();
    const said = { ...convening, cases: ['C-1'], mode: '本人宅', place: '試験町C-1番地', invite: { 包括: called } };
    await one.does('佐藤', 'convene', said);
    expect(mailTo(one, '包括')?.text).toContain('■ 場所は電話でお知らせします');
    expect(JSON.stringify(one.mails())).not.toContain('番地');
    expect(await one.meeting()).toMatchObject({ appointment: { mode: '本人宅', placeInside: '試験町C-1番地' } });
    await one.does('佐藤', 'change', { meeting: 'M-1', place: '若草町役場' });
    expect(mailTo(one, '包括', 'change')?.text).toContain('場所：若草町役場');
    await one.does('佐藤', 'change', { meeting: 'M-1', mode: '本人宅', place: '試験町C-1番地' });
    expect(JSON.stringify(one.mails())).not.toContain('番地');
  });

  it('online keeps its address behind the link, and a new one is no news to anybody', async () => {
    const one = await aTownOfThree();
    const url = 'https://meet.example.jp/abc-defg';
    const said = { ...convening, cases: ['C-1'], mode: 'オンライン', url, invite: { 包括: called } };
    await one.does('佐藤', 'convene', said);
    expect(mailTo(one, '包括')?.text).toContain('オンライン（参加のしかたは');
    await one.does('佐藤', 'change', { meeting: 'M-1', url: `${url}-2` });
    expect(JSON.stringify(one.mails())).not.toContain('meet.example.jp');
    expect(one.news()).toEqual(['invitation → 包括']);
    expect(await one.meeting()).toMatchObject({ appointment: { url: `${url}-2`, mode: 'オンライン' } });
    expect(await one.tries('佐藤', 'change', { meeting: 'M-1', url: 'http://meet.example.jp' })).toMatchObject({
      code: 'bad-input',
    });
  });
});
