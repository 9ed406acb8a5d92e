import { describe, expect, it } from 'vitest';
import { aConvenedTown } from '../support/small-meeting.ts';

const filesOf = (one: Awaited<ReturnType<typeof aConvenedTown>>) =>
  one.mails().map(({ kind, to, calendar }) => `${kind} → ${to} ${calendar?.method ?? 'no file'}`);
const moved = { meeting: 'M-1', date: '2026-06-22T14:00' };

describe('an agency that wants no calendar file', () => {
  it('gets none, while the others do', async () => {
    const one = await aConvenedTown(['包括']);
    await one.does('佐藤', 'agency', { id: '精神科', noCalendar: true });
    await one.does('佐藤', 'change', {
      meeting: 'M-1',
      add: { 精神科: { class: '助言', purpose: '医療面の助言' } },
    });
    expect(filesOf(one)).toEqual(['invitation → 精神科 no file']);
    await one.does('佐藤', 'cancel', { meeting: 'M-1', reason: '世帯の事情' });
    expect(filesOf(one).slice(1)).toEqual(['cancel → 包括 CANCEL', 'cancel → 精神科 no file']);
  });

  it('still has taken back what it got before it said so', async () => {
    const one = await aConvenedTown(['包括']);
    await one.does('佐藤', 'agency', { id: '包括', noCalendar: true });
    await one.does('佐藤', 'change', moved);
    await one.does('佐藤', 'cancel', { meeting: 'M-1', reason: '世帯の事情' });
    expect(filesOf(one)).toEqual(['change → 包括 REQUEST', 'cancel → 包括 CANCEL']);
  });

  it('may have it again', async () => {
    const one = await aConvenedTown(['包括']);
    await one.does('佐藤', 'agency', { id: '包括', noCalendar: true });
    await one.does('佐藤', 'agency', { id: '包括', hours: '平日' });
    expect((await one.store.get('agency', one.deps.prefecture, '包括'))?.noCalendar).toBe(true);
    await one.does('佐藤', 'agency', { id: '包括', noCalendar: false });
    expect((await one.store.get('agency', one.deps.prefecture, '包括'))?.noCalendar).toBeUndefined();
  });
});
