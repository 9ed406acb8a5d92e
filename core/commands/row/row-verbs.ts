import type * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import type { Refused } from '../../refusal.ts';
import type { Result } from '../../result.ts';
import { changeSettings } from '../change-settings.ts';
import { assignCase } from '../case/assign-case.ts';
import { receiveConsultation } from '../case/receive-consultation.ts';
import { setLead } from '../case/set-lead.ts';
import { setMember } from '../case/set-member.ts';
import type { Command, Deps } from '../command.ts';
import { readInput } from '../refusal-of-input.ts';
import { callAgency } from './deed/call-agency.ts';
import { conveneByRows } from './deed/convene-by-rows.ts';
import { keepCase } from './deed/keep-case.ts';
import { keepAgency } from './deed/keep-agency.ts';
import { requestOnce } from './deed/request-once.ts';
import { shareRole } from './deed/share-role.ts';
import { evaluateOnce, reportOnce } from './deed/watch-plan.ts';
import { writeMinutes } from './deed/write-minutes.ts';
import { writePlan } from './deed/write-plan.ts';
import type { RowVerb } from './tab-reading.ts';

type Prepared = {
  /** To find all that is wrong with what a row says before anything is done. */
  readonly input: z.ZodType;
  readonly run: (deps: Deps, actor: Actor, said: unknown) => Promise<Result<unknown, Refused>>;
};

function entry<Schema extends z.ZodType>(command: Command<Schema>): Prepared {
  return {
    input: command.input,
    async run(deps, actor, said) {
      const read = readInput(command.input, said);
      return read.ok ? command.run(deps, actor, read.value) : read;
    },
  };
}

/** What a row may ask for. Each may be asked again, also by a row of which something else was edited, and then does nothing twice. */
export const rowVerbs: Readonly<Record<RowVerb, Prepared>> = {
  consultation: entry(receiveConsultation),
  case: entry(keepCase),
  member: entry(setMember),
  lead: entry(setLead),
  assign: entry(assignCase),
  agency: entry(keepAgency),
  request: entry(requestOnce),
  convene: entry(conveneByRows),
  call: entry(callAgency),
  minutes: entry(writeMinutes),
  role: entry(shareRole),
  plan: entry(writePlan),
  report: entry(reportOnce),
  evaluate: entry(evaluateOnce),
  settings: entry(changeSettings),
};
