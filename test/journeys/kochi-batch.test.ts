import { describe, expect, it } from 'vitest';
import { checkScenario } from '../../local/scenario/check.ts';
import { openWorld } from '../../local/scenario/open-world.ts';
import { playScenario } from '../../local/scenario/play.ts';
import { kochi, planned } from '../support/kochi.ts';

const sum = (numbers: readonly (number | undefined)[]) => numbers.reduce<number>((all, one = 0) => all + one, 0);

describe('736 consultations of Kochi (towns-and-villages.md §10-6)', () => {
  it('come to 19 cases, 15 meetings and 10 decisions, and the other 717 start nothing', async () => {
    // A YAML file may as well be JSON.
    const checked = checkScenario(JSON.stringify(kochi));
    if ('problems' in checked) throw new Error(JSON.stringify(checked.problems.slice(0, 3)));
    const world = await openWorld(checked.scenario, undefined);
    try {
      expect(await playScenario(checked.scenario, world)).toEqual([]);
      const facts = await world.look();
      const names = Object.entries(facts.counts).filter(([key]) => key.startsWith('試験'));
      const total = (what: string) => sum(names.map(([, counts]) => counts[what]));
      expect([total('相談'), total('ケース'), total('支援'), total('決定待ち') + total('完了')]).toEqual([
        736, 19, 10, 15,
      ]);
      expect(Object.keys(facts.consultations)).toHaveLength(736);

      const others = Object.keys(facts.consultations).filter((id) => !planned.includes(id));
      expect(others).toHaveLength(717);
      const moved = JSON.stringify([facts.executions, facts.tasks, facts.mails]);
      expect(others.filter((id) => moved.includes(id))).toEqual([]);
    } finally {
      await world.close();
    }
  });
});
