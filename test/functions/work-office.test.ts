import { beforeEach, describe, expect, it } from 'vitest';
import { type TownCode, townCodeSchema } from '../../core/ids.ts';
import { convene, nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
});
const home = `/office/${town}`;

describe('who may see the office', () => {
  it('turns away a viewer, an agency and a stranger, and notes the viewer who tried', async () => {
    await convene(office);
    const viewer = await office.get(`${home}/cases/C-1`, { as: '山本' });
    expect(viewer.status).toBe(403);
    expect(viewer.body).not.toContain('試験');
    expect((await office.get(`${home}/cases/C-1`)).status).toBe(403);
    expect(await office.app.deps.store.audit(town)).toContainEqual(
      expect.objectContaining({ who: 'staff:山本', did: 'refused:forbidden' }),
    );
  });

  it('notes who read which case', async () => {
    await convene(office);
    await office.get(`${home}/cases/C-1`, { as: '木村' });
    expect(await office.app.deps.store.audit(town)).toContainEqual(
      expect.objectContaining({ who: 'staff:木村', did: 'read', to: 'C-1' }),
    );
  });

  it('lets only the host see the form for convening', async () => {
    await convene(office);
    await office.does('木村', 'request', { meeting: 'M-2', cases: ['C-1'], framework: 'needy-support', ground: 2 });
    expect((await office.get(`${home}/meetings/M-2`, { as: '木村' })).body).not.toContain('関係機関を招集する');
    expect((await office.get(`${home}/meetings/M-2`, { as: '佐藤' })).body).toContain('関係機関を招集する');
  });
});

describe('a form of the office', () => {
  const newCase = {
    does: 'case',
    id: 'C-9',
    'name-A': '試験花子',
    'covered-A': 'yes',
    issue: ['1', '2'],
    state: '受付',
  };

  it('records nothing without the nonce of the person it was shown to', async () => {
    const page = await office.get(`${home}/cases/new`, { as: '木村' });
    expect((await office.post(`${home}/cases/new`, newCase, { as: '木村' })).status).toBe(403);
    const borrowed = await office.post(`${home}/cases/new`, { ...newCase, nonce: nonceIn(page) }, { as: '佐藤' });
    expect(borrowed.status).toBe(403);
    expect(await office.app.deps.store.get('case', town, 'C-9')).toBeUndefined();
  });

  it.each(['__proto__', 'constructor', 'toString', 'nothing'])(
    'that the page does not have, %s, is refused in words',
    async (does) => {
      const nonce = nonceIn(await office.get(`${home}/cases/new`, { as: '木村' }));
      const answer = await office.post(`${home}/cases/new`, { does, nonce }, { as: '木村' });
      expect(answer.status).toBe(409);
      expect(answer.body).toContain('使えない番号または区分です');
    },
  );

  it('leads to what it made, once', async () => {
    const nonce = nonceIn(await office.get(`${home}/cases/new`, { as: '木村' }));
    const done = await office.post(`${home}/cases/new`, { ...newCase, nonce }, { as: '木村' });
    expect(done).toMatchObject({ status: 303, headers: { location: `${home}/cases/C-9?done=case` } });
    expect(await office.app.deps.store.get('case', town, 'C-9')).toMatchObject({
      issues: [1, 2],
      members: [{ id: 'A', name: '試験花子', covered: true }],
    });
  });

  it('gives back what was typed for a meeting that was cancelled meanwhile, and to whom it is not allowed', async () => {
    await convene(office);
    await office.at('2026-06-02T10:00');
    const path = `${home}/meetings/M-1`;
    const change = { does: 'change', date: '2026-06-16', time: '10:00', place: '公民館 <二階>' };
    const clerk = nonceIn(await office.get(path, { as: '木村' }));
    const denied = await office.post(path, { ...change, nonce: clerk }, { as: '木村' });
    expect(denied.status).toBe(403);
    expect(denied.body).toContain('場所: 公民館 &lt;二階&gt;');
    expect(denied.body).not.toContain('この内容を見る');

    const nonce = nonceIn(await office.get(path, { as: '佐藤' }));
    await office.does('佐藤', 'cancel', { meeting: 'M-1', reason: '世帯の都合' });
    const late = await office.post(path, { ...change, nonce }, { as: '佐藤' });
    expect(late.status).toBe(409);
    expect(late.body).toContain('受け付けられませんでした');
    expect(late.body).toContain('場所: 公民館 &lt;二階&gt;');
  });

  it('refuses a My Number and keeps what was typed, escaped', async () => {
    const nonce = nonceIn(await office.get(`${home}/cases/new`, { as: '木村' }));
    const typed = { ...newCase, nonce, 'name-A': '<b>"試験"</b>', summary: '番号は 123456789018 です' };
    const refused = await office.post(`${home}/cases/new`, typed, { as: '木村' });
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('相談の内容に個人番号（マイナンバー）とみられる12桁の数字があります');
    expect(refused.body).toContain('&lt;b&gt;&quot;試験&quot;&lt;/b&gt;');
    expect(refused.body).not.toContain('<b>');
  });

  it('changes only what was changed: nobody is asked again for nothing', async () => {
    await convene(office);
    await office.at('2026-06-02T10:00');
    const page = await office.get(`${home}/meetings/M-1`, { as: '佐藤' });
    const same = { date: '2026-06-15', time: '14:00', 'was-date': '2026-06-15T14:00', 'was-place': '若草町役場' };
    const form = { does: 'change', nonce: nonceIn(page), ...same, place: '若草町役場 二階' };
    expect((await office.post(`${home}/meetings/M-1`, form, { as: '佐藤' })).status).toBe(303);
    const meeting = await office.app.deps.store.get('meeting', town, 'M-1');
    expect(meeting).toMatchObject({ appointment: { place: '若草町役場 二階', startsAt: '2026-06-15T05:00:00.000Z' } });
    expect(meeting?.invitations.map(({ askedAt }) => askedAt)).not.toContain(office.app.clock.now());
  });

  it('invites only ticked agencies, whatever stands in the fields of the others', async () => {
    await office.does('木村', 'case', { id: 'C-1', members: [{ id: 'A', name: '試験', covered: true }] });
    await office.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    const form = {
      ...{ does: 'convene', step: 'send', date: '2026-06-15', time: '14:00', place: '役場', outlook: '計4回' },
      agency: ['地域包括'],
      'class.地域包括': '相談支援',
      'purpose.地域包括': '受診の相談\r\n見守りの相談',
      'members.地域包括': ['A'],
      'class.基幹': '相談支援',
      'purpose.基幹': '呼ばない',
    };
    const nonce = nonceIn(await office.get(`${home}/meetings/M-1`, { as: '佐藤' }));
    expect((await office.post(`${home}/meetings/M-1`, { ...form, nonce }, { as: '佐藤' })).status).toBe(303);
    const meeting = await office.app.deps.store.get('meeting', town, 'M-1');
    expect(meeting?.invitations.map(({ agency, purposes }) => [agency, purposes.map(({ text }) => text)])).toEqual([
      ['地域包括', ['受診の相談', '見守りの相談']],
    ]);
  });
});

describe('the form for convening', () => {
  const ask = async (members: readonly object[]) => {
    await office.does('木村', 'case', { id: 'C-1', members });
    await office.does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    return office.get(`${home}/meetings/M-1`, { as: '佐藤' });
  };

  it('asks what each agency is called for', async () => {
    const nonce = nonceIn(await ask([{ id: 'A', name: '試験', covered: true }]));
    const form = { does: 'convene', step: 'preview', date: '2026-06-15', time: '14:00', agency: ['地域包括'], nonce };
    const { body } = await office.post(`${home}/meetings/M-1`, form, { as: '佐藤' });
    expect(body).toContain('招集の目的: 「');
    expect(body).not.toContain('この内容で招集する');
  });

  it('offers everybody where nobody is marked as discussed, and says so', async () => {
    const { body } = await ask([{ id: 'A', name: '試験花子', covered: false }]);
    expect(body).toContain('全員を出しています');
    expect(body).toMatch(/name="members\.地域包括"\s+value="A"/);
  });
});

describe('a papers code that staff read out', () => {
  it('stands on the page for ten minutes, works, and is in no mail', async () => {
    await convene(office);
    const path = `${home}/meetings/M-1`;
    const nonce = nonceIn(await office.get(path, { as: '佐藤' }));
    const asked = { does: 'code-0', nonce, agency: '動物NPO' };
    expect((await office.post(path, asked, { as: '佐藤' })).status).toBe(303);
    const code = /class="count">(\d{6})</.exec((await office.get(path, { as: '佐藤' })).body)?.[1] ?? 'none';
    const mails = await office.app.deps.store.list('message', town);
    expect(mails.filter(({ mailKind }) => mailKind === 'papers-code')).toEqual([]);
    await office.does('動物NPO', 'enter-papers-code', { meeting: 'M-1', code });
    expect((await office.get(path, { as: '佐藤' })).body).not.toContain(code);
  });
});

describe('two towns that number their cases alike', () => {
  const neighbour = '393012';
  const both = {
    towns: { [neighbour]: { name: '野原町', host: 'prefecture' as const } },
    people: { 野田: { role: 'clerk' as const, town: townCodeSchema.parse(neighbour) } },
  };
  const members = [{ id: 'A', name: '試験', covered: true }];

  it('are never mixed up by the officer of both', async () => {
    const two = await openOffice(both);
    await two.does('木村', 'case', { id: 'C-1', members });
    await two.does('野田', 'case', { id: 'C-1', members });
    await two.does('野田', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    const path = `/office/${neighbour}/cases/C-1`;
    const nonce = nonceIn(await two.get(path, { as: '佐藤' }));
    const consent = {
      does: 'consent',
      nonce,
      member: 'A',
      scope: '会議',
      on: '2026-06-01',
      by: '本人',
      method: '書面',
    };
    expect((await two.post(path, consent, { as: '佐藤' })).status).toBe(303);

    const consentsIn = async (code: TownCode) => (await two.app.deps.store.get('case', code, 'C-1'))?.consents.length;
    expect(await consentsIn(town)).toBe(0);
    expect(await consentsIn(townCodeSchema.parse(neighbour))).toBe(1);
    expect((await two.app.deps.store.audit(town)).filter(({ who }) => who === 'staff:佐藤')).toEqual([]);
  });

  it('are closed to the clerk of the other', async () => {
    const two = await openOffice(both);
    await two.does('野田', 'case', { id: 'C-1', members });
    expect((await two.get(`/office/${neighbour}/cases/C-1`, { as: '木村' })).status).toBe(403);
    expect((await two.get(`${home}/cases/C-1`, { as: '木村' })).status).toBe(404);
  });
});
