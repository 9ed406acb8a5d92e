import type { Case, CaseState } from '../../case/model.ts';

type Trigger = Case['triggers'][number];
type Said = {
  readonly triggers: readonly Omit<Trigger, 'firedAt'>[];
  readonly final: boolean;
  readonly outcome: 'decided' | 'undecided';
};

const beforeSupport: ReadonlySet<CaseState> = new Set(['received', 'awaiting-consent', 'assessing', 'planning']);

/** Of the cases of a meeting, those its minutes change. */
export function casesAfter(cases: readonly Case[], said: Said): readonly Case[] {
  return cases
    .map((before) => ({ before, after: watchedOver(withTriggers(before, said.triggers), said) }))
    .flatMap(({ before, after }) => (after === before ? [] : [after]));
}

/** Final minutes without a policy leave a case that has no support yet to the watch-over they agreed (BRIEF §2.11). */
function watchedOver(one: Case, { final, outcome }: Said): Case {
  return final && outcome === 'undecided' && beforeSupport.has(one.state) ? { ...one, state: 'watched-over' } : one;
}

/** 発動条件 agreed in the meeting join each case; one of the same name, as from a draft of these minutes, gives way. */
function withTriggers(one: Case, triggers: Said['triggers']): Case {
  if (triggers.length === 0) return one;
  const names = triggers.map((trigger) => trigger.name);
  const firedAt = (name: string) => one.triggers.find((trigger) => trigger.name === name)?.firedAt ?? [];
  const others = one.triggers.filter((trigger) => !names.includes(trigger.name));
  return { ...one, triggers: [...others, ...triggers.map((each) => ({ ...each, firedAt: firedAt(each.name) }))] };
}
