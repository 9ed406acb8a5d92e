import { withoutMyNumber } from '../my-number.ts';
import type { Deps } from '../commands/command.ts';
import type { TownCode } from '../ids.ts';
import type { RefusalCode, Refused } from '../refusal.ts';
import type { AuditEntry, Door } from './audit.ts';
import type { Actor } from './model.ts';
import { nameOf } from './rules.ts';

export type Reading = {
  readonly town: TownCode;
  readonly to: string;
  /** Which part of it: the page, or `papers`. */
  readonly part: string;
  /** The cases whose content is shown. */
  readonly about?: readonly string[];
};

type Noting = Pick<Deps, 'store' | 'clock' | 'door'>;

/** The same system, entered by this door. */
export function atDoor<Whole extends object>(deps: Whole, door: Door): Whole & { readonly door: Door } {
  return { ...deps, door };
}

/** Somebody reads case content (BRIEF §2.15). To be awaited before it is shown: what cannot be noted is not shown. */
export async function noteReading(deps: Noting, actor: Actor, reading: Reading): Promise<void> {
  await note(deps, actor, { ...reading, did: 'read' });
}

/** Somebody was refused what they wanted to read or do; `part` says with what. */
export async function noteRefusal(
  deps: Noting,
  actor: Actor,
  refused: Reading & { readonly code: RefusalCode },
): Promise<void> {
  const { code, ...reading } = refused;
  await note(deps, actor, { ...reading, did: `refused:${code}` });
}

/** Somebody named cases for a meeting that they do not see, and it was refused: each of them stands in the line. */
export async function noteUnseen(deps: Noting, actor: Actor, part: string, refused: Refused): Promise<void> {
  const unseen = refused.code === 'case-unseen' ? refused : 'unseen' in refused ? refused.unseen : undefined;
  if (unseen === undefined) return;
  const [{ code }, { town, cases }] = [refused, unseen];
  await noteRefusal(deps, actor, { town, to: cases[0] ?? part, about: cases, part, code });
}

/** An address may hold whatever somebody typed into it: the number of a person is kept in no line either (BRIEF §2.17). */
async function note(deps: Noting, actor: Actor, line: Reading & Pick<AuditEntry, 'did'>): Promise<void> {
  const { town, did, part } = line;
  const to = withoutMyNumber(line.to);
  const about = othersOf((line.about ?? []).map(withoutMyNumber), to);
  const entry = { town, at: deps.clock.now(), who: nameOf(actor), did, to, part, ...about, door: deps.door };
  await deps.store.commit({ put: [], audit: [entry] });
}

/** What else a line is about, each once; nothing where there is nothing. */
export function othersOf(ids: readonly string[], to: string): { readonly about?: string[] } {
  const others = [...new Set(ids)].filter((id) => id !== to);
  return others.length === 0 ? {} : { about: others };
}
