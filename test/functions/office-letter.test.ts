import { beforeEach, describe, expect, it } from 'vitest';
import { convene, linkOf, openOffice, type OpenedOffice, town } from '../support/door.ts';

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
const home = `/office/${town}`;

describe('the letter for an agency without mail', () => {
  const sheetAt = async (page: string, paper = '') => {
    const path = `${home}/${page}/letter/${encodeURIComponent('動物NPO')}${paper}`;
    const { body, status } = await office.get(path, { as: '佐藤' });
    expect(status).toBe(200);
    return body.slice(body.indexOf('class="sheet'), body.indexOf('</article>'));
  };
  const openFaxes = async () => {
    const tasks = await office.app.deps.store.list('task', town, 'M-1/fax/');
    return tasks.filter(({ done }) => done === undefined).map(({ id }) => id.split('/').at(-1));
  };

  it('says what the mail says, with its reply code, and nothing about the household', async () => {
    await convene(office);
    const sheet = await sheetAt('meetings/M-1');
    expect(sheet).toMatch(/返信コード [0-9A-Z]{3}-[0-9A-Z]{3}/);
    for (const said of ['までに出欠を', '（ケース C-1）', 'ご準備：特にありません', await linkOf(office, '動物NPO')])
      expect(sheet).toContain(said);
    // A sheet of paper does not speak of itself as a mail.
    for (const secret of ['試験', '多頭', '生活困窮', '{{', 'メール']) expect(sheet).not.toContain(secret);
  });

  it('comes with a sheet to mark and send back, that says to which number and asks for no word of the household', async () => {
    await convene(office);
    await office.does('佐藤', 'settings', { town, fax: '000-000-7777' });
    const { body } = await office.get(`${home}/meetings/M-1/letter/${encodeURIComponent('動物NPO')}`, { as: '佐藤' });
    const sheet = body.slice(body.indexOf('reply-sheet'));
    const code = /返信コード ([0-9A-Z]{3}-[0-9A-Z]{3})/.exec(body)?.[1] ?? 'none';
    for (const said of [
      '000-000-7777',
      code,
      '関係機関会議 M-1',
      '2026年6月15日',
      '出席します',
      '欠席します',
      '代理が出席します',
    ])
      expect(sheet).toContain(said);
    for (const secret of ['試験', '多頭', '生活困窮', 'C-1', '若草町役場']) expect(sheet).not.toContain(secret);
    await office.does('佐藤', 'cancel', { meeting: 'M-1', reason: '世帯の都合' });
    const { body: cancelled } = await office.get(`${home}/meetings/M-1/letter/${encodeURIComponent('動物NPO')}`, {
      as: '佐藤',
    });
    expect(cancelled).not.toContain('reply-sheet');
  });

  it('of a 中止 names the date the agency was told, not a later one of which nobody brought word', async () => {
    await convene(office);
    await office.does('佐藤', 'task', { kind: 'fax', about: '動物NPO' });
    await office.at('2026-06-02T10:00');
    await office.does('佐藤', 'change', { meeting: 'M-1', date: '2026-06-17T14:00' });
    expect(await sheetAt('meetings/M-1', '/change-1')).toContain('変更前 2026年6月15日(月)14:00');
    await office.at('2026-06-03T10:00');
    await office.does('佐藤', 'cancel', { meeting: 'M-1', reason: '世帯の都合' });
    expect(await openFaxes()).toEqual(['cancel-all']);
    const sheet = await sheetAt('meetings/M-1', '/cancel-all');
    expect(sheet).toContain('2026年6月15日(月)14:00');
    expect(sheet).not.toContain('6月17日');
  });

  it('says that nobody need keep the slots of a poll that is cancelled', async () => {
    await convene(office);
    const slots = ['2026-06-15T14:00', '2026-06-16T10:00'];
    const invite = { 動物NPO: { class: '生活環境', purpose: '多頭飼育の相談' } };
    const asked = {
      meeting: 'M-2',
      cases: ['C-1'],
      framework: 'needy-support',
      ground: 1,
      slots,
      outlook: '一回',
      invite,
    };
    await office.does('佐藤', 'convene', asked);
    const [fax] = await office.app.deps.store.list('task', town, 'M-2/fax/');
    await office.does('佐藤', 'task', { kind: 'fax', about: '動物NPO', task: fax?.id });
    await office.does('佐藤', 'cancel', { meeting: 'M-2', reason: '世帯の都合' });
    expect(await sheetAt('meetings/M-2', '/cancel-all')).toContain('候補の日を空けていただいた方は');
  });

  it('never asks anybody to come to a meeting that is cancelled', async () => {
    await convene(office);
    await office.at('2026-06-02T10:00');
    // Whoever was never told of the meeting is not told that it is off.
    await office.does('佐藤', 'task', { kind: 'fax', about: '動物NPO' });
    await office.does('佐藤', 'cancel', { meeting: 'M-1', reason: '世帯の都合' });
    expect(await openFaxes()).toEqual(['cancel-all']);
    for (const paper of ['', '/cancel-all', '/invitation-1']) {
      const sheet = await sheetAt('meetings/M-1', paper);
      expect(sheet).toContain('次の関係機関会議は中止になりました');
      for (const wrong of ['出席のお願い', '世帯の都合']) expect(sheet).not.toContain(wrong);
    }
    const { body } = await office.get(`${home}/meetings/M-1`, { as: '佐藤' });
    expect(body).toContain('FAXで中止の知らせを送る');
    for (const wrong of ['返事が来たら入力する', '期限なし']) expect(body).not.toContain(wrong);
  });

  it('says what a change replaced, and that one is no longer called', async () => {
    await convene(office);
    await office.does('佐藤', 'task', { kind: 'fax', about: '動物NPO' });
    await office.at('2026-06-02T10:00');
    await office.does('佐藤', 'change', { meeting: 'M-1', place: '公民館' });
    expect(await openFaxes()).toContain('change-1');
    expect(await sheetAt('meetings/M-1', '/change-1')).toContain('（変更前 若草町役場）');
    await office.does('佐藤', 'change', { meeting: 'M-1', remove: ['動物NPO'] });
    expect(await sheetAt('meetings/M-1', '/cancel-off-2')).toContain('ご出席のお願いを取り消します');
  });
});
