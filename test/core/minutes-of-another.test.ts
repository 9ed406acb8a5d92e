import { describe, expect, it } from 'vitest';
import { sheetOf } from '../support/row-sender.ts';
import { aConvenedTown, convening, invite, members } from '../support/small-meeting.ts';
import { known, type SmallTown } from '../support/small-town.ts';

const boxes = { 出席者: '包括', 検討した項目: '受診', 検討内容: '週末に不穏', 結論: '精神科に相談' };

/** M-1 and M-2, both held this afternoon, the first in the morning. */
async function twoHeld() {
  const one = await aConvenedTown(['包括', '精神科']);
  await one.does('木村', 'case', { id: 'C-2', issues: [1], members });
  await one.does('木村', 'request', { meeting: 'M-2', cases: ['C-2'], framework: 'needy-support', ground: 1 });
  const at = { meeting: 'M-2', date: '2026-06-15T15:00' };
  await one.does('佐藤', 'convene', { ...convening, ...at, invite: invite('包括') });
  await one.until('2026-06-15T17:00');
  one.news();
  return { one, ...sheetOf(one) };
}
async function topicsOf(one: SmallTown, id: string) {
  const meeting = await one.meeting(id);
  const records = 'records' in meeting ? meeting.records : [];
  return records.map(({ items }) => items.map(({ topic, conclusion }) => `${topic}：${conclusion ?? ''}`).join());
}

describe('a row of 会議録 with the number of another meeting', () => {
  it('that was taken under one is not taken under the other, and says where it stands and what to do', async () => {
    const { one, send } = await twoHeld();
    expect(await send('会議録', '1', { 会議番号: 'M-1', ...boxes })).toBe('済');
    const answer = await send('会議録', '1', { 会議番号: 'M-2', ...boxes });
    expect(answer).toMatch(/^要修正 会議番号: .*「M-1」の会議録として受け付けてあります/);
    expect(answer).toContain('新しい行');
    expect(await topicsOf(one, 'M-2')).toEqual([]);
    expect(await topicsOf(one, 'M-1')).toEqual(['受診：精神科に相談']);
  });

  it('is put right while it is a draft: its own meeting in a new row, the other one written anew', async () => {
    const { one, send } = await twoHeld();
    await send('会議録', '1', { 会議番号: 'M-1', ...boxes });
    expect(await send('会議録', '2', { 会議番号: 'M-2', ...boxes, 確定する: 'はい' })).toBe('済');
    const right = { ...boxes, 検討した項目: '家計', 検討内容: '', 結論: '相談窓口へ' };
    expect(await send('会議録', '1', { 会議番号: 'M-1', ...right, 確定する: 'はい' })).toBe('済');
    expect(await topicsOf(one, 'M-1')).toEqual(['家計：相談窓口へ']);
    expect(await topicsOf(one, 'M-2')).toEqual(['受診：精神科に相談']);
  });

  it('is put right after it was final by a new edition with its reason', async () => {
    const { one, send } = await twoHeld();
    await send('会議録', '1', { 会議番号: 'M-1', ...boxes, 確定する: 'はい' });
    one.news();
    const right = {
      ...boxes,
      検討した項目: '家計',
      検討内容: '',
      結論: '相談窓口へ',
      訂正の理由: '別の会議の行を送ったため',
    };
    expect(await send('会議録', '1', { 会議番号: 'M-1', ...right, 確定する: 'はい' })).toBe('済');
    expect(await topicsOf(one, 'M-1')).toEqual(['受診：精神科に相談', '家計：相談窓口へ']);
    expect(one.news()).toEqual(['record-changed → 包括', 'record-changed → 精神科']);
  });

  it('never overwrites the draft that is there already: both are shown, and the clerk chooses', async () => {
    const { one, send } = await twoHeld();
    const draft = { meeting: 'M-1', attendance: ['精神科'], items: [{ topic: '家計', conclusion: '相談窓口へ' }] };
    await one.does('佐藤', 'record', draft);
    const answer = await send('会議録', '1', { 会議番号: 'M-1', ...boxes });
    expect(answer).toMatch(/^競合 /);
    expect(answer).toContain('検討した項目: この行は「受診」、ほかの画面では「家計」です');
    expect(await topicsOf(one, 'M-1')).toEqual(['家計：相談窓口へ']);
  });
});

describe('a row of 会議録 that was taken', () => {
  it('keeps 異議 and the breaks within a box when it corrects final minutes', async () => {
    const { one, send } = await twoHeld();
    const items = [
      { topic: '受診', discussed: '週末に不穏\n夜は眠れる', conclusion: '精神科に相談', dissent: '包括：時期尚早' },
      { topic: '家計', conclusion: '相談窓口へ' },
    ];
    await one.does('佐藤', 'record', { meeting: 'M-1', attendance: ['包括'], items, final: true });
    const lines = { 検討した項目: '受診\n家計', 検討内容: '週末に不穏⏎夜は眠れる', 結論: '精神科に相談\n相談窓口へ' };
    const row = { 会議番号: 'M-1', 出席者: '包括', ...lines, 確定する: 'はい' };
    expect(await send('会議録', '1', row)).toBe('済');
    const changed = { ...row, 結論: '精神科に相談\n社協へ', 訂正の理由: '聞き違い' };
    expect(await send('会議録', '1', changed)).toBe('済');
    const meeting = await one.meeting();
    expect('records' in meeting ? meeting.records : []).toMatchObject([
      { items },
      { items: [items[0], { topic: '家計', conclusion: '社協へ' }] },
    ]);
  });

  it('adds who came beside who is written there by number', async () => {
    const { one, send } = await twoHeld();
    const { name } = known(await one.store.get('agency', one.deps.prefecture, '包括'), '包括');
    await send('会議録', '1', { 会議番号: 'M-1', ...boxes, 出席者: name });
    expect(await send('会議録', '1', { 会議番号: 'M-1', ...boxes, 出席者: `${name}、精神科` })).toBe('済');
    const meeting = await one.meeting();
    expect('records' in meeting ? meeting.records : []).toMatchObject([{ attendance: ['包括', '精神科'] }]);
  });

  it('leaves alone what a colleague wrote on the page since, and adds what was typed', async () => {
    const { one, send } = await twoHeld();
    await send('会議録', '1', { 会議番号: 'M-1', ...boxes });
    const items = [{ topic: '受診', discussed: '週末に不穏', conclusion: '主治医に相談', dissent: '精神科：時期尚早' }];
    await one.does('佐藤', 'record', { meeting: 'M-1', attendance: ['包括'], items });
    expect(await send('会議録', '1', { 会議番号: 'M-1', ...boxes, 次回: '2026-07-15' })).toBe('済');
    const meeting = await one.meeting();
    expect('records' in meeting ? meeting.records : []).toMatchObject([{ items, next: '2026-07-15' }]);
  });
});
