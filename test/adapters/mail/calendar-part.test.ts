import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarPart } from '../../../adapters/mail/calendar-part.ts';
import type { CalendarEntry } from '../../../core/message/model.ts';
import { aMessage, entry } from './sample-message.ts';

const { createdAt } = aMessage();
const organizer = { name: '青葉県若草福祉事務所', address: 'tsudoi@example.jp' };
const partOf = (changes: Partial<CalendarEntry> = {}) =>
  calendarPart({ ...entry, ...changes }, { createdAt, organizer, attendee: 'a@example.jp' });

function readBack(part: string) {
  const calendar = ICAL.Component.fromString(part);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  return { method: calendar.getFirstPropertyValue('method'), event, component: event.component };
}

const octetsOf = (line: string) => new TextEncoder().encode(line).length;

describe('the calendar part of a mail', () => {
  it('is read by another library as the same meeting', () => {
    const { method, event } = readBack(partOf({ sequence: 3 }));
    expect(method).toBe('REQUEST');
    expect(event.uid).toBe('393011-M-1@tsudoi');
    expect(event.sequence).toBe(3);
    expect(event.summary).toBe('関係機関会議 M-1');
    expect(event.location).toBe('若草町役場, 2階; 会議室');
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-06-15T05:00:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).toBe('2026-06-15T06:30:00.000Z');
    expect(event.startDate.zone.tzid).toBe('UTC');
  });

  it('is stamped with the moment the mail was composed, so that it is the same on every try', () => {
    const stamp = readBack(partOf()).component.getFirstPropertyValue('dtstamp');
    expect(String(stamp)).toBe('2026-06-01T00:00:00Z');
    expect(partOf()).toBe(partOf());
  });

  it('takes the same meeting away again when it is cancelled', () => {
    const { method, event, component } = readBack(partOf({ method: 'CANCEL', sequence: 4 }));
    expect(method).toBe('CANCEL');
    expect(event.uid).toBe('393011-M-1@tsudoi');
    expect(event.sequence).toBe(4);
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('says who invites whom, as Outlook demands of a meeting', () => {
    const { component } = readBack(partOf());
    expect(component.getFirstPropertyValue('organizer')).toBe('mailto:tsudoi@example.jp');
    expect(String(component.getFirstPropertyValue('attendee')).toLowerCase()).toBe('mailto:a@example.jp');
  });

  it.each([
    ['reply+abc@example.jp', 'TRUE', '「承諾」「辞退」でもお答えいただけます'],
    [undefined, 'FALSE', 'ご案内のメールにある方法'],
  ])('asks to be pressed only where the answer would arrive (%s)', (replyTo, rsvp, words) => {
    const part = calendarPart(entry, { createdAt, organizer: { ...organizer, replyTo }, attendee: 'a@example.jp' });
    const { component } = readBack(part);
    expect(component.getFirstProperty('attendee')?.getFirstParameter('rsvp')).toBe(rsvp);
    expect(component.getFirstPropertyValue('organizer')).toBe(`mailto:${replyTo ?? organizer.address}`);
    expect(String(component.getFirstPropertyValue('description'))).toContain(words);
  });

  it('carries no link: calendars are shared, and whoever has the link may answer', () => {
    expect(partOf()).not.toMatch(/https?:|\{\{/);
  });

  it('folds at 75 octets and never inside a character', () => {
    const signs = fc.string({
      unit: fc.constantFrom('𠮷', '髙', '①', '葛\u{E0100}', 'A', ',', ';', ' '),
      maxLength: 120,
    });
    fc.assert(
      fc.property(signs, (text) => {
        const title = `会${text}議`;
        const part = partOf({ summary: title, place: title });
        expect(part.split('\r\n').filter((line) => octetsOf(line) > 75)).toEqual([]);
        expect(part).not.toContain('\uFFFD');
        expect(part.isWellFormed()).toBe(true);
        expect(readBack(part).event.summary).toBe(title);
        expect(readBack(part).event.location).toBe(title);
      }),
    );
  });

  it('cannot be given a second property by a place typed over two lines', () => {
    const { component, event } = readBack(partOf({ place: '役場\r\nURL:https://example.jp' }));
    expect(component.getFirstPropertyValue('url')).toBeNull();
    expect(event.location).toContain('役場');
  });
});
