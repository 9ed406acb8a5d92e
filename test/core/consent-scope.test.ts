import { describe, expect, it } from 'vitest';
import { call, convening, invite, members } from '../support/small-meeting.ts';
import { aSmallTown, type SmallTown } from '../support/small-town.ts';

describe('a consent that says for whom it is', () => {
  async function aHousehold(scope: unknown): Promise<SmallTown> {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members: members.slice(0, 1) });
    await one.does('木村', 'consent', { case: 'C-1', member: 'A', scope });
    // Asked for before, so the desk hosts the case.
    await one.does('木村', 'request', { meeting: 'M-0', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    return one;
  }
  const basis = { cases: ['C-1'], framework: 'needy-coordination' };
  const all = { ...convening, ...basis, invite: invite('包括', '精神科') };

  it('covers no agency it does not name, and the refusal says which', async () => {
    const one = await aHousehold({ recipients: ['地域包括支援センター'] });
    expect(await one.tries('佐藤', 'convene', all)).toEqual({
      code: 'consent-missing',
      framework: 'needy-coordination',
      members: ['試験花子'],
      beyond: ['精神科'],
      alternative: 'needy-support',
    });
    await one.does('佐藤', 'convene', { ...convening, ...basis, invite: invite('包括') });
    expect(await one.tries('佐藤', 'change', { meeting: 'M-1', add: { 精神科: call } })).toMatchObject({
      code: 'consent-missing',
    });
    await one.does('木村', 'consent', { case: 'C-1', member: 'A', scope: { recipients: ['医療施設'] } });
    await one.does('佐藤', 'change', { meeting: 'M-1', add: { 精神科: call } });
  });

  it.each([
    ['its type, in any width', { recipients: ['医療施設', '地域包括支援センター　'] }],
    ['its id', { recipients: ['包括', '精神科'] }],
    ['all that are called', { recipients: ['会議の関係機関'] }],
    ['items alone', { items: ['健康・医療'] }],
    ['words, as older records have them', '医療機関との共有'],
  ])('covers by %s', async (_how, scope) => {
    const one = await aHousehold(scope);
    expect(await one.tries('佐藤', 'convene', all)).toEqual({ code: 'ok' });
  });

  it.each([
    ['by nobody known', { by: '隣人' }, 'bad-input'],
    ['by the parents of an adult', { by: '親権者' }, 'bad-input'],
    ['tomorrow', { on: '2026-06-02' }, 'bad-date'],
    ['over before it was given', { until: '2026-05-31' }, 'bad-date'],
    ['over before its own day', { on: '2026-05-01', until: '2026-04-30' }, 'bad-date'],
    ['without a way', { method: ' ' }, 'bad-input'],
  ])('given %s is refused', async (_what, said, code) => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members: [{ ...members[0], born: '昭和18年4月1日' }] });
    expect(await one.tries('木村', 'consent', { case: 'C-1', member: 'A', ...said })).toMatchObject({ code });
    expect((await one.case()).consents).toEqual([]);
  });

  it('may come from the parents of a child, with their name', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members: [{ ...members[0], born: '2008-06-02' }] });
    const said = { case: 'C-1', member: 'A', by: '親権者', giver: '試験一郎（父）' };
    await one.does('木村', 'consent', said);
    expect((await one.case()).consents).toMatchObject([{ by: '親権者', giver: '試験一郎（父）' }]);
    await one.until('2026-06-02T09:00');
    expect(await one.tries('木村', 'consent', said)).toMatchObject({ code: 'bad-input' });
  });
});

describe('an emergency', () => {
  it.each([
    ['named', { danger: ['生命', '財産'], reason: '倒れている' }, ['生命', '財産']],
    ['named once', { danger: '身体', reason: '倒れている' }, ['身体']],
    ['in its reason', { emergency: true, reason: '生命に危険がある' }, ['生命']],
  ])('keeps which of the three it is about: %s', async (_how, said, danger) => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members });
    await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-coordination', ...said });
    expect(await one.meeting()).toMatchObject({ emergency: true, danger });
    await one.does('佐藤', 'convene', { ...convening, invite: invite('包括') });
    expect(one.news()).toEqual(['invitation → 包括']);
  });

  it('without a reason, or of anything else, is refused', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members });
    const request = { meeting: 'M-1', cases: ['C-1'], framework: 'needy-coordination' };
    expect(await one.tries('木村', 'request', { ...request, danger: '生命' })).toMatchObject({
      code: 'reason-missing',
    });
    expect(await one.tries('木村', 'request', { ...request, emergency: true, reason: '救急搬送' })).toEqual({
      code: 'danger-missing',
      received: '救急搬送',
    });
    expect(await one.tries('木村', 'request', { ...request, danger: '評判', reason: '理由' })).toMatchObject({
      code: 'bad-input',
    });
  });
});
