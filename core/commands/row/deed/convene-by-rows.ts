import * as z from 'zod';
import type { Actor } from '../../../access/model.ts';
import { agencyIdSchema, type MeetingId, meetingIdSchema, type TownCode } from '../../../ids.ts';
import { isConvened } from '../../../meeting/convening.ts';
import { type Appointment, type Meeting, meetingStates } from '../../../meeting/model.ts';
import type { Refused } from '../../../refusal.ts';
import { ok, refuse, type Result } from '../../../result.ts';
import type { Instant } from '../../../time.ts';
import { agencyNamesOf } from '../agency-names.ts';
import { callTab } from '../tab/call-tab.ts';
import type { Command, Deps, Done } from '../../command.ts';
import { instantField } from '../../fields.ts';
import { locateForStaff } from '../../locate.ts';
import { hostOf } from '../../locate-as-host.ts';
import { changeMeeting } from '../../meeting/change-meeting.ts';
import { conveneMeeting } from '../../meeting/convene-meeting.ts';
import { callIn } from './call-agency.ts';
import { doing } from './doing.ts';
import { preparationField } from '../../meeting/preparations.ts';

const input = z.strictObject({
  meeting: meetingIdSchema,
  date: instantField.optional(),
  slots: z.array(instantField).optional(),
  place: z.string().optional(),
  outlook: z.string().optional(),
  preparation: preparationField.optional(),
});
type Input = z.output<typeof input>;

/**
 * 「招集する」 in a row of 会議: convenes with the agencies that the rows of 招集 name. Once it is convened, another date or place in the row
 * is a change of the meeting; anything else in it is no news to anybody.
 */
export const conveneByRows: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const located = await locateForStaff(deps, actor, 'meeting', said.meeting);
    if (!located.ok) return located;
    const meeting = located.value;
    const officer = await hostOf(deps, actor, meeting.town);
    if (!officer.ok) return officer;
    if (meeting.state === 'requested') return convened(deps, actor, meeting, said);
    if (isAsSaid(meeting, said)) return ok({ town: meeting.town, id: meeting.id });
    const { date, place, preparation } = said;
    return isConvened(meeting) && said.slots === undefined
      ? doing(changeMeeting, deps, actor, { meeting: meeting.id, date, place, preparation })
      : refuse({ code: 'wrong-state', state: meetingStates[meeting.state] });
  },
};

const UNDATED: Refused = {
  code: 'bad-input',
  field: 'date',
  problem: '招集するには、開催日時を入れてください。候補がいくつかあるときは「、」で区切ると、都合を聞きます。',
};

async function convened(deps: Deps, actor: Actor, meeting: Meeting, said: Input): Promise<Result<Done, Refused>> {
  if (said.date === undefined && said.slots === undefined) return refuse(UNDATED);
  const calls = await callsTo(deps, meeting.town, meeting.id);
  if (calls.length === 0) return refuse(nobody);
  const invite = Object.fromEntries(calls.flatMap((call) => Object.entries(callIn(call))));
  const required = calls.filter((call) => call.required).map(({ agency }) => agency);
  const { outlook = '' } = said;
  return doing(conveneMeeting, deps, actor, {
    ...said,
    outlook,
    invite,
    ...(required.length === 0 ? {} : { required }),
  });
}

const nobody: Refused = {
  code: 'bad-input',
  field: 'convene',
  problem:
    '「招集」の表に、この会議へ呼ぶ機関がありません。先に「招集」の表を送り、「済」になってから、この行を送ってください。',
};

const callSchema = z.object({
  meeting: z.string(),
  agency: agencyIdSchema,
  class: z.string().optional(),
  purpose: z.string().optional(),
  members: z.array(z.string()).optional(),
  preparation: z.string().optional(),
  required: z.boolean(),
  leave: z.string().optional(),
});
export type Call = z.infer<typeof callSchema>;

/** Whom the rows of 招集 that were taken call to a meeting. */
export async function callsTo(deps: Deps, town: TownCode, id: MeetingId): Promise<readonly Call[]> {
  const agencyNamed = await agencyNamesOf(deps, town, '招集');
  const rows = await deps.store.list('row', town, '招集/');
  return rows
    .filter(({ status }) => status === '済')
    .flatMap(({ cells }) => callTab.read({ ...cells, 機関: agencyNamed(cells['機関'] ?? '') }))
    .flatMap((one) => callSchema.safeParse(one.input).data ?? [])
    .filter(({ meeting, leave }) => meeting === id && leave === undefined);
}

/** Date and place are those of the row already, or the poll asks about the row's days. */
function isAsSaid(meeting: Meeting, said: Input): boolean {
  const slots = momentsIn(said);
  if (meeting.state === 'drafted') return meeting.draft !== undefined && isOneOf(meeting.draft.date, slots);
  if (meeting.state === 'polling') return slots === undefined || sameMoments(meeting.poll.slots, slots);
  const appointment = 'appointment' in meeting ? meeting.appointment : undefined;
  return appointment !== undefined && isHeldAsSaid(appointment, slots, said);
}

/** A poll that ended in one of the row's days is no change of it. */
function isHeldAsSaid(
  { startsAt, place, preparation = '' }: Appointment,
  slots: Moments | undefined,
  said: Input,
): boolean {
  const isSaid = (one: string | undefined, is: string) => one === undefined || one === is;
  return isOneOf(startsAt, slots) && isSaid(said.place, place) && isSaid(said.preparation, preparation);
}

function momentsIn({ date, slots }: Input): Moments | undefined {
  return slots ?? (date === undefined ? undefined : [date]);
}

type Moments = readonly Instant[];
/** Nothing said of the date says nothing else. */
const isOneOf = (at: Instant, slots: Moments | undefined) => slots?.includes(at) !== false;
const sameMoments = (some: Moments, others: Moments) => [...some].toSorted().join() === [...others].toSorted().join();
