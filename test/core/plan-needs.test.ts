import { describe, expect, it } from 'vitest';
import { aSmallTown, known, type SmallTown, town } from '../support/small-town.ts';

const member = { id: 'A', name: '試験太郎', covered: true };
const urgently = { framework: 'needy-coordination', danger: ['生命'], reason: '今夜の宿と食べ物がない' };
const today = { date: '2026-06-01T11:00', outlook: 'きょう一回' };
const call = { 社協: { class: '住まい', purpose: '今夜の宿' } };

/** An emergency meeting was held about C-1, and its minutes are still a draft. */
async function anEmergency(said: object = urgently): Promise<SmallTown> {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', issues: [5], members: [member] });
  await one.does('佐藤', 'convene', { meeting: 'M-1', cases: ['C-1'], ...said, ...today, invite: call });
  await one.until('2026-06-01T12:00');
  return one;
}

const minutes = { meeting: 'M-1', attendance: ['社協'], items: ['今夜の宿'] };
const final = (one: SmallTown) => one.does('佐藤', 'record', { ...minutes, final: true });
const need = 'plan-need C-1 → 木村';

describe('after an emergency without a plan (towns-and-villages.md §10-13)', () => {
  it('whoever keeps the case is asked whether it needs one, once the minutes are final', async () => {
    const one = await anEmergency();
    await one.does('佐藤', 'record', minutes);
    expect(await one.tasks()).not.toContain(need);
    await one.does('佐藤', 'record', { ...minutes, version: 1, final: true });
    expect(await one.tasks()).toContain(need);
    const [task] = (await one.store.list('task', town)).filter(({ taskKind }) => taskKind === 'plan-need');
    expect(task?.dueAt).toBe('2026-06-08T08:15:00.000Z');
  });

  it('the town’s setting says until when, and is checked', async () => {
    const one = await anEmergency();
    expect(await one.tries('佐藤', 'settings', { town, planNeedBusinessDays: 0 })).toMatchObject({ code: 'bad-input' });
    await one.does('佐藤', 'settings', { town, planNeedBusinessDays: 1 });
    await final(one);
    const task = known(await one.store.get('task', town, 'C-1/plan-need/C-1/M-1'), 'task');
    expect(task.dueAt).toBe('2026-06-02T08:15:00.000Z');
  });

  it('the answer is a note, or a plan', async () => {
    const one = await anEmergency();
    await final(one);
    const done = { kind: 'plan-need', about: 'C-1' };
    for (const note of [undefined, ' '])
      expect(await one.tries('木村', 'task', { ...done, note })).toEqual({ code: 'reason-missing', field: 'メモ' });
    await one.does('木村', 'task', { ...done, note: '郷里につながり、要らない' });
    expect(await one.tasks()).not.toContain(need);

    const other = await anEmergency();
    await final(other);
    await other.does('木村', 'consent', { case: 'C-1', member: 'A' });
    await other.does('佐藤', 'plan', { case: 'C-1', goals: ['住まいを得る'] });
    expect(await other.tasks()).not.toContain(need);
  });

  it('nobody is asked after a meeting that was no emergency or is about no plan, or where a plan is there', async () => {
    const without = await anEmergency({ framework: 'needy-support', ground: 1, danger: ['生命'], reason: '今夜の宿' });
    await final(without);
    expect(await without.tasks()).not.toContain(need);
    const calm = await anEmergency({ framework: 'needy-support', ground: 1 });
    await final(calm);
    expect(await calm.tasks()).not.toContain(need);

    const planned = await anEmergency();
    await planned.does('木村', 'consent', { case: 'C-1', member: 'A' });
    await planned.does('佐藤', 'plan', { case: 'C-1', goals: ['住まいを得る'] });
    await final(planned);
    expect(await planned.tasks()).not.toContain(need);
  });
});
