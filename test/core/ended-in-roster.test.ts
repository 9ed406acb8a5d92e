import { describe, expect, it } from 'vitest';
import { convening, invite, members } from '../support/small-meeting.ts';
import { aSmallTown } from '../support/small-town.ts';

/** A request of the town, under a body whose standing roster names 包括 and 社協; 社協 has ended since. */
async function aTownWithoutShakyo(ending: object) {
  const one = await aSmallTown();
  const entry = { standing: 'required', class: '相談支援', purpose: '見守りの相談' };
  await one.does('中村', 'body', {
    id: 'B-1',
    name: '支援会議',
    framework: 'needy-support',
    roster: { 包括: entry, 社協: entry },
  });
  await one.does('佐藤', 'end-agency', { id: '社協', ...ending });
  await one.does('木村', 'case', { id: 'C-1', members });
  await one.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
  return one;
}

describe('an agency of the standing roster that has ended', () => {
  it.each([
    ['paused', { how: 'paused', reason: '担当者が不在' }, /休止.*担当者が不在/],
    ['merged into another', { how: 'merged', into: '精神科', reason: '統合した' }, /統合.*精神科/],
  ])('and is %s is left out with the reason; the others are called', async (_how, ending, reason) => {
    const one = await aTownWithoutShakyo(ending);
    await one.does('佐藤', 'convene', { ...convening, invite: {} });
    expect(one.news()).toEqual(['invitation → 包括']);
    expect((await one.meeting()).leftOut).toMatchObject([{ agency: '社協', reason: expect.stringMatching(reason) }]);
  });

  it('is refused by its name when somebody calls it all the same', async () => {
    const one = await aTownWithoutShakyo({ how: 'closed', reason: '廃止' });
    expect(await one.tries('佐藤', 'convene', { ...convening, invite: invite('社協') })).toMatchObject({
      code: 'agency-ended',
      id: '社協',
    });
  });
});
