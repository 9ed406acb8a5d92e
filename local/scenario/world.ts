import * as z from 'zod';
import type { Instant } from '../../core/time.ts';
import type { Facts } from './facts.ts';

export const outcomeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), code: z.string(), message: z.string() }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** The system as a scenario drives it: in this process, or in one that can be killed. */
export interface World {
  /** Visits every due instant up to this one. */
  moveTo(at: Instant): Promise<void>;
  /** Does one verb, and all that follows from it at once. */
  act(actor: string | undefined, verb: string, input: unknown): Promise<Outcome>;
  look(): Promise<Facts>;
  /** Changes that wait for further ones are told now; their world does so by itself where it is left out. */
  tellChanges?(): Promise<void>;
  /** The text of everything this actor can open. */
  pagesOf(actor: string): Promise<string>;
  /** Ends without any goodbye, and starts again on what was saved. */
  kill(): Promise<void>;
  close(): Promise<void>;
}
