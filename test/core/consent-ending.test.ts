import { describe, expect, it } from 'vitest';
import { aTownAt } from '../support/consented-town.ts';
import type { SmallTown } from '../support/small-town.ts';
import { town } from '../support/small-town.ts';

const endings = async (one: SmallTown) => (await one.tasks()).filter((task) => task.startsWith('consent-ending'));
const decided = async (one: SmallTown) => {
  await one.does('佐藤', 'confirm', { plan: 'C-1' });
  await one.does('佐藤', 'decide', { plan: 'C-1' });
};
const asked = 'consent-ending C-1 → 木村';

describe('a consent that ends while a plan rests on it', () => {
  it('is asked for anew thirty days before, once for each member', async () => {
    const one = await aTownAt('deciding', 'needy-coordination', { until: '2026-08-31' });
    await decided(one);
    await one.until('2026-07-31T08:59');
    expect(await endings(one)).toEqual([]);
    await one.until('2026-09-10T09:00');
    expect(await endings(one)).toEqual([asked, asked]);
  });

  it('names the day, the person and the way to record a new one, on the office page only', async () => {
    const one = await aTownAt('deciding', 'needy-coordination', { until: '2026-08-31' });
    await decided(one);
    one.news();
    await one.until('2026-07-31T09:00');
    const [task] = await one.store.list('task', town, 'C-1/consent-ending/');
    expect(task?.said).toMatch(/本人同意は2026年8月31日\(月\)で切れます.*「同意を記録する」/);
    expect(one.news()).toEqual([]);
  });

  it('is asked for at once where it ends within thirty days of the decision', async () => {
    const one = await aTownAt('deciding', 'needy-coordination', { until: '2026-06-30' });
    expect(await endings(one)).toEqual([]);
    await decided(one);
    expect(await endings(one)).toEqual([asked, asked]);
  });

  it('is settled for the member whose new consent was recorded, and asked for again before that one ends', async () => {
    const one = await aTownAt('deciding', 'needy-coordination', { until: '2026-06-30' });
    await decided(one);
    await one.does('木村', 'consent', { case: 'C-1', member: 'A', until: '2026-08-31' });
    expect(await endings(one)).toEqual([asked]);
    await one.does('木村', 'consent', { case: 'C-1', member: 'B' });
    expect(await endings(one)).toEqual([]);
    await one.until('2026-07-31T09:00');
    expect(await endings(one)).toEqual([asked]);
  });

  it('is nothing to do once the plan has ended', async () => {
    const one = await aTownAt('deciding', 'needy-coordination', { until: '2026-06-30' });
    await decided(one);
    await one.does('木村', 'evaluate', { plan: 'C-1', changes: '安定', outcome: '終結', handover: 'なし' });
    expect(await endings(one)).toEqual([]);
  });

  it('is still asked for in the next period, when the first was evaluated without it', async () => {
    const one = await aTownAt('deciding', 'needy-coordination', { until: '2026-06-30' });
    await decided(one);
    await one.until('2026-06-20T10:00');
    await one.does('木村', 'evaluate', { plan: 'C-1', changes: '安定', outcome: '継続' });
    expect(await endings(one)).toEqual([asked, asked]);
  });

  it('is nothing to ask for where the framework makes its plan without it', async () => {
    const one = await aTownAt('deciding', 'protection-coordination', { until: '2026-06-30' });
    await one.until('2026-07-10T09:00');
    expect(await endings(one)).toEqual([]);
  });
});
