import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monitoringAgenda } from '../../core/monitoring/agenda.ts';
import { caseIdSchema, meetingIdSchema, roleIdSchema } from '../../core/ids.ts';
import { takeStep } from '../../core/stages/take-step.ts';
import { addDays, dayInJapanese, dayOf, type Day, daySchema } from '../../core/time.ts';
import { aPlan, settings } from '../support/builders.ts';
import { aPlannedTown } from '../support/small-meeting.ts';
import { type SmallTown, town } from '../support/small-town.ts';

const first = daySchema.parse('2026-09-15');

/** Beside C-1 (reviewed on 15 September) a plan for each of these days, from a meeting of its own, with a role of 包括 in each. */
async function withPlans(reviews: readonly Day[]): Promise<SmallTown> {
  const one = await aPlannedTown();
  for (const [index, review] of reviews.entries()) await addPlan(one, String(index + 2), review);
  one.news();
  return one;
}

async function addPlan({ store, runs }: SmallTown, number: string, review: Day): Promise<void> {
  const meeting = await store.get('meeting', town, 'M-1');
  const [plan, known, role] = await Promise.all([
    store.get('plan', town, 'C-1'),
    store.get('case', town, 'C-1'),
    store.get('role', town, 'R-1'),
  ]);
  if (meeting === undefined || plan === undefined || known === undefined || role === undefined) throw new Error('gone');
  const [id, held, does] = [
    caseIdSchema.parse(`C-${number}`),
    meetingIdSchema.parse(`M-${number}`),
    roleIdSchema.parse(`R-${number}`),
  ];
  const fresh = { version: 0 } as const;
  await store.commit({
    put: [
      { ...known, ...fresh, id },
      { ...meeting, ...fresh, id: held, cases: [id] },
      { ...role, ...fresh, id: does, meeting: held },
      { ...plan, ...fresh, id, meeting: held, roles: [does], monitoring: { ...plan.monitoring, review } },
    ],
  });
  runs.set(id, { stage: 'monitoring', town, id, edition: plan.edition, period: plan.monitoring.period });
}

const isLive = async ({ deps, store }: SmallTown, link: string) =>
  (await store.link(deps.secrets.fingerprint(link.split('/a/')[1] ?? ''))) !== undefined;

const lettersOf = (one: SmallTown, kind: string) =>
  one.everSent().filter((mail) => mail.mailKind === kind && mail.to === '包括');

/** The plans a letter asks about: by name where there are several. */
const plansIn = ({ id, text }: { readonly id: string; readonly text: string }) => {
  const named = [...text.matchAll(/（ケース (C-\d+)）/g)].map(([, plan = '']) => plan);
  return named.length === 0 ? [id.split('/')[0] ?? ''] : named;
};

const ownDays = (review: Day, step: string) => {
  const plan = aPlan({ monitoring: { period: 1, review, done: {} } });
  const agenda = monitoringAgenda(plan, { edition: 1, period: 1 }, settings) ?? [];
  return agenda.filter((item) => item.step === step).map(({ at }) => dayOf(at));
};

describe('requests for reports that would reach one agency within a week', () => {
  it('are one letter, with the page and the last day of each', async () => {
    const one = await withPlans([daySchema.parse('2026-09-18')]);
    await one.until('2026-09-05T12:00');
    const [mail, ...more] = one.mails().filter(({ kind }) => kind === 'monitoring-request');
    expect(more).toEqual([]);
    expect(mail?.on).toBe('2026年9月1日(火)09:00');
    expect(mail?.text).toMatch(/^【9月15日\(火\)までにご報告を】モニタリング 2件（M-1ほか・それぞれの期限）\n/);
    expect(mail?.text).toMatch(/M-1（ケース C-1）\n■ 報告の期限：2026年9月15日\(火\)\n■ 返信コード：\S+\nhttps:\S+\n/);
    expect(mail?.text).toMatch(/M-2（ケース C-2）\n■ 報告の期限：2026年9月18日\(金\)\n■ 返信コード：\S+\nhttps:\S+\n/);
    const links = mail?.text.match(/https:\S+/g) ?? [];
    expect(new Set(links).size).toBe(2);
    for (const link of links) expect(await isLive(one, link)).toBe(true);
  });

  it('stay two letters when a week lies between them', async () => {
    const one = await withPlans([daySchema.parse('2026-09-24')]);
    await one.until('2026-09-14T12:00');
    expect(lettersOf(one, 'monitoring-request').map(plansIn)).toEqual([['C-1'], ['C-2']]);
  });

  it('are one sheet of paper for an agency without mail', async () => {
    const one = await withPlans([daySchema.parse('2026-09-18')]);
    await one.does('佐藤', 'agency', { id: '包括', mail: '', fax: '000-000-0003' });
    await one.until('2026-09-05T12:00');
    const tasks = (await one.store.list('task', town)).filter(({ id }) => id.includes('monitoring-request'));
    expect(tasks.map(({ taskKind, plans, said }) => ({ taskKind, plans, said }))).toEqual([
      {
        taskKind: 'fax',
        plans: ['C-2'],
        said: `一通で報告をお願いする支援計画: C-1（${dayInJapanese(first)}まで）、C-2（9月18日(金)まで）`,
      },
    ]);
  });

  it('are asked for once however often a step is tried', async () => {
    const one = await withPlans([daySchema.parse('2026-09-18')]);
    await one.until('2026-09-05T12:00');
    for (const run of one.runs.values())
      for (const key of ['ask-for-reports-1-2026-09-01', 'ask-for-reports-1-2026-09-04'])
        expect(await takeStep(one.deps, run, 'ask-for-reports', key)).toBe(false);
    await one.until('2026-09-05T13:00');
    expect(lettersOf(one, 'monitoring-request')).toHaveLength(1);
  });
});

const kinds = [
  ['monitoring-request', 'ask-for-reports'],
  ['monitoring-reminder', 'remind-reports'],
] as const;

type Told = { readonly on: Day; readonly plans: readonly string[] };

/** As often as it is due, each time on its day or up to six days before. */
function expectInTime(letters: readonly Told[], plan: string, due: readonly Day[]): void {
  const told = letters.filter(({ plans }) => plans.includes(plan)).map(({ on }) => on);
  expect(told).toHaveLength(due.length);
  for (const [index, day] of due.entries()) {
    expect((told[index] ?? '') <= day).toBe(true);
    expect((told[index] ?? '') > addDays(day, -7)).toBe(true);
  }
}

/** Two letters within a week only where one plan is reminded twice in it, or was not asked yet when the first of them went. */
function expectApart(letters: readonly Told[], requests: readonly Told[]): void {
  const askedOn = (plan: string) => requests.find(({ plans }) => plans.includes(plan))?.on ?? '';
  for (const [index, { on, plans }] of letters.entries()) {
    const next = letters[index + 1];
    const isOwn = next?.plans.some((plan) => plans.includes(plan) || askedOn(plan) >= on) ?? true;
    if (!isOwn) expect((next?.on ?? '') >= addDays(on, 7)).toBe(true);
  }
}

describe('whatever the days of the reviews', () => {
  const days = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 4 });

  it('no request or reminder is lost or late, and no two letters come within a week', async () => {
    await fc.assert(
      fc.asyncProperty(days, async (offsets) => {
        const reviews = offsets.map((offset) => addDays(first, offset));
        const one = await withPlans(reviews);
        await one.until('2026-10-28T12:00');
        const due = [first, ...reviews].map((review, index) => [`C-${String(index + 1)}`, review] as const);
        const told = (kind: string) =>
          lettersOf(one, kind).map((mail) => ({ on: dayOf(mail.createdAt), plans: plansIn(mail) }));
        for (const [kind, step] of kinds) {
          const letters = told(kind);
          for (const [plan, review] of due) expectInTime(letters, plan, ownDays(review, step));
          expectApart(letters, kind === 'monitoring-reminder' ? told('monitoring-request') : []);
        }
      }),
      { numRuns: 8 },
    );
  });
});
