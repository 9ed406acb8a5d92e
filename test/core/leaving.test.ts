import { describe, expect, it } from 'vitest';
import { aConvenedTown, aPlannedTown, invite } from '../support/small-meeting.ts';
import { known, type SmallTown, town } from '../support/small-town.ts';

const leave = (more: object = {}) => ({ meeting: 'M-1', reason: '担当者が辞めた', ...more });
const roleOf = async (one: SmallTown, id = 'R-1') => known(await one.store.get('role', town, id), id);

describe('an agency that leaves', () => {
  it('before the meeting owes no answer, is not reminded, and the worker and the convener hear why', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-02T10:00');
    await one.does('精神科', 'reply', { meeting: 'M-1', answer: '出席' });
    await one.does('包括', 'leave', leave());
    expect([await one.state(), await one.tasks()]).toEqual([
      'scheduled',
      ['agency-left 包括 → 佐藤', 'agency-left 包括 → 木村'],
    ]);
    expect((await one.store.list('task', town)).map(({ said }) => said)).toEqual(['担当者が辞めた', '担当者が辞めた']);
    one.news();
    await one.until('2026-06-15T14:00');
    expect(one.news()).not.toContain('reminder → 包括');
    expect(await one.tries('包括', 'reply', { meeting: 'M-1', answer: '出席' })).toMatchObject({ code: 'not-invited' });
  });

  it('says why; staff type it in for whoever telephones', async () => {
    const one = await aConvenedTown();
    expect(await one.tries('包括', 'leave', { meeting: 'M-1' })).toMatchObject({ code: 'bad-input', field: 'reason' });
    expect(await one.tries('野田', 'leave', leave({ agency: '包括' }))).toMatchObject({ code: 'forbidden' });
    await one.does('佐藤', 'leave', leave({ agency: '包括' }));
    expect(await one.invitation('包括')).toMatchObject({ withdrawn: { reason: '担当者が辞めた', own: true } });
    expect(await one.tries('包括', 'leave', leave())).toMatchObject({ code: 'not-invited' });
  });

  it('gives its roles back, and is asked for no more reports', async () => {
    const one = await aPlannedTown();
    await one.does('包括', 'leave', leave());
    expect(await roleOf(one)).toMatchObject({ state: 'reopened' });
    expect((await roleOf(one)).confirmedBy).toBeUndefined();
    one.news();
    await one.until('2026-09-02T10:00');
    expect(one.news()).toEqual([]);
  });

  it('leaves a role to whoever takes it next, which asks that office anew', async () => {
    const one = await aPlannedTown();
    await one.does('包括', 'leave', leave());
    await one.does('佐藤', 'role', { meeting: 'M-1', id: 'R-1', agency: '精神科', person: '相談員' });
    expect(await roleOf(one)).toMatchObject({ agency: '精神科', state: 'proposed' });
  });

  it('comes back by a new invitation with a new link, and what it acknowledged stays as evidence', async () => {
    const one = await aConvenedTown();
    await one.until('2026-06-02T10:00');
    await one.does('包括', 'acknowledge', { meeting: 'M-1', name: '鈴木' });
    await one.does('包括', 'leave', leave());
    await one.does('佐藤', 'change', { meeting: 'M-1', add: invite('包括') });
    const again = await one.invitation('包括');
    expect(again).toMatchObject({ generation: 2, acknowledgements: [{ name: '鈴木' }] });
    expect([again.withdrawn, again.acknowledged]).toEqual([undefined, undefined]);
  });

  it('leaves nothing twice, and no cancelled meeting', async () => {
    const one = await aConvenedTown();
    await one.does('佐藤', 'cancel', { meeting: 'M-1', reason: '世帯の事情' });
    expect(await one.tries('包括', 'leave', leave())).toMatchObject({ code: 'already-closed' });
  });
});
