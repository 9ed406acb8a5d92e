import { beforeEach, describe, expect, it } from 'vitest';
import { bodyIdSchema, townCodeSchema } from '../../core/ids.ts';
import { nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

const home = `/office/${town}`;
const prefecture = townCodeSchema.parse('390003');
let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice({ towns: { [townCodeSchema.parse('393029')]: { name: '白波町', host: 'town' } } });
});
const bodyNamed = (id: string) => office.app.deps.store.get('body', prefecture, bodyIdSchema.parse(id));

const typed = {
  ...{
    does: 'body',
    id: '支援会議',
    name: '青葉県支援会議',
    framework: 'needy-support',
    sender: '青葉県郡部福祉事務所長',
  },
  ...{ number: '郡福第{番号}号', approval: 'yes', rhythm: '6', towns: [town] },
  ...{ 'constituent.0.agency': '地域包括', 'constituent.0.from': '2026-04-01', 'constituent.1.agency': '' },
  ...{
    'roster.0.agency': '地域包括',
    'roster.0.standing': 'required',
    'roster.0.class': '相談支援',
    'roster.0.purpose': '見守り',
  },
  ...{ 'roster.1.agency': '', 'roster.1.standing': 'core', 'roster.1.class': '相談支援' },
};

describe('the page of bodies', () => {
  const nonceAt = async (path: string) => nonceIn(await office.get(path, { as: '佐藤' }));

  it('takes a new body, lists it, and changes it', async () => {
    const nonce = await nonceAt(`${home}/bodies/new`);
    const done = await office.post(`${home}/bodies/new`, { ...typed, nonce }, { as: '佐藤' });
    expect(done.status).toBe(303);
    expect(await bodyNamed('支援会議')).toMatchObject({
      ...{ name: '青葉県支援会議', rhythm: 6, approval: true, towns: [town], sender: '青葉県郡部福祉事務所長' },
      constituents: [{ agency: '地域包括', from: '2026-04-01' }],
      roster: [{ agency: '地域包括', standing: 'required', class: '相談支援', purpose: '見守り' }],
    });
    expect((await office.get(`${home}/bodies`, { as: '佐藤' })).body).toContain('青葉県支援会議');

    const page = `${home}/bodies/${encodeURIComponent('支援会議')}`;
    const shown = await office.get(page, { as: '佐藤' });
    expect(shown.body).toContain('value="郡福第{番号}号"');
    const { id: _id, approval: _approval, ...kept } = typed;
    const emptied = { ...kept, nonce: nonceIn(shown), version: '1', number: '', 'roster.0.agency': '' };
    await office.post(page, emptied, { as: '佐藤' });
    const changed = await bodyNamed('支援会議');
    expect(changed).toMatchObject({ version: 2, approval: false, roster: [] });
    expect(changed).not.toHaveProperty('number');
  });

  it('shows the dates of a 定例日 before it is saved, and keeps what was typed', async () => {
    const nonce = await nonceAt(`${home}/bodies/new`);
    const said = { ...typed, nonce, regular: '毎月第2火曜 14:00', onClosed: '翌開庁日' };
    const looked = await office.post(`${home}/bodies/new`, { ...said, step: 'preview' }, { as: '佐藤' });
    expect(looked.body).toContain('8月12日(水)（8月11日(火)は山の日） 14:00');
    expect(looked.body).toContain('value="毎月第2火曜 14:00"');
    expect(await bodyNamed('支援会議')).toBeUndefined();
    const wrong = await office.post(
      `${home}/bodies/new`,
      { ...said, regular: '火曜', step: 'preview' },
      { as: '佐藤' },
    );
    expect(wrong.body).toContain('読めません。例: 毎月第2火曜 14:00');
    await office.post(`${home}/bodies/new`, said, { as: '佐藤' });
    const { body } = await office.get(`${home}/bodies/${encodeURIComponent('支援会議')}`, { as: '佐藤' });
    expect(body).toContain('これからの定例日');
  });

  it('keeps what was typed when something is wrong, and says what', async () => {
    const nonce = await nonceAt(`${home}/bodies/new`);
    const wrong = { ...typed, nonce, number: '郡福第1号', 'constituent.0.from': '' };
    const { status, body } = await office.post(`${home}/bodies/new`, wrong, { as: '佐藤' });
    expect(status).toBe(409);
    for (const said of ['value="青葉県支援会議"', 'value="郡福第1号"', 'まだ保存していません'])
      expect(body).toContain(said);
    expect(await bodyNamed('支援会議')).toBeUndefined();
  });

  it('is read by the town’s clerk, who changes nothing', async () => {
    await office.does('佐藤', 'body', { id: '支援会議', name: '青葉県支援会議', framework: 'needy-support' });
    const list = await office.get(`${home}/bodies`, { as: '木村' });
    expect(list.body).toContain('青葉県支援会議');
    expect(list.body).not.toContain('<form method="post" class="form" id="framework');
    const nonce =
      nonceIn(await office.get(`${home}/tasks`, { as: '木村' })) ||
      nonceIn(await office.get(`${home}/cases/new`, { as: '木村' }));
    const tried = await office.post(
      `${home}/bodies`,
      { does: 'framework-0', framework: 'case-review', nonce },
      { as: '木村' },
    );
    expect(tried.status).toBe(403);
  });

  it('switches a framework off and gives another a name, which the offices then see', async () => {
    const page = `${home}/bodies`;
    const nonce = await nonceAt(page);
    await office.post(
      page,
      { does: 'framework-5', framework: 'case-review', name: 'ケース検討会議', nonce },
      { as: '佐藤' },
    );
    await office.post(
      page,
      { does: 'framework-0', framework: 'needy-support', name: 'おうえん会議', used: 'yes', nonce },
      { as: '佐藤' },
    );
    await office.does('木村', 'case', {
      id: 'C-1',
      issues: [1],
      members: [{ id: 'A', name: '試験ハナ', covered: true }],
    });
    const { body } = await office.get(`${home}/cases/C-1`, { as: '木村' });
    expect(body).toContain('おうえん会議');
    expect(body).not.toContain('value="case-review"');
  });
});

describe('convening under a body, on the page', () => {
  const page = `${home}/meetings/M-1`;
  const sheet = { does: 'convene', date: '2026-06-15', time: '14:00', outlook: '3か月ごと 計4回' };
  const called = {
    agency: ['地域包括', '基幹'],
    'class.地域包括': '相談支援',
    'purpose.地域包括': '見守り',
    roster: '地域包括',
  };
  const other = { 'class.基幹': '相談支援', 'purpose.基幹': '手帳の相談' };

  beforeEach(async () => {
    await office.does('佐藤', 'body', {
      ...{
        id: '支援会議',
        name: '青葉県支援会議',
        framework: 'needy-support',
        number: '郡福第{番号}号',
        place: '{町村}公民館',
      },
      constituents: [{ agency: '地域包括', from: '2026-04-01' }],
      roster: { 地域包括: { standing: 'required', class: '相談支援', purpose: '見守りの様子' } },
    });
    await office.does('木村', 'case', {
      id: 'C-1',
      issues: [1],
      members: [{ id: 'A', name: '試験ハナ', covered: true }],
    });
    await office.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    await office.at('2026-06-01T10:00');
  });

  it('offers the roster ticked, the usual place, and asks for the number and the designation', async () => {
    const { body } = await office.get(page, { as: '佐藤' });
    for (const said of [
      'value="若草町公民館"',
      '郡福第○号',
      '必須）を招集しない理由',
      '構成員の機関: 若草町地域包括支援センター',
    ])
      expect(body).toContain(said);
    expect(body).toMatch(/name="agency"\s+value="地域包括"\s+checked/);
    expect(body).not.toMatch(/name="agency"\s+value="基幹"\s+checked/);
  });

  it('warns of services by statute without the prefecture before anything is sent', async () => {
    const nonce = nonceIn(await office.get(page, { as: '佐藤' }));
    const looked = { ...sheet, ...called, ...other, statutory: 'yes', step: 'preview', nonce };
    const { body } = await office.post(page, looked, { as: '佐藤' });
    expect(body).toContain('県の担当が招集されていません');
  });

  it('does not leave a required agency out without a reason, and says who waits to be designated', async () => {
    const nonce = nonceIn(await office.get(page, { as: '佐藤' }));
    const left = { ...sheet, ...other, agency: '基幹', roster: '地域包括', place: '役場', step: 'send', nonce };
    const refused = await office.post(page, left, { as: '佐藤' });
    expect(refused.body).toContain('「地域包括」を招集しない理由がまだ書かれていません');
    await office.post(page, { ...left, ...called, number: '４１' }, { as: '佐藤' });

    const shown = await office.get(page, { as: '佐藤' });
    for (const said of ['郡福第41号', '指名を待っている機関があります', '指名待ち']) expect(shown.body).toContain(said);
    await office.post(page, { does: 'designate', agency: '基幹', nonce: nonceIn(shown) }, { as: '佐藤' });
    const after = await office.get(page, { as: '佐藤' });
    expect(after.body).toMatch(/指名（佐藤/);
    expect(after.body).not.toContain('指名を待っている機関があります');
  });

  it('calls who joined the roster after the meeting was convened by one press, once', async () => {
    const nonce = nonceIn(await office.get(page, { as: '佐藤' }));
    const sent = { ...sheet, ...called, agency: '地域包括', place: '役場', step: 'send', nonce };
    await office.post(page, sent, { as: '佐藤' });
    expect((await office.get(page, { as: '佐藤' })).body).not.toContain('定期の顔ぶれに加わった機関');
    const joined = { standing: 'core', class: '相談支援', purpose: '近況の共有', preparation: '支援の記録' };
    const roster = { 地域包括: { ...joined, standing: 'required' }, 基幹: joined };
    await office.does('佐藤', 'body', { id: '支援会議', roster });
    const shown = await office.get(page, { as: '佐藤' });
    expect(shown.body).toContain('定期の顔ぶれに加わった機関を、まだ招集していません');
    const press = {
      ...{ does: 'change-1', agency: '基幹', 'class.基幹': '相談支援', 'purpose.基幹': '近況の共有' },
      ...{ 'preparation.基幹': '支援の記録', nonce: nonceIn(shown) },
    };
    await office.post(page, press, { as: '佐藤' });
    await office.post(page, press, { as: '佐藤' });
    expect((await office.get(page, { as: '佐藤' })).body).not.toContain('定期の顔ぶれに加わった機関');
    const [meeting] = await office.app.deps.store.list('meeting', townCodeSchema.parse(town), 'M-1');
    expect(meeting?.invitations).toMatchObject([
      { agency: '地域包括' },
      { agency: '基幹', generation: 1, preparation: '支援の記録', purposes: [{ text: '近況の共有' }] },
    ]);
  });
});
