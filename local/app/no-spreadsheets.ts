import type { Spreadsheets } from '../../core/ports.ts';

async function nowhere(): Promise<never> {
  throw new Error('no spreadsheets are reached from here');
}

const spreadsheets: Spreadsheets = { tabs: nowhere, read: nowhere, write: nowhere };

/** A system that reaches no spreadsheets: switched on or off they can be, and wait. */
export const noSpreadsheets = { spreadsheets, pause: nowhere };
