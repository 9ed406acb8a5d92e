import { expect, it } from 'vitest';
import { convening } from '../support/small-meeting.ts';
import { aSmallTown } from '../support/small-town.ts';

it('takes a household out of a meeting that was about others, too', async () => {
  const one = await aSmallTown('2026-06-01T09:00');
  await one.does('木村', 'case', { id: 'C-1', issues: [1], members: [{ id: 'A', name: '試験花子', covered: true }] });
  await one.does('木村', 'case', { id: 'C-2', issues: [1], members: [{ id: 'A', name: '見本次郎', covered: true }] });
  await one.does('佐藤', 'convene', {
    ...{ ...convening, cases: ['C-1', 'C-2'], framework: 'needy-support', ground: 1 },
    invite: {
      包括: {
        class: '相談支援',
        purpose: [
          { text: '試験の目的', members: ['C-1/A'] },
          { text: '見本の目的', members: ['C-2/A'] },
        ],
      },
    },
  });
  await one.until('2026-06-16T10:00');
  await one.does('佐藤', 'record', {
    ...{ meeting: 'M-1', attendance: ['包括'], outcome: 'undecided', final: true },
    items: [
      { topic: '試験の議題', case: 'C-1', discussed: '試験', conclusion: '試験' },
      { topic: '見本の議題', case: 'C-2', discussed: '見本', conclusion: '見本' },
    ],
    watch: { frequency: '月1回', contact: '包括', moves: '訪問' },
  });
  await one.does('木村', 'close', { case: 'C-1', outcome: '終結', reason: '落ち着いた' });
  await one.until('2032-04-01T09:00');
  await one.does('木村', 'propose-disposal', { disposal: 'D-1', cases: ['C-1'] });
  await one.does('中村', 'confirm-disposal', { disposal: 'D-1' });

  const left = JSON.stringify(await one.meeting());
  expect(left).not.toContain('試験');
  expect(left).toContain('見本の目的');
  expect(left).toContain('見本の議題');
  expect((await one.meeting()).cases).toEqual(['C-2']);
});
