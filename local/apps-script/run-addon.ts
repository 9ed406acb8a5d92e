import { createContext, runInContext } from 'node:vm';
import * as z from 'zod';
import type { Built } from '../../sheets-addon/build.ts';
import type { Google } from './google.ts';
import { appsScript } from './globals.ts';

const manifestSchema = z.object({ oauthScopes: z.array(z.string()), urlFetchWhitelist: z.array(z.string()) });

/** Runs one entry point of the bundle as Google does: in a fresh world that has nothing but Apps Script's services. */
export function runAddon({ code, manifest }: Built, entry: string, around: Omit<Google, 'manifest'>): void {
  if (!new RegExp(`^function ${entry}\\(`, 'm').test(code)) throw new Error(`the add-on has no entry point ${entry}`);
  const services = appsScript({ ...around, manifest: manifestSchema.parse(JSON.parse(manifest)) });
  runInContext(`${code}\n${entry}();`, createContext({ ...services }));
}
