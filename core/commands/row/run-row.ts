import type * as z from 'zod';
import type { Actor } from '../../access/model.ts';
import type { TownCode } from '../../ids.ts';
import type { Refused } from '../../refusal.ts';
import { ok, type Result } from '../../result.ts';
import { assignCase } from '../case/assign-case.ts';
import type { Command, Deps } from '../command.ts';
import { openCase } from '../case/open-case.ts';
import type { Said } from './read-row.ts';
import { receiveConsultation } from '../case/receive-consultation.ts';
import { readInput } from '../refusal-of-input.ts';
import { isRequestedAlready, requestMeeting } from '../request/request-meeting.ts';
import { setLead } from '../case/set-lead.ts';
import { setMember } from '../case/set-member.ts';

/** What the command behind a row takes, to find all that is wrong with it before anything is done. */
export function inputOfRow(verb: Said['verb']): z.ZodType {
  switch (verb) {
    case 'consultation':
      return receiveConsultation.input;
    case 'case':
      return openCase.input;
    case 'member':
      return setMember.input;
    case 'lead':
      return setLead.input;
    case 'assign':
      return assignCase.input;
    case 'request':
      return requestMeeting.input;
  }
}

/** Does one thing a row asks for. */
export async function runRow(
  deps: Deps,
  actor: Actor,
  town: TownCode,
  { verb, input: said }: Said,
): Promise<Result<unknown, Refused>> {
  switch (verb) {
    case 'consultation':
      return runOne(deps, actor, receiveConsultation, said);
    case 'case':
      return runOne(deps, actor, openCase, said);
    case 'member':
      return runOne(deps, actor, setMember, said);
    case 'lead':
      return runOne(deps, actor, setLead, said);
    case 'assign':
      return runOne(deps, actor, assignCase, said);
    case 'request':
      return runRequest(deps, actor, town, said);
  }
}

async function runOne<Schema extends z.ZodType>(deps: Deps, actor: Actor, command: Command<Schema>, said: unknown) {
  const read = readInput(command.input, said);
  return read.ok ? command.run(deps, actor, read.value) : read;
}

/** The same request again, after a batch was cut off between the command and its answer, is well; another under its number is not. */
async function runRequest(deps: Deps, actor: Actor, town: TownCode, said: unknown): Promise<Result<unknown, Refused>> {
  const read = readInput(requestMeeting.input, said);
  if (!read.ok) return read;
  const done = await requestMeeting.run(deps, actor, read.value);
  const again = !done.ok && done.error.code === 'already-exists' && (await isRequestedAlready(deps, town, read.value));
  return again ? ok(undefined) : done;
}
