import * as z from 'zod';
import { meetingIdSchema, type PersonId } from '../../ids.ts';
import { type Meeting, meetingStates } from '../../meeting/model.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Instant } from '../../time.ts';
import type { Command } from '../command.ts';
import { dayField, textField } from '../fields.ts';
import { afterDecision, decided, lookedAtAnew } from './host-decision.ts';
import { locateAsHost } from '../locate-as-host.ts';
import { save } from '../save.ts';
import { seenField, staleRefusal } from '../seen.ts';

const input = z.strictObject({
  meeting: meetingIdSchema,
  /** 地域ケア会議, 要保護児童対策地域協議会 or another body; needed the first time. */
  body: textField.optional(),
  /** When it meets; needed the first time. */
  on: dayField.optional(),
  /** What came of it, once it has met. */
  outcome: textField.optional(),
  version: seenField,
});
type Input = z.output<typeof input>;

/** 既存会議に諮る: the case goes to a body that exists already, with its date and later its outcome. We invite nobody (BRIEF §1). */
export const takeElsewhere: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateAsHost(deps, actor, said.meeting);
    if (!located.ok) return located;
    const { meeting, officer } = located.value;
    const taken = taking(meeting, said, { by: officer.id, at: deps.clock.now() });
    if (!taken.ok) return taken;
    const stale = staleRefusal(said.version, meeting, taken.value);
    if (stale !== undefined) return refuse(stale);
    const put = [taken.value, ...(await afterDecision(deps, meeting, actor.id))];
    const outbox = await lookedAtAnew(deps, taken.value);
    return save(deps, actor, { command: 'elsewhere', town: meeting.town, id: meeting.id, put, outbox });
  },
};

type Who = { readonly by: PersonId; readonly at: Instant };

function taking(meeting: Meeting, said: Input, who: Who): Result<Meeting, Refused> {
  if (!mayGoElsewhere(meeting)) return refuse({ code: 'wrong-state', state: meetingStates[meeting.state] });
  const { body, on } = { ...(meeting.state === 'elsewhere' ? meeting.elsewhere : {}), ...named(said) };
  if (body === undefined) return missing('既存会議', 'どの会議に諮るかを選んでください。');
  if (on === undefined) return missing('その会議の日', '日付を入れてください（2026-07-15 など）。');
  const outcome = said.outcome === undefined ? {} : { outcome: { text: said.outcome, ...who } };
  return ok({ ...decided(meeting), state: 'elsewhere', elsewhere: { body, on, ...who, ...outcome } });
}

function named({ body, on }: Input): Pick<Input, 'body' | 'on'> {
  return { ...(body === undefined ? {} : { body }), ...(on === undefined ? {} : { on }) };
}

const missing = (field: string, problem: string) => refuse({ code: 'bad-input', field, problem } as const);

/** What nobody was invited to; a body and its date may be put right until its outcome is written down. */
export function mayGoElsewhere(meeting: Meeting): boolean {
  if (meeting.state === 'elsewhere') return meeting.elsewhere.outcome === undefined;
  if (meeting.followedBy !== undefined) return false;
  return meeting.state === 'requested' || meeting.state === 'drafted' || meeting.state === 'declined';
}
