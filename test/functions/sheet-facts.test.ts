import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { tabNames } from '../../core/sheet/columns.ts';
import { createHandler } from '../../functions/accept-rows/handler.ts';
import { actorNamed, aSmallTown, type SmallTown, town } from '../support/small-town.ts';

const ask = (one: SmallTown, tabs: unknown, who?: string) =>
  createHandler(one.deps)({
    method: 'POST',
    path: '/v1/facts',
    params: {},
    query: {},
    headers: {},
    body: JSON.stringify({ tabs }),
    ...(who === undefined ? {} : { actor: actorNamed(who) }),
  });
const rowSchema = z.object({ key: z.string(), facts: z.record(z.string(), z.string()) });
const newsSchema = z.object({ rows: z.array(rowSchema), cursor: z.string(), more: z.boolean() });
const answerSchema = z.object({ tabs: z.object({ ケース: newsSchema }) });

async function news(one: SmallTown, cursor: string) {
  const { status, body } = await ask(one, { ケース: cursor }, '木村');
  expect(status).toBe(200);
  return answerSchema.parse(JSON.parse(body)).tabs.ケース;
}

describe('POST /v1/facts', () => {
  it('tells what stands beside the rows, and next time only what changed', async () => {
    const one = await aSmallTown();
    for (const id of ['C-1', 'C-2', 'C-3']) await one.does('木村', 'case', { id, state: '受付' });
    const first = await news(one, '');
    expect(first.rows.map(({ key }) => key).toSorted()).toEqual(['C-1', 'C-2', 'C-3']);
    expect((await news(one, first.cursor)).rows).toEqual([]);

    await one.does('木村', 'case', { id: 'C-2', state: 'アセスメント' });
    const second = await news(one, first.cursor);
    expect(second.rows.find(({ key }) => key === 'C-2')?.facts).toMatchObject({ 今の状態: 'アセスメント' });
    expect((await news(one, second.cursor)).rows).toEqual([]);
  });

  it('tells all of it to who brings a cursor that cannot be read', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1' });
    expect((await news(one, 'nonsense')).rows).toHaveLength(1);
  });

  it('reads each list of the town once, however many tabs are asked for', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1' });
    const read: string[] = [];
    const store: typeof one.store = {
      ...one.store,
      list: async (kind, at, under) => {
        read.push(`${kind} ${at} ${under ?? ''}`);
        return one.store.list(kind, at, under);
      },
    };
    const all = Object.fromEntries(tabNames.map((tab) => [tab, '']));
    expect((await ask({ ...one, deps: { ...one.deps, store } }, all, '木村')).status).toBe(200);
    expect(read).toContain(`case ${town} `);
    expect(read.toSorted()).toEqual([...new Set(read)].toSorted());
  });

  it('leaves a line in the audit for what it told, and none for nothing new', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1' });
    const { cursor } = await news(one, '');
    const lines = async () => (await one.store.audit(town)).filter(({ part }) => part === 'facts');
    expect(await lines()).toMatchObject([{ did: 'read', to: 'ケース', about: ['C-1'] }]);
    await news(one, cursor);
    expect(await lines()).toHaveLength(1);
  });

  it.each([undefined, '山本'])('tells nothing to %s', async (who) => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1' });
    const { status, body } = await ask(one, { ケース: '' }, who);
    expect([status, body.includes('C-1')]).toEqual([403, false]);
  });

  it('says what it expects of a question it cannot read', async () => {
    const one = await aSmallTown();
    const { status, body } = await ask(one, { ない表: '' }, '木村');
    expect(status).toBe(400);
    expect(body).toContain('"code":"bad-input"');
  });
});
