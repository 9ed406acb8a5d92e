import { describe, expect, it } from 'vitest';
import { lineOf } from '../../core/retention/rules.ts';
import { recordSchemas, type Kind } from '../../core/records.ts';
import { deliver } from '../../core/commands/outbox/deliver.ts';
import { at } from '../support/moments.ts';
import { convening, invite, members } from '../support/small-meeting.ts';
import { aSmallTown, known, prefecture, type SmallTown, town } from '../support/small-town.ts';

const kinds = Object.keys(recordSchemas).filter((kind): kind is Kind => kind in recordSchemas);

/** Everything the store holds of the town, as text. */
async function everything({ store }: SmallTown): Promise<string> {
  const lists = await Promise.all(kinds.map((kind) => store.list(kind, town)));
  return JSON.stringify([lists, await store.dueEntries(at('2099-01-01T09:00'), 1000)]);
}

/** 西田 may confirm what 木村 proposed. */
async function withTwoClerks(start?: string): Promise<SmallTown> {
  const one = await aSmallTown(start);
  const put = recordSchemas.person.parse({
    ...{ kind: 'person', town: prefecture, id: '野田', version: 1, name: '野田', role: 'clerk', serves: town },
  });
  await one.store.commit({ put: [put] });
  return one;
}
const second = '中村';

class Killed extends Error {}

/** The process dies at the commit after these. */
function dyingAfter(store: SmallTown['store'], commits: number): SmallTown['store'] {
  let made = 0;
  return {
    ...store,
    async commit(change) {
      made += 1;
      if (made > commits) throw new Killed();
      return store.commit(change);
    },
  };
}

/** C-1 with a meeting, minutes, mails and tasks, closed on 2026-09-30. */
async function aClosedCase(one: SmallTown, id = 'C-1', meeting = 'M-1'): Promise<void> {
  await one.does('木村', 'case', { id, issues: [1], members, summary: '試験の概要' });
  await one.does('佐藤', 'convene', {
    ...{ ...convening, meeting, cases: [id], framework: 'needy-support', ground: 1 },
    invite: invite('包括', '民生'),
  });
  await one.does('木村', 'close', { case: id, outcome: '終結', reason: '試験の理由' });
}

describe('papers are kept', () => {
  it.each([
    ['2026-09-30T10:00', '2032-03-31T23:59', '2032-04-01T00:00'],
    ['2027-03-31T10:00', '2032-03-31T23:59', '2032-04-01T00:00'],
    ['2027-04-01T10:00', '2033-03-31T23:59', '2033-04-01T00:00'],
  ])('what ended on %s until the end of %s', async (ended, kept, over) => {
    const one = await aSmallTown(ended);
    await one.does('木村', 'consultation', {
      id: 'U-1',
      name: '試験花子',
      outcome: '情報提供',
      on: ended.slice(0, 10),
    });
    const proposal = { disposal: 'D-1', consultations: ['U-1'] };
    await one.until(kept);
    expect(await one.tries('木村', 'propose-disposal', proposal)).toEqual({
      code: 'not-disposable',
      items: [{ id: 'U-1', why: 'kept' }],
    });
    expect(await one.tasks()).toEqual([]);
    await one.until(over);
    expect(await one.tasks()).toEqual(['retention 393011 → 木村']);
    expect(await one.tries('木村', 'propose-disposal', proposal)).toEqual({ code: 'ok' });
  });

  it('for as long as the host says; a shorter time tells at once what is due now', async () => {
    const one = await aSmallTown('2026-06-01T09:00');
    await aClosedCase(one);
    await one.until('2029-05-01T09:00');
    expect(await one.tasks()).not.toContain('retention 393011 → 木村');
    await one.does('佐藤', 'settings', { retentionFiscalYears: 2 });
    expect(await one.tasks()).toContain('retention 393011 → 木村');
    await one.does('佐藤', 'settings', { retentionFiscalYears: 5 });
    expect(await one.tasks()).not.toContain('retention 393011 → 木村');
  });

  it('not what goes on, nor what is on hold, nor what stands in another proposal', async () => {
    const one = await withTwoClerks('2026-06-01T09:00');
    await aClosedCase(one);
    await aClosedCase(one, 'C-2', 'M-2');
    await one.does('木村', 'case', { id: 'C-3', issues: [1], members });
    await one.does('木村', 'hold', { case: 'C-2', ground: '訴訟', reason: '試験の訴え' });
    await one.until('2032-04-01T09:00');
    await one.does('木村', 'propose-disposal', { disposal: 'D-1', cases: ['C-1'] });
    expect(
      await one.tries('木村', 'propose-disposal', { disposal: 'D-2', town, cases: ['C-1', 'C-2', 'C-3', 'C-4'] }),
    ).toEqual({
      code: 'not-disposable',
      items: [
        { id: 'C-1', why: 'proposed' },
        { id: 'C-2', why: 'held' },
        { id: 'C-3', why: 'open' },
        { id: 'C-4', why: 'unknown' },
      ],
    });
  });
});

describe('a disposal', () => {
  it('leaves nothing that was written, sent or received, and the figures as they were', async () => {
    const one = await withTwoClerks('2026-06-01T09:00');
    await aClosedCase(one);
    await one.until('2032-04-01T09:00');
    const figures = async () => (await one.store.statuses()).filter(({ of }) => of !== 'plan').length;
    const before = await figures();
    expect(await everything(one)).toContain('試験花子');
    await one.does('木村', 'propose-disposal', { disposal: 'D-1', cases: ['C-1'] });
    await one.does(second, 'confirm-disposal', { disposal: 'D-1' });

    const left = await everything(one);
    for (const word of ['試験', '受診', 'M-1/', 'C-1/']) expect(left).not.toContain(word);
    expect(await figures()).toBe(before);
    expect(known(await one.store.get('disposed', town, lineOf('case', 'C-1')), 'C-1')).toMatchObject({
      ...{ disposal: 'D-1', by: '木村', confirmedBy: second, endedOn: '2026-06-01' },
    });
    expect((await one.store.audit(town)).map(({ did }) => did)).toContain('disposed');
    expect(await one.tasks()).toEqual([]);
  });

  it('of many cases goes on where it was cut off, however often it is delivered', async () => {
    const one = await withTwoClerks('2026-06-01T09:00');
    const ids = Array.from({ length: 25 }, (_, n) => `U-${String(n + 1)}`);
    for (const id of ids) await one.does('木村', 'consultation', { id, name: '試験花子', outcome: '情報提供' });
    await one.until('2032-04-01T09:00');
    await one.does('木村', 'propose-disposal', { disposal: 'D-1', consultations: ids });
    expect(await one.tries(second, 'confirm-disposal', { disposal: 'D-1' })).toEqual({ code: 'ok' });
    const effect = { type: 'dispose', prefecture, disposal: 'D-1' } as const;
    for (const from of [0, 0, 10, 0]) await deliver(one.delivery, town, { ...effect, from });
    await one.play();

    expect(await one.store.list('consultation', town)).toEqual([]);
    expect(await one.store.list('disposed', town)).toHaveLength(25);
    expect((await one.store.get('disposal', town, 'D-1'))?.doneAt).toBeDefined();
  });

  it('killed between any two of its commits, goes on where it was, and nothing is left', async () => {
    for (let commits = 0; commits < 8; commits += 1) {
      const one = await withTwoClerks('2026-06-01T09:00');
      await aClosedCase(one);
      await one.until('2032-04-01T09:00');
      await one.does('木村', 'propose-disposal', { disposal: 'D-1', cases: ['C-1'] });
      expect(await one.tries(second, 'confirm-disposal', { disposal: 'D-1' })).toEqual({ code: 'ok' });
      const effect = { type: 'dispose', prefecture, disposal: 'D-1' } as const;
      const killed = { ...one.delivery, store: dyingAfter(one.store, commits) };
      await deliver(killed, town, effect).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error;
      });
      // What is half gone is opened by nobody.
      if (commits > 0) expect(await one.tries('木村', 'open', { case: 'C-1' })).toMatchObject({ code: 'unknown-case' });
      await one.play();
      const left = await everything(one);
      expect(left).not.toContain('試験');
      expect(left).not.toContain('M-1/');
      expect((await one.store.get('disposal', town, 'D-1'))?.doneAt).toBeDefined();
    }
  });

  it('leaves what somebody takes up between confirming and erasing, and says so', async () => {
    const one = await withTwoClerks('2026-06-01T09:00');
    await aClosedCase(one);
    await one.until('2032-04-01T09:00');
    await one.does('木村', 'propose-disposal', { disposal: 'D-1', cases: ['C-1'] });
    expect(await one.tries(second, 'confirm-disposal', { disposal: 'D-1' })).toEqual({ code: 'ok' });
    expect(await one.tries('木村', 'hold', { case: 'C-1', ground: '審査請求', reason: '試験' })).toEqual({
      code: 'ok',
    });
    await one.play();
    expect((await one.case()).members).toHaveLength(members.length);
    expect((await one.store.get('disposal', town, 'D-1'))?.left).toEqual(['C-1']);
  });

  it.each([
    ['put on hold', 'hold', { case: 'C-1', ground: '審査請求', reason: '試験' }, 'held'],
    ['taken up again', 'case', { id: 'C-1', state: 'アセスメント' }, 'open'],
    ['changed', 'case', { id: 'C-1', summary: '試験の追記' }, 'changed'],
  ] as const)('of what was %s since it was proposed is refused whole', async (_what, verb, said, why) => {
    const one = await withTwoClerks('2026-06-01T09:00');
    await aClosedCase(one);
    await one.until('2032-04-01T09:00');
    await one.does('木村', 'propose-disposal', { disposal: 'D-1', cases: ['C-1'] });
    await one.does('木村', verb, said);
    expect(await one.tries(second, 'confirm-disposal', { disposal: 'D-1' })).toEqual({
      code: 'not-disposable',
      items: [{ id: 'C-1', why }],
    });
  });

  it('needs two people, who both may work on the town’s cases', async () => {
    const one = await withTwoClerks('2026-06-01T09:00');
    await aClosedCase(one);
    await one.until('2032-04-01T09:00');
    expect(await one.tries('林', 'propose-disposal', { disposal: 'D-1', town, cases: ['C-1'] })).toEqual({
      code: 'forbidden',
    });
    await one.does('木村', 'propose-disposal', { disposal: 'D-1', cases: ['C-1'] });
    expect(await one.tries('木村', 'confirm-disposal', { disposal: 'D-1' })).toMatchObject({ code: 'same-person' });
    expect(await one.tries('山本', 'confirm-disposal', { disposal: 'D-1', town })).toEqual({ code: 'forbidden' });
    await one.does('木村', 'withdraw-disposal', { disposal: 'D-1', reason: '数え間違い' });
    expect(await one.tries(second, 'confirm-disposal', { disposal: 'D-1' })).toMatchObject({ code: 'already-closed' });
  });

  it('is not undone by an old row of the sheet, and keeps nothing of that row', async () => {
    const one = await withTwoClerks('2026-06-01T09:00');
    const row = { row: 1, version: 1, 受付番号: 'U-1', 氏名: '試験花子', 相談日時: '2026-06-01', 対応結果: '情報提供' };
    await one.does('木村', 'rows', { town, tab: '相談受付', rows: [row] });
    await one.until('2032-04-01T09:00');
    await one.does('木村', 'propose-disposal', { disposal: 'D-1', consultations: ['U-1'] });
    await one.does(second, 'confirm-disposal', { disposal: 'D-1' });
    expect(await one.store.list('row', town)).toEqual([]);
    await one.does('木村', 'rows', { town, tab: '相談受付', rows: [row] });
    const [answer] = await one.store.list('row', town);
    expect(answer).toMatchObject({ status: '要修正', cells: {} });
    expect(answer?.problems[0]?.message).toContain('廃棄した番号');
  });
});
