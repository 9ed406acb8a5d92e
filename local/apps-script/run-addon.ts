import { type Context, createContext, runInContext } from 'node:vm';
import * as z from 'zod';
import type { Built } from '../../sheets-addon/build.ts';
import type { Edited, Surroundings } from './google.ts';
import { appsScript } from './globals.ts';
import { LONGEST_MS, LONGEST_TRIGGER_MS, type Meter, meterFor } from './meter.ts';
import { plainText } from './plain.ts';
import { editedRange } from './spreadsheet.ts';
import { strict } from './strict.ts';

const manifestSchema = z.object({ oauthScopes: z.array(z.string()), urlFetchWhitelist: z.array(z.string()) });

type Metered = Surroundings & { readonly meter: Meter };
export type Call = { readonly entry: string; readonly args?: readonly unknown[] };

/**
 * Runs one entry point of the bundle as Google does: in a fresh world that has nothing but Apps Script's services. Only top-level functions can
 * be called, and none whose name ends in `_`.
 */
export function runAddon(built: Built, { entry, args = [] }: Call, around: Surroundings): unknown {
  const { world, call } = worldOf(built, entry, { meter: meterFor(LONGEST_MS), ...around });
  const given: unknown = runInContext(`JSON.parse(${JSON.stringify(plainText(args))})`, world);
  return call(Array.isArray(given) ? given : []);
}

/** `onEdit`, as Google calls it when somebody typed: at once, and with nobody's permission. */
export function runEditTrigger(built: Built, edited: Edited, around: Surroundings): void {
  const meter = meterFor(LONGEST_TRIGGER_MS);
  const { google, call } = worldOf(built, 'onEdit', { meter, ...around, isSimple: true });
  call([strict('SheetsOnEdit', { range: editedRange(google, edited) })]);
}

function worldOf(built: Built, entry: string, around: Metered) {
  if (!/^[A-Za-z]\w*(?<!_)$/.test(entry) || !new RegExp(`^function ${entry}\\(`, 'm').test(built.code))
    throw new Error(`the add-on has no entry point ${entry}`);
  const google = { ...around, manifest: manifestOf(built) };
  const world = createContext({ ...appsScript(google) });
  letTimePass(world, around.meter);
  const called: unknown = runInContext(`${built.code}\n${entry};`, world);
  if (typeof called !== 'function') throw new Error(`${entry} is no function`);
  return { world, google, call: (args: readonly unknown[]): unknown => Reflect.apply(called, null, args) };
}

/** The clock of the script goes on by what its calls would take at Google. */
function letTimePass(world: Context, { spentMs }: Meter): void {
  const withClock: unknown = runInContext('(now) => { Date.now = now; }', world);
  if (typeof withClock === 'function') Reflect.apply(withClock, null, [() => Date.now() + spentMs()]);
}

function manifestOf({ manifest }: Built) {
  return manifestSchema.parse(JSON.parse(manifest));
}
