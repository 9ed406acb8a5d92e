import { beforeEach, describe, expect, it } from 'vitest';
import { filledIn, formsIn } from '../support/page-forms.ts';
import { convene, nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
const home = `/office/${town}`;

/** What somebody has on screen: the nonce, and the version the form carries. */
async function opened(path: string, as: string) {
  const shown = await office.get(path, { as });
  const version = /name="version" value="(\d+)"/.exec(shown.body)?.[1] ?? '';
  return { version, nonce: nonceIn(shown) };
}

describe('two people with the same form on screen', () => {
  it('of an agency: the later one is told, keeps what was typed, and saves after looking', async () => {
    const path = `${home}/agencies/${encodeURIComponent('社協')}`;
    const form = { does: 'agency', name: '若草町社協', typeCode: 'social-welfare-council', mail: 'c@example.jp' };
    const [first, second] = [await opened(path, '木村'), await opened(path, '佐藤')];
    expect((await office.post(path, { ...form, ...first, notes: '午前中に' }, { as: '木村' })).status).toBe(303);
    const late = await office.post(path, { ...form, ...second, hours: '平日' }, { as: '佐藤' });
    expect(late.status).toBe(409);
    expect(late.body).toContain('ほかの人が先に保存しました');
    expect(late.body).toContain('value="平日"');
    const stored = () => office.app.deps.store.get('agency', office.app.deps.prefecture, '社協');
    expect(await stored()).toMatchObject({ notes: '午前中に' });
    const again = { ...form, ...(await opened(path, '佐藤')), hours: '平日', notes: '午前中に' };
    expect((await office.post(path, again, { as: '佐藤' })).status).toBe(303);
    expect((await office.post(path, again, { as: '佐藤' })).status).toBe(303);
    expect(await stored()).toMatchObject({ notes: '午前中に', hours: '平日' });
  });

  it('of the settings', async () => {
    const path = `${home}/settings`;
    const form = { does: 'settings', step: 'save' };
    const [first, second] = [await opened(path, '佐藤'), await opened(path, '佐藤')];
    expect((await office.post(path, { ...form, ...first, monitoringMonths: '2' }, { as: '佐藤' })).status).toBe(303);
    const late = await office.post(
      path,
      { ...form, ...second, monitoringMonths: '3', chaseAt: '10:00' },
      { as: '佐藤' },
    );
    expect(late.status).toBe(409);
    expect(await office.app.deps.store.get('settings', town, 'settings')).toMatchObject({ monitoringMonths: 2 });
  });

  it('of the minutes', async () => {
    await convene(office);
    await office.at('2026-06-15T15:00');
    const path = `${home}/meetings/M-1`;
    const form = { does: 'record', outcome: 'decided', final: 'no' };
    const [first, second] = [await opened(path, '佐藤'), await opened(path, '佐藤')];
    const one = { ...form, ...first, 'topic.0': '受診', 'conclusion.0': '受診をすすめる' };
    expect((await office.post(path, one, { as: '佐藤' })).status).toBe(303);
    const late = await office.post(path, { ...form, ...second, 'topic.0': '見守り' }, { as: '佐藤' });
    expect(late.status).toBe(409);
    expect(late.body).toContain('value="見守り"');
    const meeting = await office.app.deps.store.get('meeting', town, 'M-1');
    expect(meeting).toMatchObject({ records: [{ items: [{ topic: '受診' }] }] });
    const again = { ...form, ...(await opened(path, '佐藤')), 'topic.0': '見守り' };
    expect((await office.post(path, again, { as: '佐藤' })).status).toBe(303);
  });

  it('of a household: both values stand side by side, and each choice is kept', async () => {
    await convene(office);
    const path = `${home}/cases/C-1`;
    const [one, other] = [await formAt(path, 'details'), await formAt(path, 'details')];
    const saved = filledIn(one, { summary: '相手の内容', otherIssue: '多頭飼育' });
    expect((await office.post(path, saved, { as: '木村' })).status).toBe(303);
    const told = await office.post(path, filledIn(other, { summary: '自分の内容', urgency: '高' }), { as: '木村' });
    expect(told.status).toBe(409);
    for (const said of ['相手を採用', '自分を残す', '相手の内容', '自分の内容', '<title>エラー：'])
      expect(told.body).toContain(said);
    // What only the other changed is taken over and told, what only this one changed stays: nobody has to choose there.
    expect(told.body).toContain('ほかの人がこの項目を変えたので、新しい内容にしてあります。');
    expect(told.body.match(/相手を採用/g)).toHaveLength(1);

    const [again] = formsIn(told.body).filter(({ does }) => does === 'details');
    if (again === undefined) throw new Error('no form');
    const taken = await office.post(path, filledIn(again, { 'keep.summary': 'theirs' }), { as: '木村' });
    expect(taken.status).toBe(303);
    expect(await office.app.deps.store.get('case', town, 'C-1')).toMatchObject({
      summary: '相手の内容',
      otherIssue: '多頭飼育',
      urgency: 'high',
    });
  });

  async function formAt(path: string, does: string) {
    const found = formsIn((await office.get(path, { as: '木村' })).body).find((one) => one.does === does);
    if (found === undefined) throw new Error(`no ${does} on ${path}`);
    return found;
  }
});
