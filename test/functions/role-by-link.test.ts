import { beforeEach, describe, expect, it } from 'vitest';
import { nonceIn, type OpenedOffice, town } from '../support/door.ts';
import { type Seen, worlds } from '../support/form-worlds.ts';

let office: OpenedOffice;
let papers: Seen;
beforeEach(async () => {
  const { open, pages } = worlds['planned'] ?? {};
  if (open === undefined || pages === undefined) throw new Error('the world is gone');
  office = await open();
  const found = (await pages(office)).find(({ path }) => path.endsWith('/papers'));
  if (found === undefined) throw new Error('the papers are gone');
  papers = found;
});

const send = async (said: Readonly<Record<string, string>>) => {
  const nonce = nonceIn(await office.get(papers.path, papers));
  const version = String((await role(said['role'] ?? 'R-1'))?.version ?? 0);
  return office.post(papers.path, { role: 'R-1', does: 'confirm-R-1', nonce, version, ...said }, papers);
};
const role = async (id = 'R-1') => office.app.deps.store.get('role', town, id);

describe('a role on the papers of its agency', () => {
  it('is taken on by name, as the mail promises, and then says so', async () => {
    expect((await office.get(papers.path, papers)).body).toContain('この役割を引き受ける');
    const done = await send({ by: '所長 試験太郎' });
    expect(done).toMatchObject({ status: 303, headers: { location: `${papers.path}?done=confirm` } });
    expect(await role()).toMatchObject({ state: 'confirmed', confirmedBy: '所長 試験太郎' });
    const { body } = await office.get(`${papers.path}?done=confirm`, papers);
    expect(body).toContain('役割の承認を受け取りました');
    expect(body).not.toContain('この役割を引き受ける');
  });

  it('is not taken on without the name of who approved it', async () => {
    const refused = await send({});
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('承認した方（役職・お名前）');
    expect((await role())?.state).not.toBe('confirmed');
  });

  it('is not taken on by another agency', async () => {
    await office.does('佐藤', 'role', {
      ...{ meeting: 'M-1', id: 'R-2', agency: '基幹', person: '担当', what: '見守り', for: 'A', purpose: '安否' },
      ...{ frequency: '週1回', by: '2026-09-30', else: '電話' },
    });
    expect((await send({ role: 'R-2', by: '所長' })).status).toBe(403);
    expect((await role('R-2'))?.state).toBe('proposed');
  });

  it('is not taken on unseen after the office reworded it; the new wording is shown, with the name that was typed', async () => {
    const before = await role();
    await office.does('佐藤', 'role', {
      ...{ meeting: 'M-1', id: 'R-1', agency: before?.agency, person: '試験担当', what: '毎日の見守りと通院の付添い' },
      ...{ for: 'A', purpose: '安否', frequency: '毎日', by: '2026-09-30', else: '電話' },
    });
    const seen = String(before?.version);
    const refused = await send({ by: '所長 試験太郎', version: seen });
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('ほかの人が先に保存しました');
    expect(refused.body).toContain('毎日の見守りと通院の付添い');
    expect(refused.body).toContain('所長 試験太郎');
    expect((await role())?.state).not.toBe('confirmed');
    expect((await send({ by: '所長 試験太郎' })).status).toBe(303);
    expect(await role()).toMatchObject({ state: 'confirmed', what: '毎日の見守りと通院の付添い' });
  });

  it('is not taken on by a form that does not say what it showed', async () => {
    expect((await send({ by: '所長', version: '' })).status).toBe(409);
    expect((await role())?.state).not.toBe('confirmed');
  });
});
