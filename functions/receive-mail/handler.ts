import { atDoor } from '../../core/access/noting.ts';
import type { Actor } from '../../core/access/model.ts';
import type { Done, Outside } from '../../core/commands/command.ts';
import { perform } from '../../core/commands/perform.ts';
import { personIdSchema } from '../../core/ids.ts';
import type { IncomingMail } from '../../core/received/model.ts';
import type { Refused } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';

// What merely happens is entered by the machine itself.
const machine: Actor = { kind: 'staff', id: personIdSchema.parse('システム'), role: 'host' };

/** A mail an agency sent: an answer, words for staff, or nobody's. The same mail may come twice. */
export function createHandler(outside: Outside) {
  const deps = atDoor(outside, 'mail');
  return async (mail: IncomingMail): Promise<Result<Done, Refused>> => perform(deps, machine, 'inbound', { mail });
}
