import { ok } from '../../../result.ts';
import type { Command } from '../../command.ts';
import { casesOf } from '../../case/cases-of.ts';
import { isRequestedAlready, requestMeeting } from '../../request/request-meeting.ts';

/** The same request again, after a batch was cut off between the command and its answer, is well; another under its number is not. */
export const requestOnce: Command<typeof requestMeeting.input> = {
  input: requestMeeting.input,
  async run(deps, actor, said) {
    const done = await requestMeeting.run(deps, actor, said);
    if (done.ok || done.error.code !== 'already-exists') return done;
    const found = await casesOf(deps, actor, said.cases);
    if (!found.ok) return found;
    const { town } = found.value;
    return (await isRequestedAlready(deps, town, said)) ? ok({ town, id: said.meeting }) : done;
  },
};
