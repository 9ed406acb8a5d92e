import { beforeEach, describe, expect, it } from 'vitest';
import { convene, nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
  await convene(office);
  await office.at('2026-06-02T10:00');
});
const path = `/office/${town}/meetings/M-1`;
const stepIn = (body: string) => /name="step"\s+value="([^"]+)"/.exec(body)?.[1] ?? '';

describe('元に戻す', () => {
  it('is offered after the step, puts it back once, and stands on the page of today', async () => {
    const nonce = nonceIn(await office.get(path, { as: '佐藤' }));
    const reply = { does: 'reply-0', nonce, agency: '地域包括', answer: '欠席', source: '電話' };
    const done = await office.post(path, reply, { as: '佐藤' });
    const page = await office.get(done.headers['location'] ?? '', { as: '佐藤' });
    expect(page.body).toContain('最後の操作を元に戻す');
    expect((await office.get(`/office/${town}`, { as: '佐藤' })).body).toContain('出欠の回答を記録しました');
    expect((await office.get(`/office/${town}`, { as: '木村' })).body).not.toContain('最後の操作を元に戻す');

    const undo = { does: 'undo', nonce, step: stepIn(page.body) };
    expect((await office.post(path, undo, { as: '佐藤' })).headers['location']).toBe(`${path}?done=undo`);
    expect((await office.app.deps.store.get('meeting', town, 'M-1'))?.invitations[0]?.replies).toEqual([]);
    const back = await office.get(`${path}?done=undo`, { as: '佐藤' });
    expect(back.body).toMatch(/id="done" tabindex="-1" autofocus>\s*<h2>元に戻しました/);
    const again = await office.post(path, undo, { as: '佐藤' });
    expect(again.headers['location']).toBe(`${path}?done=taken-before`);
    const late = await office.post(
      path,
      { ...undo, nonce: nonceIn(await office.get(path, { as: '佐藤' })), x: '' },
      { as: '佐藤' },
    );
    expect(late.status).toBe(409);
    expect(late.body).toContain('戻せる操作がありません');
  });

  it('leads to the work of today where what was made has no page any more', async () => {
    const home = `/office/${town}`;
    const nonce = nonceIn(await office.get(`${home}/cases/new`, { as: '木村' }));
    await office.post(`${home}/cases/new`, { does: 'case', nonce, id: 'C-9', 'name-A': '試験四郎' }, { as: '木村' });
    const page = await office.get(`${home}/cases/C-9?done=case`, { as: '木村' });
    const undo = { does: 'undo', nonce: nonceIn(page), step: stepIn(page.body) };
    const undone = await office.post(`${home}/cases/C-9`, undo, { as: '木村' });
    expect(undone.headers['location']).toBe(`${home}?done=undo`);
    expect((await office.get(`${home}?done=undo`, { as: '木村' })).body).toContain('元に戻しました');
  });

  it('is explained where there is no way back', async () => {
    const nonce = nonceIn(await office.get(path, { as: '佐藤' }));
    const done = await office.post(path, { does: 'cancel', nonce, reason: '世帯の都合' }, { as: '佐藤' });
    const page = await office.get(done.headers['location'] ?? '', { as: '佐藤' });
    expect(page.body).toContain('この操作は元に戻せません。中止を関係機関に知らせたためです');
  });
});
