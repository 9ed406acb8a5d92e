import { beforeEach, describe, expect, it } from 'vitest';
import { convene, nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
const page = `/office/${town}/cases/handover`;
const numbers = Array.from({ length: 110 }, (_, at) => `C-${String(at + 1)}`);
const wordsOf = (body: string) => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

async function sent(form: Readonly<Record<string, string | readonly string[]>>, of = '木村') {
  const nonce = nonceIn(await office.get(`${page}?worker=${encodeURIComponent(of)}`, { as: of }));
  return office.post(page, { does: 'handover', nonce, from: of, ...form }, { as: of });
}

describe('the page of a hand-over', () => {
  it('says what will move before anything does: cases, meetings, tasks, waits and links', async () => {
    await convene(office);
    const told = wordsOf((await sent({ to: '中村', case: 'C-1', step: 'preview' }, '佐藤')).body);
    expect(told).toContain('まだ引き継いでいません');
    expect(told).toMatch(/選んだケース 1件（担当が替わるもの 0件）/);
    expect(told).toMatch(/招集担当が替わる会議 1件/);
    expect(told).toMatch(/開いている用事 1件/);
    expect(told).toMatch(/待っている手続き 1件/);
    expect(told).toMatch(/専用リンク 3件/);
    expect(await office.app.deps.store.get('meeting', town, 'M-1')).toMatchObject({
      appointment: { convener: '佐藤' },
    });

    expect((await sent({ to: '中村', case: 'C-1', step: 'do' }, '佐藤')).status).toBe(303);
    expect(await office.app.deps.store.get('meeting', town, 'M-1')).toMatchObject({
      appointment: { convener: '中村' },
    });
  });

  it('moves 110 cases in one go, with the reason on each, and leaves those that were unticked', async () => {
    for (const id of [...numbers, 'C-111']) await office.does('木村', 'case', { id });
    const { body } = await office.get(`${page}?worker=木村`, { as: '木村' });
    expect(body).toContain('引き継ぐケース（111件）');
    const done = await sent({ to: '佐藤', reason: '異動', case: numbers, step: 'do' });
    expect(done.headers['location']).toBe(`${page}?done=handover`);
    const cases = await office.app.deps.store.list('case', town);
    expect(cases.filter(({ worker }) => worker === '佐藤')).toHaveLength(110);
    expect(cases.filter(({ worker }) => worker === '木村').map(({ id }) => id)).toEqual(['C-111']);
    expect(cases.find(({ id }) => id === 'C-7')?.history).toMatchObject([{ was: '木村', is: '佐藤', reason: '異動' }]);
  });

  it('leaves out what is over unless it is asked for', async () => {
    await office.does('木村', 'case', { id: 'C-1' });
    await office.does('木村', 'case', { id: 'C-2', state: '情報提供で終了' });
    const shown = async (query: string) => (await office.get(`${page}?worker=木村${query}`, { as: '木村' })).body;
    expect(await shown('')).not.toContain('value="C-2"');
    expect(await shown('&state=all')).toContain('value="C-2"');
  });

  it('keeps what was ticked and typed when nobody is named, and refuses to move nothing', async () => {
    for (const id of ['C-1', 'C-2']) await office.does('木村', 'case', { id });
    const nobody = await sent({ case: 'C-2', reason: '育休', step: 'do' });
    expect(wordsOf(nobody.body)).toContain('木村さんから、だれに: 空のままです');
    expect(nobody.body).toContain('value="育休"');
    expect(nobody.body).toMatch(/value="C-2"\s+checked/);
    expect(nobody.body).not.toMatch(/value="C-1"\s+checked/);
    const nothing = await sent({ to: '佐藤', step: 'do' });
    expect(nothing.status).toBe(409);
    expect(nothing.body).toContain('一つ以上選んでください');
  });

  it('offers nobody who would be refused: of the prefecture to a town, or oneself', async () => {
    await convene(office);
    const offered = async (as: string, former: string) => {
      const { body } = await office.get(`${page}?worker=${encodeURIComponent(former)}`, { as });
      const options = (id: string) =>
        [
          ...(new RegExp(`<select[^>]*id="${id}"[\\s\\S]*?</select>`).exec(body)?.[0] ?? '').matchAll(
            /value="([^"]+)"/g,
          ),
        ].map(([, value]) => value);
      return { from: options('former'), to: options('handover-to') };
    };
    const asClerk = await offered('木村', '木村');
    expect(asClerk.from).toEqual(['木村']);
    expect(asClerk.to).not.toContain('木村');
    const asOfficer = await offered('佐藤', '佐藤');
    expect(asOfficer.from).toContain('木村');
    expect(asOfficer.to).toContain('中村');
    expect(asOfficer.to).not.toContain('木村');
    for (const to of asClerk.to) {
      await office.does('木村', 'case', { id: `C-${String(to)}` });
      const done = await sent({ to: to ?? '', case: `C-${String(to)}`, step: 'do' });
      expect({ to, status: done.status }).toEqual({ to, status: 303 });
    }
  });

  it('refuses a hand-over to oneself, at the field', async () => {
    await office.does('木村', 'case', { id: 'C-1' });
    const answer = await sent({ to: '木村', case: 'C-1', step: 'do' });
    expect(answer.status).toBe(409);
    expect(wordsOf(answer.body)).toContain('木村さんから、だれに: いまの担当と同じ人です');
  });

  it('is no form for those who only read', async () => {
    expect((await office.get(page, { as: '山本' })).status).toBe(403);
  });
});
