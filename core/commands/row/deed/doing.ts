import type * as z from 'zod';
import type { Actor } from '../../../access/model.ts';
import type { Refused } from '../../../refusal.ts';
import type { Result } from '../../../result.ts';
import { defined } from '../../../defined.ts';
import type { Command, Deps, Done } from '../../command.ts';
import { readInput } from '../../refusal-of-input.ts';

/** Does a command of the menu with what a row says, in the command's own words and by its own rules. */
export async function doing<Schema extends z.ZodType>(
  command: Command<Schema>,
  deps: Deps,
  actor: Actor,
  said: Readonly<Record<string, unknown>>,
): Promise<Result<Done, Refused>> {
  const read = readInput(command.input, defined(said));
  return read.ok ? command.run(deps, actor, read.value) : read;
}
