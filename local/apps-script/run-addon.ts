import { createContext, runInContext } from 'node:vm';
import * as z from 'zod';
import type { Built } from '../../sheets-addon/build.ts';
import type { Google } from './google.ts';
import { appsScript } from './globals.ts';
import { plainText } from './plain.ts';

const manifestSchema = z.object({ oauthScopes: z.array(z.string()), urlFetchWhitelist: z.array(z.string()) });

export type Call = { readonly entry: string; readonly args?: readonly unknown[] };

/**
 * Runs one entry point of the bundle as Google does: in a fresh world that has nothing but Apps Script's services. Only top-level functions can
 * be called, and none whose name ends in `_`.
 */
export function runAddon(
  { code, manifest }: Built,
  { entry, args = [] }: Call,
  around: Omit<Google, 'manifest'>,
): unknown {
  if (!/^[A-Za-z]\w*(?<!_)$/.test(entry) || !new RegExp(`^function ${entry}\\(`, 'm').test(code))
    throw new Error(`the add-on has no entry point ${entry}`);
  const services = appsScript({ ...around, manifest: manifestSchema.parse(JSON.parse(manifest)) });
  const given = JSON.stringify(plainText(args));
  return runInContext(`${code}\n${entry}.apply(null, JSON.parse(${given}));`, createContext({ ...services }));
}
