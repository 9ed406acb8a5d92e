import { describe, expect, it } from 'vitest';
import { members, aConvenedTown, aRecordedTown, convening, invite, role } from '../support/small-meeting.ts';
import { known, type SmallTown, town } from '../support/small-town.ts';

const roleOf = async (one: SmallTown, id = 'R-1') => known(await one.store.get('role', town, id), id);

describe('a role', () => {
  it.each(['person', 'what', 'for', 'purpose', 'frequency', 'by'])(
    'without its %s does not pass the gate',
    async (field) => {
      const one = await aRecordedTown();
      const words = { person: '担当者', what: '内容', for: '対象者', purpose: '目的', frequency: '頻度', by: '期限' };
      const missing = Object.entries(words).flatMap(([key, word]) => (key === field ? [word] : []));
      expect(await one.tries('佐藤', 'role', { ...role, [field]: ' ' })).toEqual({ code: 'role-incomplete', missing });
      expect(await one.tries('佐藤', 'role', { ...role, [field]: '', override: ' ' })).toMatchObject({
        code: 'role-incomplete',
      });
      expect(await one.tries('佐藤', 'role', { ...role, [field]: '', override: '次回までに決める' })).toEqual({
        code: 'ok',
      });
    },
  );

  it('may leave open what to do when it goes wrong', async () => {
    const one = await aRecordedTown();
    await one.does('佐藤', 'role', role);
    expect(await roleOf(one)).toMatchObject({ state: 'proposed', else: '' });
  });

  it.each([
    ['of an agency nobody knows', { agency: '占い師' }, 'unknown-agency'],
    ['for a member who does not exist', { for: 'Z' }, 'unknown-member'],
    ['for a member of a case that is not discussed', { for: 'C-9/A' }, 'unknown-member'],
    ['of no agency', { agency: undefined }, 'role-incomplete'],
    ['of a meeting there is none of', { meeting: 'M-9' }, 'unknown-meeting'],
    ['confirmed by a stroke of the pen', { state: '確定' }, 'not-confirmed'],
    ['in a state there is none of', { state: '承知' }, 'bad-input'],
  ])('%s is refused', async (_what, more, code) => {
    const one = await aRecordedTown();
    expect(await one.tries('佐藤', 'role', { ...role, ...more })).toMatchObject({ code });
  });

  it.each(['A', 'Ａ', 'C-1/A', '世帯全体', '長女'])('for %s is taken', async (whom) => {
    const one = await aRecordedTown();
    expect(await one.tries('佐藤', 'role', { ...role, for: whom })).toEqual({ code: 'ok' });
  });

  it('before the meeting is refused', async () => {
    const one = await aConvenedTown();
    expect(await one.tries('佐藤', 'role', role)).toEqual({ code: 'wrong-state', state: '回答待ち' });
  });

  it('taken back asks the agency’s supervisor, once', async () => {
    const one = await aRecordedTown();
    await one.does('佐藤', 'role', { ...role, state: '持ち帰り' });
    await one.does('佐藤', 'role', { meeting: 'M-1', id: 'R-1', frequency: '月2回' });
    expect(one.news()).toEqual(['role-confirm → 包括']);
    expect(await roleOf(one)).toMatchObject({ state: 'taken-back', frequency: '月2回', what: '訪問' });
  });

  it('binds once it is confirmed, and says by whom', async () => {
    const one = await aRecordedTown();
    await one.does('佐藤', 'role', role);
    await one.does('佐藤', 'confirm', { role: 'R-1', by: '包括所長' });
    expect(await roleOf(one)).toMatchObject({ state: 'confirmed', confirmedBy: '包括所長' });
    expect(await one.tries('佐藤', 'role', { ...role, state: '確定' })).toEqual({ code: 'ok' });
  });

  it('that is rewritten after it was confirmed binds nobody until it is confirmed again', async () => {
    const one = await aRecordedTown();
    await one.does('佐藤', 'role', role);
    await one.does('佐藤', 'confirm', { role: 'R-1', by: '包括所長' });
    expect(await one.tries('佐藤', 'role', { ...role, what: '金銭管理', state: '確定' })).toMatchObject({
      code: 'not-confirmed',
    });
    await one.does('佐藤', 'role', { ...role, what: '金銭管理' });
    expect(await roleOf(one)).toMatchObject({ state: 'proposed', what: '金銭管理' });
    expect(await roleOf(one)).not.toHaveProperty('confirmedBy');
  });

  it('is confirmed by its own agency over the link, and by no other', async () => {
    const one = await aRecordedTown();
    await one.does('佐藤', 'role', role);
    expect(await one.tries('精神科', 'confirm', { role: 'R-1' })).toEqual({ code: 'forbidden' });
    expect(await one.tries('山本', 'confirm', { role: 'R-1' })).toEqual({ code: 'forbidden' });
    expect(await one.tries('包括', 'confirm', { role: 'R-1' })).toEqual({ code: 'ok' });
    expect(await one.tries('佐藤', 'confirm', { role: 'R-9' })).toMatchObject({ code: 'unknown-role' });
    expect(await one.tries('佐藤', 'confirm', {})).toMatchObject({ code: 'bad-input' });
  });

  it('keeps its number: a meeting about another household cannot take it', async () => {
    const one = await aRecordedTown();
    await one.does('佐藤', 'role', role);
    await one.does('木村', 'case', { id: 'C-2', members });
    const other = { ...convening, meeting: 'M-2', date: '2026-06-16T10:00', invite: invite('包括') };
    await one.does('佐藤', 'convene', { ...other, cases: ['C-2'], framework: 'needy-support', ground: 1 });
    await one.does('佐藤', 'convene', {
      ...other,
      meeting: 'M-3',
      cases: ['C-1'],
      framework: 'needy-support',
      ground: 1,
    });
    await one.until('2026-06-16T11:00');
    expect(await one.tries('佐藤', 'role', { ...role, meeting: 'M-2' })).toEqual({ code: 'already-exists', id: 'R-1' });
    expect(await one.tries('佐藤', 'role', { ...role, meeting: 'M-3' })).toEqual({ code: 'ok' });
  });
});
