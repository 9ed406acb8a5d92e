import { describe, expect, it } from 'vitest';
import { convening, invite, members } from '../support/small-meeting.ts';
import { aSmallTown } from '../support/small-town.ts';

/** M-1 on 06-15 at 14:00, moved on 06-03 at 10:00 to 06-18 at 10:00: the word of it waits for further changes. */
async function aTownWithAnUntoldChange(...agencies: readonly string[]) {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', issues: [1, 2], members });
  await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
  await one.does('佐藤', 'convene', { ...convening, invite: invite(...agencies) });
  await one.until('2026-06-03T10:00');
  expect(await one.tries('佐藤', 'change', { meeting: 'M-1', date: '2026-06-18T10:00' })).toEqual({ code: 'ok' });
  await one.play();
  return one;
}

describe('a poll after a change that nobody has heard of (ADR 0031)', () => {
  it('names to each the date it was last told, not one whose word never went out', async () => {
    const one = await aTownWithAnUntoldChange('包括', '精神科');
    one.news();
    await one.does('佐藤', 'poll', { meeting: 'M-1', slots: ['2026-06-24T10:00', '2026-06-18T10:00'] });
    await one.until('2026-06-03T10:10');
    expect(one.mails().map(({ kind }) => kind)).toEqual(['poll', 'poll']);
    for (const { text } of one.mails())
      expect(text).toContain('2026年6月15日(月)14:00 の日程は、見直すことになりました。');
    one.news();
    await one.does('佐藤', 'fix', { meeting: 'M-1', slot: '2026-06-18T10:00', reason: '急ぐ' });
    await one.until('2026-06-03T10:20');
    expect(one.mails().map(({ kind }) => kind)).toEqual(['change', 'change']);
    for (const { text } of one.mails()) expect(text).toContain('6月15日(月)14:00');
  });

  it('is cancelled under the date each was last told', async () => {
    const one = await aTownWithAnUntoldChange('包括');
    await one.does('佐藤', 'poll', { meeting: 'M-1', slots: ['2026-06-24T10:00'] });
    await one.until('2026-06-03T10:10');
    one.news();
    await one.does('佐藤', 'cancel', { meeting: 'M-1', reason: '転出' });
    expect(one.mails()[0]?.text).toContain('6月15日(月)14:00');
    expect(one.mails()[0]?.text).not.toContain('6月18日');
  });
});
