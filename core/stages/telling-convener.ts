import type { Deps } from '../commands/command.ts';
import { answersOf, lastReply } from '../meeting/all-answered.ts';
import type { ConvenedMeeting } from '../meeting/model.ts';
import { noLetters } from '../message/envelope.ts';
import { officePage } from '../message/office-page.ts';
import { letterToStaff } from '../message/staff-letters.ts';
import { allAnsweredWording } from '../message/wording/answers-complete.ts';
import { staffTaskWording } from '../message/wording/staff-task.ts';
import { settingsOf, mailableFrom } from '../settings/rules.ts';
import { newTask, openTasks } from '../task/rules.ts';
import type { Taken } from './step.ts';

/** Nobody comes, or too few (定足数): whether to look for another date, to meet all the same, or not at all, is the convener's to say. */
export async function askAboutShortfall(
  deps: Deps,
  meeting: ConvenedMeeting,
  key: string,
): Promise<Taken<ConvenedMeeting>> {
  const { town, id, appointment } = meeting;
  const { convener, startsAt: dueAt } = appointment;
  const openedAt = deps.clock.now();
  const open = (await openTasks(deps, town, id)).find(({ taskKind }) => taskKind === 'quorum');
  const about = { town, taskKind: 'quorum', for: convener, about: id, subject: { kind: 'meeting', id } } as const;
  const task = open ?? newTask({ ...about, openedAt, dueAt, occasion: key });
  const post = { town, subjectId: id, kind: 'staff-task', occasion: key, to: convener, task } as const;
  const letters = await letterToStaff(deps, post, (staffName) => {
    const page = officePage(meeting, 'meetings', id);
    return staffTaskWording({ staffName, page, taskKind: 'quorum', about: id, subjectId: id, dueAt, openedAt });
  });
  return { record: meeting, letters, also: open === undefined ? [task] : [] };
}

/** All have answered: one mail, unless the convener typed in the last answer, or the meeting begins before a mail may leave. */
export async function tellAnswered(deps: Deps, meeting: ConvenedMeeting, key: string): Promise<Taken<ConvenedMeeting>> {
  const { town, id, appointment } = meeting;
  const { convener, startsAt } = appointment;
  const leaves = mailableFrom(await settingsOf(deps, town), deps.clock.now(), false);
  if (leaves >= startsAt || lastReply(meeting)?.enteredBy === convener) return { record: meeting, letters: noLetters };
  const post = { town, subjectId: id, kind: 'staff-task', occasion: key, to: convener } as const;
  const letters = await letterToStaff(deps, post, (staffName) => {
    const page = officePage(meeting, 'meetings', id);
    return allAnsweredWording({ staffName, page, meetingId: id, startsAt, answers: answersOf(meeting) });
  });
  return { record: meeting, letters };
}
