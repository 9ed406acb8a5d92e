import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readingTabs, tabNames } from '../../core/sheet/columns.ts';
import { type App, createApp } from '../../local/app.ts';
import { demoScenario } from '../../local/demo/play-demo.ts';
import { seed } from '../../local/scenario/seed.ts';
import { createFetch } from '../../local/server.ts';
import { menuItems } from '../../sheets-addon/addon-menu.ts';
import { newsSchema } from '../../local/sheet/wire.ts';

const PORT = 8080;
const TOWN = '393011';

describe('a town’s spreadsheet on one machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tsudoi-sheet-'));
  let app: App;
  const { clock, given } = demoScenario();
  const start = () => {
    app = createApp({
      folder,
      now: clock,
      frozen: true,
      prefecture: given.prefecture.code,
      publicUrl: 'http://127.0.0.1',
    });
  };
  beforeEach(async () => {
    start();
    await seed(app.deps.store, given);
  });
  afterEach(() => {
    app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function ask(path: string, { as = '木村', said }: { as?: string; said?: object } = {}) {
    const headers = { host: `127.0.0.1:${String(PORT)}`, 'x-tsudoi-persona': encodeURIComponent(as) };
    const sent = said === undefined ? {} : { method: 'POST', body: JSON.stringify(said) };
    const url = `http://127.0.0.1:${String(PORT)}/sheet/${path}`;
    return createFetch(app, PORT)(new Request(url, { headers, ...sent }));
  }
  async function news(path: string, said?: object) {
    const response = await ask(`${TOWN}/${path}`, said === undefined ? {} : { said });
    return newsSchema.parse(await response.json());
  }
  const type = (row: number, ...texts: string[]) => ({ sheet: 'ケース', row, texts });

  it('opens to those who work there, and to nobody else', async () => {
    expect((await ask(TOWN)).status).toBe(200);
    for (const as of ['佐藤', '山本', '中村']) expect((await ask(TOWN, { as })).status).toBe(403);
    expect((await ask(TOWN, { as: '誰でもない' })).status).toBe(303);
    expect((await ask('399999')).status).toBe(404);
    expect((await ask(`${TOWN}/edit`, { as: '佐藤', said: { since: '', edits: [type(2, 'C-9')] } })).status).toBe(403);
  });

  it('shows its menu, and makes its tabs', async () => {
    const { menu } = await news('run', { since: '', entry: 'onOpen' });
    expect(menu?.map(({ label }) => label)).toEqual(menuItems.map(({ label }) => label));
    const { shape, toasts } = await news('run', { since: '', entry: 'makeTabs' });
    expect(shape?.sheets.map(({ name }) => name)).toEqual(['シート1', ...tabNames, ...readingTabs]);
    expect(toasts).toEqual([`${[...tabNames, ...readingTabs].join('・')}を用意しました。`]);
  });

  it('tells a colleague who looks on what was typed since, and nothing twice', async () => {
    const made = await news('run', { since: '', entry: 'makeTabs' });
    await news('edit', { since: made.until, edits: [type(2, 'C-9', '1')] });
    const seen = await news(`news?since=${made.until}`);
    expect(seen.lines).toMatchObject([{ sheet: 'ケース', row: 2 }]);
    expect(seen.lines[0]?.texts.filter((text) => text !== '')).toEqual(['C-9', '1', '未送信']);
    expect((await news(`news?since=${seen.until}`)).lines).toEqual([]);
  });

  it('has everything after a restart, and what was sent is not sent again', async () => {
    await news('run', { since: '', entry: 'makeTabs' });
    await news('edit', { since: '', edits: [type(2, 'C-9', '1'), type(1200, '', '')] });
    const sent = await news('run', { since: '', entry: 'sendActiveTab', active: 'ケース' });
    expect(sent.toasts).toEqual(['1行が「済」になりました。']);
    app.close();
    start();
    const again = await news('run', { since: sent.until, entry: 'sendActiveTab', active: 'ケース' });
    expect(again.toasts).toEqual(['送るものはありません。前に送ってから変わった行はありません。']);
    expect(again.shape?.sheets.find(({ name }) => name === 'ケース')?.height).toBe(1200);
    expect(again.lines.find(({ row, sheet }) => sheet === 'ケース' && row === 2)?.texts).toContain('済');
  });

  it('runs nothing that is no entry point of the add-on, and takes no edit it cannot read', async () => {
    for (const run of [{ entry: 'constructor' }, { entry: 'sendActiveTab', active: 'ない表' }])
      expect((await ask(`${TOWN}/run`, { said: { since: '', ...run } })).status).toBe(400);
    const far = [type(1_048_577, 'x'), type(0, 'x'), type(2, ...Array.from({ length: 201 }, () => 'x'))];
    for (const edit of far)
      expect((await ask(`${TOWN}/edit`, { said: { since: '', edits: [edit] } })).status).toBe(400);
    expect((await news('news?since=')).shape?.sheets[0]?.height).toBe(1000);
    const refused = await ask(`${TOWN}/edit`, { said: { edits: 'x' } });
    expect(refused.status).toBe(400);
    expect(z.object({ error: z.string() }).parse(await refused.json()).error).toContain('開き直して');
  });
});
