import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../core/settings/rules.ts';
import { aSmallTown, town } from '../support/small-town.ts';

describe('the telephone of the office', () => {
  it.each([
    ['=1+1', 'bad-input'],
    ['+81=HYPERLINK("https://example.jp")', 'bad-input'],
    ['福祉係まで', 'bad-input'],
    ['110', 'bad-input'],
    ['089-000-00', 'bad-input'],
    ['089-000-000000', 'bad-input'],
    ['０８９（０００）００００', 'ok'],
    ['090ー0000ー0000', 'ok'],
    ['089-000-0000 内線12', 'ok'],
    ['', 'ok'],
  ])('%s: %s', async (phone, code) => {
    const one = await aSmallTown();
    expect(await one.tries('佐藤', 'settings', { phone })).toMatchObject({ code });
  });

  it('is printed as it is dialled', async () => {
    const one = await aSmallTown();
    await one.does('佐藤', 'settings', { phone: '０８９（０００）００００' });
    expect((await settingsOf(one.deps, town)).phone).toBe('089-000-0000');
  });
});
