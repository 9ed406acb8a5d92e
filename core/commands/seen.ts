import * as z from 'zod';
import type { Refused } from '../refusal.ts';
import { isAnother } from './taken.ts';

/** The version that was on screen; refused when somebody saved something else meanwhile. */
export const seenField = z.number().int().optional();

/** Sent twice, it is the same record; anything else would take back what somebody else saved unseen. */
export function staleRefusal(
  sent: number | undefined,
  before: { readonly version: number } | undefined,
  after: object,
): Refused | undefined {
  if (sent === undefined || before === undefined || sent === before.version) return undefined;
  return isAnother(before, after) ? { code: 'stale-version', sent, stored: before.version } : undefined;
}
