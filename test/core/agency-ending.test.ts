import { describe, expect, it } from 'vitest';
import { aConvenedTown, invite } from '../support/small-meeting.ts';
import { prefecture } from '../support/small-town.ts';

const end = (how: string, more: object = {}) => ({ id: '包括', how, reason: '統廃合', ...more });

describe('an agency that ends', () => {
  it('leaves every meeting it is in, and is invited to none', async () => {
    const one = await aConvenedTown();
    await one.does('佐藤', 'end-agency', end('closed'));
    expect((await one.invitation('包括')).withdrawn).toMatchObject({ reason: '統廃合', own: true });
    expect(await one.tasks()).toEqual(expect.arrayContaining(['agency-left 包括 → 木村', 'agency-left 包括 → 佐藤']));
    expect(await one.tries('佐藤', 'change', { meeting: 'M-1', add: invite('包括') })).toEqual({
      code: 'agency-ended',
      id: '包括',
    });
    expect(await one.tries('木村', 'agency', { id: '包括', notes: 'x' })).toMatchObject({ code: 'agency-ended' });
  });

  it('may go on again', async () => {
    const one = await aConvenedTown();
    await one.does('佐藤', 'end-agency', end('paused'));
    await one.does('佐藤', 'end-agency', end('resumed'));
    await one.does('佐藤', 'change', { meeting: 'M-1', add: invite('包括') });
    expect(await one.invitation('包括')).toMatchObject({ generation: 2 });
  });

  it('is merged only when it has nothing open, and points to the one that goes on', async () => {
    const one = await aConvenedTown(['精神科']);
    expect(await one.tries('佐藤', 'end-agency', { ...end('merged', { into: '包括' }), id: '精神科' })).toMatchObject({
      code: 'wrong-state',
    });
    await one.does('佐藤', 'end-agency', end('merged', { into: '社協' }));
    expect(await one.store.get('agency', prefecture, '包括')).toMatchObject({ ended: { how: 'merged', into: '社協' } });
    expect(await one.tries('佐藤', 'end-agency', end('merged'))).toMatchObject({ code: 'bad-input' });
  });

  it('is not ended by a town whose meetings it is not in', async () => {
    const one = await aConvenedTown();
    expect(await one.tries('野田', 'end-agency', end('closed'))).toEqual({ code: 'forbidden' });
    expect(await one.tries('山本', 'end-agency', end('closed'))).toEqual({ code: 'forbidden' });
  });
});
