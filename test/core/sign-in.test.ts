import { beforeEach, describe, expect, it } from 'vitest';
import { aSmallTown, prefecture, type SmallTown } from '../support/small-town.ts';

describe('the address a member of staff signs in with', () => {
  let one: SmallTown;
  beforeEach(async () => {
    one = await aSmallTown();
  });
  const mailOf = async (id: string) =>
    (await one.deps.store.list('person', prefecture)).find((person) => person.id === id)?.mail;

  it('is said by the host, and taken away again', async () => {
    await one.does('佐藤', 'sign-in', { person: '木村', mail: 'Kimura@town.example.jp' });
    expect(await mailOf('木村')).toBe('Kimura@town.example.jp');
    await one.does('佐藤', 'sign-in', { person: '木村', mail: '' });
    expect(await mailOf('木村')).toBeUndefined();
  });

  it('is one person’s only, in whatever case it is written', async () => {
    await one.does('佐藤', 'sign-in', { person: '木村', mail: 'kimura@town.example.jp' });
    expect(await one.tries('佐藤', 'sign-in', { person: '佐藤', mail: 'KIMURA@town.example.jp' })).toMatchObject({
      code: 'sign-in-taken',
      person: '木村',
    });
  });

  it.each([
    ['木村', '木村'],
    ['木村', '佐藤'],
    ['山本', '木村'],
    ['佐藤', '中村'],
  ])('is not for %s to say of %s: whoever could, could come in as somebody else', async (by, person) => {
    const before = await mailOf(person);
    expect(await one.tries(by, 'sign-in', { person, mail: 'other@example.jp' })).toMatchObject({
      code: 'forbidden',
    });
    expect(await mailOf(person)).toBe(before);
  });
});
