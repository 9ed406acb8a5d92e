import { describe, expect, it } from 'vitest';
import { inOneTown } from '../../core/access/one-town.ts';
import { perform } from '../../core/commands/perform.ts';
import { actorNamed, aSmallTown, neighbour, type SmallTown, town } from '../support/small-town.ts';

async function convened(second: string) {
  const one = await aSmallTown();
  for (const clerk of ['木村', '野田'])
    await one.does(clerk, 'case', { id: 'C-1', members: [{ id: 'A', name: '試験花子', covered: true }] });
  const invite = { 社協: { class: '相談支援', purpose: '受診の相談' } };
  const part = (of: string, meeting: string) => ({ town: of, meeting, cases: ['C-1'], ground: 1, invite });
  await one.does('佐藤', 'convene-together', {
    ...{ date: '2026-06-15T14:00', place: '福祉保健所', outlook: '1回', framework: 'needy-support' },
    parts: [part(town, 'M-1'), part(neighbour, second)],
  });
  return one;
}

describe('two parts that bear the same number', () => {
  const texts = (one: SmallTown, to: string) => one.mails().filter((mail) => mail.to === to);

  it('are told apart by their towns in every word to agencies, on paper and in the calendar', async () => {
    const one = await convened('M-1');
    await one.until('2026-06-10T12:00');
    const [notice, reminder] = texts(one, '社協');
    for (const mail of [notice, reminder]) {
      expect(mail?.text).toContain('M-1（若草町）');
      expect(mail?.text).toMatch(/会議番号：M-1（野原町）/);
      expect(mail?.text).not.toMatch(/M-1(?!（)/);
    }
    expect(notice?.calendar?.summary).toBe('関係機関会議 M-1（若草町）');
    const off = { meeting: 'M-1', reason: '大雪', whole: true };
    expect((await perform(inOneTown(one.deps, town), actorNamed('佐藤'), 'cancel', off)).ok).toBe(true);
    await one.play();
    expect(texts(one, '社協').at(-1)?.text).toContain('会議番号：M-1（若草町）、M-1（野原町）');
  });

  it('name no town where the numbers differ', async () => {
    const one = await convened('M-2');
    expect(texts(one, '社協')[0]?.text).not.toMatch(/若草町|野原町/);
  });
});
