import * as z from 'zod';
import { meetingIdSchema } from '../../ids.ts';
import { isConvened } from '../../meeting/convening.ts';
import { meetingStates } from '../../meeting/model.ts';
import { noQuorum } from '../../meeting/quorum.ts';
import { shortfallOf } from '../../meeting/shortfall.ts';
import { refuse } from '../../result.ts';
import { conveningOf, signal } from '../../workflow/rules.ts';
import type { Command } from '../command.ts';
import { textField } from '../fields.ts';
import { locateAsHost } from '../locate-as-host.ts';
import { save } from '../save.ts';
import { tasksClosed } from '../task/tasks-closed.ts';

const input = z.strictObject({ meeting: meetingIdSchema, reason: textField });

/** 定足数に足りなくても開催: the convener says why; the reason stands on the meeting's page, and a line in the audit log. */
export const goAhead: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateAsHost(deps, actor, said.meeting);
    if (!located.ok) return located;
    const { meeting, officer } = located.value;
    if (!isConvened(meeting)) return refuse({ code: 'wrong-state', state: meetingStates[meeting.state] });
    const at = deps.clock.now();
    const short = shortfallOf(meeting, at);
    if (short === undefined)
      return refuse({ code: 'bad-input', field: '定足数', problem: '足りています。理由はいりません。' });
    const { town, id, quorum = noQuorum } = meeting;
    const { startsAt } = meeting.appointment;
    const { missed, few, coming } = short;
    const overruled = { startsAt, missed: [...missed], few, coming, reason: said.reason, by: officer.id, at };
    const tasks = await tasksClosed(deps, meeting, ['quorum'], actor.id);
    const put = [{ ...meeting, quorum: { ...quorum, overruled } }, ...tasks];
    const outbox = [signal({ town, subject: id, at }, conveningOf(meeting))];
    return save(deps, actor, { command: 'go-ahead', town, id, put, outbox, noted: ['override:quorum'] });
  },
};
