import { describe, expect, it } from 'vitest';
import { meetingIdSchema, personIdSchema, townCodeSchema } from '../../core/ids.ts';
import { newTask } from '../../core/task/rules.ts';
import { instantSchema } from '../../core/time.ts';
import { handLine } from '../../functions/work-office/meeting/delivery-lines.ts';

describe('what is brought by hand', () => {
  const at = instantSchema.parse('2026-06-01T01:00:00.000Z');
  const fax = newTask({
    ...{ town: townCodeSchema.parse('393011'), taskKind: 'fax', for: personIdSchema.parse('佐藤'), about: '民生' },
    ...{ subject: { kind: 'meeting', id: meetingIdSchema.parse('M-1') }, openedAt: at, occasion: 'invitation' },
  });
  const lineOf = async (by: string) => String(await handLine({ ...fax, done: { at, by } }, at));

  it.each([
    ['workflow', 'つどい'],
    ['佐藤', '佐藤'],
  ])('and done by %s says %s', async (by, word) => {
    expect(await lineOf(by)).toContain(`${word} `);
    expect(await lineOf(by)).not.toContain('workflow');
  });
});
