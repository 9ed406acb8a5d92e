import * as z from 'zod';
import { meetingIdSchema } from '../../ids.ts';
import { type Meeting, meetingStates } from '../../meeting/model.ts';
import type { Refused } from '../../refusal.ts';
import { refuse } from '../../result.ts';
import { addMonths, type Day, dayInJapanese, dayOf, jst } from '../../time.ts';
import type { Command } from '../command.ts';
import { dayField, textField } from '../fields.ts';
import { afterDecision, decided, lookedAtAnew } from './host-decision.ts';
import { locateAsHost } from '../locate-as-host.ts';
import { save } from '../save.ts';

const input = z.strictObject({ meeting: meetingIdSchema, reason: textField, review: dayField });

// Further off, a slip of the pen would put a household out of sight.
const LONGEST_MONTHS = 12;

/** 見送り: the host does not convene, says why, and when the question will be asked again. On that day it is (再検討日). */
export const declineRequest: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateAsHost(deps, actor, said.meeting);
    if (!located.ok) return located;
    const { meeting, officer } = located.value;
    const today = dayOf(deps.clock.now());
    if (!mayBeDeclined(meeting, today)) return refuse({ code: 'wrong-state', state: meetingStates[meeting.state] });
    const misdated = reviewRefusal(said.review, today);
    if (misdated !== undefined) return refuse(misdated);

    const declined = { by: officer.id, at: deps.clock.now(), reason: said.reason, review: said.review };
    const next: Meeting = { ...decided(meeting), state: 'declined', declined };
    const put = [next, ...(await afterDecision(deps, meeting, actor.id))];
    const outbox = await lookedAtAnew(deps, next);
    return save(deps, actor, { command: 'decline', town: meeting.town, id: meeting.id, put, outbox });
  },
};

/** A request or a draft; what was declined before, once its 再検討日 has come and nobody asked again. */
export function mayBeDeclined(meeting: Meeting, today: Day): boolean {
  if (meeting.state === 'declined') return meeting.followedBy === undefined && meeting.declined.review <= today;
  return meeting.state === 'requested' || meeting.state === 'drafted';
}

function reviewRefusal(review: Day, today: Day): Refused | undefined {
  if (review <= today) return { code: 'too-late', date: jst(review, '0:00') };
  const limit = addMonths(today, LONGEST_MONTHS);
  if (review <= limit) return undefined;
  const problem = `${dayInJapanese(review)}は先すぎます。${String(LONGEST_MONTHS)}か月以内（${limit}まで）の日を選んでください。`;
  return { code: 'bad-input', field: '再検討する日', problem };
}
