import { describe, expect, it } from 'vitest';
import { conveningAgenda } from '../../core/meeting/convening.ts';
import { instantInJapanese } from '../../core/time.ts';
import { aHeldMeeting, aMeeting, anInvitation, aReply, settings } from '../support/builders.ts';
import { at } from '../support/moments.ts';
import { aSmallTown } from '../support/small-town.ts';

type Agenda = ReturnType<typeof conveningAgenda>;
const plan = (agenda: Agenda) => agenda?.map(({ step, at: when }) => `${step} ${instantInJapanese(when)}`);
const silent = anInvitation('精神科');
const coming = anInvitation('包括', { replies: [aReply('出席', '2026-06-02T10:00')] });

describe('what time does to a convened meeting', () => {
  it('reminds at −2 business days and on the due day, then has staff phone, and reminds those who come', () => {
    expect(plan(conveningAgenda(aMeeting([silent, coming]), settings))).toEqual([
      'remind 2026年6月4日(木)09:00',
      'remind 2026年6月8日(月)09:00',
      'phone 2026年6月9日(火)09:00',
      'day-before 2026年6月12日(金)09:00',
      'hold 2026年6月15日(月)14:00',
    ]);
  });

  it('reminds nobody and phones nobody when everybody has answered', () => {
    expect(plan(conveningAgenda(aMeeting([coming]), settings))).toEqual([
      'day-before 2026年6月12日(金)09:00',
      'ask-host 2026年6月1日(月)09:00',
      'hold 2026年6月15日(月)14:00',
    ]);
  });

  it('reminds nobody the day before when nobody comes', () => {
    expect(plan(conveningAgenda(aMeeting([silent]), settings))).not.toContain('day-before 2026年6月12日(金)09:00');
  });

  it('reminds nobody of a short deadline, but has staff phone on the morning of the meeting', () => {
    const asked = { invitedAt: at('2026-06-11T09:00'), askedAt: at('2026-06-11T09:00') };
    const times = {
      startsAt: at('2026-06-12T14:00'),
      replyBy: at('2026-06-11T12:00'),
      convenedAt: at('2026-06-11T09:00'),
    };
    expect(plan(conveningAgenda(aMeeting([anInvitation('精神科', asked)], times), settings))).toEqual([
      'phone 2026年6月12日(金)09:00',
      'hold 2026年6月12日(金)14:00',
    ]);
  });

  it('invites first, as soon as it is convened', () => {
    const { invitedAt: _invited, askedAt: _asked, ...uninvited } = anInvitation('社協');
    expect(plan(conveningAgenda(aMeeting([uninvited]), settings))?.[0]).toBe('invite 2026年6月1日(月)09:00');
  });

  it('reminds nobody on the day the invitation left, even when it was written the evening before', () => {
    const asked = { invitedAt: at('2026-06-05T20:00'), askedAt: at('2026-06-05T20:00') };
    const times = { replyBy: at('2026-06-10T17:15'), convenedAt: at('2026-06-05T20:00') };
    expect(plan(conveningAgenda(aMeeting([anInvitation('精神科', asked)], times), settings))?.slice(0, 2)).toEqual([
      'remind 2026年6月10日(水)09:00',
      'phone 2026年6月11日(木)09:00',
    ]);
  });

  it('lets an agency that joins late not silence the reminders of the others', () => {
    const late = anInvitation('社協', { invitedAt: at('2026-06-08T08:45'), askedAt: at('2026-06-08T08:45') });
    expect(plan(conveningAgenda(aMeeting([silent, late]), settings))).toContain('remind 2026年6月8日(月)09:00');
    expect(plan(conveningAgenda(aMeeting([coming, late]), settings))).not.toContain('remind 2026年6月8日(月)09:00');
  });

  it('has nothing to do once the meeting began', () => {
    expect(conveningAgenda(aHeldMeeting('recording'), settings)).toBeUndefined();
  });
});

const consented = async () => {
  const one = await aSmallTown();
  const members = [{ id: 'A', name: '試験花子', covered: true }];
  await one.does('木村', 'case', { id: 'C-1', issues: [1, 2], members });
  await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
  return one;
};
const invite = (...agencies: string[]) =>
  Object.fromEntries(agencies.map((agency) => [agency, { class: '相談支援', purpose: '受診の相談', members: ['A'] }]));
const convening = { meeting: 'M-1', date: '2026-06-15T14:00', place: '若草町役場', outlook: '3か月ごと計4回' };

describe('the psychiatric clinic that does not answer (welfare-office-meetings.md §10.4)', () => {
  it('is reminded twice, then phoned; its answer by telephone closes the wait', async () => {
    const one = await consented();
    await one.does('佐藤', 'convene', { ...convening, invite: invite('包括', '精神科', '民生') });
    expect(one.news()).toEqual(['invitation → 包括', 'invitation → 精神科']);
    expect(await one.tasks()).toEqual(['fax 民生 → 佐藤']);
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'reply', { meeting: 'M-1', answer: '出席' });
    await one.does('佐藤', 'reply', { meeting: 'M-1', agency: '民生', answer: '出席', source: 'FAX' });
    expect(await one.tasks()).toEqual([]);

    await one.until('2026-06-09T08:59');
    expect(one.mails().map(({ kind, to, on }) => `${kind} → ${to} ${on}`)).toEqual([
      'reminder → 精神科 2026年6月4日(木)09:00',
      'reminder → 精神科 2026年6月8日(月)09:00',
    ]);
    expect(await one.tasks()).toEqual([]);
    await one.until('2026-06-09T09:00');
    expect(await one.tasks()).toEqual(['phone 精神科 → 佐藤']);

    await one.does('佐藤', 'reply', {
      meeting: 'M-1',
      agency: '精神科',
      answer: '意見書提出',
      text: '意見',
      source: '電話',
    });
    expect(await one.tasks()).toEqual([]);
    expect(await one.state()).toBe('scheduled');
    one.news();
    await one.until('2026-06-15T13:59');
    // The welfare commissioner comes too, but has no mail: no task, since a reminder is nothing to do by hand.
    expect(one.news()).toEqual(['day-before → 包括']);
    await one.until('2026-06-15T14:00');
    expect(await one.state()).toBe('recording');
  });
});

describe('the evening, the weekend and the power cut', () => {
  it('convened on Friday at 20:00, the mails leave on Monday at 8:30, and the deadline counts from there', async () => {
    const one = await consented();
    await one.until('2026-06-05T20:00');
    await one.does('佐藤', 'convene', { ...convening, date: '2026-07-01T14:00', invite: invite('包括') });
    expect(one.news()).toEqual([]);
    await one.until('2026-06-08T08:29');
    expect(one.news()).toEqual([]);
    await one.until('2026-06-08T08:30');
    expect(one.news()).toEqual(['invitation → 包括']);
    expect(instantInJapanese((await dated(one)).replyBy)).toBe('2026年6月15日(月)17:15');
  });

  it('an urgent one leaves at once', async () => {
    const one = await consented();
    await one.until('2026-06-05T20:00');
    await one.does('佐藤', 'convene', { ...convening, urgent: true, invite: invite('包括') });
    expect(one.news()).toEqual(['invitation → 包括']);
  });

  it('a meeting that begins before the office opens again is invited to at once, not after the fact', async () => {
    const one = await consented();
    await one.until('2026-06-05T20:00');
    await one.does('佐藤', 'convene', { ...convening, date: '2026-06-06T10:00', invite: invite('包括') });
    expect(one.news()).toEqual(['invitation → 包括']);
    await one.does('佐藤', 'cancel', { meeting: 'M-1', reason: '入院した' });
    expect(one.news()).toEqual(['cancel → 包括']);
  });

  it('after a power cut the reminder of the past is dropped and the telephone call caught up', async () => {
    const one = await consented();
    await one.does('佐藤', 'convene', { ...convening, invite: invite('精神科') });
    one.news();
    await one.sleepUntil('2026-06-10T11:00');
    expect(one.news()).toEqual([]);
    expect(await one.tasks()).toEqual(['phone 精神科 → 佐藤']);
  });

  it('after a power cut on the reminder’s own day it still goes out before closing time, and not after', async () => {
    for (const [wakes, mails] of [
      ['2026-06-04T17:14', ['reminder → 精神科']],
      ['2026-06-04T17:15', []],
    ] as const) {
      const one = await consented();
      await one.does('佐藤', 'convene', { ...convening, invite: invite('精神科') });
      one.news();
      await one.sleepUntil(wakes);
      expect(one.news()).toEqual(mails);
    }
  });
});

async function dated(one: Awaited<ReturnType<typeof aSmallTown>>) {
  const meeting = await one.meeting();
  if (!('appointment' in meeting) || meeting.appointment === undefined) throw new Error('no date');
  return meeting.appointment;
}
