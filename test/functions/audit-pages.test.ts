import { describe, expect, it } from 'vitest';
import { instantSchema } from '../../core/time.ts';
import { nonceIn, openOffice, type OpenedOffice, town } from '../support/door.ts';

const path = `/office/${town}/audit`;
type Shown = { readonly body: string; readonly next: string | undefined };

/** `X-17` of each line that is shown. */
const numbersIn = ({ body }: Shown) => [...body.matchAll(/>\s*(X-\d+)\s*</g)].map(([, id]) => id);

async function find(office: OpenedOffice, said: Readonly<Record<string, string>>): Promise<Shown> {
  const nonce = nonceIn(await office.get(path, { as: '中村' }));
  const { body, status, headers } = await office.post(path, { does: 'find', nonce, ...said }, { as: '中村' });
  expect(status).toBe(200);
  expect(headers['location']).toBeUndefined();
  return { body, next: /name="before"\s+value="([^"]+)"/.exec(body)?.[1] };
}

async function withLines(count: number): Promise<OpenedOffice> {
  const office = await openOffice();
  const { store } = office.app.deps;
  const now = office.app.deps.clock.now();
  for (let from = 0; from < count; from += 100) {
    const audit = Array.from({ length: Math.min(100, count - from) }, (_, index) => {
      const at = instantSchema.parse(new Date(Date.parse(now) - (from + index) * 1000).toISOString());
      const rare = (from + index) % 700 === 699;
      const who = rare ? 'staff:木村' : 'staff:佐藤';
      return { town, at, who, did: rare ? 'refused:forbidden' : 'case', to: `X-${String(from + index)}` };
    });
    await store.commit({ put: [], audit });
  }
  return office;
}

const days = { from: '2026-05-01', to: '2026-06-30' };

describe('the log of a town with many lines', () => {
  it('is read page by page, each line once', async () => {
    const office = await withLines(450);
    const seen: (string | undefined)[] = [];
    for (let shown = await find(office, days); ; shown = await find(office, { ...days, before: shown.next })) {
      seen.push(...numbersIn(shown));
      if (shown.next === undefined) break;
    }
    expect(seen).toEqual(Array.from({ length: 450 }, (_, index) => `X-${String(index)}`));
  });

  it('finds who and what far back, without reading all of it for one page', async () => {
    const office = await withLines(6000);
    const first = await find(office, { ...days, who: 'staff:木村', did: 'refused' });
    expect(numbersIn(first)).toEqual(['X-699', 'X-1399', 'X-2099', 'X-2799', 'X-3499', 'X-4199', 'X-4899']);
    const rest = await find(office, { ...days, who: 'staff:木村', did: 'refused', before: first.next ?? '' });
    expect(numbersIn(rest)).toEqual(['X-5599']);
    expect(rest.next).toBeUndefined();
  });

  it('tells by which condition it was sought, on paper too, and nothing in its address', async () => {
    const office = await withLines(3);
    const shown = await find(office, { ...days, about: 'X-1' });
    expect(numbersIn(shown)).toEqual(['X-1']);
    expect(shown.body).toContain('2026年5月1日(金)から2026年6月30日(火)まで、番号 X-1');
    expect(shown.body).not.toContain('method="get"');
    // What an address says is not looked for: it would stand in logs and histories.
    const { body } = await office.get(`${path}?about=X-1`, { as: '中村' });
    expect(body).not.toContain('value="X-1"');
  });
});

describe('the page of the log', () => {
  it('says how long a line is kept, and up to which year lines have ended', async () => {
    const office = await openOffice();
    await office.does('中村', 'settings', { town, auditFiscalYears: 3 });
    const at = office.app.deps.clock.now();
    const ended = { town, at, who: 'workflow', did: 'log-ended', to: '2022', door: 'workflow' } as const;
    await office.app.deps.store.commit({ put: [], audit: [ended] });
    const { body } = await find(office, { did: 'disposed' });
    expect(body).toContain('翌年度から3年度のあいだ残り');
    expect(body.replaceAll(/\s+/g, ' ')).toMatch(/保存期間の過ぎた記録を消しました *<\/td> ?<td[^>]*> *2022年度まで/);
  });
});

describe('the line of a change of a meeting', () => {
  it('says what was changed and which agencies it concerned, in codes only', async () => {
    const office = await openOffice();
    const does: OpenedOffice['does'] = (who, verb, said) => office.does(who, verb, said);
    await does('木村', 'case', { id: 'C-1', members: [{ id: 'A', name: '試験花子', covered: true }] });
    await does('木村', 'request', { meeting: 'M-1', cases: ['C-1'], framework: 'needy-support', ground: 1 });
    const when = { date: '2026-06-15T14:00', place: '役場', outlook: '毎月' };
    const call = { 地域包括: { class: '相談支援', purpose: '受診の相談' } };
    await does('佐藤', 'convene', { meeting: 'M-1', ...when, invite: call });
    const add = { 社協: { class: '見守り', purpose: '声かけ' } };
    await does('佐藤', 'change', { meeting: 'M-1', date: '2026-06-18T10:00', place: '公民館', add });
    await does('佐藤', 'change', { meeting: 'M-1', preparations: { 社協: '訪問の記録' } });

    const lines = (await office.app.deps.store.audit(town)).filter(({ did }) => did === 'change');
    expect(lines.map(({ part, about }) => ({ part, about }))).toEqual([
      { part: 'date+place+added', about: ['C-1', 'agency:社協'] },
      { part: 'preparation', about: ['C-1', 'agency:社協'] },
    ]);
    const { body } = await find(office, { did: 'wrote', about: 'M-1' });
    expect(body).toContain('会議の日時・場所・招集先（追加）を変えました');
    expect(body).toContain('会議のご準備を変えました');
    expect(body).toMatch(/C-1、若草町社会福祉協議会\s*</);
    expect(body).not.toContain('公民館');
  });
});
