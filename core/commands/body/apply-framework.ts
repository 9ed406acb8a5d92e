import * as z from 'zod';
import { type FrameworkCode, frameworkCodeSchema, frameworks } from '../../framework/frameworks.ts';
import type { FrameworkUse } from '../../framework/model.ts';
import { type TownCode, townCodeSchema } from '../../ids.ts';
import type { Command } from '../command.ts';
import { hostSide } from './host-side.ts';
import { refuse } from '../../result.ts';
import { save } from '../save.ts';
import { seenField, staleRefusal } from '../seen.ts';

const input = z.strictObject({
  framework: frameworkCodeSchema,
  /** The host, or a town it hosts; one's own side when left out. */
  town: townCodeSchema.optional(),
  /** true: not offered any more, and refused. */
  off: z.boolean().optional(),
  /** The host's own name; empty goes back to the usual one. */
  name: z.string().trim().max(60, '60字までで書いてください。').optional(),
  version: seenField,
});

/** A host switches a framework on or off, or gives it a name of its own (BRIEF §1). */
export const applyFramework: Command<typeof input> = {
  input,
  async run(deps, actor, { framework, town, off, name, version }) {
    const host = await hostSide(deps, actor, town);
    if (!host.ok) return host;
    const stored = await deps.store.get('framework', host.value, framework);
    const before = stored ?? unused(host.value, framework);
    const after = renamed({ ...before, off: off ?? before.off }, name);
    const stale = staleRefusal(version, before, after);
    if (stale !== undefined) return refuse(stale);
    return save(deps, actor, { command: 'framework', town: host.value, id: framework, put: [after] });
  },
};

function unused(town: TownCode, id: FrameworkCode): FrameworkUse {
  return { kind: 'framework', town, id, version: 0, off: false };
}

function renamed(use: FrameworkUse, name: string | undefined): FrameworkUse {
  if (name === undefined) return use;
  const { name: _before, ...rest } = use;
  return name === '' || name === frameworks[use.id].name ? rest : { ...rest, name };
}
