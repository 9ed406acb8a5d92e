import { join } from 'node:path';
import { build } from 'esbuild';
import { buildAddon, type Built } from '../../sheets-addon/build.ts';

export type View = { readonly script: string; readonly style: string; readonly frame: string };

let addon: Promise<Built> | undefined;
let view: Promise<View> | undefined;

/** The very bundle that is pushed to Google, built when somebody opens a spreadsheet first. */
export function addonBundle(): Promise<Built> {
  return (addon ??= buildAddon({}));
}

/** The page's grid, Univer in it, as one script and one style sheet. */
export function viewBundle(): Promise<View> {
  return (view ??= bundled());
}

async function bundled(): Promise<View> {
  const { outputFiles } = await build({
    entryPoints: ['main.ts', 'frame.ts'].map((name) => join(import.meta.dirname, 'view', name)),
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: 'view',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
    tsconfigRaw: {},
  });
  const ending = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  return { script: ending('main.js'), style: ending('.css'), frame: ending('frame.js') };
}
