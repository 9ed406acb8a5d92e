import * as z from 'zod';
import { meetingIdSchema } from '../../ids.ts';
import { type Meeting, meetingStates } from '../../meeting/model.ts';
import { refuse } from '../../result.ts';
import { conveningOf, signal } from '../../workflow/rules.ts';
import { afterDecision, decided, lookedAtAnew } from './host-decision.ts';
import type { Command } from '../command.ts';
import { locateForStaff } from '../locate.ts';
import { requestOf } from './request-meeting.ts';
import { save } from '../save.ts';

const input = z.strictObject({
  /** The new 開催依頼. */
  meeting: meetingIdSchema,
  /** The one that was declined or taken to an existing body. */
  follows: meetingIdSchema,
});

/** Asks once more for a meeting that was 見送り or taken elsewhere: one press, same cases and basis, linked both ways. */
export const askAgain: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateForStaff(deps, actor, 'meeting', said.follows);
    if (!located.ok) return located;
    const former = located.value;
    if (!mayBeAskedAgain(former)) return refuse({ code: 'wrong-state', state: meetingStates[former.state] });
    const { cases, framework, ground, reason, emergency, danger = [] } = former;
    const basis = { framework, ground, reason, emergency, danger };
    const made = await requestOf(deps, actor, { meeting: said.meeting, cases, ...basis });
    if (!made.ok) return made;

    const now = deps.clock.now();
    const meeting = { ...made.value.meeting, follows: former.id };
    const put = [
      meeting,
      { ...decided(former), followedBy: meeting.id },
      ...(await afterDecision(deps, former, actor.id)),
    ];
    const about = { town: former.town, subject: former.id, at: now };
    const outbox = [...(await lookedAtAnew(deps, meeting)), signal(about, conveningOf(former))];
    return save(deps, actor, { command: 'ask-again', town: meeting.town, id: meeting.id, put, outbox });
  },
};

export function mayBeAskedAgain(meeting: Meeting): boolean {
  return (meeting.state === 'declined' || meeting.state === 'elsewhere') && meeting.followedBy === undefined;
}
