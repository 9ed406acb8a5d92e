import type { LastDay } from '../../consent/running-out.ts';
import { lastDays } from '../../consent/running-out.ts';
import { StaleRecord } from '../../errors.ts';
import type { CaseId, TownCode } from '../../ids.ts';
import type { Plan } from '../../plan/model.ts';
import { planRestsOnConsent } from '../../plan/rules.ts';
import type { Clock, Store } from '../../ports.ts';
import type { Task } from '../../task/model.ts';
import { newTask } from '../../task/rules.ts';
import { type Day, dayInJapanese, dayOf, jst } from '../../time.ts';
import { askedFrom, occasionOf } from '../consent/ending-consents.ts';

type Deps = { readonly store: Store; readonly clock: Clock };

/**
 * The consent a monitored plan rests on has ended or ends within 30 days: whoever works on the case asks for a new one. One task for each
 * consent and period; none where nothing rests on it.
 * @throws StaleRecord when somebody saved meanwhile; the entry is delivered again.
 */
export async function tellOfEndingConsents(
  { store, clock }: Deps,
  town: TownCode,
  { case: id }: { readonly case: string },
): Promise<void> {
  const [one, plan] = await Promise.all([store.get('case', town, id), store.get('plan', town, id)]);
  if (one?.worker === undefined || plan?.state !== 'active' || !planRestsOnConsent(plan)) return;
  const now = clock.now();
  const keeping = { plan, for: one.worker, id: one.id, openedAt: now };
  const wanted = lastDays(one)
    .filter((ending) => askedFrom(ending) <= now)
    .map((ending) => taskOf(keeping, ending));
  const known = await Promise.all(wanted.map((task) => store.get('task', town, task.id)));
  const put = wanted.filter((_task, at) => known[at] === undefined);
  if (put.length === 0) return;
  const audit = [{ town, at: now, who: 'workflow', did: 'consent-ending', to: id }];
  const saved = await store.commit({ put, audit });
  if (!saved.ok) throw new StaleRecord(id);
}

type Keeping = Pick<Task, 'for' | 'openedAt'> & { readonly plan: Plan; readonly id: CaseId };

function taskOf({ plan, id, openedAt, ...keeping }: Keeping, ending: LastDay): Task {
  const period = `${String(plan.edition)}-${String(plan.monitoring.period)}`;
  return newTask({
    ...{ town: plan.town, taskKind: 'consent-ending', about: id, openedAt, ...keeping },
    subject: { kind: 'case', id },
    dueAt: jst(ending.until, '17:15'),
    occasion: `${occasionOf(ending)}-${period}`,
    said: words(ending, dayOf(openedAt)),
  });
}

function words({ name, until }: LastDay, today: Day): string {
  const ends = until < today ? '切れました' : '切れます';
  return `${name}さんの本人同意は${until.slice(0, 4)}年${dayInJapanese(until)}で${ends}。支援計画は続いています。同意を取り直したら、ケースの画面の「同意を記録する」に新しい同意を入れてください。入れると、この用事は自動で済みになります。同意が得られないときは、査察指導員・主任と支援の進め方を決めてください。`;
}
