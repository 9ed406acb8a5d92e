import type { Scenario, Step } from './check.ts';
import { differencesOf } from './differences.ts';
import type { Difference } from './difference.ts';
import type { Path } from './source.ts';
import type { Outcome, World } from './world.ts';

export type Failure = {
  readonly step: number;
  readonly line: number;
  /** Where in the step: `expect.state.M-1`, or the verb. */
  readonly at: string;
  readonly expected: string;
  readonly received: string;
};

/** Plays step after step and stops at the first that goes otherwise, with all that is wrong there. */
export async function playScenario(scenario: Scenario, world: World): Promise<readonly Failure[]> {
  let seen = 0;
  for (const step of scenario.steps) {
    if (step.at !== undefined) await world.moveTo(step.at);
    const failed = await act(step, world);
    if (failed !== undefined) return [failed];

    const { differences, mails } = await compare(step, world, seen);
    if (differences.length > 0) return differences.map((difference) => failureOf(step, difference));
    if (step.expect.mail !== undefined) seen = mails;
  }
  return [];
}

async function act(step: Step, world: World): Promise<Failure | undefined> {
  if (step.deed === undefined) return undefined;
  const { verb, input } = step.deed;
  if (verb === 'kill') {
    await world.kill();
    return undefined;
  }
  const outcome = await world.act(step.as, verb, input);
  if (isAsExpected(outcome, step.refused)) return undefined;
  return {
    step: step.number,
    line: step.lineOf(verb),
    at: verb,
    expected: step.refused === undefined ? '受け付けられる' : `断られる（${step.refused}）`,
    received: outcome.ok ? '受け付けられました' : `断られました（${outcome.code}）${outcome.message}`,
  };
}

function isAsExpected(outcome: Outcome, refused: string | undefined): boolean {
  return outcome.ok ? refused === undefined : outcome.code === refused;
}

async function compare(
  step: Step,
  world: World,
  seen: number,
): Promise<{ differences: readonly Difference[]; mails: number }> {
  if (Object.keys(step.expect).length === 0) return { differences: [], mails: seen };
  if (step.expect.mail !== undefined) await world.tellChanges?.();
  const facts = await world.look();
  const pages: Record<string, string> = {};
  for (const actor of Object.keys(step.expect.sees ?? {})) pages[actor] = await world.pagesOf(actor);
  const differences = differencesOf(step.expect, { facts, mails: facts.mails.slice(seen), pages });
  return { differences, mails: facts.mails.length };
}

function failureOf(step: Step, { path, expected, received }: Difference): Failure {
  const full: Path = ['expect', ...path];
  return { step: step.number, line: step.lineOf(...full), at: full.join('.'), expected, received };
}
