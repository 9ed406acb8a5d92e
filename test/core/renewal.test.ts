import { describe, expect, it } from 'vitest';
import { createHandler as createLookAhead } from '../../functions/look-ahead/handler.ts';
import { createHandler as createOpenWait } from '../../functions/open-wait/handler.ts';
import { createHandler as createTakeStep } from '../../functions/take-step/handler.ts';
import { signalRun } from '../../core/commands/outbox/open-wait.ts';
import { addSeconds } from '../../core/time.ts';
import { firstOf, successorOf } from '../../core/workflow/rules.ts';
import { convening, invite, members } from '../support/small-meeting.ts';
import { aSmallTown, town } from '../support/small-town.ts';

const DAY = 24 * 60 * 60;

async function aConvenedMeeting() {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', members });
  await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
  await one.does('佐藤', 'convene', { ...convening, invite: invite('包括') });
  return one;
}

describe('a run that becomes old', () => {
  it('hands over before the year is over, but first does what is due', async () => {
    const { deps } = await aConvenedMeeting();
    const lookAhead = createLookAhead(deps);
    const now = deps.clock.now();
    const ask = (daysAgo: number) =>
      lookAhead({ stage: 'convening', town, id: 'M-1', startedAt: addSeconds(now, -daysAgo * DAY) });

    expect(await ask(299)).toMatchObject({ step: 'wait' });
    expect(await ask(300)).toMatchObject({ step: 'renew' });
    // The service leaves out milliseconds that are zero.
    const spelledShort = addSeconds(now, -300 * DAY).replace('.000Z', 'Z');
    expect(await lookAhead({ stage: 'convening', town, id: 'M-1', startedAt: spelledShort })).toMatchObject({
      step: 'renew',
    });
  });

  it('starts one successor, however often it is asked to', async () => {
    const { deps } = await aConvenedMeeting();
    const takeStep = createTakeStep(deps);
    const asked = { stage: 'convening', town, id: 'M-1', step: 'renew', key: 'renew', execution: '393011-M-1-c1-x2' };
    for (let times = 0; times < 2; times += 1) await takeStep(asked);

    const later = addSeconds(deps.clock.now(), 1);
    const started = (await deps.store.dueEntries(later, 100)).flatMap(({ effect }) =>
      effect.type === 'start' ? [effect] : [],
    );
    expect(new Set(started.map(({ name }) => name))).toContain('393011-M-1-c1-x3');
    expect(started.at(-1)).toEqual({
      type: 'start',
      workflow: 'convening',
      name: '393011-M-1-c1-x3',
      input: { town, id: 'M-1' },
    });
  });

  it('is woken in its successor by an event that knows only its first name', async () => {
    const { deps } = await aConvenedMeeting();
    const ended: string[] = [];
    const workflows = {
      start: async () => undefined,
      complete: async (token: string) => {
        ended.push(token);
        return 'completed' as const;
      },
    };
    await createOpenWait({ store: deps.store, workflows })({ town, execution: '393011-M-1-c1-x2', token: 'second' });
    await signalRun({ store: deps.store, workflows }, town, '393011-M-1-c1');
    expect(ended).toEqual(['second']);
  });

  it('is numbered on, whatever the meeting is called', () => {
    expect(successorOf('393011-M-x2-c1')).toBe('393011-M-x2-c1-x2');
    expect(successorOf('393011-M-x2-c1-x9')).toBe('393011-M-x2-c1-x10');
    expect(firstOf('393011-M-x2-c1-x10')).toBe('393011-M-x2-c1');
  });
});
