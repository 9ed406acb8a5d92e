import * as z from 'zod';
import { type Case, caseChangeSchema, type Lead, leadSchema } from '../../case/model.ts';
import { leadProblem, leadWords, withChange, withLead } from '../../case/rules.ts';
import { defined } from '../../defined.ts';
import { caseIdSchema } from '../../ids.ts';
import { refuse } from '../../result.ts';
import type { Command } from '../command.ts';
import { dayField, textField } from '../fields.ts';
import { latestMeetingOf } from '../meeting/latest-meeting.ts';
import { locateForStaff } from '../locate.ts';
import { save } from '../save.ts';

const input = z.strictObject({
  case: caseIdSchema,
  stage: textField,
  /** Left out: 未定（整理中）. */
  who: z.string().optional(),
  from: dayField.optional(),
  until: dayField.optional(),
  /** Takes the stage away. */
  remove: z.boolean().default(false),
  reason: z.string().optional(),
});

/**
 * 主担当 of one stage of support, as the meeting decided it; convening never does (BRIEF §2.2). Named before any meeting was held, it is
 * taken all the same, and the case says so until one was.
 */
export const setLead: Command<typeof input> = {
  input,
  async run(deps, actor, { case: caseId, reason, remove, ...said }) {
    const located = await locateForStaff(deps, actor, 'case', caseId);
    if (!located.ok) return located;
    const one = located.value;
    const problem = leadProblem(said);
    if (problem !== undefined) return refuse({ code: 'bad-input', field: 'until', problem });
    const before = one.leads.find(({ stage }) => stage === said.stage);
    const after = remove ? undefined : leadOf(said, (await latestMeetingOf(deps, one))?.id ?? before?.meeting);
    const about = { at: deps.clock.now(), by: actor.id, of: 'lead', about: said.stage, reason };
    const put = same(before, after) ? [] : [withLeadChanged(one, before, after, about)];
    return save(deps, actor, { command: 'lead', town: one.town, id: one.id, put });
  },
};

type About = Readonly<Record<string, unknown>>;

function withLeadChanged(one: Case, before: Lead | undefined, after: Lead | undefined, about: About): Case {
  const leads = after === undefined ? one.leads.filter((lead) => lead !== before) : withLead(one.leads, after);
  const was = before && leadWords(before);
  const is = after && leadWords(after);
  return withChange({ ...one, leads }, caseChangeSchema.parse(defined({ ...about, was, is })));
}

type Said = Pick<Lead, 'stage' | 'who' | 'from' | 'until'>;

function leadOf({ who = '', ...said }: Said, meeting: Lead['meeting']): Lead {
  const name = who.trim();
  // 「未定」 in words is nobody yet.
  const named = name === '' || name.startsWith('未定') ? undefined : name;
  return leadSchema.parse(defined({ ...said, who: named, meeting }));
}

function same(before: Lead | undefined, after: Lead | undefined): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
