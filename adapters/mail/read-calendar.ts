import ICAL from 'ical.js';
import type { CalendarAnswer } from '../../core/received/model.ts';
import { instantFromEpoch } from '../../core/time.ts';

/** A real answer has a few thousand signs; one made to exhaust its reader is none. */
const MOST_SIGNS = 100_000;

/**
 * What a calendar answered (RFC 5546): the REPLY of a pressed button, or a COUNTER with another time. Undefined for anything else, and for
 * what no calendar program should have sent: the words of the mail are then read by a person.
 */
export function readCalendarAnswer(text: string): CalendarAnswer | undefined {
  try {
    const isFit = text.length <= MOST_SIGNS && text.trim() !== '';
    return isFit ? answerIn(ICAL.Component.fromString(text)) : undefined;
  } catch (error) {
    // ical.js has no class of error of its own for what it cannot read.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function answerIn(calendar: ICAL.Component): CalendarAnswer | undefined {
  const event = calendar.getFirstSubcomponent('vevent');
  const method = textIn(calendar, 'method').toUpperCase();
  if (event === null || (method !== 'REPLY' && method !== 'COUNTER')) return undefined;
  const attendees = event.getAllProperties('attendee');
  const comment = textIn(event, 'comment');
  return {
    method,
    uid: textIn(event, 'uid').slice(0, 200),
    sequence: Number.parseInt(textIn(event, 'sequence'), 10) || 0,
    attendees: attendees.slice(0, 50).map((one) => attendeeOf(one, attendees)),
    ...(comment === '' ? {} : { comment: comment.slice(0, 10_000) }),
    ...(method === 'COUNTER' ? startOf(event) : {}),
  };
}

function textIn(component: ICAL.Component, name: string): string {
  return String(component.getFirstPropertyValue(name) ?? '').trim();
}

function parameterOf(property: ICAL.Property, name: string): string | undefined {
  // Declared as always there.
  const value: unknown = property.getFirstParameter(name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** `MAILTO:`, in whatever case; people and programs write both (linagora/esn-sabre#284). */
function addressIn(value: unknown): string {
  return String(value)
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase();
}

/** A delegate answers in its own name and says for whom; whoever delegates says to whom. */
function attendeeOf(one: ICAL.Property, all: readonly ICAL.Property[]): CalendarAnswer['attendees'][number] {
  const status = (parameterOf(one, 'partstat') ?? 'NEEDS-ACTION').toUpperCase();
  const [from, to] = [parameterOf(one, 'delegated-from'), parameterOf(one, 'delegated-to')];
  if (from !== undefined) return { address: addressIn(from), status, deputy: nameOf(one) };
  const delegate = to === undefined ? undefined : all.find((other) => isAt(other, addressIn(to)));
  const deputy = delegate === undefined ? (to === undefined ? undefined : addressIn(to)) : nameOf(delegate);
  return { address: addressIn(one.getFirstValue()), status, ...(deputy === undefined ? {} : { deputy }) };
}

function isAt(one: ICAL.Property, address: string): boolean {
  return addressIn(one.getFirstValue()) === address;
}

function nameOf(one: ICAL.Property): string {
  return (parameterOf(one, 'cn') ?? addressIn(one.getFirstValue())).slice(0, 100);
}

/** A time without a zone is Japan's. */
function startOf(event: ICAL.Component): Pick<CalendarAnswer, 'startsAt'> {
  const start = event.getFirstPropertyValue('dtstart');
  if (!(start instanceof ICAL.Time) || start.isDate) return {};
  const zoned = start.zone === ICAL.Timezone.utcTimezone ? start.toJSDate().getTime() : inJapan(start);
  return { startsAt: instantFromEpoch(zoned) };
}

const NINE_HOURS = 9 * 60 * 60 * 1000;

function inJapan({ year, month, day, hour, minute, second }: ICAL.Time): number {
  return Date.UTC(year, month - 1, day, hour, minute, second) - NINE_HOURS;
}
