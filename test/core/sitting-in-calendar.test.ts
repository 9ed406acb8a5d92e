import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarPart } from '../../adapters/mail/calendar-part.ts';
import { aSmallTown, known, neighbour, town } from '../support/small-town.ts';

const members = [{ id: 'A', name: '試験花子', covered: true }];
const call = { class: '相談支援', purpose: '受診の相談' };
const organizer = { name: '青葉県若草福祉事務所', address: 'tsudoi@example.jp' };
const eventIn = (calendar: ICAL.Component) => new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);

describe('a sitting of two towns, in a calendar', () => {
  it('is one entry from an agency’s first part to the end of its last, whatever happened to it', async () => {
    const one = await aSmallTown();
    for (const who of ['木村', '野田']) await one.does(who, 'case', { id: 'C-1', members });
    const hourly = { cases: ['C-1'], ground: 1, invite: { 社協: call } };
    const parts = [
      { town, meeting: 'W-1', ...hourly },
      { town: neighbour, meeting: 'N-1', ...hourly },
    ];
    const sitting = { date: '2026-06-15T14:00', place: '福祉保健所', outlook: '1回', framework: 'needy-support' };
    await one.does('佐藤', 'convene-together', { ...sitting, parts });
    /** A calendar as it holds the entry after each mail: what is not newer is left aside (RFC 5546 §2.1.5). */
    const held = () => {
      const got = one.everSent().filter(({ to, calendar }) => to === '社協' && calendar !== undefined);
      const files = got.flatMap(({ calendar, createdAt, address }) =>
        calendar === undefined ? [] : [calendarPart(calendar, { createdAt, organizer, attendee: address })],
      );
      const entries = files.map((file) => {
        const read = ICAL.Component.fromString(file);
        return { method: read.getFirstPropertyValue('method'), event: eventIn(read) };
      });
      expect(new Set(entries.map(({ event }) => event.uid)).size).toBe(1);
      const sequences = entries.map(({ event }) => event.sequence);
      expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b));
      const last = known(entries.at(-1), 'entry');
      const { startDate, endDate } = last.event;
      return [last.method, startDate.toJSDate().toISOString(), endDate.toJSDate().toISOString()];
    };
    expect(held()).toEqual(['REQUEST', '2026-06-15T05:00:00.000Z', '2026-06-15T07:00:00.000Z']);
    await one.does('佐藤', 'change', { meeting: 'N-1', date: '2026-06-22T11:00' });
    expect(held()).toEqual(['REQUEST', '2026-06-22T01:00:00.000Z', '2026-06-22T03:00:00.000Z']);
    await one.does('佐藤', 'cancel', { meeting: 'W-1', reason: '入院' });
    expect(held()).toEqual(['REQUEST', '2026-06-22T02:00:00.000Z', '2026-06-22T03:00:00.000Z']);
    await one.does('佐藤', 'change', { meeting: 'N-1', date: '2026-06-23T10:00' });
    expect(held()).toEqual(['REQUEST', '2026-06-23T01:00:00.000Z', '2026-06-23T02:00:00.000Z']);
    await one.does('佐藤', 'cancel', { meeting: 'N-1', reason: '大雪' });
    expect(held()[0]).toBe('CANCEL');
  });
});
