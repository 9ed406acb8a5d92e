import { describe, expect, it } from 'vitest';
import { members } from '../support/small-meeting.ts';
import { aSmallTown, known, prefecture, town } from '../support/small-town.ts';

const entry = { standing: 'core', class: '相談支援', purpose: '近況の共有' };
const council = {
  ...{ id: '支援会議', name: '青葉県支援会議', framework: 'needy-support', towns: [town], place: '{町村}役場' },
  ...{ regular: '毎月第2火曜 14:00', roster: { 包括: entry } },
};

describe('the dates of a regular meeting', () => {
  it('name a case no more once it was disposed of, whether it was taken up or left out, and keep the others', async () => {
    const one = await aSmallTown('2026-06-01T09:00');
    await one.does('佐藤', 'body', council);
    for (const id of ['C-1', 'C-2', 'C-3']) await one.does('木村', 'case', { id, issues: [1, 2], members });
    await one.does('佐藤', 'series', { body: '支援会議', ahead: 1 });
    await one.does('佐藤', 'to-sitting', { case: 'C-1', body: '支援会議', ground: 1 });
    await one.does('佐藤', 'to-sitting', { case: 'C-2', body: '支援会議' });
    await one.until('2026-06-30T09:30');
    const first = async () => (await one.store.get('series', prefecture, '支援会議'))?.sittings[0];
    expect(await first()).toMatchObject({ meeting: { id: '定例-2026-07-14' }, leftOut: [{ case: 'C-2' }] });
    await one.does('佐藤', 'series', { body: '支援会議', end: true });
    for (const id of ['C-1', 'C-2'])
      await one.does('木村', 'close', { case: id, outcome: '終結', reason: '試験の理由' });
    await one.sleepUntil('2032-05-03T09:00');
    for (const id of ['C-1', 'C-2']) {
      await one.does('木村', 'propose-disposal', { disposal: `D-${id}`, cases: [id] });
      await one.does('中村', 'confirm-disposal', { disposal: `D-${id}`, town });
    }
    expect(known(await first(), 'date')).toMatchObject({ state: 'called', items: [] });
    expect(JSON.stringify(await one.store.list('series', prefecture))).not.toMatch(/C-1|C-2|定例-/u);
  });
});
