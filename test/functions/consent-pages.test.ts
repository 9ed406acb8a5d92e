import { beforeEach, describe, expect, it } from 'vitest';
import { nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

const home = `/office/${town}`;
const page = `${home}/cases/C-1`;
let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
  await office.does('木村', 'case', { id: 'C-1', members: [{ id: 'A', name: '試験花子', covered: true }] });
});
const sent = async (as: string, path: string, form: Readonly<Record<string, string | readonly string[]>>) =>
  office.post(path, { ...form, nonce: nonceIn(await office.get(path, { as })) }, { as });

describe('a 開催依頼 that is refused for want of consent', () => {
  const asked = { does: 'request', meeting: 'M-1', framework: 'needy-coordination', reason: '受診をすすめたい' };

  it('offers the 支援会議 by a button that fills the form, and records nothing until it is sent', async () => {
    const refused = await sent('木村', page, asked);
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('「支援会議（生活困窮）」に切り替えて、根拠を選ぶ');
    expect(refused.body).toMatch(/>\n受診をすすめたい<\/textarea>/);

    const switched = await sent('木村', page, { ...asked, step: 'instead' });
    expect(switched.status).toBe(200);
    expect(switched.body).toContain('「支援会議（生活困窮）」に切り替えました');
    expect(switched.body).toMatch(/value="needy-support"\s+checked/);
    expect(switched.body).toMatch(/>\n受診をすすめたい<\/textarea>/);
    expect(await office.app.deps.store.list('meeting', town)).toEqual([]);

    const done = await sent('木村', page, { ...asked, framework: 'needy-support', ground: '1' });
    expect(done.status).toBe(303);
    expect(await office.app.deps.store.get('meeting', town, 'M-1')).toMatchObject({
      framework: 'needy-support',
      ground: 1,
    });
  });

  it('opens in an emergency, which stands on the list of the town with what it was about', async () => {
    await sent('木村', page, { ...asked, danger: ['生命', '身体'], reason: '倒れている' });
    expect(await office.app.deps.store.get('meeting', town, 'M-1')).toMatchObject({ danger: ['生命', '身体'] });
    const { body } = await office.get(`${home}/meetings`, { as: '木村' });
    expect(body).toContain('本人同意なしで開いた会議');
    expect(body).toContain('生命・身体に関わる緊急として開催');
    expect(body).toContain('倒れている');
    const audit = await office.app.deps.store.audit(town);
    expect(audit).toContainEqual(expect.objectContaining({ did: 'override:emergency', to: 'M-1', who: 'staff:木村' }));
  });
});

describe('a household in which nobody is ticked', () => {
  it('is named as the gate will name it, before anything is sent', async () => {
    await office.does('木村', 'member', { case: 'C-1', id: 'A', name: '試験花子', covered: false });
    const { body } = await office.get(`${home}/meetings/new`, { as: '木村' });
    expect(body).toContain('C-1 試験花子［同意のない人: 試験花子］');

    const consented = { case: 'C-1', member: 'A' };
    await office.does('木村', 'consent', consented);
    await office.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-coordination' });
    await office.does('木村', 'member', { case: 'C-1', id: 'B', name: '試験次郎', covered: false });
    const { body: opened } = await office.get(`${home}/meetings/M-1`, { as: '佐藤' });
    expect(opened).toContain('同意のない人: 試験次郎');
    expect(opened).not.toContain('本人同意: そろっています');
  });
});

describe('a consent', () => {
  it('is recorded with whom and what it is for', async () => {
    await sent('木村', page, {
      does: 'consent',
      member: 'A',
      on: '2026-06-01',
      by: '法定代理人',
      giver: '試験一郎（後見人）',
      method: '書面',
      recipients: ['地域包括支援センター'],
      items: ['健康・医療'],
    });
    const one = await office.app.deps.store.get('case', town, 'C-1');
    expect(one?.consents).toMatchObject([
      { by: '法定代理人', giver: '試験一郎（後見人）', recipients: ['地域包括支援センター'], items: ['健康・医療'] },
    ]);
    const { body } = await office.get(page, { as: '木村' });
    expect(body).toContain('提供先: 地域包括支援センター／項目: 健康・医療');
    expect(body).toContain('（試験一郎（後見人））');
  });
});

describe('the judgement of a supervisor', () => {
  it('has its form on the page of the meeting, for the supervisor alone', async () => {
    await sent('木村', page, { does: 'request', meeting: 'M-1', framework: 'case-review', reason: '連絡が取れない' });
    const meeting = `${home}/meetings/M-1`;
    expect((await office.get(meeting, { as: '佐藤' })).body).not.toContain('id="judge"');
    expect((await office.get(meeting, { as: '中村' })).body).toContain('id="judge"');
    const done = await sent('中村', meeting, { does: 'judge', decision: '続ける', reason: '安否の確認が要る' });
    expect(done.status).toBe(303);
    const { body } = await office.get(`${meeting}?done=judge`, { as: '佐藤' });
    expect(body).toContain('判断を記録しました');
    expect(body).toContain('続ける：安否の確認が要る');
  });
});

describe('what a tax section tells', () => {
  const tax = { does: 'tax', member: 'A', arrears: '１２０，０００円', what: '住民税', section: '税務課' };
  const consent = { does: 'tax-consent', member: 'A', on: '2026-06-01', by: '本人', method: '書面' };

  it('is seen by the town, and by the host only for the purposes of a consent that names it', async () => {
    expect((await sent('木村', page, tax)).status).toBe(303);
    expect((await office.get(page, { as: '木村' })).body).toContain('120,000円');
    await office.does('木村', 'assign', { case: 'C-1', supervisor: '中村' });
    const closed = (await office.get(page, { as: '佐藤' })).body;
    expect(closed).not.toContain('120,000円');
    expect(closed).toContain('税務情報の取り扱いに関する同意がないため');

    await sent('木村', page, {
      ...consent,
      purposes: ['3'],
      sections: '保健福祉課',
      outside: '社会福祉協議会、開催主体',
    });
    const open = (await office.get(page, { as: '佐藤' })).body;
    expect(open).toContain('120,000円');
    expect(open).toContain('税、使用料、手数料等の滞納の解消（このほかの目的には使えません）');

    await sent('木村', page, { does: 'tax-withdraw', member: 'A' });
    expect((await office.get(page, { as: '佐藤' })).body).not.toContain('120,000円');
  });

  it('and nobody else knows of keeps the whole row from the host', async () => {
    await sent('木村', page, { ...tax, only: 'yes' });
    expect((await office.get(page, { as: '佐藤' })).status).toBe(403);
    expect((await office.get(`${home}/cases`, { as: '佐藤' })).body).not.toContain('試験花子');
    expect((await office.get(page, { as: '木村' })).status).toBe(200);
  });
});

describe('minutes that a supervisor let pass', () => {
  it('are corrected without the warning about whom they let pass', async () => {
    const meeting = `${home}/meetings/M-1`;
    const warning = 'このままでは確定できません';
    await office.does('木村', 'consent', { case: 'C-1', member: 'A' });
    await office.does('木村', 'member', { case: 'C-1', id: 'Z', name: '試験 末子' });
    await office.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-coordination' });
    const call = { class: '相談支援', purpose: '受診の相談' };
    await office.does('佐藤', 'convene', {
      ...{ meeting: 'M-1', date: '2026-06-15T14:00', place: '若草町役場', outlook: '3か月ごと' },
      invite: { 基幹: call },
    });
    await office.at('2026-06-15T15:00');
    const items = [{ topic: '受診', discussed: '試験末子さんの通学についても話した。' }];
    await office.does('佐藤', 'record', { meeting: 'M-1', attendance: [], items });
    expect((await office.get(meeting, { as: '佐藤' })).body).toContain(warning);

    await office.does('中村', 'record', { meeting: 'M-1', attendance: [], items, final: true, override: '安全のため' });
    const { body } = await office.get(meeting, { as: '佐藤' });
    expect(body).toContain('新しい版を出して知らせる');
    expect(body).not.toContain(warning);
  });
});

describe('a consent that runs out', () => {
  const call = { class: '相談支援', purpose: '受診の相談' };
  const place = { meeting: 'M-1', place: '若草町役場', outlook: '3か月ごと', invite: { 基幹: call } };
  const asked = { meeting: 'M-1', cases: ['C-1'], framework: 'protection-coordination', reason: '受診' };
  const shown = async (tail: string) => (await office.get(`${home}/${tail}`, { as: '佐藤' })).body;

  it('is warned of while the meeting has no date, and afterwards where it ends before the day', async () => {
    await office.does('木村', 'consent', { case: 'C-1', member: 'A', until: '2026-06-30' });
    await office.does('木村', 'request', asked);
    expect(await shown('meetings/M-1')).toContain('本人同意に期限があります');
    await office.does('佐藤', 'convene', { ...place, date: '2026-06-15T14:00' });
    expect(await shown('meetings/M-1')).not.toContain('期限が切れます');
    await office.does('佐藤', 'change', { meeting: 'M-1', date: '2026-07-01T14:00' });
    const body = await shown('meetings/M-1');
    expect(body).toContain('会議の日の前に、本人同意の期限が切れます');
    expect(body).toContain('2026年6月30日');
    await office.does('木村', 'consent', { case: 'C-1', member: 'A', until: '2027-06-30' });
    expect(await shown('meetings/M-1')).not.toContain('期限が切れます');
  });

  it('is warned of on the plan that lasts longer, and not on a 支援会議 that needs none', async () => {
    await office.does('木村', 'consent', { case: 'C-1', member: 'A', until: '2026-08-31' });
    await office.does('木村', 'request', { ...asked, framework: 'needy-support', ground: 1 });
    await office.does('佐藤', 'convene', { ...place, date: '2026-06-15T14:00' });
    await office.does('佐藤', 'change', { meeting: 'M-1', date: '2026-09-15T14:00' });
    expect(await shown('meetings/M-1')).not.toContain('期限が切れます');
    await office.does('佐藤', 'change', { meeting: 'M-1', date: '2026-06-15T14:00' });
    await office.at('2026-06-15T15:00');
    await office.does('佐藤', 'record', { meeting: 'M-1', attendance: [], items: ['受診'], final: true });
    const plan = { case: 'C-1', goals: ['受診する'] };
    await office.does('佐藤', 'plan', { ...plan, period: 2 });
    expect(await shown('plans/C-1')).not.toContain('期限が切れます');
    await office.does('佐藤', 'plan', { ...plan, period: 3 });
    expect(await shown('plans/C-1')).toContain('支援計画の終わりの前に、本人同意の期限が切れます');
  });
});
