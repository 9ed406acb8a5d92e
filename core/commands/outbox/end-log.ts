import type { TownCode } from '../../ids.ts';
import type { AuditLine, Clock, Store } from '../../ports.ts';
import { ENDED, endingLog, keptIn, lastYearOver, mayEnd, upTo } from '../../retention/log.ts';
import { settingsOf } from '../../settings/rules.ts';

type Deps = { readonly store: Store; readonly clock: Clock; readonly prefecture: TownCode };
/** From which line on backwards, and whether it stands in the log already that lines ended. */
type From = { readonly before?: string | undefined; readonly noted?: true | undefined };

// So many lines are looked through at a time, and at most so many go in one commit.
const PART = 500;
const AT_ONCE = 90;

/**
 * The lines of the audit log whose years are over end, but for those about papers that are still kept. The log says that it was cut, and up to
 * which fiscal year. Killed in between, or twice at once, it ends the same lines.
 */
export async function endLog(deps: Deps, town: TownCode, { before, noted }: From): Promise<void> {
  const { store, clock } = deps;
  const now = clock.now();
  const { auditFiscalYears } = await settingsOf(deps, town);
  const year = lastYearOver(now, auditFiscalYears);
  const lines = await store.auditPart(town, { within: upTo(year), limit: PART, before });
  const kept = await keptIn(store, town);
  const over = lines.filter(({ entry }) => mayEnd(entry, kept));
  const ending = { town, at: now, who: 'workflow', did: ENDED, to: String(year), door: 'workflow' } as const;
  for (const [index, endLines] of chunks(over).entries())
    await store.commit({ put: [], endLines, audit: noted === undefined && index === 0 ? [ending] : [] });
  if (lines.length === PART) await goOn(deps, town, { before: lines.at(-1)?.key, noted, ended: over.length });
}

async function goOn(deps: Deps, town: TownCode, { before, noted, ended }: From & { readonly ended: number }) {
  const { store, clock, prefecture } = deps;
  const isNoted = noted ?? (ended > 0 ? true : undefined);
  await store.commit({ put: [], outbox: [endingLog(town, clock.now(), { prefecture, before, noted: isNoted })] });
}

function chunks(lines: readonly AuditLine[]): readonly (readonly AuditLine[])[] {
  return lines.length === 0 ? [] : [lines.slice(0, AT_ONCE), ...chunks(lines.slice(AT_ONCE))];
}
