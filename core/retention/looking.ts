import type { Deps } from '../commands/command.ts';
import type { TownCode } from '../ids.ts';
import type { Versioned } from '../records.ts';
import { settingsOf } from '../settings/rules.ts';
import type { Instant } from '../time.ts';
import type { OutboxEntry } from '../workflow/model.ts';
import { lineEndsFrom } from './log.ts';
import type { Retention } from './model.ts';
import { forgottenFrom } from './refused-rows.ts';
import { disposableFrom, endedOn } from './rules.ts';

type Watch = { readonly put: readonly Retention[]; readonly outbox: readonly OutboxEntry[] };
type Reader = Pick<Deps, 'store' | 'clock' | 'prefecture'>;

const RETENTION = 'retention';

/** A town's papers are looked through at this moment. Twice is harmless. */
export function lookingThrough(deps: Pick<Deps, 'prefecture'>, town: TownCode, notBefore: Instant): OutboxEntry {
  const effect = { type: 'retention', prefecture: deps.prefecture } as const;
  return { town, subject: RETENTION, notBefore, effect };
}

/** What ends or is refused with this save is looked at when its time has run out; nothing where the town is looked through before that anyway. */
export async function watchOver(deps: Reader, town: TownCode, put: readonly Versioned[]): Promise<Watch> {
  const rows = put.flatMap((record) => (record.kind === 'row' ? (forgottenFrom(record) ?? []) : []));
  const over = [...rows, ...(await papersOver(deps, town, put))];
  return over.length === 0 && !put.some(isFirst) ? { put: [], outbox: [] } : watchFrom(deps, town, over);
}

async function watchFrom(deps: Reader, town: TownCode, over: readonly Instant[]): Promise<Watch> {
  const noted = await deps.store.get('retention', town, RETENTION);
  const ahead = noted === undefined || noted.next <= deps.clock.now() ? undefined : noted.next;
  const [from] = [...over, ahead ?? (await linesOver(deps, town))].toSorted();
  if (from === undefined || from === ahead) return { put: [], outbox: [] };
  const next: Retention = { kind: 'retention', town, id: RETENTION, version: noted?.version ?? 0, next: from };
  return { put: [next], outbox: [lookingThrough(deps, town, from)] };
}

const beginning: ReadonlySet<Versioned['kind']> = new Set<Versioned['kind']>(['case', 'consultation', 'agency']);

/** With the first of these a town begins to have a log that ends some day. */
function isFirst({ kind, version }: Versioned): boolean {
  return version === 0 && beginning.has(kind);
}

/** When the line that is written with this save will be over. */
async function linesOver(deps: Reader, town: TownCode): Promise<Instant> {
  const { auditFiscalYears } = await settingsOf(deps, town);
  return lineEndsFrom(deps.clock.now(), auditFiscalYears);
}

async function papersOver(deps: Reader, town: TownCode, put: readonly Versioned[]): Promise<readonly Instant[]> {
  const ends = put.flatMap((record) =>
    record.kind === 'case' || record.kind === 'consultation' ? (endedOn(record) ?? []) : [],
  );
  if (ends.length === 0) return [];
  const { retentionFiscalYears } = await settingsOf(deps, town);
  return ends.map((day) => disposableFrom(day, retentionFiscalYears));
}

/** After another 保存期間 was set, every town it counts for is looked through anew. */
export async function lookingAgain(deps: Deps, towns: readonly TownCode[]): Promise<readonly OutboxEntry[]> {
  const now = deps.clock.now();
  const watched = await Promise.all(towns.map((town) => deps.store.get('retention', town, RETENTION)));
  return watched.filter((one) => one !== undefined).map(({ town }) => lookingThrough(deps, town, now));
}
