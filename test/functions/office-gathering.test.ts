import { beforeEach, describe, expect, it } from 'vitest';
import { codeOwner } from '../../core/commands/reply/enter-papers-code.ts';
import { nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';
import { known } from '../support/small-town.ts';

let office: OpenedOffice;
const home = `/office/${town}`;
const linkTo = (agency: string) =>
  `/a/${office.app.deps.secrets.linkToken({ town, meeting: 'M-1', agency, generation: 1 })}`;

/** The papers as an agency sees them after its code and the secrecy duty. */
async function papersOf(agency: string): Promise<string> {
  const path = `${linkTo(agency)}/papers`;
  await office.post(path, { does: 'ask-papers-code', nonce: nonceIn(await office.get(path)) });
  const meeting = known(await office.app.deps.store.get('meeting', town, 'M-1'), 'M-1');
  const invitation = known(
    meeting.invitations.find((one) => one.agency === agency),
    agency,
  );
  const issuedAt = known(invitation.code, 'code').issuedAt;
  const code = office.app.deps.secrets.code(codeOwner(meeting, invitation), issuedAt);
  const opened = await office.post(path, { does: 'code', code, nonce: nonceIn(await office.get(path)) });
  const cookie = (opened.headers['set-cookie'] ?? '').split(';')[0] ?? '';
  const nonce = nonceIn(await office.get(path, { cookie }));
  await office.post(path, { does: 'acknowledge', name: '試験担当', nonce }, { cookie });
  return (await office.get(path, { cookie })).body;
}

beforeEach(async () => {
  office = await openOffice();
  for (const [id, name] of [
    ['C-1', '試験花子'],
    ['C-2', '試験次郎'],
  ] as const)
    await office.does('木村', 'case', { id, members: [{ id: 'A', name, covered: true }] });
  await office.at('2026-06-01T10:00');
});

describe('a meeting about several cases', () => {
  it('is asked for from the list of meetings, about the open cases somebody ticks', async () => {
    await office.does('木村', 'case', { id: 'C-3', state: '情報提供で終了' });
    const page = await office.get(`${home}/meetings/new`, { as: '木村' });
    expect(page.body).toContain('value="C-2"');
    expect(page.body).not.toMatch(/value="C-\d"\s+checked/);
    expect(page.body).not.toContain('value="C-3"');
    const form = { does: 'request', meeting: 'M-1', framework: 'needy-support', ground: '2', case: ['C-1', 'C-2'] };
    const sent = await office.post(`${home}/meetings/new`, { ...form, nonce: nonceIn(page) }, { as: '木村' });
    expect(sent).toMatchObject({ status: 303, headers: { location: `${home}/meetings/M-1?done=request` } });
    expect(await office.app.deps.store.get('meeting', town, 'M-1')).toMatchObject({ cases: ['C-1', 'C-2'] });
  });

  it('gets its order and way of meeting on the form of convening, looked at before it is sent', async () => {
    const basis = { meeting: 'M-1', cases: ['C-1', 'C-2'], framework: 'needy-support', ground: 2 };
    await office.does('木村', 'request', basis);
    const path = `${home}/meetings/M-1`;
    const form = {
      ...{ does: 'convene', date: '2026-06-15', time: '14:00', outlook: '年四回', cadence: '定期', mode: 'オンライン' },
      ...{ place: '', url: 'https://meet.example.jp/test', 'order.C-1': '2', 'minutes.C-1': '20' },
      ...{ 'order.C-2': '１', 'minutes.C-2': '３０', agency: ['地域包括'], 'class.地域包括': '相談支援' },
      ...{ 'purpose.地域包括': '近況の共有', 'members.地域包括': ['C-1/A'] },
    };
    const nonce = nonceIn(await office.get(path, { as: '佐藤' }));
    const preview = await office.post(path, { ...form, step: 'preview', nonce }, { as: '佐藤' });
    expect(preview.body).toContain('時間割: 14:00〜14:30（ケース C-2）、14:30〜14:50（ケース C-1）');
    expect((await office.post(path, { ...form, step: 'send', nonce }, { as: '佐藤' })).status).toBe(303);
    expect((await office.get(path, { as: '佐藤' })).body).toContain('https://meet.example.jp/test');

    const page = await office.get(linkTo('地域包括'));
    expect(page.body).toContain('https://meet.example.jp/test');
    expect(page.body).toContain('14:30〜14:50（ケース C-1）');
    expect(page.body).not.toContain('C-2');
    expect(JSON.stringify(await office.app.sentMails())).not.toContain('meet.example.jp');
  });

  it('shows an agency that is left out of a case nothing of it: neither member nor item of the minutes', async () => {
    const invite = {
      地域包括: { class: '相談支援', purpose: '近況の共有' },
      基幹: { class: '相談支援', purpose: '手帳の相談', cases: ['C-1'] },
    };
    const basis = { meeting: 'M-1', cases: ['C-1', 'C-2'], framework: 'needy-support', ground: 2 };
    await office.does('佐藤', 'convene', { ...basis, date: '2026-06-15T14:00', outlook: '年四回', invite });
    await office.at('2026-06-15T16:00');
    const items = [
      { topic: '通院', case: 'C-1', discussed: '通院について', conclusion: '付き添う' },
      { topic: '借金', case: 'C-2', discussed: '借金について', conclusion: '法テラスへ' },
      { topic: '次回', discussed: '次の日取り', conclusion: '9月' },
    ];
    await office.does('佐藤', 'record', { meeting: 'M-1', attendance: ['基幹'], items, final: true });
    const own = await papersOf('基幹');
    expect(own).toContain('付き添う');
    expect(own).toContain('試験花子');
    for (const other of ['借金', '法テラス', '次の日取り', '試験次郎', 'C-2']) expect(own).not.toContain(other);
    const all = await papersOf('地域包括');
    for (const each of ['付き添う', '法テラスへ', '次の日取り']) expect(all).toContain(each);
  });

  it('is convened and recorded on its pages, case by case: who is called for which, and what was said of which', async () => {
    await office.does('木村', 'request', {
      meeting: 'M-1',
      cases: ['C-1', 'C-2'],
      framework: 'needy-support',
      ground: 2,
    });
    const path = `${home}/meetings/M-1`;
    const asked = await office.get(path, { as: '佐藤' });
    expect(asked.body).toMatch(/name="cases.基幹"\s+value="C-2"\s+checked/);
    const call = (agency: string, cases: readonly string[]) => ({
      [`cases.${agency}`]: ['', ...cases],
      [`class.${agency}`]: '相談支援',
      [`purpose.${agency}`]: '近況の共有',
      // What stays ticked of a case it is not called for is not told either.
      [`members.${agency}`]: ['C-1/A', 'C-2/A'],
    });
    const form = {
      ...{ does: 'convene', date: '2026-06-15', time: '14:00', outlook: '年四回', place: '役場', step: 'send' },
      ...{ 'order.C-1': '2', 'minutes.C-1': '20', 'order.C-2': '1', 'minutes.C-2': '30' },
      ...{ agency: ['地域包括', '基幹'], nonce: nonceIn(asked), ...call('地域包括', ['C-1', 'C-2']) },
    };
    const none = await office.post(path, { ...form, ...call('基幹', []) }, { as: '佐藤' });
    expect(/role="alert"[\s\S]{0,300}/.exec(none.body)?.[0]).toContain(
      'この機関を呼ぶケース: 呼ぶケースを一つ以上選んでください。',
    );
    expect((await office.post(path, { ...form, ...call('基幹', ['C-1']) }, { as: '佐藤' })).status).toBe(303);

    await office.at('2026-06-15T16:00');
    const page = await office.get(path, { as: '佐藤' });
    // In the order of the agenda: the first item is about the first case.
    expect(page.body).toMatch(/name="case.0"[^>]*>\s*<option value="C-2" selected>14:00〜14:30（ケース C-2）/);
    const minutes = {
      ...{ 'topic.0': '借金', 'case.0': 'C-2', 'conclusion.0': '法テラスへ' },
      ...{ 'topic.1': '通院', 'case.1': 'C-1', 'conclusion.1': '付き添う' },
      ...{ 'topic.2': '', 'case.2': 'C-1', 'topic.3': '次回', 'case.3': '' },
    };
    const sent = { does: 'record', final: 'yes', version: '0', attendance: ['基幹'], ...minutes, nonce: nonceIn(page) };
    expect((await office.post(path, sent, { as: '佐藤' })).status).toBe(303);
    expect(await office.app.deps.store.get('meeting', town, 'M-1')).toMatchObject({
      records: [{ items: [{ case: 'C-2' }, { case: 'C-1' }, { topic: '次回' }] }],
    });
    const own = await papersOf('基幹');
    expect(own).toContain('付き添う');
    for (const other of ['法テラス', '試験次郎', 'C-2']) expect(own).not.toContain(other);
  });
});
