import { beforeEach, describe, expect, it } from 'vitest';
import { convene, linkOf, nonceIn, openOffice, type OpenedOffice } from '../support/door.ts';

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
  await convene(office);
  await office.at('2026-06-02T10:00');
});

describe('a link that opens nothing', () => {
  it.each([
    ['was cut short', async () => (await linkOf(office, '地域包括')).slice(0, -2)],
    ['was withdrawn', withdrawn],
    ['was replaced by a newer one', resent],
    ['has been left', left],
    ['is years old', expired],
  ])('that %s answers as one that never was', async (_case, linkFor) => {
    const link = await linkFor();
    for (const below of ['', '/papers', '?done=reply', '?done=leave']) {
      const [known, unknown] = await Promise.all([office.get(link + below), office.get(`/a/not-a-link${below}`)]);
      expect(known).toEqual(unknown);
    }
    const pressed = { does: '意見書提出', text: '訪問を<週2回>に' };
    const [known, unknown] = await Promise.all([office.post(link, pressed), office.post('/a/not-a-link', pressed)]);
    expect(known).toEqual(unknown);
    expect(known.body).toContain('意見: 訪問を&lt;週2回&gt;に');
  });

  it('says what to do and whom to phone and names no meeting', async () => {
    const { status, headers, body } = await office.get(await withdrawn());
    expect(status).toBe(404);
    expect(headers).toEqual((await office.get(await linkOf(office, '基幹'))).headers);
    expect(body).toContain('いちばん新しいリンクを開く');
    expect(body).toContain('ご案内のメールや書面にある担当の電話番号へお電話ください');
    for (const known of ['若草町', '会議', '支援', 'M-1', '地域包括', '0']) expect(mainOf(body)).not.toContain(known);
  });
});

describe('the link to a meeting that is off', () => {
  const cancelled = async (below: string) => {
    const link = await linkOf(office, '地域包括');
    await office.does('佐藤', 'cancel', { meeting: 'M-1', reason: '世帯の都合' });
    return (await office.get(link + below)).body;
  };

  it.each(['', '/papers'])(
    'says that it was cancelled, which one and what is left to do, and never why (%s)',
    async (below) => {
      const said = mainOf(await cancelled(below));
      for (const told of [
        'この会議は中止になりました',
        '6月15日(月) 14:00',
        'M-1',
        '回答も不要です',
        '予定を消して',
        '裁断',
      ])
        expect(said).toContain(told);
      for (const secret of ['世帯の都合', '試験', '受診の相談', '若草町役場', '<form'])
        expect(said).not.toContain(secret);
    },
  );

  it('says so to whoever presses a button of the papers that lay open, and gives back what was typed', async () => {
    const link = `${await linkOf(office, '地域包括')}/papers`;
    const nonce = nonceIn(await office.get(link));
    await office.does('佐藤', 'cancel', { meeting: 'M-1', reason: '世帯の都合' });
    const { status, body } = await office.post(link, { does: 'acknowledge', name: '鈴木', nonce });
    expect(status).toBe(404);
    expect(mainOf(body)).toContain('この会議は中止になりました。資料は閉じています。');
    expect(mainOf(body)).toMatch(/: 鈴木/);
  });
});

const mainOf = (body: string) => /<main[\s\S]*<\/main>/.exec(body)?.[0].replaceAll(/<[^>]+>/g, '') ?? '';

async function resent(): Promise<string> {
  const link = await linkOf(office, '地域包括');
  await office.does('佐藤', 'resend', { meeting: 'M-1', agency: '地域包括' });
  expect(await linkOf(office, '地域包括')).not.toBe(link);
  return link;
}

async function left(): Promise<string> {
  const link = await linkOf(office, '地域包括');
  await office.post(link, { does: 'leave', reason: '担当者が辞めた', nonce: nonceIn(await office.get(link)) });
  return link;
}

async function expired(): Promise<string> {
  const link = await linkOf(office, '地域包括');
  await office.at('2030-06-02T10:00');
  return link;
}

async function withdrawn(): Promise<string> {
  const link = await linkOf(office, '地域包括');
  await office.does('佐藤', 'change', { meeting: 'M-1', remove: ['地域包括'] });
  return link;
}
