import { createContext, runInContext } from 'node:vm';
import * as z from 'zod';
import type { Built } from '../../sheets-addon/build.ts';
import type { Edited, Google } from './google.ts';
import { appsScript } from './globals.ts';
import { plainText } from './plain.ts';
import { editedRange } from './spreadsheet.ts';
import { strict } from './strict.ts';

const manifestSchema = z.object({ oauthScopes: z.array(z.string()), urlFetchWhitelist: z.array(z.string()) });

export type Call = { readonly entry: string; readonly args?: readonly unknown[] };

/**
 * Runs one entry point of the bundle as Google does: in a fresh world that has nothing but Apps Script's services. Only top-level functions can
 * be called, and none whose name ends in `_`.
 */
export function runAddon(built: Built, { entry, args = [] }: Call, around: Omit<Google, 'manifest'>): unknown {
  const { world, call } = worldOf(built, entry, around);
  const given: unknown = runInContext(`JSON.parse(${JSON.stringify(plainText(args))})`, world);
  return call(Array.isArray(given) ? given : []);
}

/** `onEdit`, as Google calls it when somebody typed: at once, and with nobody's permission. */
export function runEditTrigger(built: Built, edited: Edited, around: Omit<Google, 'manifest'>): void {
  const google = { ...around, isSimple: true, manifest: manifestOf(built) };
  worldOf(built, 'onEdit', google).call([strict('SheetsOnEdit', { range: editedRange(google, edited) })]);
}

function worldOf(built: Built, entry: string, around: Omit<Google, 'manifest'>) {
  if (!/^[A-Za-z]\w*(?<!_)$/.test(entry) || !new RegExp(`^function ${entry}\\(`, 'm').test(built.code))
    throw new Error(`the add-on has no entry point ${entry}`);
  const world = createContext({ ...appsScript({ ...around, manifest: manifestOf(built) }) });
  const called: unknown = runInContext(`${built.code}\n${entry};`, world);
  if (typeof called !== 'function') throw new Error(`${entry} is no function`);
  return { world, call: (args: readonly unknown[]): unknown => Reflect.apply(called, null, args) };
}

function manifestOf({ manifest }: Built) {
  return manifestSchema.parse(JSON.parse(manifest));
}
