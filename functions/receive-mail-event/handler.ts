import { atDoor } from '../../core/access/noting.ts';
import type { Actor } from '../../core/access/model.ts';
import type { Done, Outside } from '../../core/commands/command.ts';
import { perform } from '../../core/commands/perform.ts';
import { personIdSchema } from '../../core/ids.ts';
import type { Refused } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';

// What merely happens is entered by the machine itself.
const machine: Actor = { kind: 'staff', id: personIdSchema.parse('システム'), role: 'host' };

/** What the mail service tells of a mail after it was sent, in the words of the verb `bounce`. The same may be told twice. */
export function createHandler(outside: Outside) {
  const deps = atDoor(outside, 'mail');
  return async (said: object): Promise<Result<Done, Refused>> => perform(deps, machine, 'bounce', said);
}
