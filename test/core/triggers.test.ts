import { describe, expect, it } from 'vitest';
import { aRecordedTown } from '../support/small-meeting.ts';

const triggers = [{ name: '本人が前向き', agencies: ['包括', '精神科'], what: '訪問する' }];
const fires = { case: 'C-1', trigger: '本人が前向き' };

/** M-1 was held, and agreed whom to tell when the person is ready. */
async function anAgreedTown() {
  const one = await aRecordedTown('needy-support', { outcome: 'undecided', watch: '月1回の訪問', triggers });
  await one.until('2026-06-16T10:00');
  one.news();
  return one;
}

describe('a 発動条件 that comes true', () => {
  it('is told to every agreed agency at once', async () => {
    const one = await anAgreedTown();
    await one.does('佐藤', 'trigger', fires);
    expect(one.news()).toEqual(['trigger → 包括', 'trigger → 精神科']);
  });

  it('is a task for staff where an agreed agency left the meeting; the others hear all the same', async () => {
    const one = await anAgreedTown();
    await one.does('包括', 'leave', { meeting: 'M-1', reason: '担当を外れる' });
    one.news();
    await one.does('佐藤', 'trigger', fires);
    expect(one.news()).toContain('trigger → 精神科');
    expect(one.mails().filter(({ kind, to }) => kind === 'trigger' && to === '包括')).toEqual([]);
    const opened = (await one.tasks()).filter((task) => task.includes('trigger-unreached'));
    expect(opened).toHaveLength(1);
  });

  it('is a task for staff where an agreed agency has ended', async () => {
    const one = await anAgreedTown();
    await one.does('佐藤', 'end-agency', { id: '包括', how: 'closed', reason: '閉所' });
    await one.does('佐藤', 'trigger', fires);
    expect((await one.tasks()).filter((task) => task.includes('trigger-unreached'))).toHaveLength(1);
  });

  it('is a task for staff where nobody was agreed on', async () => {
    const one = await anAgreedTown();
    await one.does('木村', 'case', { id: 'C-1', triggers: [{ name: '緊急', agencies: [], what: '電話する' }] });
    await one.does('佐藤', 'trigger', { case: 'C-1', trigger: '緊急' });
    expect((await one.tasks()).filter((task) => task.includes('trigger-unreached'))).toHaveLength(1);
  });
});
