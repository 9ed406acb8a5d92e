import { describe, expect, it } from 'vitest';
import type { Town } from '../../core/access/model.ts';
import { townCodeSchema } from '../../core/ids.ts';
import type { Status } from '../../core/status/model.ts';
import { daySchema } from '../../core/time.ts';
import { figuresOf } from '../../functions/show-status/figures.ts';
import { convene, openOffice } from '../support/door.ts';

describe("the prefecture's page", () => {
  it('counts meetings by state and tells no case, no name and no text', async () => {
    const office = await openOffice();
    await convene(office);
    const { status, body } = await office.get('/status', { as: '山本' });
    expect(status).toBe(200);
    expect(body).toContain('若草町');
    expect(body).toContain('回答待ち');
    for (const secret of ['試験', 'C-1', '物忘れ', '地域包括']) expect(body).not.toContain(secret);
  });

  it('names what is late, with its town and how late, and a plan without its case', async () => {
    const office = await openOffice();
    await convene(office);
    await office.at('2026-07-10T10:00');
    const { body } = await office.get('/status', { as: '山本' });
    expect(body).toMatch(/会議 M-1[\s\S]*記録待ち[\s\S]*(超過|遅延)/);
    expect(body).not.toContain('C-1');
  });

  it('counts the days of late minutes from the day they were due, not from the deadline of the replies', async () => {
    const office = await openOffice();
    await convene(office);
    await office.at('2026-07-10T10:00');
    expect((await office.get('/status', { as: '山本' })).body).toMatch(/会議 M-1[\s\S]*6月22日[\s\S]*18日/);
  });

  it('counts the days of a late request from the day the host was to decide on it', async () => {
    const office = await openOffice();
    await office.does('木村', 'case', { id: 'C-1', members: [{ id: 'A', name: '試験', covered: true }] });
    await office.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    await office.at('2026-06-30T10:00');
    expect((await office.get('/status', { as: '山本' })).body).toMatch(/会議 M-1[\s\S]*6月8日[\s\S]*22日/);
  });

  it('is not for towns, agencies or strangers', async () => {
    const office = await openOffice();
    expect((await office.get('/status', { as: '木村' })).status).toBe(403);
    expect((await office.get('/status')).status).toBe(403);
  });

  it('flags a town where nobody ever came', async () => {
    const office = await openOffice();
    expect((await office.get('/status', { as: '山本' })).body).toContain('相談が一件もない町村: 若草町');
  });
});

// 図8 of the report: consultations and supported persons of 会津's eleven towns (towns-and-villages.md §4).
const aizu: readonly (readonly [string, number, number])[] = [
  ['北塩原村', 2, 2],
  ['西会津町', 5, 3],
  ['磐梯町', 6, 2],
  ['猪苗代町', 14, 4],
  ['会津坂下町', 7, 0],
  ['湯川村', 5, 4],
  ['柳津町', 0, 0],
  ['三島町', 1, 1],
  ['金山町', 1, 0],
  ['昭和村', 0, 0],
  ['会津美里町', 5, 3],
];

describe('the figures of a region', () => {
  const prefecture = townCodeSchema.parse('070009');
  const code = (index: number) => townCodeSchema.parse(`07${String(4000 + index)}`);
  const towns = aizu.map(([name], index): Town => ({
    ...{ kind: 'town', town: prefecture, id: code(index), version: 1, name, host: 'prefecture' },
  }));
  const statuses = aizu.flatMap(([, consultations, supported], index) =>
    Array.from({ length: consultations }, (_, number): Status => ({
      ...{ kind: 'status', of: 'case', town: code(index), id: `case/${String(number)}` },
      state: number < supported ? 'supported' : 'received',
      openedOn: daySchema.parse('2014-06-01'),
    })),
  );
  const figures = figuresOf(towns, statuses);

  it('add up to the 46 consultations and 19 supports of 会津', () => {
    expect(figures.reduce((sum, one) => sum + one.consultations, 0)).toBe(46);
    expect(figures.reduce((sum, one) => sum + one.supported, 0)).toBe(19);
    expect(figures.filter(({ supported }) => supported > 0)).toHaveLength(7);
  });

  it('name the towns without a consultation, and those that only consult', () => {
    const without = figures.filter(({ consultations }) => consultations === 0).map(({ town }) => town.name);
    expect(without).toEqual(['柳津町', '昭和村']);
    const unsupported = figures.filter((one) => one.consultations > 0 && one.supported === 0);
    expect(unsupported.map(({ town }) => town.name)).toEqual(['会津坂下町', '金山町']);
  });
});
