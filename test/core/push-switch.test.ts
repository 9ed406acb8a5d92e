import { beforeEach, describe, expect, it } from 'vitest';
import { address, spreadsheet } from '../support/shared-sheet.ts';
import { aSmallTown, neighbour, prefecture, type SmallTown, town } from '../support/small-town.ts';

describe('switching it on', () => {
  let one: SmallTown;
  beforeEach(async () => {
    one = await aSmallTown();
  });
  const said = (typed: string) => ({ town, on: true, spreadsheet: typed });

  it.each([spreadsheet, address, ` ${address} `, `https://docs.google.com/spreadsheets/u/1/d/${spreadsheet}/edit`])(
    'takes %s',
    async (typed) => {
      await one.does('中村', 'push', said(typed));
      expect(await one.store.get('push', prefecture, town)).toMatchObject({ spreadsheet, on: true, by: '中村' });
    },
  );

  it.each(['', '若草町の台帳', 'https://docs.google.com/document/d/1x/edit', '393011'])(
    'refuses 「%s」',
    async (typed) => {
      expect(await one.tries('中村', 'push', said(typed))).toMatchObject({
        code: 'spreadsheet-unreadable',
        received: typed,
      });
    },
  );

  it.each([
    ['木村', 'not-supervisor'],
    ['佐藤', 'not-supervisor'],
    ['山本', 'forbidden'],
    ['林', 'forbidden'],
    ['包括', 'forbidden'],
  ])('is not for %s', async (who, code) => {
    expect(await one.tries(who, 'push', said(address))).toMatchObject({ code });
    expect(await one.store.get('push', prefecture, town)).toBeUndefined();
  });

  it('refuses the sheet of another town', async () => {
    await one.does('中村', 'push', said(address));
    const other = await one.tries('中村', 'push', { town: neighbour, on: true, spreadsheet: address });
    expect(other).toMatchObject({ code: 'spreadsheet-taken', town });
  });

  it('says so where nobody has set up an account', async () => {
    const { sheetsAccount: _none, ...deps } = one.deps;
    Object.assign(one.deps, { sheetsAccount: undefined });
    expect(deps).not.toHaveProperty('sheetsAccount');
    expect(await one.tries('中村', 'push', said(address))).toMatchObject({ code: 'push-unavailable' });
  });

  it('has no way to be switched off where it never was on', async () => {
    expect(await one.tries('中村', 'push', { town, on: false })).toMatchObject({ code: 'spreadsheet-unreadable' });
  });
});
