import ICAL from 'ical.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { convene, linkOf, openOffice, type OpenedOffice } from '../support/door.ts';

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
  await convene(office);
  await office.at('2026-06-02T10:00');
});

const fileOf = async (agency = '地域包括') => office.get(`${await linkOf(office, agency)}/meeting.ics`);

function entryIn(file: string) {
  const calendar = ICAL.Component.fromString(file);
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  const { uid, sequence, summary, location } = event;
  return { uid, sequence, summary, location, startsAt: event.startDate.toJSDate().toISOString() };
}

async function mailedTo(agency: string) {
  const mails = await office.app.sentMails();
  const { calendar } = mails.findLast((one) => one.to === agency && one.calendar !== undefined) ?? {};
  if (calendar === undefined) throw new Error('no calendar was mailed');
  const { uid, sequence, summary, place: location, startsAt } = calendar;
  return { uid, sequence, summary, location, startsAt };
}

describe('カレンダーに入れる on the page of an agency', () => {
  it('gives the entry that was mailed, before and after a change of the date', async () => {
    expect((await office.get(await linkOf(office, '地域包括'))).body).toContain('カレンダーに入れる');
    expect(entryIn((await fileOf()).body)).toEqual(await mailedTo('地域包括'));
    await office.does('佐藤', 'change', { meeting: 'M-1', date: '2026-06-16T10:00' });
    await office.at('2026-06-02T11:00');
    const later = entryIn((await fileOf()).body);
    expect(later).toEqual(await mailedTo('地域包括'));
    expect(later).toMatchObject({ sequence: 1, startsAt: '2026-06-16T01:00:00.000Z' });
  });

  it('is a file that names no person, no address of the agency and no link', async () => {
    const { status, headers, body } = await fileOf();
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/calendar');
    expect(headers['content-disposition']).toBe('attachment; filename="meeting.ics"');
    expect(body).toContain('METHOD:PUBLISH');
    expect(body).not.toMatch(/ATTENDEE|a@example\.jp|https?:|試験|受診|生活困窮|C-1/);
  });

  it('leads back to the page when there is nothing to go to any more', async () => {
    const link = await linkOf(office, '地域包括');
    await office.does('佐藤', 'cancel', { meeting: 'M-1', reason: '試験' });
    expect(await office.get(`${link}/meeting.ics`)).toMatchObject({ status: 303, headers: { location: link } });
    expect((await office.get(link)).body).not.toContain('カレンダーに入れる');
  });

  it('answers a link that is over as the page does, and as often as the page', async () => {
    const link = await linkOf(office, '地域包括');
    await office.does('佐藤', 'resend', { meeting: 'M-1', agency: '地域包括' });
    expect(await office.get(`${link}/meeting.ics`)).toEqual(await office.get('/a/not-a-link'));
    const fresh = await linkOf(office, '地域包括');
    for (let opened = 0; opened < 300; opened += 1) await office.get(`${fresh}/meeting.ics`);
    expect((await office.get(`${fresh}/meeting.ics`)).status).toBe(429);
  });
});
