import { describe, expect, it } from 'vitest';
import { createFetch } from '../../local/server.ts';
import { convene, linkOf, nonceIn, openOffice } from '../support/door.ts';

const minutes = [...Array(10).keys()].map((n) => String(n).padStart(2, '0'));

describe('whoever opens links too often', () => {
  it('is told to wait and whom to phone, for that link only, and gets back what was typed', async () => {
    const office = await openOffice();
    await convene(office);
    await office.at('2026-06-02T10:00');
    const link = await linkOf(office, '地域包括');
    for (let times = 0; times < 300; times += 1) await office.get(link);
    const told = await office.get(link);
    expect(told).toMatchObject({ status: 429, headers: { 'retry-after': '600', 'cache-control': 'no-store' } });
    expect(told.body).toMatch(/約10分たってから[\s\S]*お電話ください/);
    expect((await office.post(link, { does: '意見書提出', text: '訪問を週2回に' })).body).toContain('訪問を週2回に');
    expect((await office.get(await linkOf(office, '基幹'))).status).toBe(200);

    await office.at('2026-06-02T10:10');
    expect((await office.get(link)).status).toBe(200);
  });

  it('is told so after a hundred links that lead nowhere, while a live one opens from the same address', async () => {
    const office = await openOffice();
    await convene(office);
    const fetch = createFetch(office.app, 80);
    const open = async (path: string) =>
      fetch(new Request(`http://127.0.0.1${path}`, { headers: { host: '127.0.0.1:80' } }));
    for (let tried = 0; tried < 100; tried += 1) expect((await open(`/a/guess-${String(tried)}`)).status).toBe(404);
    expect((await open('/a/one-more')).status).toBe(429);
    expect((await open(await linkOf(office, '地域包括'))).status).toBe(200);
  });

  it('is mailed ten codes a day and no more, and may have one from staff', async () => {
    const office = await openOffice();
    await convene(office);
    await office.at('2026-06-02T10:00');
    const papers = `${await linkOf(office, '地域包括')}/papers`;
    for (const minute of minutes) {
      await office.at(`2026-06-02T10:${minute}:30`);
      const asked = { does: 'ask-papers-code', nonce: nonceIn(await office.get(papers)) };
      expect((await office.post(papers, asked)).status).toBe(303);
    }
    await office.at('2026-06-02T10:30');
    const asked = { does: 'ask-papers-code', nonce: nonceIn(await office.get(papers)) };
    expect((await office.post(papers, asked)).body).toContain('きょうはもう送れません');
    await office.does('佐藤', 'ask-papers-code', { meeting: 'M-1', agency: '地域包括' });
    await office.at('2026-06-03T10:00');
    const next = { does: 'ask-papers-code', nonce: nonceIn(await office.get(papers)) };
    expect((await office.post(papers, next)).status).toBe(303);
  });
});
