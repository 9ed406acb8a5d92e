import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { Linter } from 'eslint';
import { menuItems, sidebarCalls } from './addon-menu.ts';

/** The only names the bundle may expect from outside, besides those of ES2019 itself. */
const services = [
  ...['SpreadsheetApp', 'UrlFetchApp', 'ScriptApp', 'LockService', 'Utilities', 'HtmlService', 'Session'],
];
const entryPoints = ['onOpen', 'onInstall', ...menuItems.map(({ calls }) => calls), ...sidebarCalls];

// Stands for nobody's server; good enough to look at what is built, and to test it.
const PLACEHOLDER_API = 'https://tsudoi.example.jp/v1/';

export type Built = { readonly code: string; readonly manifest: string };

/** One file Apps Script accepts, and its manifest. Throws when Apps Script would not find an entry point or not understand a line. */
export async function buildAddon({
  api = PLACEHOLDER_API,
  main = join(import.meta.dirname, 'main.ts'),
}): Promise<Built> {
  // Google's rule for urlFetchWhitelist: https, a whole host name, and a path.
  if (!/^https:\/\/[\w.-]+(\/[\w.-]+)+\/$/.test(api)) throw new Error(`not an address like ${PLACEHOLDER_API}: ${api}`);

  const bundled = await bundle(main, api);
  const exported = exportsOf(bundled);
  const missing = entryPoints.filter((name) => !exported.includes(name));
  if (missing.length > 0) throw new Error(`entry points missing in main.ts: ${missing.join(', ')}`);

  const code = `${bundled}\n${exported.map(stub).join('\n')}\n`;
  const faults = faultsIn(code);
  if (faults.length > 0) throw new Error(`Apps Script would not run this:\n${faults.join('\n')}`);
  return { code, manifest: manifestFor(api) };
}

/** What is newer than ES2019, and what is called that Apps Script does not have: `fetch`, `setTimeout`, `URL` and the like. */
export function faultsIn(code: string): readonly string[] {
  const globals = Object.fromEntries(services.map((name) => [name, 'readonly'] as const));
  const languageOptions = { ecmaVersion: 2019, sourceType: 'script', globals } as const;
  return new Linter()
    .verify(code, [{ languageOptions, rules: { 'no-undef': 'error' } }])
    .map(({ line, message }) => `${String(line)}: ${message}`);
}

async function bundle(main: string, api: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [main],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'tsudoi',
    target: 'es2019',
    charset: 'utf8',
    define: { TSUDOI_API: JSON.stringify(api), SIDEBAR_PAGE: JSON.stringify(await sidebarPage()) },
    tsconfigRaw: {},
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** The sidebar as one page: its script and its style stand in it, so that nothing is fetched from anywhere. */
export async function sidebarPage(): Promise<string> {
  const folder = join(import.meta.dirname, 'sidebar');
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'main.ts'), join(folder, 'sidebar.css')],
    bundle: true,
    write: false,
    minify: true,
    outdir: 'sidebar',
    format: 'iife',
    target: 'es2019',
    charset: 'utf8',
    tsconfigRaw: {},
  });
  const ending = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  // What ends a script would end it in the middle.
  const script = ending('.js').replaceAll('</script', String.raw`<\/script`);
  return readFileSync(join(folder, 'page.html'), 'utf8')
    .replace('/*style*/', () => ending('.css'))
    .replace('/*script*/', () => script);
}

/** Loads the bundle where there is nothing: so it is also certain that loading it touches no service. */
function exportsOf(code: string): readonly string[] {
  const names: unknown = runInNewContext(`${code}\nJSON.stringify(Object.keys(tsudoi))`);
  return [...String(names).matchAll(/"(\w+)"/g)].map(([, name]) => name ?? '');
}

/** Menus and triggers find only functions at the top level; everything else stays inside, out of reach of the page. */
function stub(name: string): string {
  return `function ${name}() {\n  return tsudoi.${name}.apply(this, arguments);\n}`;
}

function manifestFor(api: string): string {
  const text = readFileSync(join(import.meta.dirname, 'appsscript.json'), 'utf8');
  return text.replace(/\n\}\s*$/, `,\n  "urlFetchWhitelist": [${JSON.stringify(api)}]\n}\n`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { api: { type: 'string' } } });
  const api = values.api ?? process.env['TSUDOI_API'] ?? PLACEHOLDER_API;
  const { code, manifest } = await buildAddon({ api });

  const out = join(import.meta.dirname, 'dist');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  writeFileSync(join(out, 'Code.js'), code);
  writeFileSync(join(out, 'appsscript.json'), manifest);
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  console.log(
    `sheets-addon/dist/Code.js ${kilobytes(Buffer.byteLength(code))} (gzip ${kilobytes(gzipSync(code).length)})`,
  );
  console.log(`sheets-addon/dist/appsscript.json, for ${api}`);
  if (api === PLACEHOLDER_API) console.log('That address is a placeholder: give yours with --api or TSUDOI_API.');
}

if (import.meta.main) await main();
