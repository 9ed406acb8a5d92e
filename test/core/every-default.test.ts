import { describe, expect, it } from 'vitest';
import { exampleDates } from '../../core/settings/example.ts';
import {
  defaultSettings,
  keptMeetingRulesSchema,
  meetingRulesSchema,
  type Rules,
  rulesSchema,
} from '../../core/settings/model.ts';
import { at } from '../support/moments.ts';
import { convening, invite } from '../support/small-meeting.ts';
import { aSmallTown, town } from '../support/small-town.ts';

const now = at('2026-06-01T09:00');

/** Moments of one kind in the example of a host's settings: a meeting on Monday 15 June, convened on the 1st. */
function inExample(what: string, changes: Partial<Rules> = {}): readonly string[] {
  const settings = { ...rulesSchema.parse({ ...defaultSettings, ...changes }), town };
  return exampleDates(settings, now, at('2026-06-15T14:00'))
    .filter((one) => one.what === what)
    .map((one) => one.at);
}
const moments = (...texts: readonly string[]) => texts.map(at);

describe('a default that no source gives', () => {
  it.each([
    ['day-before', '2026-06-12T09:00', { attendanceReminderBusinessDays: 2 }, '2026-06-11T09:00'],
    ['phone', '2026-06-09T09:00', { phoneBusinessDays: 2 }, '2026-06-10T09:00'],
    ['short-reply-due', '2026-06-02T12:00', { shortReplyAt: '10:00' }, '2026-06-02T10:00'],
    ['review-overdue', '2026-09-16T09:00', { monitoringOverdueBusinessDays: 2 }, '2026-09-17T09:00'],
  ] as const)('is a setting of the host: %s', (what, byDefault, changes, changed) => {
    expect(inExample(what)).toEqual(moments(byDefault));
    expect(inExample(what, changes)).toEqual(moments(changed));
  });

  it('counts as it was for a meeting that was dated before the host could set it', () => {
    const { attendanceReminderBusinessDays, phoneBusinessDays, ...before } = meetingRulesSchema.parse(defaultSettings);
    expect(keptMeetingRulesSchema.parse(before)).toEqual({
      ...before,
      attendanceReminderBusinessDays,
      phoneBusinessDays,
    });
  });
});

describe('a host that reminds and telephones at other times than the rest', () => {
  it('sends the word before the meeting two business days ahead, and telephones two after the deadline', async () => {
    const one = await aSmallTown();
    await one.does('佐藤', 'settings', { town, attendanceReminderBusinessDays: 2, phoneBusinessDays: 2 });
    await one.does('木村', 'case', { id: 'C-1', members: [{ id: 'A', name: '試験花子', covered: true }] });
    const about = { cases: ['C-1'], framework: 'needy-support', ground: 1 };
    await one.does('佐藤', 'convene', { ...convening, ...about, invite: invite('包括', '精神科') });
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'reply', { meeting: 'M-1', answer: '出席' });
    await one.until('2026-06-09T17:00');
    expect((await one.tasks()).some((task) => task.startsWith('phone'))).toBe(false);
    await one.until('2026-06-10T10:00');
    expect((await one.tasks()).some((task) => task.startsWith('phone'))).toBe(true);
    await one.until('2026-06-15T13:00');
    const reminded = one.mails().filter(({ kind }) => kind === 'day-before');
    expect(reminded.map(({ to, on }) => [to, on])).toEqual([['包括', '2026年6月11日(木)09:00']]);
  });

  it.each([
    ['shortReplyAt', { shortReplyAt: '17:16' }],
    ['monitoringOverdueBusinessDays', { monitoringOverdueBusinessDays: 7 }],
  ] as const)('is refused what fits nothing else: %s', async (field, changes) => {
    const one = await aSmallTown();
    expect(await one.tries('佐藤', 'settings', changes)).toMatchObject({ code: 'bad-input', field });
  });
});
