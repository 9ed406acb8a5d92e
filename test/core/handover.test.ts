import { describe, expect, it } from 'vitest';
import { members, aConvenedTown, aPlannedTown } from '../support/small-meeting.ts';
import { aSmallTown, known, town } from '../support/small-town.ts';
import { failingOnce } from '../support/stores-that-fail.ts';
import { perform } from '../../core/commands/perform.ts';
import { actorNamed } from '../support/small-town.ts';

describe('handing over', () => {
  it('110 cases at once leaves none behind', async () => {
    const one = await aSmallTown();
    const rows = Array.from({ length: 110 }, (_, index) => ({
      row: index + 1,
      version: 1,
      ケース番号: `C-${String(index + 1)}`,
    }));
    await one.does('木村', 'rows', { town, tab: 'ケース', rows });
    await one.does('木村', 'handover', { from: '木村', to: '佐藤' });
    const cases = await one.store.list('case', town);
    expect(cases.filter(({ worker }) => worker === '佐藤')).toHaveLength(110);
  });

  it('that broke off half way is finished when it is asked for again', async () => {
    const one = await aSmallTown();
    for (const id of ['C-1', 'C-2', 'C-3']) await one.does('木村', 'case', { id });
    const store = failingOnce(one.store, 'throws', ({ put }) => put.some(({ id }) => id === 'C-2'));
    const said = { from: '木村', to: '佐藤' };
    await expect(perform({ ...one.deps, store }, actorNamed('木村'), 'handover', said)).rejects.toThrow('lights');
    expect((await one.store.list('case', town)).map(({ worker }) => worker)).toEqual(['佐藤', '木村', '木村']);
    await one.does('木村', 'handover', said);
    expect((await one.store.list('case', town)).map(({ worker }) => worker)).toEqual(['佐藤', '佐藤', '佐藤']);
  });

  it('moves the meetings, the open tasks and what will be asked later', async () => {
    const one = await aConvenedTown(['精神科', '民生']);
    await one.does('中村', 'handover', { from: '佐藤', to: '中村' });
    expect(await one.meeting()).toMatchObject({ appointment: { convener: '中村' } });
    expect(await one.tasks()).toEqual(['fax 民生 → 中村']);
    await one.until('2026-06-09T09:00');
    expect(await one.tasks()).toEqual(['fax 民生 → 中村', 'phone 民生 → 中村', 'phone 精神科 → 中村']);
    await one.until('2026-06-15T14:00');
    expect(one.news()).toContain('record-request → 中村');
  });

  it.each([
    [
      'taken to an existing body',
      'elsewhere',
      { meeting: 'M-1', body: '地域ケア会議', on: '2026-06-19' },
      '2026-06-22T09:00',
      'elsewhere M-1 → 中村',
    ],
    [
      'declined',
      'decline',
      { meeting: 'M-1', reason: '入院した', review: '2026-07-17' },
      '2026-07-17T09:00',
      'reconsider M-1 → 中村',
    ],
  ] as const)('moves a meeting that was %s: later, the successor is asked', async (...[, verb, said, moment, task]) => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members });
    await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    await one.does('佐藤', verb, said);
    await one.does('中村', 'handover', { from: '佐藤', to: '中村' });
    await one.until(moment);
    expect(await one.tasks()).toEqual([task]);
  });

  it('moves a draft: sent back, it is the successor’s, who convenes it once it is approved', async () => {
    const one = await aSmallTown();
    await one.does('中村', 'body', { id: 'B-1', name: '支援会議', framework: 'needy-support', approval: true });
    await one.does('木村', 'case', { id: 'C-1', members });
    const drafted = { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1, outlook: '3か月' };
    const invited = { 精神科: { class: '相談支援', purpose: '受診' } };
    await one.does('佐藤', 'convene', { ...drafted, date: '2026-06-15T14:00', invite: invited });
    await one.does('中村', 'send-back', { meeting: 'M-1', reason: '場所' });
    await one.does('中村', 'handover', { from: '佐藤', to: '中村' });
    expect(await one.tasks()).toEqual(['redraft M-1 → 中村']);
    expect(await one.meeting()).toMatchObject({ state: 'drafted', draft: { by: '中村' } });
  });

  it('moves the monitoring of a plan', async () => {
    const one = await aPlannedTown();
    await one.until('2026-09-16T09:00');
    await one.does('佐藤', 'handover', { from: '木村', to: '佐藤', cases: ['C-1'] });
    expect(await one.tasks()).toEqual(['monitoring C-1 → 佐藤', 'phone 包括 → 佐藤']);
  });

  it('leaves what somebody else keeps, and cases that were not named', async () => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members });
    await one.does('木村', 'case', { id: 'C-2' });
    await one.does('佐藤', 'case', { id: 'C-3', town });
    await one.does('木村', 'handover', { from: '木村', to: '中村', cases: ['C-2', 'C-3'] });
    expect((await one.store.list('case', town)).map(({ worker }) => worker)).toEqual(['木村', '中村', '佐藤']);
  });

  it.each([
    ['to nobody', { from: '木村', to: '田中' }, 'unknown-person'],
    ['of a case there is none of', { from: '木村', to: '佐藤', cases: ['C-9'] }, 'unknown-case'],
    ['to somebody of another town, who may not read it', { from: '木村', to: '林' }, 'forbidden'],
    ['to a viewer', { from: '木村', to: '山本' }, 'forbidden'],
  ])('%s is refused', async (_what, said, code) => {
    const one = await aSmallTown();
    await one.does('木村', 'case', { id: 'C-1', members });
    expect(await one.tries('木村', 'handover', said)).toMatchObject({ code });
    expect((await one.case()).worker).toBe('木村');
  });
});

describe('a trigger that comes true', () => {
  const triggers = [
    { name: '本人が前向き', agencies: ['包括', '社協', '民生'], what: '訪問' },
    { name: '緊急', agencies: ['包括'], what: '安否の確認' },
  ];
  async function agreed() {
    const one = await aConvenedTown(['包括', '民生']);
    await one.until('2026-06-15T15:00');
    await one.does('佐藤', 'record', { meeting: 'M-1', items: ['受診'], triggers, final: true });
    await one.until('2026-06-20T22:00');
    one.news();
    return one;
  }

  it('tells the agreed agencies the same day, by mail or by hand, at any hour; the case goes on as it is', async () => {
    const one = await agreed();
    const before = await one.case();
    await one.does('木村', 'trigger', { case: 'C-1', trigger: '本人が前向き' });
    expect(one.news()).toEqual(['trigger → 包括']);
    expect((await one.tasks()).filter((task) => !task.includes('佐藤'))).toEqual([
      'fax 民生 → 木村',
      'phone 社協 → 木村',
    ]);
    expect((await one.case()).state).toBe(before.state);
  });

  it('again, or with another one at the same moment, tells them again', async () => {
    const one = await agreed();
    for (const trigger of ['緊急', '本人が前向き', '緊急']) await one.does('木村', 'trigger', { case: 'C-1', trigger });
    expect(one.news()).toEqual(['trigger → 包括', 'trigger → 包括', 'trigger → 包括']);
    expect(known((await one.case()).triggers[1], 'trigger').firedAt).toHaveLength(2);
  });

  it('says nothing of the household in the mail', async () => {
    const one = await agreed();
    await one.does('木村', 'trigger', { case: 'C-1', trigger: '本人が前向き' });
    expect(one.mails()[0]?.text).not.toMatch(/試験|前向き|訪問|生活困窮|\{\{|undefined/);
  });

  it('that nobody agreed on is refused', async () => {
    const one = await agreed();
    expect(await one.tries('木村', 'trigger', { case: 'C-1', trigger: '天気がよい' })).toEqual({
      code: 'unknown-trigger',
      id: '天気がよい',
    });
  });
});
