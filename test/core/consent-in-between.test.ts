import { describe, expect, it } from 'vitest';
import { aSmallTown, type SmallTown } from '../support/small-town.ts';

const members = [
  { id: 'A', name: '試験花子', covered: true },
  { id: 'B', name: '試験次郎', covered: true },
];
const call = { class: '相談支援', purpose: '相談' };
const convening = {
  date: '2026-06-15T14:00',
  place: '若草町役場',
  outlook: '毎月',
  invite: { 包括: call, 民生: call },
};

describe('while the date of a 支援調整会議 is still asked about', () => {
  it('nobody without consent is ticked, and nobody is taken out who was the only one', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members: members.slice(0, 1) });
    await one.does('木村', 'consent', { case: 'C-1', member: 'A' });
    const { date: _date, ...rest } = convening;
    const slots = ['2026-06-15T14:00', '2026-06-16T14:00'];
    const asked = { ...rest, slots, cases: ['C-1'], framework: 'needy-coordination' };
    await one.does('佐藤', 'convene', { meeting: 'M-1', ...asked });
    const ticked = { case: 'C-1', id: 'B', name: '試験次郎', covered: true };
    expect(await one.tries('木村', 'member', ticked)).toMatchObject({
      code: 'consent-missing',
      members: ['試験次郎'],
    });
    const out = { case: 'C-1', id: 'A', remove: true, reason: '転出' };
    expect(await one.tries('木村', 'member', out)).toMatchObject({ code: 'consent-missing' });
    expect(await one.state()).toBe('polling');
  });

  it('two of one name are two people: the second is asked for too', async () => {
    const one = await aSmallTown();
    const unknown = (id: string, covered: boolean) => ({ id, name: '氏名不詳', covered });
    await one.does('木村', 'case', { id: 'C-1', members: [unknown('A', true), unknown('B', false)] });
    await one.does('木村', 'consent', { case: 'C-1', member: 'A' });
    const basis = { cases: ['C-1'], framework: 'case-review' };
    await one.does('佐藤', 'convene', { meeting: 'M-1', ...convening, ...basis });
    await one.does('木村', 'consent', { case: 'C-1', member: 'A', withdraw: true });
    const ticked = { case: 'C-1', id: 'B', name: '氏名不詳', covered: true };
    expect(await one.tries('木村', 'member', ticked)).toMatchObject({ code: 'reason-missing' });
  });
});

describe('a consent taken back over night, before the invitation has left', () => {
  async function convenedInTheEvening(more: Readonly<Record<string, unknown>> = {}): Promise<SmallTown> {
    const one = await aSmallTown('2026-06-01T20:00');
    await one.does('木村', 'case', { id: 'C-1', members: members.slice(0, 1) });
    await one.does('木村', 'consent', { case: 'C-1', member: 'A' });
    const basis = { cases: ['C-1'], framework: 'protection-coordination', ...more };
    await one.does('佐藤', 'convene', { meeting: 'M-1', ...convening, ...basis });
    await one.until('2026-06-01T21:00');
    await one.does('木村', 'consent', { case: 'C-1', member: 'A', withdraw: true });
    one.news();
    return one;
  }

  it.each(['protection-coordination', 'case-review'])(
    'keeps that of %s waiting until the supervisor has judged; then it leaves in office hours',
    async (framework) => {
      const one = await convenedInTheEvening({ framework });
      await one.until('2026-06-02T18:00');
      expect(one.news()).toEqual([]);
      await one.does('中村', 'judge', { meeting: 'M-1', decision: '続ける', reason: '安否の確認が要る' });
      expect(one.news()).toEqual([]);
      await one.until('2026-06-03T08:30');
      expect(one.news()).toEqual(['invitation → 包括']);
    },
  );

  it('never leaves once the supervisor stops the meeting, and nobody hears of it', async () => {
    const one = await convenedInTheEvening();
    await one.until('2026-06-02T10:00');
    await one.does('中村', 'judge', { meeting: 'M-1', decision: '止める', reason: '本人の意向' });
    await one.until('2026-06-20T10:00');
    expect(one.news()).toEqual([]);
  });

  it('leaves in the morning where a ground was recorded, or a reason: the gate is open without it', async () => {
    for (const more of [{ framework: 'needy-support', ground: 1 }, { reason: '受診を断っている' }]) {
      const one = await convenedInTheEvening(more);
      await one.until('2026-06-02T08:30');
      expect(one.news()).toEqual(['invitation → 包括']);
    }
  });

  it('holds back a question about the date as well', async () => {
    const one = await convenedInTheEvening({ date: undefined, slots: ['2026-06-15T14:00', '2026-06-16T14:00'] });
    await one.until('2026-06-02T10:00');
    expect(one.news()).toEqual([]);
  });
});
