import { describe, expect, it } from 'vitest';
import { aConvenedTown, aRecordedTown } from '../support/small-meeting.ts';
import { town } from '../support/small-town.ts';

const minutes = { meeting: 'M-1', attendance: ['包括'], items: ['受診'] };

/** M-1 about C-1 that was held; 末子 of the household is not to be discussed, and nobody asked for her consent. */
async function aHeldTown(framework = 'needy-coordination') {
  const one = await aConvenedTown(['包括', '精神科'], framework);
  await one.does('木村', 'member', { case: 'C-1', id: 'Z', name: '試験 末子' });
  await one.until('2026-06-15T15:00');
  one.news();
  return one;
}
const final = { ...minutes, final: true };

describe('who was there', () => {
  it.each(['包括', '393011', '390003', '木村', '佐藤'])(
    'may be an agency that was invited, the town, the host or their people: %s',
    async (id) => {
      const one = await aHeldTown();
      expect(await one.tries('佐藤', 'record', { ...final, attendance: [id] })).toEqual({ code: 'ok' });
    },
  );

  it.each(['社協', '占い師', '野田', '393037'])(
    'is nobody else: %s is refused with whom the minutes may name',
    async (received) => {
      const one = await aHeldTown();
      const refused = await one.tries('佐藤', 'record', { ...minutes, attendance: ['包括', received] });
      expect(refused).toMatchObject({ code: 'attendee-unknown', received });
      const may = ['包括', '精神科', '若草町（393011）', '開催主体（390003）'];
      expect('may' in refused ? refused.may : []).toEqual(may);
    },
  );

  it('may be a guest by name, kept apart from those who were invited', async () => {
    const one = await aHeldTown();
    await one.does('佐藤', 'record', { ...final, guests: ['試験三郎（学生実習）'] });
    expect(await one.meeting()).toMatchObject({
      records: [{ attendance: ['包括'], guests: ['試験三郎（学生実習）'] }],
    });
    expect(
      await one.tries('佐藤', 'correct', { meeting: 'M-1', reason: '出席者', attendance: ['社協'] }),
    ).toMatchObject({
      code: 'attendee-unknown',
    });
  });

  it('stays who it was when the agency leaves afterwards', async () => {
    const one = await aRecordedTown();
    await one.does('包括', 'leave', { meeting: 'M-1', reason: '担当者が辞めた' });
    const said = { meeting: 'M-1', reason: '記載もれ', attendance: ['包括', '精神科'] };
    expect(await one.tries('佐藤', 'correct', said)).toEqual({ code: 'ok' });
  });
});

describe('the next date', () => {
  it.each([
    ['that is over', '2026-06-19', 'too-late'],
    ['of the day itself', '2026-06-22', 'ok'],
    ['on the day of the meeting', '2026-06-15', 'not-after'],
    ['before the meeting', '2026-06-01', 'not-after'],
  ])('%s, in final minutes of a week later: %s', async (_which, next, code) => {
    const one = await aHeldTown();
    await one.until('2026-06-22T10:00');
    expect(await one.tries('佐藤', 'record', { ...minutes, next })).toEqual({ code: 'ok' });
    expect(await one.tries('佐藤', 'record', { ...final, next })).toMatchObject({ code });
  });

  it('of minutes that are corrected may have come meanwhile', async () => {
    const one = await aRecordedTown('protection-coordination', { next: '2026-07-15' });
    await one.until('2026-08-01T10:00');
    const said = { meeting: 'M-1', reason: '記載もれ' };
    expect(await one.tries('佐藤', 'correct', { ...said, next: '2026-06-15' })).toMatchObject({ code: 'not-after' });
    expect(await one.tries('佐藤', 'correct', { ...said, next: '2026-07-14' })).toEqual({ code: 'ok' });
  });
});

describe('minutes that speak of a member without consent', () => {
  const spoken = { ...final, items: [{ topic: '受診', discussed: '試験末子さんの通学についても話した。' }] };

  it('are refused as final where consent is required; a draft is kept', async () => {
    const one = await aHeldTown();
    expect(await one.tries('佐藤', 'record', { ...spoken, final: false })).toEqual({ code: 'ok' });
    expect(await one.tries('佐藤', 'record', spoken)).toEqual({ code: 'member-unplanned', members: ['試験 末子'] });
    await one.does('木村', 'consent', { case: 'C-1', member: 'Z', on: '2026-06-15' });
    expect(await one.tries('佐藤', 'record', spoken)).toEqual({ code: 'ok' });
  });

  it('pass by the supervisor alone, with a reason that is kept and in the log', async () => {
    const one = await aHeldTown();
    const reasoned = { ...spoken, override: '本人の安全のため残す' };
    expect(await one.tries('佐藤', 'record', reasoned)).toEqual({ code: 'not-supervisor' });
    await one.does('中村', 'record', reasoned);
    const override = { reason: '本人の安全のため残す', by: '中村', members: ['C-1/Z'] };
    expect(await one.meeting()).toMatchObject({ records: [{ override }] });
    expect((await one.store.audit(town)).map(({ did }) => did)).toContain('override:minutes');
    // What was let pass stays so; somebody else is asked about anew.
    await one.does('佐藤', 'correct', { meeting: 'M-1', reason: '記載もれ', missing: ['通学支援'] });
    expect((await one.meeting()).state).toBe('deciding');
  });

  it('pass where no consent is required', async () => {
    const one = await aHeldTown('needy-support');
    expect(await one.tries('佐藤', 'record', spoken)).toEqual({ code: 'ok' });
  });
});
