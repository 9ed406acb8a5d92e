import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBook } from '../../local/apps-script/book.ts';
import { menuItems } from '../../sheets-addon/addon-menu.ts';
import { buildAddon, faultsIn } from '../../sheets-addon/build.ts';
import { runHere } from './support/run-here.ts';

describe('the built add-on', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tsudoi-addon-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const program = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const called = ['askOffice', 'selectedRow', 'rowsInConflict', 'chooseVersion', 'pullNews'];
  const chosen = [
    'openSidebar',
    'sendActiveTab',
    'refreshFacts',
    'addMissingRows',
    'takeTheirs',
    'keepMine',
    'makeTabs',
  ];
  const entries = ['onOpen', 'onInstall', 'onEdit', ...chosen, ...called];
  const stubs = entries.map((name) => `export function ${name}() {}`).join('\n');

  it('asks for these permissions and no others: more would ask every town to agree again', async () => {
    const { manifest } = await buildAddon({ api: 'https://api.aoba.example.jp/v1/' });
    expect(JSON.parse(manifest)).toEqual({
      timeZone: 'Asia/Tokyo',
      dependencies: {},
      exceptionLogging: 'NONE',
      runtimeVersion: 'V8',
      oauthScopes: [
        'https://www.googleapis.com/auth/spreadsheets.currentonly',
        'https://www.googleapis.com/auth/script.container.ui',
        'https://www.googleapis.com/auth/script.external_request',
        'https://www.googleapis.com/auth/userinfo.email',
        'openid',
      ],
      urlFetchWhitelist: ['https://api.aoba.example.jp/v1/'],
    });
  });

  it('is a file of ES2019 with its entry points, and nothing else, as functions at the top', async () => {
    const { code } = await buildAddon({});
    expect(faultsIn(code)).toEqual([]);
    const atTheTop = [...code.matchAll(/^(?:function|var|let|const|class) (\w+)/gm)].map(([, name]) => name);
    expect(atTheTop.filter((name) => name !== 'tsudoi').toSorted()).toEqual(entries.toSorted());
  });

  it.each(['http://api.example.jp/v1/', 'https://api.example.jp', 'https://api.example.jp/v1', 'https://*/v1/'])(
    'is not built for %s, which Google would not list',
    async (api) => {
      await expect(buildAddon({ api })).rejects.toThrow('not an address like');
    },
  );

  it('is not built when an entry of the menu leads nowhere', async () => {
    const main = program('missing.ts', stubs.replace('makeTabs', 'makeTab'));
    await expect(buildAddon({ main })).rejects.toThrow('entry points missing in main.ts: makeTabs');
  });

  it('is not built with what Apps Script does not have', async () => {
    const main = program('fetching.ts', `${stubs}\nexport function load() { return fetch('https://example.jp'); }`);
    await expect(buildAddon({ main })).rejects.toThrow("'fetch' is not defined");
  });

  it('is not built with what is newer than ES2019', () => {
    expect(faultsIn('class A { version = 1; }')).toHaveLength(1);
    expect(faultsIn('var a = b?.c;')).toHaveLength(1);
    expect(faultsIn('var { a, ...rest } = JSON.parse("{}");')).toEqual([]);
  });

  it.each(['onOpen', 'onInstall'] as const)('shows its menu in %s without touching the spreadsheet', async (entry) => {
    const built = await buildAddon({});
    const nothingAllowed = { ...built, manifest: '{"oauthScopes":[],"urlFetchWhitelist":[]}' };
    expect(runHere(nothingAllowed, entry, { book: aBook() }).menu).toEqual(menuItems);
  });
});
