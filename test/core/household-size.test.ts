import { expect, it } from 'vitest';
import { aSmallTown, town } from '../support/small-town.ts';

const people = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ id: `P${String(from + at)}`, name: '試験の人' }));

it('a case takes thirty members and no more, however they come, and keeps those it has', async () => {
  const one = await aSmallTown();
  await one.does('木村', 'case', { id: 'C-1', members: people(1, 29) });
  const refused = { code: 'bad-input', field: '世帯員' };
  expect(await one.tries('木村', 'case', { id: 'C-1', members: people(30, 31) })).toMatchObject(refused);
  expect(await one.tries('木村', 'case', { id: 'C-2', members: people(1, 20_000) })).toMatchObject({
    code: 'bad-input',
  });
  await one.does('木村', 'member', { case: 'C-1', id: 'P30', name: '試験の人' });
  expect(await one.tries('木村', 'member', { case: 'C-1', id: 'P31', name: '試験の人' })).toMatchObject(refused);
  expect((await one.store.get('case', town, 'C-1'))?.members).toHaveLength(30);
  expect(await one.store.get('case', town, 'C-2')).toBeUndefined();
});
