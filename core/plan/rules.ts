import { frameworks } from '../framework/frameworks.ts';
import { addDays, addMonths, type Day } from '../time.ts';
import { type Plan, planStates, type Role, type roleStates } from './model.ts';

const fieldWords = {
  person: '担当者',
  what: '内容',
  for: '対象者',
  purpose: '目的',
  frequency: '頻度',
  by: '期限',
} as const;

/** The quality gate of a role (BRIEF §2.10): what is still empty, in the sheet's words. 「うまくいかない時」 may stay open. */
export function missingOf(role: Role): readonly string[] {
  const { person, what, for: whom, purpose, frequency, by } = role;
  const values = { person, what, for: whom, purpose, frequency, by };
  return Object.entries(values)
    .filter(([, value]) => value.trim() === '')
    .map(([field]) => Object.entries(fieldWords).find(([key]) => key === field)?.[1] ?? field);
}

/** A plan rests on consent in every framework that makes none without it (BRIEF §1: 「none unless consent arrives」). */
export function planRestsOnConsent({ framework }: Pick<Plan, 'framework'>): boolean {
  return frameworks[framework].consent === 'required' || frameworks[framework].planForm === 'none';
}

/** Not yet said by the agency's own supervisor, who alone makes a role binding. */
export function isUnconfirmed({ state }: Pick<Role, 'state'>): boolean {
  return state === 'proposed' || state === 'taken-back';
}

/** A state's code for its Japanese word. */
export function roleStateOf(word: (typeof roleStates)[keyof typeof roleStates] | undefined): Role['state'] | undefined {
  switch (word) {
    case '提案':
      return 'proposed';
    case '持ち帰り':
      return 'taken-back';
    case '所属承認':
      return 'approved';
    case '確定':
      return 'confirmed';
    case '再調整':
      return 'reopened';
    case undefined:
      return undefined;
  }
}

/** Where a plan stands: 本人確認 first, then 支援決定, then support begins (BRIEF §2.12). */
export function stateOf(plan: Pick<Plan, 'framework' | 'confirmed' | 'decided'>): Plan['state'] {
  const framework = frameworks[plan.framework];
  if (framework.personConfirms && plan.confirmed === undefined) return 'awaiting-person';
  return framework.supportDecision && plan.decided === undefined ? 'awaiting-decision' : 'active';
}

// Monitoring is at least every six months, with a reason beyond (BRIEF §2.12).
const LONGEST_REVIEW_MONTHS = 6;

export function latestReview(from: Day): Day {
  return addMonths(from, LONGEST_REVIEW_MONTHS);
}

/** How many calendar months lie between the months of two days. */
const monthsBetween = (from: Day, to: Day) =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));

/**
 * The review N months after the plan's last one. A review that is an anniversary of the plan's first day stays one: from 11-30 by threes they are
 * 02-28, 05-30, 08-30, and do not drift to the 28th for good. A review that people put on another day is counted on from there.
 */
export function reviewAfter({ period, monitoring }: Pick<Plan, 'period' | 'monitoring'>, months: number): Day {
  const sinceStart = monthsBetween(period.from, monitoring.review);
  const isAnniversary = addMonths(period.from, sinceStart) === monitoring.review;
  return isAnniversary ? addMonths(period.from, sinceStart + months) : addMonths(monitoring.review, months);
}

/** A plan of N months ends the day before the anniversary: 7/1 and three months is 9/30 (BRIEF §3). */
export function periodFrom(from: Day, months: number): Plan['period'] {
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** The word for where a plan stands; one that was stopped has not come to its end. */
export function planStateWord({ state, stopped }: Pick<Plan, 'state' | 'stopped'>): string {
  return stopped === undefined ? planStates[state] : '中止';
}
