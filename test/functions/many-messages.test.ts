import { describe, expect, it } from 'vitest';
import { convene, openOffice, town } from '../support/door.ts';

describe('the mails of a town with many of them', () => {
  it('are read fifty to a page, and the last page has the rest', async () => {
    const office = await openOffice();
    await convene(office);
    const { store } = office.app.deps;
    const [one] = await store.list('message', town);
    if (one === undefined) throw new Error('nothing was mailed');
    const before = (await store.list('message', town)).length;
    const put = [...Array(60).keys()].map((at) => ({ ...one, id: `M-1/reminder/${String(at)}/地域包括`, version: 0 }));
    for (const message of put) await store.commit({ put: [message], outbox: [], audit: [] });

    const rowsAt = async (query: string) => {
      const { body } = await office.get(`/office/${town}/messages${query}`, { as: '佐藤' });
      return { rows: body.match(/会議 M-1<\/a>/g)?.length ?? 0, body };
    };
    const first = await rowsAt('');
    expect(first.rows).toBe(50);
    expect(first.body).toContain(`ほか ${String(before + 10)}件`);
    const last = await rowsAt('?page=2');
    expect(last.rows).toBe(before + 10);
    expect(last.body).toContain('前の50件');
  });
});
