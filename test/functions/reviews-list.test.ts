import { beforeAll, describe, expect, it } from 'vitest';
import { caseIdSchema, personIdSchema } from '../../core/ids.ts';
import { type OpenedOffice, town } from '../support/door.ts';
import { planned } from '../support/office-moments.ts';

const home = `/office/${town}`;
const MANY = 52;

let office: OpenedOffice;
beforeAll(async () => {
  office = await planned({
    towns: { [town]: { name: '若草町', host: 'prefecture', area: '東部' } },
    people: { [personIdSchema.parse('森')]: { role: 'area', areas: ['東部'] } },
  });
  await office.does('佐藤', 'confirm', { role: 'R-1', by: '所長' });
  await office.does('佐藤', 'confirm', { plan: 'C-1', by: '本人' });
  await office.does('木村', 'assign', { case: 'C-1', worker: '木村', reason: '受付' });
});

/** The plan of C-1 and its case over and over, under numbers of their own. */
async function multiplied(): Promise<void> {
  const { store } = office.app.deps;
  const [one, plan] = await Promise.all([store.get('case', town, 'C-1'), store.get('plan', town, 'C-1')]);
  if (one === undefined || plan === undefined) throw new Error('no C-1');
  for (let number = 2; number <= MANY; number += 1) {
    const id = caseIdOf(number);
    await store.commit({
      put: [
        { ...one, id, version: 0 },
        { ...plan, id, version: 0, roles: [] },
      ],
    });
  }
}
const caseIdOf = (number: number) => caseIdSchema.parse(`C-${String(number)}`);

async function keepWithinTown(withinTown: boolean): Promise<void> {
  const { store } = office.app.deps;
  const one = await store.get('case', town, 'C-1');
  if (one === undefined) throw new Error('no C-1');
  await store.commit({ put: [{ ...one, withinTown }] });
}

const look = async (path: string, as: string) => (await office.get(path, { as })).body;
const plansOn = (body: string) => [...body.matchAll(/\/plans\/(C-\d+)"/g)].map(([, id = '']) => id);

describe('the list モニタリング', () => {
  it('says whose household each plan is, who keeps it, and how many agencies have reported', async () => {
    const body = await look(`${home}/reviews`, '木村');
    expect(body).toContain('試験ハナ・試験一郎');
    expect(body).toMatch(/data-label="担当者"[^>]*>木村</);
    expect(body).toContain('0 / 1機関');
  });

  it('shows no case that stays within the town to who works elsewhere', async () => {
    expect(await look(`${home}/reviews`, '森')).toContain('試験ハナ');
    await keepWithinTown(true);
    expect(await look(`${home}/reviews`, '木村')).toContain('試験ハナ');
    expect(await look(`${home}/reviews`, '森')).not.toContain('試験ハナ');
    await keepWithinTown(false);
  });

  it('is fifty a page, and the log says of which cases it told', async () => {
    await multiplied();
    expect(plansOn(await look(`${home}/reviews`, '木村'))).toHaveLength(50);
    expect(plansOn(await look(`${home}/reviews?page=2`, '木村'))).toEqual(['C-51', 'C-52']);
    expect((await office.app.deps.store.audit(town)).at(-1)).toMatchObject({
      part: 'reviews',
      about: ['C-51', 'C-52'],
    });
  });
});
