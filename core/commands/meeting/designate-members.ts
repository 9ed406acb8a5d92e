import * as z from 'zod';
import { bodyOf } from '../../body/rules.ts';
import { agencyIdSchema, meetingIdSchema } from '../../ids.ts';
import { isConvened } from '../../meeting/convening.ts';
import { isHeld } from '../../meeting/recording.ts';
import { meetingStates } from '../../meeting/model.ts';
import { refuse } from '../../result.ts';
import type { Command } from '../command.ts';
import { locateAsHost } from '../locate-as-host.ts';
import { save } from '../save.ts';
import { designated } from './under-body.ts';

const input = z.strictObject({
  meeting: meetingIdSchema,
  /** Who is designated; all that are called and are no constituents when left out. */
  agencies: z
    .union([z.literal('all'), z.array(agencyIdSchema).min(1, '指名する機関を選んでください。')])
    .default('all'),
});

/**
 * 指名: an agency that is no constituent (構成員) of the body takes part in this one meeting, under the body's secrecy duty. Who did it and when
 * is kept with the invitation; papers open only then (BRIEF §1).
 */
export const designateMembers: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateAsHost(deps, actor, said.meeting);
    if (!located.ok) return located;
    const { meeting, officer } = located.value;
    if (!isConvened(meeting) && !isHeld(meeting))
      return refuse({ code: 'wrong-state', state: meetingStates[meeting.state] });
    const body = await bodyOf(deps, meeting);
    if (body === undefined) return refuse({ code: 'unknown-body', id: meeting.id });
    const { agencies } = said;
    const called = meeting.invitations.filter(({ withdrawn }) => withdrawn === undefined);
    const stranger =
      agencies === 'all' ? undefined : agencies.find((id) => !called.some(({ agency }) => agency === id));
    if (stranger !== undefined) return refuse({ code: 'not-invited', agency: stranger });
    const by = { by: officer.id, at: deps.clock.now() };
    const invitations = meeting.invitations.map((one) =>
      called.includes(one) ? designated(body, one, agencies, by) : one,
    );
    const put = [{ ...meeting, invitations }];
    return save(deps, actor, { command: 'designate', town: meeting.town, id: meeting.id, put });
  },
};
