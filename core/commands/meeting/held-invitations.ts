import { type Agency, contactsOf, reachOf } from '../../agency/model.ts';
import type { Invitation } from '../../invitation/model.ts';
import { isConvened, isToBeInvited, withCurrentState } from '../../meeting/convening.ts';
import type { ConvenedMeeting } from '../../meeting/model.ts';
import type { Versioned } from '../../records.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Task } from '../../task/model.ts';
import { newTask } from '../../task/rules.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import { conveningOf, signal } from '../../workflow/rules.ts';
import type { Deps } from '../command.ts';

/** A body's formal notice by mail needs somebody to take it: an agency without 担当者 would lose it in a shared mailbox. */
function lacksContact(agency: Agency | undefined): boolean {
  return agency !== undefined && reachOf(agency) === 'mail' && contactsOf(agency).length === 0;
}

/** Holds the notices that have nobody to go to, each with a task that names the agency; the others go (law-and-programs.md §7-15). */
export async function withHeld(
  deps: Deps,
  meeting: ConvenedMeeting,
): Promise<{ readonly meeting: ConvenedMeeting; readonly tasks: readonly Task[] }> {
  if (meeting.body === undefined) return { meeting, tasks: [] };
  const at = deps.clock.now();
  const held = new Set<Invitation>();
  for (const one of meeting.invitations.filter(isToBeInvited))
    if (lacksContact(await deps.store.get('agency', deps.prefecture, one.agency))) held.add(one);
  const invitations = meeting.invitations.map((one) => (held.has(one) ? { ...one, held: { at } } : one));
  const { convener, startsAt } = meeting.appointment;
  const tasks = [...held].map(({ agency, generation }) =>
    newTask({
      ...{ town: meeting.town, taskKind: 'no-contact', for: convener, about: agency, openedAt: at, dueAt: startsAt },
      ...{ subject: { kind: 'meeting', id: meeting.id }, occasion: String(generation) },
    }),
  );
  return { meeting: { ...meeting, invitations }, tasks };
}

type Released = { readonly put: readonly Versioned[]; readonly outbox: readonly OutboxEntry[] };

/** The notice goes once a 担当者 is registered; until then the task stays open. Nothing for tasks of another kind. */
export async function released(deps: Deps, task: Task): Promise<Result<Released, Refused>> {
  if (task.taskKind !== 'no-contact') return ok({ put: [], outbox: [] });
  const meeting = await deps.store.get('meeting', task.town, task.subject.id);
  const agency = (await deps.store.list('agency', deps.prefecture)).find(({ id }) => id === task.about);
  if (lacksContact(agency)) return refuse({ code: 'not-confirmed', what: `「${task.about}」の担当者の登録` });
  if (meeting === undefined || !isConvened(meeting)) return ok({ put: [], outbox: [] });
  const invitations = meeting.invitations.map((one) => {
    const { held: _held, ...rest } = one;
    return one.agency === task.about ? rest : one;
  });
  const about = { town: meeting.town, subject: meeting.id, at: deps.clock.now() };
  return ok({
    put: [withCurrentState({ ...meeting, invitations })],
    outbox: [signal(about, conveningOf(meeting))],
  });
}
