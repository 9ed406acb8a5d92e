import { beforeEach, describe, expect, it } from 'vitest';
import { personIdSchema } from '../../core/ids.ts';
import type { Store } from '../../core/ports.ts';
import { createHandler } from '../../functions/work-office/handler.ts';
import { nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
const list = `/office/${town}/cases`;
const member = (name: string) => [{ id: 'A', name, covered: true }];
const caseOf = (id: string, said: object = {}) => office.does('木村', 'case', { id, members: member('試験'), ...said });
const numbersIn = (body: string) =>
  [...body.matchAll(/<a href="[^"]*\/cases\/([^/"]+)"/g)].flatMap(([, id = '']) =>
    id === 'new' || id === 'handover' ? [] : [id],
  );
const shown = async (query: string) => numbersIn((await office.get(`${list}${query}`, { as: '木村' })).body);

describe('the list of cases', () => {
  it('has what is due first on top, then what has no date, and what is over last', async () => {
    await caseOf('C-1', { state: '情報提供で終了' });
    await caseOf('C-2');
    await caseOf('C-3');
    await caseOf('C-10');
    await office.does('木村', 'request', { meeting: 'M-1', cases: ['C-10'], framework: 'needy-support', ground: 1 });
    const call = { 地域包括: { class: '相談支援', purpose: '相談' } };
    const held = {
      meeting: 'M-2',
      cases: ['C-3'],
      framework: 'needy-support',
      ground: 1,
      place: '役場',
      outlook: '一度',
    };
    await office.does('佐藤', 'convene', { ...held, date: '2026-06-03T14:00', invite: call });
    expect(await shown('')).toEqual(['C-3', 'C-10', 'C-2', 'C-1']);
    const { body } = await office.get(list, { as: '木村' });
    expect(body).toMatch(/2026年6月3日.*会議/);
    expect(body).toContain('予定なし');
    expect(body).toContain('ケース 4件（期限の近い順）');
  });

  it.each([
    ['?state=assessing', ['C-2']],
    ['?state=open', ['C-2', 'C-3']],
    ['?urgency=high', ['C-3']],
    ['?worker=木村', ['C-2', 'C-3', 'C-1']],
    ['?worker=佐藤', []],
    ['?lead=undecided', ['C-3']],
    ['?lead=decided', ['C-2']],
    ['?due=none', ['C-2', 'C-3']],
    ['?due=overdue', []],
    ['?state=open&urgency=high&q=c-3', ['C-3']],
    ['?lead=CW', ['C-2', 'C-3', 'C-1']],
  ])('narrowed by %s shows %j', async (query, numbers) => {
    await caseOf('C-1', { state: '情報提供で終了' });
    await caseOf('C-2', { state: 'アセスメント', leads: [{ stage: '段階1', who: 'CW' }] });
    await caseOf('C-3', { urgency: '高' });
    expect(await shown(query)).toEqual(numbers);
  });

  it('is narrowed by who leads in a form only: a name stands in no address', async () => {
    await caseOf('C-1', { leads: [{ stage: '段階1', who: '保健師' }] });
    for (let number = 2; number <= 60; number += 1)
      await caseOf(`C-${String(number)}`, { leads: [{ stage: '段階1', who: 'CW' }], members: member('試験花子') });
    const nonce = nonceIn(await office.get(list, { as: '木村' }));
    const find = (form: object) => office.post(list, { does: 'find', nonce, ...form }, { as: '木村' });
    const first = await find({ lead: 'CW', q: '花子' });
    expect(numbersIn(first.body)).toHaveLength(50);
    expect(first.body).toContain('「花子」に合うケース 59件');
    expect(first.body).not.toMatch(/href="[^"]*(CW|%E8%8A%B1)/);
    const second = await find({ lead: 'CW', q: '花子', page: '2' });
    expect(numbersIn(second.body)).toHaveLength(9);
    // What an address may say, it does say, so that it can be kept.
    expect((await find({ state: 'open' })).body).toContain('/cases?state=open&amp;page=2"');
  });

  it('asks the store no more for two hundred cases than for two', async () => {
    const asked: string[] = [];
    const { deps } = office.app;
    const counting: Store = {
      ...deps.store,
      get: (kind, ...rest) => (asked.push(kind), deps.store.get(kind, ...rest)),
      list: (kind, ...rest) => (asked.push(kind), deps.store.list(kind, ...rest)),
    };
    const page = createHandler({ ...deps, store: counting, publicUrl: 'https://tsudoi.example.jp' });
    const visit = async () => {
      asked.length = 0;
      const params = { town, page: 'cases' };
      const actor = { kind: 'staff', id: personIdSchema.parse('木村'), role: 'clerk', serves: town } as const;
      const request = { method: 'GET', path: list, params, query: {}, headers: {}, body: '', actor } as const;
      expect((await page(request)).status).toBe(200);
      return [...asked];
    };
    for (const id of ['C-1', 'C-2']) await caseOf(id);
    const few = await visit();
    for (let number = 3; number <= 200; number += 1) await caseOf(`C-${String(number)}`);
    expect(await visit()).toEqual(few);
  });
});

describe('目配り', () => {
  const oversight = `/office/${town}/oversight`;
  const sections = async () => {
    const { body } = await office.get(oversight, { as: '木村' });
    return [...body.matchAll(/<h2[^>]*>([^<]*：\d+件)<\/h2>/g)].map(([, title]) => title);
  };

  it('finds what nobody would bring up again, and leads that are open for over sixty days', async () => {
    await caseOf('C-1');
    await caseOf('C-2', { leads: [{ stage: '段階1', who: 'CW', until: '2026-06-30' }] });
    await caseOf('C-3', { state: '情報提供で終了' });
    expect(await sections()).toEqual([
      ...['超過しているケース：0件', '次の予定がないケース：2件', '担当者がいないケース：0件'],
      '主担当が「未定（整理中）」のまま60日を超えたケース：0件',
    ]);
    await office.at('2026-07-31T09:00');
    expect((await sections()).at(-1)).toContain('：0件');
    await office.at('2026-08-01T09:00');
    expect((await sections()).at(-1)).toContain('：1件');
    await office.at('2026-08-31T09:00');
    expect((await sections()).at(-1)).toContain('：2件');
  });

  it('finds nothing forgotten where minutes name the next date, and finds it overdue when nobody brought it about', async () => {
    await caseOf('C-1');
    const call = { 地域包括: { class: '相談支援', purpose: '相談' } };
    const first = {
      meeting: 'M-1',
      cases: ['C-1'],
      framework: 'needy-support',
      ground: 1,
      place: '役場',
      outlook: '一度',
    };
    await office.does('佐藤', 'convene', { ...first, date: '2026-06-15T14:00', invite: call });
    await office.at('2026-06-16T09:00');
    const minutes = { meeting: 'M-1', items: ['確認'], outcome: 'undecided', watch: '月1回の電話' };
    await office.does('佐藤', 'record', { ...minutes, next: '2026-07-15', final: true });
    expect((await sections())[1]).toBe('次の予定がないケース：0件');
    expect((await office.get(list, { as: '木村' })).body).toMatch(/2026年7月15日.*次回（会議録）/);
    await office.at('2026-07-16T09:00');
    expect((await sections())[0]).toBe('超過しているケース：1件');
    await office.does('佐藤', 'convene', { ...first, meeting: 'M-2', date: '2026-07-30T14:00', invite: call });
    expect((await sections())[0]).toBe('超過しているケース：0件');
  });

  it('finds what is overdue', async () => {
    await caseOf('C-1');
    await office.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    expect((await sections())[0]).toBe('超過しているケース：0件');
    await office.at('2026-06-30T09:00');
    expect((await sections())[0]).toBe('超過しているケース：1件');
  });

  it('stands in the navigation of supervisors, and shows nothing to those who may not read the town', async () => {
    expect((await office.get(`/office/${town}`, { as: '中村' })).body).toContain('目配り</a>');
    expect((await office.get(`/office/${town}`, { as: '木村' })).body).not.toContain('目配り</a>');
    expect((await office.get(oversight, { as: '山本' })).status).toBe(403);
  });
});
