import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { townCodeSchema } from '../../core/ids.ts';
import { readInstant } from '../../core/time.ts';
import { type App, createApp } from '../../local/app.ts';
import { seedDemo } from '../../local/demo/seed-demo.ts';
import { createFetch } from '../../local/server.ts';
import { calledSchema, newsSchema } from '../../local/sheet/wire.ts';

const PORT = 8080;
const kimura = { as: '木村', town: '393011' };
const hayashi = { as: '林', town: '393029' };
type Clerk = typeof kimura;

/** What tells one town's people and cases from the other's. */
const ofKimura = ['試験ハナ', '試験一郎', '試験三郎', '猫の多頭飼育', 'M-1'];
const ofHayashi = ['試験みなと', '試験しおり', '試験いそべ', '試験うしお', '漁に出られ', 'S-1', 'SU-2'];

describe('the two sheets that npm start opens with', () => {
  let app: App;
  beforeAll(async () => {
    const prefecture = townCodeSchema.parse('390003');
    app = createApp({ now: readInstant('2026-06-03T12:00'), frozen: true, prefecture, publicUrl: 'http://127.0.0.1' });
    await seedDemo(app);
  });
  afterAll(() => {
    app.close();
  });

  async function ask(path: string, as: string, said?: object): Promise<Response> {
    const headers = { host: `127.0.0.1:${String(PORT)}`, 'x-tsudoi-persona': encodeURIComponent(as) };
    const sent = said === undefined ? {} : { method: 'POST', body: JSON.stringify(said) };
    return createFetch(app, PORT)(new Request(`http://127.0.0.1:${String(PORT)}${path}`, { headers, ...sent }));
  }
  const sheet = (clerk: Clerk, action: string, said?: object) => ask(`/sheet/${clerk.town}/${action}`, clerk.as, said);
  const linesOf = async (clerk: Clerk) =>
    newsSchema.parse(await (await sheet(clerk, 'news')).json()).lines.filter(({ row }) => row > 1);
  async function types(clerk: Clerk, tab: string, row: number, texts: readonly string[]): Promise<readonly string[]> {
    await sheet(clerk, 'edit', { since: '', edits: [{ sheet: tab, row, texts }] });
    await sheet(clerk, 'run', { since: '', entry: 'sendActiveTab', active: tab, row });
    return (await linesOf(clerk)).find((line) => line.sheet === tab && line.row === row)?.texts ?? [];
  }
  /** What the sidebar shows of an address of the office. */
  async function sidebar(clerk: Clerk, path: string): Promise<string> {
    const called = await sheet(clerk, 'call', { entry: 'askOffice', args: [{ path }], active: 'ケース', row: 2 });
    const answered = calledSchema.parse(await called.json());
    return z.object({ text: z.string() }).parse(JSON.parse('returned' in answered ? answered.returned : '{}')).text;
  }

  it('show each clerk the rows that were sent, and nothing of the other town', async () => {
    const own = JSON.stringify(await linesOf(kimura));
    const theirs = JSON.stringify(await linesOf(hayashi));
    for (const word of ofHayashi) expect([own.includes(word), theirs.includes(word)]).toEqual([false, true]);
    for (const word of ofKimura.slice(0, 2)) expect([own.includes(word), theirs.includes(word)]).toEqual([true, false]);
    for (const word of ofKimura) expect(theirs).not.toContain(word);
  });

  it('have nothing to send when they are opened', async () => {
    for (const clerk of [kimura, hayashi]) {
      const sent = await sheet(clerk, 'run', { since: '', entry: 'sendActiveTab', active: 'ケース' });
      expect(newsSchema.parse(await sent.json()).toasts).toEqual([
        '送るものはありません。前に送ってから変わった行はありません。',
      ]);
    }
  });

  it('open to the clerk of their own town only, and offer to become the other', async () => {
    expect(await (await sheet(hayashi, '')).text()).toContain('若草町の支援台帳（木村として開く）');
    expect(await (await sheet(kimura, '')).text()).toContain('白波町の支援台帳（林として開く）');
    const strangers = ['', 'news', 'edit', 'run', 'call'].map(async (action) =>
      sheet({ ...kimura, as: '林' }, action, action.length > 3 && action !== 'news' ? {} : undefined),
    );
    for (const answer of await Promise.all(strangers)) {
      expect(answer.status).toBe(403);
      expect(await answer.text()).not.toContain('試験ハナ');
    }
  });

  it.each(['会議', '世帯員'])(
    'refuse a row of %s that names the other town’s case as one that nobody has',
    async (tab) => {
      const row = (number: string) =>
        tab === '会議' ? ['SM-2', number, '支援会議（生活困窮）', '①'] : [number, 'Z', '', '試験なみ'];
      const named = await types(hayashi, tab, 12, row('C-1'));
      const unknown = await types(hayashi, tab, 13, row('Z-9'));
      const spoken = (texts: readonly string[], number: string) =>
        texts
          .filter((text) => text.includes('ありません') || text === '要修正')
          .map((text) => text.replaceAll(number, '〇'));
      expect(named).toContain('要修正');
      expect(spoken(named, 'C-1')).toEqual(spoken(unknown, 'Z-9'));
      for (const word of ofKimura) expect(named.join()).not.toContain(word);
      expect(await app.deps.store.get('case', townCodeSchema.parse(hayashi.town), 'C-1')).toBeUndefined();
    },
  );

  it('refuse rows that name the other town itself', async () => {
    const rows = [{ row: 'r-1', version: 1, ケース番号: 'C-1', 概要: '書き換え' }];
    const answer = await ask('/v1/rows', '林', { town: kimura.town, tab: 'ケース', rows });
    expect(await answer.json()).toMatchObject({ refused: { code: 'forbidden' } });
    expect(JSON.stringify(await linesOf(kimura))).not.toContain('書き換え');
  });

  it('refuse in the sidebar a case of the other town, selected by its number or by its address', async () => {
    expect(await sidebar(hayashi, '/office/home/cases/S-1')).toContain('試験みなと');
    const selected = await sidebar(hayashi, '/office/home/cases/C-1');
    const nobodys = await sidebar(hayashi, '/office/home/cases/Z-9');
    expect(selected.replaceAll('C-1', '〇')).toBe(nobodys.replaceAll('Z-9', '〇'));
    const addressed = await sidebar(hayashi, `/office/${kimura.town}/cases/C-1`);
    expect(addressed).toContain('"status":403');
    for (const word of ofKimura) expect(selected + addressed).not.toContain(word);
  });
});
