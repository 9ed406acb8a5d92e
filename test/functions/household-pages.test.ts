import { beforeEach, describe, expect, it } from 'vitest';
import { nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
const home = `/office/${town}`;

async function send(path: string, form: Record<string, string | string[]>, who = '木村') {
  const nonce = nonceIn(await office.get(path, { as: who }));
  return office.post(path, { ...form, nonce }, { as: who });
}

describe('the form of a consultation', () => {
  const came = { does: 'consultation', fresh: 'yes', id: 'U-1', name: '試験花子', born: 'S18.4.1', on: '2026-06-01' };

  it('is one record, which later becomes a case with nothing typed again', async () => {
    const done = await send(`${home}/consultations/new`, { ...came, outcome: '情報提供' });
    expect(done).toMatchObject({ status: 303, headers: { location: `${home}/consultations/U-1?done=consultation` } });
    expect(await office.app.deps.store.list('case', town)).toEqual([]);
    expect((await office.get(`${home}/consultations`, { as: '木村' })).body).toContain('情報提供で終了');
    const shown = await office.get(`${home}/consultations/U-1`, { as: '木村' });
    expect(shown.body).toContain('value="試験花子"');

    await send(`${home}/consultations/U-1`, { does: 'consultation', id: 'U-1', name: '試験花子', outcome: '継続' });
    expect((await office.get(`${home}/cases/U-1`, { as: '木村' })).body).toContain('試験花子');
  });

  it('keeps what was typed when something is wrong, and says it in the words of the form', async () => {
    const refused = await send(`${home}/consultations/new`, { ...came, born: '令和8年2月30日', text: '滞納 <b>' });
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('生年月日「令和8年2月30日」');
    expect(refused.body).toContain('滞納 &lt;b&gt;');
    const nowhere = await send(`${home}/consultations/new`, { ...came, outcome: 'つなぎ' });
    expect(nowhere.body).toContain('つなぎ先: つないだ先を');
  });

  it('without 情報提供同意 is on no page of anybody outside the town', async () => {
    await send(`${home}/consultations/new`, { ...came, outcome: '継続' });
    for (const path of ['/consultations/U-1', '/cases/U-1']) {
      expect((await office.get(`${home}${path}`, { as: '佐藤' })).status).toBe(403);
      expect((await office.get(`${home}${path}`, { as: '木村' })).status).toBe(200);
    }
    for (const path of ['', '/cases', '/consultations'])
      expect((await office.get(`${home}${path}`, { as: '佐藤' })).body).not.toContain('試験花子');
  });
});

describe('the page of a case', () => {
  beforeEach(async () => {
    const members = [{ id: 'A', name: '試験花子', born: 'S18.4.1', covered: true }];
    await office.does('木村', 'case', { id: 'C-1', issues: [21], otherIssue: '多頭飼育', members });
  });
  const path = `${home}/cases/C-1`;

  it('takes members, as many as there are, and lets one go with a reason', async () => {
    for (const name of ['試験二郎', '試験三郎', '試験四郎']) {
      const fresh = (await office.app.deps.store.get('case', town, 'C-1'))?.members.length ?? 0;
      const id = 'ABCD'.charAt(fresh);
      await send(path, { does: `member-${String(fresh)}`, id, name, address: '試験町1', guarded: 'yes' });
    }
    const page = await office.get(path, { as: '木村' });
    expect(page.body).toContain('住所を伝えない人がいます');
    const refused = await send(path, { does: 'leave-household', id: 'B' });
    expect(refused.body).toContain('世帯員から外す理由');
    await send(path, { does: 'leave-household', id: 'B', reason: '転出' });
    const after = await office.get(path, { as: '木村' });
    expect(after.body).toContain('試験二郎（転出）');
    expect(after.body).toContain('多頭飼育');
  });

  it('warns of a lead before any meeting, and shows who kept the case before', async () => {
    await send(path, { does: 'lead', stage: '段階1', who: '精神保健福祉相談員' });
    expect((await office.get(path, { as: '木村' })).body).toContain('主担当が、会議の前に決まっています');
    await send(path, { does: 'assign', worker: '佐藤', supervisor: '中村', reason: '異動' });
    expect((await office.get(path, { as: '木村' })).body).toMatch(/担当者\s*木村 → 佐藤（異動|担当者\s*木村 → 佐藤/);
  });

  it('ends support, and says so', async () => {
    await send(path, { does: 'close', outcome: '保護廃止', reason: '収入が増えた' });
    const page = await office.get(path, { as: '木村' });
    expect(page.body).toContain('保護廃止');
    expect(page.body).not.toContain('支援を終える（終結');
  });

  it('warns of the same person in another case', async () => {
    await office.does('木村', 'case', { id: 'C-2', members: [{ id: 'A', name: '試験　花子', born: 'S18.4.1' }] });
    expect((await office.get(path, { as: '木村' })).body).toContain('ケース C-2');
  });
});

describe('a 発動条件', () => {
  it('says 宛先なし of an agency that has ended, and of nobody', async () => {
    const office = await openOffice();
    const triggers = [
      { name: '本人が前向き', agencies: ['基幹'], what: '訪問する' },
      { name: '緊急', agencies: [], what: '電話する' },
    ];
    await office.does('木村', 'case', { id: 'C-1', members: [{ id: 'A', name: '試験花子' }], triggers });
    const count = async () =>
      (await office.get(`/office/${town}/cases/C-1`, { as: '木村' })).body.split('宛先なし').length - 1;
    expect(await count()).toBe(1);
    await office.does('佐藤', 'end-agency', { id: '基幹', how: 'closed', reason: '閉所' });
    expect(await count()).toBe(2);
  });
});
