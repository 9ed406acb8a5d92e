import type { Actor } from '../../access/model.ts';
import { defined } from '../../defined.ts';
import { isConvened } from '../../meeting/convening.ts';
import { type ConvenedMeeting, meetingStates } from '../../meeting/model.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { addSeconds, secondsUntil } from '../../time.ts';
import { changePoll } from '../poll/change-poll.ts';
import type { Command, Deps, Done } from '../command.ts';
import { changedPart, leavingFrom, savingOf } from './change-of-part.ts';
import { changeInput, type ChangeSaid } from './change-input.ts';
import { locateAsHost } from '../locate-as-host.ts';
import { saveTogether } from '../save.ts';
import { othersAsHost } from './whole-sitting.ts';

const onlyWhilePolling = {
  code: 'bad-input',
  field: 'replyBy',
  problem: '回答期限は、日程調整中だけ変えられます。',
} as const;

/** Changes date, place or who is invited; exactly those concerned hear of it, once. A new date asks everybody again. */
export const changeMeeting: Command<typeof changeInput> = {
  input: changeInput,
  async run(deps, actor, said) {
    const located = await locateAsHost(deps, actor, said.meeting);
    if (!located.ok) return located;
    const { meeting } = located.value;
    if (meeting.state === 'polling') return changePoll(deps, actor, meeting, said);
    if (said.replyBy !== undefined) return refuse(onlyWhilePolling);
    if (!isConvened(meeting)) return refuse({ code: 'wrong-state', state: meetingStates[meeting.state] });
    return changeAll(deps, actor, meeting, said);
  },
};

/**
 * In one sitting date and place are those of all its parts: each keeps its distance from the others, and all are changed or none. What is to be
 * prepared, and who is called, is each part's own.
 */
async function changeAll(
  deps: Deps,
  actor: Actor,
  meeting: ConvenedMeeting,
  said: ChangeSaid,
): Promise<Result<Done, Refused>> {
  const own = await changedPart(deps, actor, meeting, said);
  if (!own.ok) return own;
  const all = [own.value];
  const shares = [said.date, said.place, said.mode, said.url].some((one) => one !== undefined);
  const others = shares ? await othersAsHost(deps, actor, meeting) : ok([]);
  if (!others.ok) return others;
  for (const part of others.value) {
    const made = await changedPart(deps, actor, part, sharedBy(part, meeting, said));
    if (!made.ok) return made;
    all.push(made.value);
  }
  const sitting = { changed: all.map(({ after }) => after), leaving: await leavingFrom(deps, own.value) };
  const savings = [];
  for (const part of all) savings.push(await savingOf(deps, actor, part, sitting));
  return saveTogether(deps, actor, savings);
}

/** What a change of one part says of another. */
function sharedBy(part: ConvenedMeeting, { appointment }: ConvenedMeeting, said: ChangeSaid): ChangeSaid {
  const { date, place, mode, url } = said;
  const [own, other] = [appointment.startsAt, part.appointment.startsAt];
  const later = own < other ? secondsUntil(own, other) : -secondsUntil(other, own);
  const moved = date === undefined ? {} : { date: addSeconds(date, later) };
  return changeInput.parse({ meeting: part.id, ...defined({ place, mode, url }), ...moved });
}
