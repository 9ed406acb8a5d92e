import { beforeEach, describe, expect, it } from 'vitest';
import { openOffice, type OpenedOffice, town } from '../support/door.ts';

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
const call = { 地域包括: { class: '相談支援', purpose: '受診の相談' } };

/** From the consultation to the first report: everything that happens to a case. */
async function aStory(): Promise<void> {
  const consulted = { id: 'U-1', name: '試験花子', on: '2026-05-28', outcome: '継続', mayShare: true };
  await office.does('木村', 'consultation', consulted);
  await office.does('木村', 'member', { case: 'U-1', id: '相談者', covered: true });
  await office.does('木村', 'consent', { case: 'U-1', member: '相談者', on: '2026-05-29' });
  await office.does('木村', 'request', { meeting: 'M-1', cases: ['U-1'], framework: 'needy-coordination' });
  const when = { date: '2026-06-15T14:00', place: '役場', outlook: '毎月' };
  await office.does('佐藤', 'convene', { meeting: 'M-1', ...when, invite: call });
  await office.at('2026-06-15T16:00');
  const minutes = { meeting: 'M-1', attendance: ['地域包括'], items: ['通院の付き添い'], final: true };
  await office.does('佐藤', 'record', minutes);
  const role = { meeting: 'M-1', id: 'R-1', agency: '地域包括', person: '鈴木', what: '訪問', for: '相談者' };
  await office.does('佐藤', 'role', { ...role, purpose: '見守り', frequency: '月1回', by: '2026-09-30' });
  await office.does('佐藤', 'confirm', { role: 'R-1', by: '所長' });
  await office.does('佐藤', 'plan', { case: 'U-1', goals: ['通院'], roles: ['R-1'] });
  await office.does('佐藤', 'confirm', { plan: 'U-1', by: '本人' });
  await office.does('佐藤', 'decide', { plan: 'U-1' });
  await office.at('2026-06-20T10:00');
  await office.does('佐藤', 'assign', { case: 'U-1', worker: '佐藤', reason: '異動' });
  await office.does('木村', 'member', { case: 'U-1', id: 'B', name: '試験次郎' });
  await office.does('木村', 'member', { case: 'U-1', id: 'B', remove: true, reason: '転出' });
}

async function story(id = 'U-1') {
  const { body } = await office.get(`/office/${town}/cases/${id}`, { as: '木村' });
  const [, part = ''] = body.split('id="story"');
  return part.split('</section>')[0] ?? '';
}
const wordsOf = (part: string) => part.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the story of a case', () => {
  it('tells what happened on one page, the newest first', async () => {
    await aStory();
    const told = wordsOf(await story());
    const order = [
      ...['世帯員を外した 試験次郎（転出）', '担当者 木村 → 佐藤（異動）'],
      ...['会議 M-1 の会議録（第1版）', '会議 M-1 を招集', '会議 M-1 の開催依頼'],
      ...['試験花子の本人同意', '相談受付 U-1'],
    ];
    const places = order.map((words) => told.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const words of ['本人確認', '支援決定']) expect(told).toContain(`支援計画（第1版）の${words}`);
  });

  it('tells of a date that was sought: when it was asked about, asked again, and which one was fixed', async () => {
    await office.does('木村', 'case', { id: 'C-1', members: [{ id: 'A', name: '試験花子', covered: true }] });
    await office.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    const slots = ['2026-06-16T10:00', '2026-06-17T10:00'];
    await office.does('佐藤', 'convene', { meeting: 'M-1', slots, place: '役場', outlook: '毎月', invite: call });
    expect(wordsOf(await story('C-1'))).toContain('会議 M-1 の日程調整を始めた（候補2件） 佐藤');
    await office.does('佐藤', 'poll', { meeting: 'M-1', slots: ['2026-06-18T10:00'], reason: '日が合わない' });
    expect(wordsOf(await story('C-1'))).toContain('会議 M-1 の日程を聞き直した（候補1件、2回目） 佐藤');
    await office.does('佐藤', 'fix', { meeting: 'M-1', slot: '2026-06-18T10:00', reason: '急ぐ' });
    const told = wordsOf(await story('C-1'));
    expect(told).toContain('会議 M-1 を6月18日(木) 10:00に決めて招集 佐藤');
    const { body } = await office.get(`/office/${town}/meetings/M-1`, { as: '佐藤' });
    expect(wordsOf(body)).toContain('6月18日(木) 10:00に決めて招集（佐藤）');
  });

  it('names what of a convened meeting was changed: from which date to which, who was called and who no longer', async () => {
    await office.does('木村', 'case', { id: 'C-1', members: [{ id: 'A', name: '試験花子', covered: true }] });
    await office.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    const when = { date: '2026-06-15T14:00', place: '役場', outlook: '毎月' };
    await office.does('佐藤', 'convene', { meeting: 'M-1', ...when, invite: call });
    await office.does('佐藤', 'change', { meeting: 'M-1', date: '2026-06-18T10:00', place: '公民館' });
    await office.does('佐藤', 'change', { meeting: 'M-1', add: { 社協: { class: '見守り', purpose: '声かけ' } } });
    await office.does('佐藤', 'change', { meeting: 'M-1', preparations: { 社協: '訪問の記録' } });
    await office.does('佐藤', 'change', { meeting: 'M-1', remove: { 社協: '取り違え' } });
    const lines = [
      '日時を2026年6月15日(月)14:00から2026年6月18日(木)10:00へ、場所を「役場」から「公民館」へ変更',
      '若草町社会福祉協議会を招集先に追加',
      'ご準備（若草町社会福祉協議会）を変更',
      '若草町社会福祉協議会を招集先から外した',
    ];
    const told = wordsOf(await story('C-1'));
    for (const line of lines) expect(told).toContain(`会議 M-1 の変更: ${line} 佐藤`);
    const { body } = await office.get(`/office/${town}/meetings/M-1`, { as: '佐藤' });
    for (const line of lines) expect(wordsOf(body)).toContain(`変更: ${line}（佐藤）`);
  });

  it('leads to the page of each thing, and says nothing of what was said there', async () => {
    await aStory();
    const part = await story();
    for (const tail of ['consultations/U-1', 'meetings/M-1', 'plans/U-1'])
      expect(part).toContain(`href="/office/${town}/${tail}"`);
    expect(wordsOf(part)).not.toMatch(/通院|受診|訪問/);
  });

  it('of a new case is its first line', async () => {
    await office.does('木村', 'case', { id: 'U-1' });
    expect(wordsOf(await story())).toContain('ケースとして受付');
  });
});
