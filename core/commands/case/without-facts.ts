import type { Actor } from '../../access/model.ts';
import { mayOn } from '../../access/on-record.ts';
import type { Case } from '../../case/model.ts';
import type { RefusalCode, Refused } from '../../refusal.ts';
import { refuse, type Result } from '../../result.ts';
import type { Deps } from '../command.ts';

/** What would be refused alike whatever the case holds. */
const aboutNoCase: readonly RefusalCode[] = [
  ...(['forbidden', 'not-host', 'stale', 'too-late', 'framework-off', 'approver-missing'] as const),
  ...(['unknown-agency', 'unknown-body', 'agency-ended', 'unknown-case'] as const),
];
const tellsNothing = (refused: Refused) =>
  aboutNoCase.includes(refused.code) || (refused.code === 'bad-input' && refused.field === 'agenda');

/**
 * Whoever names a case for a meeting that they do not see (ADR 0056) is refused without a fact of it: a name, a state, a missing consent
 * would tell them what its page does not.
 */
export async function withoutFactsOf<Value>(
  deps: Deps,
  actor: Actor,
  cases: readonly Case[],
  outcome: Result<Value, Refused>,
): Promise<Result<Value, Refused>> {
  if (outcome.ok || tellsNothing(outcome.error)) return outcome;
  const seen = await Promise.all(cases.map((one) => mayOn(deps, actor, one, 'read')));
  const [first, ...others] = cases.filter((_, at) => seen[at] !== true);
  if (first === undefined) return outcome;
  return refuse({ code: 'case-unseen', town: first.town, cases: [first, ...others].map(({ id }) => id) });
}
