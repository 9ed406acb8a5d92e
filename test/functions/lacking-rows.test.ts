import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createHandler } from '../../functions/accept-rows/handler.ts';
import { aConvenedTown } from '../support/small-meeting.ts';
import { actorNamed, aSmallTown, type SmallTown, town } from '../support/small-town.ts';

const ask = (one: SmallTown, body: unknown, who?: string) =>
  createHandler(one.deps)({
    ...{ method: 'POST', path: '/v1/lacking', params: {}, query: {}, headers: {}, body: JSON.stringify(body) },
    ...(who === undefined ? {} : { actor: actorNamed(who) }),
  });
const answerSchema = z.object({ rows: z.array(z.record(z.string(), z.string())), more: z.boolean() });
async function lacking(one: SmallTown, tab: string, has: readonly unknown[]) {
  const { status, body } = await ask(one, { tab, has }, '木村');
  expect(status).toBe(200);
  return answerSchema.parse(JSON.parse(body));
}

describe('POST /v1/lacking', () => {
  it('gives the rows a sheet does not have, as if they had been sent from it', async () => {
    const one = await aSmallTown();
    for (const id of ['C-1', 'C-2']) await one.does('木村', 'case', { id, issues: [1] });
    const { rows, more } = await lacking(one, 'ケース', [{ ケース番号: 'C-1' }]);
    expect(rows).toMatchObject([{ ケース番号: 'C-2', 課題: '1', 状況: '済', 版: '0' }]);
    expect(more).toBe(false);
  });

  it('knows an agency by its number and by its name', async () => {
    const one = await aConvenedTown();
    const { rows } = await lacking(one, '招集', [{ 会議番号: 'M-1', 機関: '包括' }]);
    expect(rows.map(({ 機関 }) => 機関)).toEqual(['精神科']);
  });

  it('gives the meetings that were asked for on a page, and when and where the host convened them', async () => {
    const one = await aConvenedTown();
    const asked = { meeting: 'M-2', cases: ['C-1'], framework: 'needy-support', ground: 2 };
    await one.does('木村', 'request', asked);
    const { rows } = await lacking(one, '会議', []);
    expect(rows).toMatchObject([
      { 会議番号: 'M-1', ケース番号: 'C-1', 招集する: 'はい', 状況: '済' },
      { 会議番号: 'M-2', ケース番号: 'C-1', 枠組み: '支援会議（生活困窮）', 根拠: '②', 今の状態: '開催依頼' },
    ]);
    expect(rows[0]?.['開催日時']).toMatch(/^2026-\d\d-\d\d \d\d:\d\d$/);
    expect(rows[1]).not.toHaveProperty('招集する');
    expect((await lacking(one, '会議', [{ 会議番号: 'M-1' }, { 会議番号: 'M-2' }])).rows).toEqual([]);
  });

  it('leaves a line in the audit for what it gave', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1' });
    await lacking(one, 'ケース', [{ ケース番号: 'C-1' }]);
    const lines = async () => (await one.store.audit(town)).filter(({ part }) => part === 'rows');
    expect(await lines()).toEqual([]);
    await lacking(one, 'ケース', []);
    expect(await lines()).toMatchObject([{ did: 'read', to: 'ケース', about: ['C-1'] }]);
  });

  it.each([undefined, '山本', '林'])('gives nothing of the town to %s', async (who) => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1' });
    const { body } = await ask(one, { tab: 'ケース', has: [] }, who);
    expect(body).not.toContain('C-1');
  });

  it('gives the host nothing of a case or consultation it does not see, whatever tab it stands in', async () => {
    const one = await aSmallTown();
    const members = [{ id: 'A', name: '試験花子', covered: true }];
    for (const id of ['C-1', 'C-2']) await one.does('木村', 'case', { id, issues: [1], summary: '秘密', members });
    await one.does('木村', 'consultation', { id: 'U-1', name: '試験花子', text: '秘密', mayShare: false });
    const asked = async (tab: string) => (await ask(one, { town, tab, has: [] }, '佐藤')).body;
    for (const tab of ['ケース', '世帯員', '相談受付']) expect(await asked(tab)).toContain('"rows":[]');
    await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    for (const tab of ['ケース', '世帯員']) {
      expect(await asked(tab)).toContain('C-1');
      expect(await asked(tab)).not.toContain('C-2');
    }
  });
});
