import { beforeEach, describe, expect, it } from 'vitest';
import { noticesIf } from '../../core/commands/meeting/notices-if.ts';
import type { Verb } from '../../core/commands/menu.ts';
import { messageOf } from '../../core/refusal-words.ts';
import { staffOf } from '../../core/access/rules.ts';
import { aSmallTown, hostTown, known, neighbour, prefecture, type SmallTown, town } from '../support/small-town.ts';

const members = [{ id: 'A', name: '試験みなと', covered: true, born: '1950-04-01' }];
const unseen = { code: 'case-unseen', town, cases: ['S-1'] };
const stepAlone = {
  code: 'consent-missing',
  framework: 'needy-coordination',
  members: [],
  unseen: { town, cases: ['S-1'] },
};
const meeting = { meeting: 'X-1', cases: ['S-1'], framework: 'needy-coordination' };
const convening = {
  date: '2026-06-15T14:00',
  place: '若草町役場',
  outlook: 'x',
  invite: { 包括: { class: '相談支援', purpose: '受診の相談' } },
};

let one: SmallTown;
beforeEach(async () => {
  one = await aSmallTown();
  await one.does('木村', 'case', { id: 'S-1', members });
  await one.does('木村', 'case', { id: 'S-2', members: [{ id: 'A', name: '試験さくら', covered: true }] });
});

/** Who was refused what about which case, as the log of the town has it. */
async function refusedAbout(id: string) {
  const lines = await one.store.audit(town);
  return lines
    .filter(({ did, to, about = [] }) => did.startsWith('refused:') && (to === id || about.includes(id)))
    .map(({ who, part }) => `${who} ${part ?? ''}`);
}

describe('whoever names a case for a meeting that their desk does not host', () => {
  const asked: readonly (readonly [Verb, object, object])[] = [
    ['request', meeting, stepAlone],
    ['convene', { ...meeting, ...convening }, stepAlone],
    ['convene', { ...meeting, ...convening, outlook: '試験みなとさんのこと' }, unseen],
    [
      'convene',
      { ...meeting, ...convening, invite: { 包括: { class: '相談支援', purpose: 'x', members: ['Z'] } } },
      unseen,
    ],
    [
      'convene-together',
      {
        ...{
          date: convening.date,
          place: 'x',
          outlook: 'x',
          framework: 'needy-coordination',
        },
        parts: [
          { town, meeting: 'X-1', cases: ['S-1'], invite: convening.invite },
          { town: neighbour, meeting: 'X-1', cases: ['N-1'] },
        ],
      },
      stepAlone,
    ],
  ];

  it.each(asked)('by %s is told its number and no more, and stands in the log with it', async (verb, said, told) => {
    const refused = await one.tries('佐藤', verb, said);
    expect(refused).toMatchObject(told);
    expect(JSON.stringify(refused)).not.toContain('試験');
    if (refused.code !== 'ok') expect(messageOf(refused)).not.toContain('試験');
    expect(await refusedAbout('S-1')).toEqual([`staff:佐藤 ${verb}`]);
    expect(await one.store.list('meeting', town)).toEqual([]);
  });

  it('hears the same of one that is closed', async () => {
    await one.does('木村', 'close', { case: 'S-1', outcome: '終結', reason: '自立' });
    expect(await one.tries('佐藤', 'request', { ...meeting, framework: 'needy-support', ground: 1 })).toEqual(unseen);
  });

  it('hears the same when looking at the notices first', async () => {
    const officer = staffOf(known(await one.store.get('person', prefecture, '佐藤'), '佐藤'));
    expect(await noticesIf(one.deps, officer, { ...meeting, ...convening })).toEqual({ ok: false, error: stepAlone });
    expect(await refusedAbout('S-1')).toEqual(['staff:佐藤 convene']);
  });

  it('does not hear of another that is named beside one they see', async () => {
    await one.does('木村', 'request', { meeting: 'M-1', cases: ['S-2'], framework: 'needy-support', ground: 1 });
    expect(await one.tries('佐藤', 'request', { ...meeting, cases: ['S-2', 'S-1'] })).toEqual(stepAlone);
    expect(await one.tries('佐藤', 'request', { ...meeting, cases: ['S-2'] })).toMatchObject({
      code: 'consent-missing',
      members: ['試験さくら'],
    });
  });

  it('is still told what is wrong with the date or the agencies, which is of no case', async () => {
    expect(await one.tries('佐藤', 'convene', { ...meeting, ...convening, date: '2026-05-01T09:00' })).toMatchObject({
      code: 'too-late',
    });
  });

  it('joins no consultation to it', async () => {
    const said = { id: 'U-1', town, name: '試験みなと', mayShare: true, outcome: '継続', case: 'S-1' };
    expect(await one.tries('佐藤', 'consultation', said)).toEqual({ code: 'forbidden' });
    expect(await refusedAbout('S-1')).toEqual(['staff:佐藤 consultation']);
  });
});

describe('rows of an officer', () => {
  const sent = (tab: string, cells: object) => ({ town, tab, rows: [{ row: 'k2', version: 1, ...cells }] });
  const asMeeting = (numbers: string) => sent('会議', { 会議番号: 'K-2', ケース番号: numbers, 枠組み: '支援調整会議' });

  it.each(['S-1', 'S-1、S-2', 'S-3,S-1', 'Ｓ－１　S-9', 'S-9\nS-1'])(
    'that name 「%s」 are refused before a case is looked at, with a line that names it',
    async (numbers) => {
      expect(await one.tries('佐藤', 'rows', asMeeting(numbers))).toEqual({ code: 'forbidden' });
      expect(await refusedAbout('S-1')).toEqual(['staff:佐藤 rows']);
      expect(await one.store.list('row', town)).toEqual([]);
    },
  );

  it('are told of no namesake in a case they do not see', async () => {
    const cells = { 受付番号: 'U-9', 氏名: '試験みなと', 相談日時: '2026-06-01', 生年月日: '1950-04-01' };
    await one.does('佐藤', 'rows', sent('相談受付', cells));
    expect((await one.store.list('row', town)).flatMap(({ problems }) => problems)).toEqual([]);
  });
});

it('a town that hosts its own meetings tells the prefecture’s officer nothing either', async () => {
  await one.does('林', 'case', { id: 'S-9', members });
  expect(await one.tries('佐藤', 'request', { ...meeting, cases: ['S-9'] })).toEqual({
    code: 'not-host',
    town: hostTown,
  });
});
