import type { Actor } from '../../access/model.ts';
import { mayOn } from '../../access/on-record.ts';
import type { Case } from '../../case/model.ts';
import type { RefusalCode, Refused } from '../../refusal.ts';
import { heldAgainstHousehold } from '../../message/safe-text.ts';
import { refuse, type Result } from '../../result.ts';
import type { Deps } from '../command.ts';

/** What would be refused alike whatever the case holds. */
const aboutNoCase: readonly RefusalCode[] = [
  ...(['forbidden', 'not-host', 'stale', 'too-late', 'framework-off', 'approver-missing'] as const),
  ...(['unknown-agency', 'unknown-body', 'agency-ended', 'unknown-case', 'not-invited', 'not-designated'] as const),
  ...(['ground-missing', 'danger-missing', 'reason-missing'] as const),
];

function tellsNothing(refused: Refused): boolean {
  // Words that go out are held against the names and addresses of the household: a refusal would confirm a guess.
  if (refused.code === 'bad-input') return !heldAgainstHousehold.includes(refused.problem);
  return aboutNoCase.includes(refused.code);
}

/** The step of the gate that is missing, and nobody's name, town or agency. */
function stepAlone(refused: Refused, { code: _all, ...unseen }: Refused<'case-unseen'>): Refused | undefined {
  switch (refused.code) {
    case 'consent-missing':
      return { code: refused.code, framework: refused.framework, members: [], unseen };
    case 'home-town-unasked':
      return { code: refused.code, case: unseen.cases[0] ?? '', town: '', unseen };
    case 'partner-missing':
      return { code: refused.code, agencies: [], unseen };
    default:
      return undefined;
  }
}

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
  const unseen = { code: 'case-unseen', town: first.town, cases: [first, ...others].map(({ id }) => id) } as const;
  return refuse(stepAlone(outcome.error, unseen) ?? unseen);
}
