import * as z from 'zod';
import { openWait } from '../../core/commands/outbox/open-wait.ts';
import { townCodeSchema } from '../../core/ids.ts';
import type { Store, Workflows } from '../../core/ports.ts';
import { firstOf } from '../../core/workflow/rules.ts';

const input = z.object({ town: townCodeSchema, execution: z.string().max(80), token: z.string() });

export function createHandler(deps: { readonly store: Store; readonly workflows: Workflows }) {
  return async (event: unknown): Promise<{ readonly opened: boolean }> => {
    const { town, execution, token } = input.parse(event);
    return { opened: await openWait(deps, { town, execution: firstOf(execution), token }) };
  };
}
