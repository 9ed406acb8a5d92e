import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarPart } from '../../adapters/mail/calendar-part.ts';
import type { Verb } from '../../core/commands/menu.ts';
import { addSeconds, type Instant } from '../../core/time.ts';
import { at } from '../support/moments.ts';
import { aConvenedTown, invite } from '../support/small-meeting.ts';
import type { SmallTown } from '../support/small-town.ts';

/** Done, and all that follows at this very moment; what waits for further changes goes on waiting. */
async function quickly(one: SmallTown, verb: Verb, said: object, who = '佐藤') {
  const done = await one.tries(who, verb, { meeting: 'M-1', ...said });
  expect(done).toEqual({ code: 'ok' });
  await one.play();
}
const tuesday = '2026-06-16T14:00';
const friday = '2026-06-19T14:00';
const monday = '2026-06-15T14:00';

async function replyByOf(one: SmallTown) {
  const meeting = await one.meeting();
  return 'appointment' in meeting ? meeting.appointment?.replyBy : undefined;
}

async function anAnsweredTown() {
  const one = await aConvenedTown(['包括', '精神科']);
  await one.until('2026-06-02T10:00');
  for (const agency of ['包括', '精神科']) await one.does(agency, 'reply', { meeting: 'M-1', answer: '出席' });
  expect(one.news()).toEqual(['staff-task → 佐藤']);
  return one;
}

describe('changes within a few minutes', () => {
  it('are told in one mail, against what was told before', async () => {
    const one = await anAnsweredTown();
    for (const date of [tuesday, friday, tuesday]) await quickly(one, 'change', { date });
    await quickly(one, 'change', { place: '社会福祉協議会' });
    await quickly(one, 'change', { date: friday });
    expect(one.news()).toEqual([]);
    await one.until('2026-06-02T10:10');
    const mails = one.mails();
    expect(mails.map(({ kind, to, on, calendar }) => `${kind} ${to} ${on} ${String(calendar?.sequence)}`)).toEqual([
      'change 包括 2026年6月2日(火)10:03 5',
      'change 精神科 2026年6月2日(火)10:03 5',
    ]);
    expect(mails[0]?.text).toContain('■ 日時：2026年6月19日(金)14:00\n　（変更前 2026年6月15日(月)14:00）');
    expect(mails[0]?.text).toContain('■ 場所：社会福祉協議会\n　（変更前 若草町役場）');
    expect(await one.state()).toBe('inviting');
  });

  it('that come to nothing are told to nobody, and every answer counts as it did', async () => {
    const one = await anAnsweredTown();
    const replyBy = await replyByOf(one);
    await quickly(one, 'change', { date: friday, place: '社会福祉協議会' });
    expect(await one.state()).toBe('inviting');
    await quickly(one, 'change', { date: monday, place: '若草町役場' });
    expect(await one.state()).toBe('scheduled');
    expect(await one.meeting()).toMatchObject({ appointment: { replyBy, startsAt: at(monday) } });
    await one.until('2026-06-12T17:00');
    expect(one.news()).toEqual(['day-before → 包括', 'day-before → 精神科']);
  });

  it('of which only the place is left ask nobody again', async () => {
    const one = await anAnsweredTown();
    await quickly(one, 'change', { date: friday, place: '社会福祉協議会' });
    await quickly(one, 'change', { date: monday });
    await one.until('2026-06-02T10:10');
    expect(one.mails().map(({ text }) => text.split('\n')[0])).toEqual([
      '【場所の変更】6月15日(月)14:00 関係機関会議 M-1',
      '【場所の変更】6月15日(月)14:00 関係機関会議 M-1',
    ]);
    expect(await one.state()).toBe('scheduled');
  });

  it('are overtaken by a cancellation, which names the date that was told', async () => {
    const one = await anAnsweredTown();
    await quickly(one, 'change', { date: friday });
    await quickly(one, 'cancel', { reason: '世帯の事情' });
    await one.until('2026-06-03T12:00');
    const mails = one.mails();
    expect(mails.map(({ kind, to }) => `${kind} → ${to}`)).toEqual(['cancel → 包括', 'cancel → 精神科']);
    expect(mails[0]?.text).toContain('2026年6月15日(月)14:00（取消）');
    expect(mails[0]?.text).not.toContain('6月19日');
  });

  it('are told to nobody who leaves meanwhile, but that it need not come', async () => {
    const one = await anAnsweredTown();
    await quickly(one, 'change', { date: friday });
    await quickly(one, 'change', { remove: ['精神科'] });
    await one.until('2026-06-02T10:10');
    expect(one.news()).toEqual(['cancel → 精神科', 'change → 包括']);
  });

  it('that an agency has seen on its page and answered are told against that', async () => {
    const one = await anAnsweredTown();
    await quickly(one, 'change', { date: friday });
    await quickly(one, 'reply', { answer: '出席' }, '包括');
    await quickly(one, 'change', { date: monday });
    await one.until('2026-06-02T10:10');
    expect(one.news()).toEqual(['change → 包括']);
    expect((await one.invitation('包括')).repliesBefore).toBe(2);
    expect((await one.invitation('精神科')).repliesBefore).toBeUndefined();
  });

  it('make one task where they are told by hand, and none when they come to nothing', async () => {
    const one = await aConvenedTown(['包括', '民生']);
    await one.until('2026-06-02T10:00');
    await one.does('佐藤', 'task', { kind: 'fax', about: '民生' });
    for (const date of [tuesday, friday, tuesday]) await quickly(one, 'change', { date });
    expect(await one.tasks()).toEqual(['fax 民生 → 佐藤']);
    await quickly(one, 'change', { date: monday });
    expect(await one.tasks()).toEqual([]);
  });

  it('wait no longer than the office is open, and not at all before a meeting that is near', async () => {
    const one = await anAnsweredTown();
    await one.until('2026-06-02T17:14');
    await quickly(one, 'change', { date: friday });
    await one.until('2026-06-02T17:20');
    expect(one.mails().map(({ on }) => on)).toEqual(['2026年6月2日(火)17:15', '2026年6月2日(火)17:15']);
    one.news();
    await one.until('2026-06-19T12:30');
    one.news();
    await quickly(one, 'change', { place: '社会福祉協議会' });
    expect(one.news()).toEqual(['change → 包括', 'change → 精神科']);
  });

  it('do not wait where the host says so', async () => {
    const one = await anAnsweredTown();
    await one.does('佐藤', 'settings', { town: '393011', changeSettlesMinutes: 0 });
    await quickly(one, 'change', { date: friday });
    await quickly(one, 'change', { date: monday });
    expect(one.news()).toHaveLength(4);
  });

  it('outside office hours are gathered until it opens', async () => {
    const one = await anAnsweredTown();
    await one.until('2026-06-02T20:00');
    await quickly(one, 'change', { date: friday });
    await one.until('2026-06-02T21:00');
    await quickly(one, 'change', { date: tuesday });
    await one.until('2026-06-03T12:00');
    expect(
      one.mails().map(({ to, on, text }) => `${to} ${on} ${String(text.includes('変更前 2026年6月15日'))}`),
    ).toEqual(['包括 2026年6月3日(水)08:30 true', '精神科 2026年6月3日(水)08:30 true']);
  });
});

type Story = { readonly deeds: readonly (readonly [object, number])[]; readonly cancelled: boolean };
type Entry = { readonly start: string; readonly place: string; readonly sequence: number };

/** What a calendar program makes of the files it was sent, one after the other (RFC 5546 §2.1.5). */
function calendarAfter(files: readonly string[]): readonly Entry[] {
  const entries = new Map<string, Entry>();
  const taken = new Map<string, number>();
  for (const file of files) {
    const calendar = ICAL.Component.fromString(file);
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
    if (event.sequence < (taken.get(event.uid) ?? 0)) continue;
    taken.set(event.uid, event.sequence);
    if (calendar.getFirstPropertyValue('method') === 'CANCEL') entries.delete(event.uid);
    else
      entries.set(event.uid, {
        start: event.startDate.toJSDate().toISOString(),
        place: event.location,
        sequence: event.sequence,
      });
  }
  return [...entries.values()];
}

const agencies = ['包括', '精神科', '社協'] as const;
const deed = fc.oneof(
  { weight: 3, arbitrary: fc.record({ date: fc.constantFrom(monday, tuesday, friday) }) },
  { weight: 2, arbitrary: fc.record({ place: fc.constantFrom('若草町役場', '社会福祉協議会') }) },
  { weight: 2, arbitrary: fc.record({ remove: fc.constantFrom(...agencies).map((agency) => [agency]) }) },
  { weight: 2, arbitrary: fc.record({ add: fc.constantFrom(...agencies).map((agency) => invite(agency)) }) },
  { weight: 2, arbitrary: fc.record({ answers: fc.constantFrom(...agencies) }) },
);
const story = fc.record({
  deeds: fc.array(fc.tuple(deed, fc.constantFrom(0, 1, 5)), { minLength: 1, maxLength: 9 }),
  cancelled: fc.boolean(),
});

async function played(one: SmallTown, { deeds, cancelled }: Story) {
  let now: Instant = at('2026-06-02T10:00');
  const later = async (minutes: number) => {
    now = addSeconds(now, minutes * 60);
    await one.until(now);
  };
  await later(0);
  for (const [said, minutes] of deeds) {
    if ('answers' in said)
      await one.tries(String(said.answers), 'reply', { meeting: 'M-1', answer: '代理出席', deputy: '係長' });
    else await one.tries('佐藤', 'change', { meeting: 'M-1', ...said });
    await one.play();
    await later(minutes);
  }
  if (cancelled) await one.tries('佐藤', 'cancel', { meeting: 'M-1', reason: '世帯の事情' });
  await later(10);
}

describe('whatever is changed, in whatever order', () => {
  it('puts the calendar right of an agency that saw a date on its page which no mail ever told', async () => {
    const one = await aConvenedTown(['包括', '精神科'], 'case-review');
    const deeds = [{ date: tuesday }, { answers: '包括' }, { date: monday }, { date: tuesday }] as const;
    await played(one, { deeds: deeds.map((deed) => [deed, 0] as const), cancelled: false });
    expect(
      one
        .everSent()
        .filter(({ to, calendar }) => to === '包括' && calendar !== undefined)
        .at(-1)?.text,
    ).toContain('変更前 2026年6月15日');
  });

  it('leaves each agency with the one right entry in its calendar, or with none', async () => {
    await fc.assert(
      fc.asyncProperty(story, async (told) => {
        const one = await aConvenedTown(['包括', '精神科'], 'case-review');
        await played(one, told);
        const meeting = await one.meeting();
        const messages = one.everSent();
        for (const agency of agencies) {
          const files = messages.flatMap(({ to, calendar, createdAt, address }) =>
            to !== agency || calendar === undefined
              ? []
              : [
                  calendarPart(calendar, {
                    createdAt,
                    organizer: { name: '試験', address: 't@example.jp' },
                    attendee: address,
                  }),
                ],
          );
          const stands = meeting.invitations.some((each) => each.agency === agency && each.withdrawn === undefined);
          const { startsAt, place } =
            'appointment' in meeting && meeting.appointment !== undefined
              ? meeting.appointment
              : { startsAt: '', place: '' };
          const right = !told.cancelled && stands ? [{ start: startsAt, place }] : [];
          expect(calendarAfter(files).map(({ start, place: where }) => ({ start, place: where }))).toEqual(right);
        }
      }),
      { numRuns: 60 },
    );
  });
});
