import { describe, expect, it } from 'vitest';
import { inOneTown } from '../../core/access/one-town.ts';
import { perform } from '../../core/commands/perform.ts';
import { actorNamed, aSmallTown, known, neighbour, type SmallTown, town } from '../support/small-town.ts';

const call = { class: '相談支援', purpose: '受診の相談' };
const part = (of: string, meeting: string, ...agencies: readonly string[]) => ({
  ...{ town: of, meeting, cases: ['C-1'], ground: 1 },
  invite: Object.fromEntries(agencies.map((agency) => [agency, call])),
});

/** Two towns from 14:00 and from 15:00 on 15 June; 社協 and 民生 come to both, 社協 has said so. All have heard of it. */
async function heard() {
  const one = await aSmallTown();
  for (const clerk of ['木村', '野田'])
    await one.does(clerk, 'case', { id: 'C-1', members: [{ id: 'A', name: '試験花子', covered: true }] });
  await one.does('佐藤', 'convene-together', {
    ...{ date: '2026-06-15T14:00', place: '福祉保健所', outlook: '1回', framework: 'needy-support' },
    preparation: '記録',
    parts: [part(town, 'W-1', '包括', '社協', '民生'), part(neighbour, 'N-1', '社協', '精神科', '民生')],
  });
  await one.until('2026-06-02T10:00');
  await one.does('社協', 'reply', { meeting: 'W-1', answer: '出席' });
  await one.does('佐藤', 'task', { kind: 'fax', about: '民生', done: true });
  expect([...(await one.tasks(town)), ...(await one.tasks(neighbour))]).toEqual([]);
  one.news();
  return one;
}

async function changes(one: SmallTown, of: typeof town, said: object, who = '佐藤') {
  const meeting = of === town ? 'W-1' : 'N-1';
  const done = await perform(inOneTown(one.deps, of), actorNamed(who), 'change', { meeting, ...said });
  expect(done).toMatchObject({ ok: true });
  await one.play();
}
const off = async (one: SmallTown, of: typeof town) => {
  const said = { meeting: of === town ? 'W-1' : 'N-1', reason: '入院' };
  expect(await perform(inOneTown(one.deps, of), actorNamed('佐藤'), 'cancel', said)).toMatchObject({ ok: true });
  await one.play();
};
const texts = (one: SmallTown, agency: string) =>
  one
    .mails()
    .filter(({ to }) => to === agency)
    .map(({ text }) => text);
const firstLines = (one: SmallTown, agency: string) => texts(one, agency).map((text) => text.split('\n')[0]);

describe('ご準備 of one part of a sitting', () => {
  it('is that part’s alone: who comes to it hears once, and nobody reads that the others changed', async () => {
    const one = await heard();
    await changes(one, town, { preparation: '家計簿' });
    await one.until('2026-06-02T12:00');
    expect(await one.store.get('meeting', neighbour, 'N-1')).toMatchObject({ appointment: { preparation: '記録' } });
    expect(one.mails().map(({ to }) => to)).toEqual(['包括', '社協']);
    const [text = ''] = texts(one, '社協');
    expect(text).toMatch(
      /^【ご準備の変更】6月15日\(月\)14:00 関係機関会議 W-1\n[^]*■ ご準備：家計簿\n\u3000（変更前 記録）/,
    );
    expect(text).toContain('そのまま有効');
    expect(text).not.toMatch(/N-1|あわせて変わりました/);
    expect([await one.tasks(town), await one.tasks(neighbour)]).toEqual([['fax 民生 → 佐藤'], []]);
  });

  it('of a later part is told by that part, with its time, number and page, and without an entry for the calendar', async () => {
    const one = await heard();
    await changes(one, neighbour, { preparation: '家計簿' });
    await one.until('2026-06-02T12:00');
    expect(one.mails().map(({ to }) => to)).toEqual(['社協', '精神科']);
    expect(one.mails().map(({ calendar }) => calendar)).toEqual([undefined, undefined]);
    expect(firstLines(one, '社協')).toEqual(['【ご準備の変更】6月15日(月)15:00 関係機関会議 N-1']);
    expect([await one.tasks(town), await one.tasks(neighbour)]).toEqual([[], ['fax 民生 → 佐藤']]);
  });

  it('asked of one agency for a later part is told to it alone', async () => {
    const one = await heard();
    await changes(one, neighbour, { preparations: { 社協: '貸付の記録' } });
    await one.until('2026-06-02T12:00');
    expect(one.mails().map(({ to }) => to)).toEqual(['社協']);
    expect(texts(one, '社協')[0]).toContain('■ ご準備：貸付の記録\n\u3000（変更前 記録）');
  });

  it('is for the town that keeps the secretariat of it to change', async () => {
    const one = await heard();
    const kept = known(await one.store.get('town', one.deps.prefecture, neighbour), neighbour);
    await one.store.commit({ put: [{ ...kept, secretariat: 'town' }] });
    await changes(one, neighbour, { preparation: '家計簿' }, '野田');
    await one.until('2026-06-02T12:00');
    expect(one.mails().map(({ to }) => to)).toEqual(['社協', '精神科']);
  });

  it('stands beside each part in the reminder and the day before', async () => {
    const one = await heard();
    await changes(one, neighbour, { preparation: '家計簿' });
    await changes(one, town, { date: '2026-06-22T14:00' });
    await one.until('2026-06-16T12:00');
    await one.does('社協', 'reply', { meeting: 'W-1', answer: '出席' });
    await one.until('2026-06-19T16:00');
    for (const kind of ['change', 'reminder', 'day-before']) {
      const text = one.mails().findLast((mail) => mail.kind === kind && mail.to === '社協')?.text;
      expect([kind, text]).toEqual([
        kind,
        expect.stringMatching(/■ ご準備：記録[^]*■ 会議番号：N-1\n[^]*■ ご準備：家計簿/),
      ]);
    }
  });
});

describe('another ご準備 and another date of a sitting', () => {
  const both = [
    ['at once', async (one: SmallTown) => changes(one, neighbour, { date: '2026-06-16T11:00', preparation: '家計簿' })],
    [
      'the date first',
      async (one: SmallTown) => {
        await changes(one, town, { date: '2026-06-16T10:00' });
        await one.until('2026-06-02T10:01');
        await changes(one, neighbour, { preparation: '家計簿' });
      },
    ],
    [
      'the date last',
      async (one: SmallTown) => {
        await changes(one, neighbour, { preparation: '家計簿' });
        await one.until('2026-06-02T10:01');
        await changes(one, town, { date: '2026-06-16T10:00' });
      },
    ],
  ] as const;
  for (const [which, change] of both)
    it(`are told in one mail, which names what was asked before (${which})`, async () => {
      const one = await heard();
      await change(one);
      await one.until('2026-06-02T12:00');
      const [text = '', ...further] = texts(one, '社協');
      expect(further).toEqual([]);
      expect(text).toMatch(/^【日時の変更・6月9日\(火\)までに出欠を】6月16日\(火\)10:00 関係機関会議 W-1/);
      expect(text).toMatch(/会議番号：N-1\n[^]*■ ご準備：家計簿\n\u3000（変更前 記録）/);
      expect(firstLines(one, '精神科')).toEqual([
        '【日時とご準備の変更・6月9日(火)までに出欠を】6月16日(火)11:00 関係機関会議 N-1',
      ]);
      expect([...(await one.tasks(town)), ...(await one.tasks(neighbour))]).toEqual(['fax 民生 → 佐藤']);
    });

  it('that came back to what they were: of the date nothing, of ご準備 of the later part by that part', async () => {
    const one = await heard();
    await changes(one, neighbour, { date: '2026-06-16T11:00', preparation: '家計簿' });
    await changes(one, town, { date: '2026-06-15T14:00' });
    await one.until('2026-06-02T12:00');
    expect(firstLines(one, '社協')).toEqual(['【ご準備の変更】6月15日(月)15:00 関係機関会議 N-1']);
    expect(texts(one, '包括')).toEqual([]);
  });

  it('are each told against what was last told, however long ago the other changed', async () => {
    const one = await heard();
    await changes(one, town, { date: '2026-06-16T10:00' });
    await one.until('2026-06-03T10:00');
    one.news();
    await changes(one, neighbour, { preparation: '家計簿' });
    await one.until('2026-06-03T10:01');
    await changes(one, town, { date: '2026-06-15T14:00' });
    await one.until('2026-06-03T12:00');
    expect(texts(one, '社協')).toEqual([
      expect.stringMatching(/6月15日\(月\)14:00\n\u3000（変更前 2026年6月16日\(火\)10:00）/),
    ]);
    expect(texts(one, '包括')).toEqual([
      expect.stringMatching(/6月15日\(月\)14:00\n\u3000（変更前 2026年6月16日\(火\)10:00）/),
    ]);
  });
});

describe('a part is called off while word of another ご準備 waits', () => {
  it('that was of this part: only that it is off is told', async () => {
    const one = await heard();
    await changes(one, neighbour, { preparation: '家計簿' });
    await off(one, neighbour);
    await one.until('2026-06-02T12:00');
    expect(firstLines(one, '社協')).toEqual([expect.stringMatching(/^【一部の取りやめ/)]);
    expect(firstLines(one, '精神科')).toEqual([expect.stringMatching(/^【中止/)]);
  });

  it('that was of the other part: each is told once', async () => {
    const one = await heard();
    await changes(one, neighbour, { preparation: '家計簿' });
    await off(one, town);
    await one.until('2026-06-02T12:00');
    expect(firstLines(one, '社協').toSorted()).toEqual([
      expect.stringMatching(/^【ご準備の変更】[^]*N-1/),
      expect.stringMatching(/^【一部の取りやめ/),
    ]);
    expect(firstLines(one, '精神科')).toEqual([expect.stringMatching(/^【ご準備の変更】/)]);
  });
});
