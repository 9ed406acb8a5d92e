import * as z from 'zod';
import { meetingIdSchema } from '../../ids.ts';
import { type Meeting, meetingStates, type PollingMeeting } from '../../meeting/model.ts';
import { fitsAll, tallyOf } from '../../poll/best-slot.ts';
import { withdrawnRefusal } from '../../poll/rules.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse } from '../../result.ts';
import type { Instant } from '../../time.ts';
import { casesOf } from '../case/cases-of.ts';
import type { Command } from '../command.ts';
import { instantField } from '../fields.ts';
import { locateAsHost } from '../locate-as-host.ts';
import { save } from '../save.ts';
import { fixed } from './fixed.ts';
import { gateForSlot } from './polled.ts';

const input = z.strictObject({
  meeting: meetingIdSchema,
  slot: instantField,
  /** Why a slot is taken that somebody who must come, or enough people, cannot make. */
  reason: z.string().trim().max(10_000).optional(),
});

/** 日程決定: the convener fixes one of the slots. Pressed twice, or as the deadline fixes the same one, it is one meeting and one notice. */
export const fixDate: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateAsHost(deps, actor, said.meeting);
    if (!located.ok) return located;
    const { meeting, officer } = located.value;
    if (meeting.state !== 'polling') return alreadyFixed(meeting, said.slot);
    const found = await casesOf(deps, actor, meeting.cases);
    if (!found.ok) return found;
    const refusal =
      refusalOf(meeting, said, deps.clock.now()) ?? (await gateForSlot(deps, meeting, found.value.cases, said.slot));
    if (refusal !== undefined) return refuse(refusal);
    const fix = { slot: said.slot, by: officer.id, ...why(said) };
    const saved = await fixed(deps, meeting, fix);
    if (!saved.ok) return saved;
    const noted = 'reason' in fix ? ['override:quorum'] : [];
    return save(deps, actor, { ...saved.value, command: 'fix', town: meeting.town, id: meeting.id, noted });
  },
};

function why({ reason = '' }: Said): { readonly reason?: string } {
  return reason === '' ? {} : { reason };
}

function alreadyFixed(meeting: Meeting, slot: Instant) {
  if ('appointment' in meeting && meeting.appointment?.startsAt === slot && meeting.poll?.fixed?.slot === slot)
    return ok({ town: meeting.town, id: meeting.id });
  return refuse({ code: 'wrong-state', state: meetingStates[meeting.state] } as const);
}

function refusalOf(meeting: PollingMeeting, { slot, reason = '' }: Said, now: Instant): Refused | undefined {
  const { poll, quorum } = meeting;
  const withdrawn = withdrawnRefusal(poll, [slot]);
  if (withdrawn !== undefined) return withdrawn;
  if (!poll.slots.includes(slot))
    return {
      code: 'bad-input',
      field: '候補日時',
      problem: '候補の中から選んでください。ほかの日は、別の候補で聞き直せます。',
    };
  if (slot <= now) return { code: 'too-late', date: slot };
  if (reason !== '' || fitsAll(tallyOf(meeting, slot), quorum)) return undefined;
  return { code: 'reason-missing', field: 'この候補に決める理由（必須の機関か定足数を満たしていません）' };
}
type Said = { readonly slot: Instant; readonly reason?: string | undefined };
