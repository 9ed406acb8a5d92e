import { beforeEach, describe, expect, it } from 'vitest';
import { textOf } from '../../core/commands/outbox/deliver.ts';
import { membersInScope } from '../../functions/answer-invitation/scope.ts';
import { convene, linkOf, nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
  await convene(office);
  await office.at('2026-06-02T10:00');
});

const invitationOf = async (agency: string) => {
  const meeting = await office.app.deps.store.get('meeting', town, 'M-1');
  return meeting?.invitations.find((one) => one.agency === agency);
};

describe("an agency's link", () => {
  it('shows logistics and nothing about the household', async () => {
    const { body, headers } = await office.get(await linkOf(office, '地域包括'));
    expect(body).toContain('若草町役場');
    expect(body).toContain('3か月ごと');
    for (const secret of ['試験', '受診', '物忘れ', '生活困窮', '支援会議', 'C-1']) expect(body).not.toContain(secret);
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('changes nothing when it is only looked at', async () => {
    const link = await linkOf(office, '地域包括');
    await office.get(link);
    await office.get(`${link}?does=出席&answer=出席`);
    expect((await invitationOf('地域包括'))?.replies).toEqual([]);
  });

  it('ends with 辞退: a reason is asked for, the office hears it, and the link opens nothing more', async () => {
    const link = await linkOf(office, '地域包括');
    const nonce = nonceIn(await office.get(link));
    const silent = await office.post(link, { does: 'leave', nonce });
    expect(silent.body).toContain('まだ保存していません');
    const left = await office.post(link, { does: 'leave', reason: '担当者が辞めた', nonce });
    expect(left).toMatchObject({ status: 303, headers: { location: `${link}?done=leave` } });
    expect((await office.get(`${link}?done=leave`)).body).toContain('辞退を受け付けました');
    const closed = await office.get(link);
    expect(closed.status).toBe(404);
    expect(closed.body).not.toMatch(/若草町役場|M-1/);
    const page = await office.get(`/office/${town}/meetings/M-1`, { as: '木村' });
    expect(page.body).toContain('担当者が辞めた');
  });

  it('takes an answer from its own page only', async () => {
    const link = await linkOf(office, '地域包括');
    const scanner = await office.post(link, { does: '出席' });
    expect(scanner.status).toBe(403);
    const stranger = await office.post(link, {
      does: '出席',
      nonce: nonceIn(await office.get(await linkOf(office, '基幹'))),
    });
    expect(stranger.status).toBe(403);
    expect((await invitationOf('地域包括'))?.replies).toEqual([]);

    const pressed = await office.post(link, { does: '出席', nonce: nonceIn(await office.get(link)) });
    expect(pressed).toMatchObject({ status: 303, headers: { location: `${link}?done=reply` } });
    expect((await invitationOf('地域包括'))?.replies).toMatchObject([
      { answer: '出席', source: 'リンク', unconfirmed: false },
    ]);
  });

  it('keeps an opinion that was typed on a page that lay open too long, and records it when pressed once more', async () => {
    const link = await linkOf(office, '地域包括');
    const typed = { does: '意見書提出', text: '訪問を週2回に', nonce: nonceIn(await office.get(link)) };
    await office.at('2026-06-03T10:00');
    const again = await office.post(link, typed);
    expect(again.status).toBe(403);
    expect(again.body).toMatch(/>\n訪問を週2回に<\/textarea>/);
    expect(again.body).toContain('まだ何も記録していません');
    expect((await invitationOf('地域包括'))?.replies).toEqual([]);
    expect((await office.post(link, { ...typed, nonce: nonceIn(again) })).status).toBe(303);
    expect((await invitationOf('地域包括'))?.replies).toMatchObject([{ answer: '意見書提出', text: '訪問を週2回に' }]);
  });

  it('gives back what was typed when the meeting has begun meanwhile', async () => {
    const link = await linkOf(office, '地域包括');
    await office.at('2026-06-15T13:59');
    const typed = { does: '意見書提出', text: '訪問を<週2回>に', nonce: nonceIn(await office.get(link)) };
    await office.at('2026-06-15T14:00');
    const { body } = await office.post(link, typed);
    expect(body).toContain('意見: 訪問を&lt;週2回&gt;に');
    expect(body).toContain('出欠の受付は終わりました');
  });

  it('takes no answer once the meeting has begun, and says so', async () => {
    const link = await linkOf(office, '地域包括');
    await office.at('2026-06-15T13:59');
    const nonce = nonceIn(await office.get(link));
    await office.at('2026-06-15T14:00');
    const answer = await office.post(link, { does: '出席', nonce });
    expect(answer.status).toBe(409);
    expect(answer.body).toContain('出欠の受付は終わりました');
  });
});

describe('the papers', () => {
  const open = async (agency: string) => {
    const papers = `${await linkOf(office, agency)}/papers`;
    const page = await office.get(papers);
    await office.post(papers, { does: 'ask-papers-code', nonce: nonceIn(page) });
    const code = /\d{6}/.exec(await lastCodeMail(agency))?.[0] ?? '';
    const opened = await office.post(papers, { does: 'code', code, nonce: nonceIn(page) });
    return { papers, nonce: nonceIn(page), cookie: (opened.headers['set-cookie'] ?? '').split(';')[0] ?? '', opened };
  };
  const lastCodeMail = async (agency: string) => {
    const mails = await office.app.deps.store.list('message', town, 'M-1/papers-code/');
    const mail = mails.findLast((one) => one.to === agency);
    return mail === undefined ? '' : textOf(office.app.deps, mail).replace(/https\S+/, '');
  };

  // With a frozen clock all of this is one moment (npm start -- --frozen).
  it('open for a second reader with a code of their own, asked for at the very moment the first was used', async () => {
    const codesTo = async () => {
      const mails = await office.app.deps.store.list('message', town, 'M-1/papers-code/');
      return mails
        .filter(({ to }) => to === '地域包括')
        .map((mail) => /\d{6}$/m.exec(textOf(office.app.deps, mail))?.[0]);
    };
    const papers = `${await linkOf(office, '地域包括')}/papers`;
    const asks = async () => office.post(papers, { does: 'ask-papers-code', nonce: nonceIn(await office.get(papers)) });
    await asks();
    const enters = { does: 'code', code: (await codesTo())[0] ?? '', nonce: nonceIn(await office.get(papers)) };
    expect((await office.post(papers, enters)).status).toBe(303);
    expect((await asks()).headers['location']).toBe(`${papers}?done=code`);
    const [first, second] = await codesTo();
    expect(second).toMatch(/^\d{6}$/);
    expect(second).not.toBe(first);
    const again = { ...enters, code: second ?? '' };
    expect((await office.post(papers, again)).headers['set-cookie']).toContain('tsudoi-papers');
  });

  it('open for the code, then for the secrecy duty, and show the members the agency was called for', async () => {
    const { papers, nonce, cookie, opened } = await open('基幹');
    expect(opened.headers['set-cookie']).toMatch(new RegExp(`Path=${papers}; Max-Age=7200; HttpOnly; SameSite=Strict`));
    expect((await office.get(papers, { cookie })).body).toContain('守秘義務の確認');

    await office.post(papers, { does: 'acknowledge', name: '相談員', nonce }, { cookie });
    const { body } = await office.get(papers, { cookie });
    expect(body).toContain('手帳の相談');
    expect(body).toContain('試験一郎');
    for (const others of ['試験ハナ', '受診の相談', '多頭飼育']) expect(body).not.toContain(others);
    expect(await office.app.deps.store.audit(town)).toContainEqual(
      expect.objectContaining({ who: 'agency:基幹', did: 'read', to: 'M-1' }),
    );
  });

  it('ask each reader for their own name: whoever acknowledged before does not answer for a colleague', async () => {
    const first = await open('基幹');
    await office.post(first.papers, { does: 'acknowledge', name: '試験一郎（相談員）', nonce: first.nonce }, first);
    await office.at('2026-06-02T10:30');
    const second = await open('基幹');
    expect((await office.get(second.papers, second)).body).not.toContain('手帳の相談');
    expect((await office.get(second.papers, second)).body).toContain('ご自身のお名前');
    const page = await office.get(second.papers, second);
    const sent = { does: 'acknowledge', name: '試験二葉（所長）', nonce: nonceIn(page) };
    await office.post(second.papers, sent, { cookie: second.cookie });
    expect((await office.get(second.papers, second)).body).toContain('試験二葉（所長） さんが守秘義務を確認済み');
    // The first one reads on under their own name, and both are kept as evidence.
    expect((await office.get(first.papers, first)).body).toContain('試験一郎（相談員） さんが守秘義務を確認済み');
    expect((await invitationOf('基幹'))?.acknowledgements?.map(({ name }) => name)).toEqual([
      '試験一郎（相談員）',
      '試験二葉（所長）',
    ]);
    const card = await office.get(`/office/${town}/meetings/M-1`, { as: '佐藤' });
    for (const name of ['試験一郎（相談員）', '試験二葉（所長）']) expect(card.body).toContain(name);
  });

  it('name nobody of another household, though each has a member of the same letter', async () => {
    const household = (name: string) => [{ id: 'A', name, covered: true }];
    await office.does('木村', 'case', { id: 'C-2', members: household('青井') });
    await office.does('木村', 'case', { id: 'C-3', members: household('赤井') });
    await office.does('木村', 'request', {
      meeting: 'M-2',
      cases: ['C-2', 'C-3'],
      framework: 'needy-support',
      ground: 2,
    });
    const called = { class: '相談支援', purpose: '家計の相談', members: ['C-2/A'] };
    const place = { date: '2026-06-20T14:00', place: '役場', outlook: '計2回' };
    await office.does('佐藤', 'convene', { meeting: 'M-2', ...place, invite: { 基幹: called } });
    const meeting = await office.app.deps.store.get('meeting', town, 'M-2');
    const cases = await Promise.all(['C-2', 'C-3'].map((id) => office.app.deps.store.get('case', town, id)));
    const [invitation] = meeting?.invitations ?? [];
    const known = cases.filter((one) => one !== undefined);
    expect(membersInScope(known, invitation ?? { purposes: [] }).map(({ name }) => name)).toEqual(['青井']);
    const short = { purposes: [{ text: '家計の相談', members: ['A'] }] };
    expect(membersInScope(known, short)).toEqual([]);
    expect(membersInScope(known.slice(0, 1), short).map(({ name }) => name)).toEqual(['青井']);
  });

  it('stay closed for a key made of the nonce that every page of the link shows', async () => {
    const papers = `${await linkOf(office, '基幹')}/papers`;
    for (const path of [papers, papers.replace('/papers', '')]) {
      const [made = '', shown = ''] = nonceIn(await office.get(path)).split('.');
      expect(made).not.toBe('');
      const digits = shown.replaceAll(/\D/g, '');
      for (const cookie of [`${shown}.${made}`, `${digits}.${made}`, `.${made}`, `x.${made}`, shown, '.', '%'])
        expect(await office.get(papers, { cookie: `tsudoi-papers=${cookie}` })).toMatchObject({
          status: 200,
          body: expect.stringContaining('確認コード'),
        });
    }
  });

  it('stay closed for a wrong code, for the cookie of another link, and after two hours', async () => {
    const papers = `${await linkOf(office, '基幹')}/papers`;
    const nonce = nonceIn(await office.get(papers));
    await office.post(papers, { does: 'ask-papers-code', nonce });
    const wrong = await office.post(papers, { does: 'code', code: '000000', nonce });
    expect(wrong.headers).not.toHaveProperty('set-cookie');
    expect(wrong.body).toContain('確認コードが違う');

    for (let tries = 1; tries < 5; tries += 1) await office.post(papers, { does: 'code', code: '000000', nonce });
    const usedUp = await office.post(papers, { does: 'code', code: '000000', nonce });
    expect(usedUp.body).toContain('新しい確認コードを受け取って');
    expect(usedUp.body).not.toContain('あと0回');

    const other = await open('地域包括');
    expect((await office.get(papers, { cookie: other.cookie })).body).toContain('確認コードを受け取る');
    await office.at('2026-06-02T12:00');
    expect((await office.get(other.papers, { cookie: other.cookie })).body).toContain('確認コードを受け取る');
  });

  it('stay closed to whoever takes note of the secrecy duty without a name', async () => {
    const { papers, nonce, cookie } = await open('基幹');
    for (const name of ['', '　 ']) {
      const answer = await office.post(papers, { does: 'acknowledge', name, nonce }, { cookie });
      expect(answer.status).toBe(409);
      expect(answer.body).toContain('お名前（所属・氏名）: まだ書かれていません');
    }
    expect((await invitationOf('基幹'))?.acknowledged).toBeUndefined();
    expect((await office.get(papers, { cookie })).body).not.toContain('手帳の相談');
  });

  it('cannot be acknowledged without the code', async () => {
    const papers = `${await linkOf(office, '基幹')}/papers`;
    const nonce = nonceIn(await office.get(papers));
    const answer = await office.post(papers, { does: 'acknowledge', name: '相談員', nonce });
    expect(answer.status).toBe(403);
    expect((await invitationOf('基幹'))?.acknowledged).toBeUndefined();
  });
});
