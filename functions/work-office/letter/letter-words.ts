import type { Deps } from '../../../core/commands/command.ts';
import { isMemberLetter, letterText } from '../../../core/message/letter-text.ts';
import { namedMeeting } from '../../../core/message/meeting-facts.ts';
import { severalReportsText } from '../../../core/message/monitoring-letters.ts';
import { isPlanLetter, planLetterText } from '../../../core/message/plan-letters.ts';
import type { Wording } from '../../../core/message/wording/letter.ts';
import { triggerWording } from '../../../core/message/wording/trigger.ts';
import { watchWording } from '../../../core/message/wording/watch.ts';
import { type Day, dayOf, daySchema } from '../../../core/time.ts';
import { beforeChange, type PaperFacts } from './letter-facts.ts';

/** The letter in the very words of the mail it stands in for. */
export function letterWords(deps: Pick<Deps, 'secrets'>, facts: PaperFacts): Wording {
  const { paper, plan, meeting, agency, settings, replyCode, at } = facts;
  const named = namedMeeting(meeting, agency, settings);
  if (paper.kind === 'monitoring-request' && facts.several.length > 1)
    return severalReportsText(deps, { kind: paper.kind, asked: facts.several, today: dayOf(at) }, agency, settings);
  if (plan !== undefined && isPlanLetter(paper.kind))
    return planLetterText(paper.kind, { ...named, plan, replyCode, today: dayOf(at) });
  if (paper.kind === 'trigger') return triggerWording({ ...named, firedAt: at });
  return paper.kind === 'handover' ? watchWording({ ...named, on: endOf(paper) ?? dayOf(at) }) : letterOfMeeting(facts);
}

function letterOfMeeting(facts: PaperFacts): Wording {
  const { paper } = facts;
  const kind = isMemberLetter(paper.kind) ? paper.kind : 'invitation';
  return letterText(kind, { ...facts, occasion: paper.occasion, former: beforeChange(facts) });
}

/** 見守り begins when support ended: the day stands in the paper's name, `handover-watch-2026-09-14`. */
function endOf({ occasion }: PaperFacts['paper']): Day | undefined {
  return daySchema.safeParse(occasion.replace(/^watch-/, '')).data;
}
