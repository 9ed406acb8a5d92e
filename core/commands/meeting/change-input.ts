import * as z from 'zod';
import { meetingIdSchema } from '../../ids.ts';
import { instantField } from '../fields.ts';
import { seenField } from '../seen.ts';
import { basisInput } from './basis.ts';
import { gatheringInput } from './gathering-input.ts';
import { inviteInput, leavingInput } from './invitations.ts';
import { preparationsInput } from './preparations.ts';

export const changeInput = z.strictObject({
  meeting: meetingIdSchema,
  date: instantField.optional(),
  /** 回答期限 of a poll that runs (日程調整中), given later than it was. */
  replyBy: instantField.optional(),
  place: z.string().optional(),
  mode: gatheringInput.mode,
  url: gatheringInput.url,
  add: inviteInput.default({}),
  ...preparationsInput,
  /** Agencies to withdraw, with the reason of each where there is one. */
  remove: leavingInput.default([]),
  /** What it rests on, where consent is missing for whoever is now discussed. */
  ground: basisInput.ground,
  reason: basisInput.reason,
  emergency: basisInput.emergency,
  danger: basisInput.danger,
  /** How often the appointment had been changed on screen: answers that come in meanwhile are no change of it. */
  version: seenField,
});
export type ChangeSaid = z.output<typeof changeInput>;
