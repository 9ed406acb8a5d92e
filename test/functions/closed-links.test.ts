import { beforeEach, describe, expect, it } from 'vitest';
import { calendarFileFrom } from '../../adapters/mail/calendar-part.ts';
import { createHandler } from '../../functions/answer-invitation/handler.ts';
import { convene, linkOf, nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

let office: OpenedOffice;
beforeEach(async () => {
  office = await openOffice();
  await convene(office);
  await office.at('2026-06-02T10:00');
});

describe('a link that opens nothing', () => {
  const closed = [
    ['was cut short', async () => (await linkOf(office, '地域包括')).slice(0, -2)],
    ['was withdrawn', withdrawn],
    ['was replaced by a newer one', resent],
    ['has been left', left],
    ['is years old', expired],
    ['led to what the town has disposed of', disposed],
  ] as const;

  it.each(closed)('that %s answers as one that never was', async (_case, linkFor) => {
    const link = await linkFor();
    for (const below of ['', '/papers', '/meeting.ics', '?done=reply', '?done=leave']) {
      const [known, unknown] = await Promise.all([office.get(link + below), office.get(`/a/not-a-link${below}`)]);
      expect(known).toEqual(unknown);
    }
    const pressed = { does: '意見書提出', text: '訪問を<週2回>に' };
    const [known, unknown] = await Promise.all([office.post(link, pressed), office.post('/a/not-a-link', pressed)]);
    expect(known).toEqual(unknown);
    expect(known.body).toContain('意見: 訪問を&lt;週2回&gt;に');
  });

  it.each(closed)('that %s makes the store read as much as one that never was', async (_case, linkFor) => {
    const link = await linkFor();
    for (const below of ['', '/papers', '/meeting.ics']) {
      const [known, unknown] = [await readsFor(link + below), await readsFor(`/a/not-a-link${below}`)];
      expect(known).toEqual(unknown);
      expect(known.length).toBeGreaterThan(0);
    }
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

/** After 保存期間 and two people's word, nothing is left of the meeting. */
async function disposed(): Promise<string> {
  const link = await linkOf(office, '地域包括');
  await office.does('木村', 'close', { case: 'C-1', outcome: '終結', reason: '試験の理由' });
  await office.at('2032-04-01T09:00');
  await office.does('木村', 'propose-disposal', { disposal: 'D-1', cases: ['C-1'] });
  await office.does('中村', 'confirm-disposal', { disposal: 'D-1' });
  expect(await office.app.deps.store.get('meeting', town, 'M-1')).toBeUndefined();
  return link;
}

/** Which questions the store is asked while the page is made, without what they are about. */
async function readsFor(path: string): Promise<readonly string[]> {
  const { deps } = office.app;
  const { store } = deps;
  const reads: string[] = [];
  const counting: typeof store = {
    ...store,
    async get(kind, of, id) {
      reads.push(`get ${kind}`);
      return store.get(kind, of, id);
    },
    async list(kind, of, under) {
      reads.push(`list ${kind}`);
      return store.list(kind, of, under);
    },
    async link(fingerprint) {
      reads.push('link');
      return store.link(fingerprint);
    },
    async commit(change) {
      reads.push('commit');
      return store.commit(change);
    },
  };
  const open = createHandler({ ...deps, store: counting, calendarFile: calendarFileFrom('a@example.jp') });
  const token = /^\/a\/([^/]+)/.exec(path)?.[1] ?? '';
  await open({ method: 'GET', path, params: { token }, query: {}, headers: {}, body: '' });
  return reads;
}
