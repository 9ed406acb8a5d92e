import type { Deps } from '../commands/command.ts';
import type { PersonId, TownCode } from '../ids.ts';
import { settingsOf } from '../settings/rules.ts';
import type { Task } from '../task/model.ts';
import { enveloped, type Letters, noLetters } from './envelope.ts';
import type { MailKind } from './model.ts';
import type { Wording } from './wording/letter.ts';

type StaffPost = {
  readonly town: TownCode;
  readonly subjectId: string;
  readonly kind: MailKind;
  readonly occasion: string;
  readonly to: PersonId;
  /** The task it asks for. */
  readonly task?: Pick<Task, 'id'> | undefined;
};

/** A mail to staff who registered an address; the task stands in the list either way. */
export async function letterToStaff(
  deps: Deps,
  { town, subjectId, kind, occasion, to, task }: StaffPost,
  word: (staffName: string) => Wording,
): Promise<Letters> {
  const person = await deps.store.get('person', deps.prefecture, to);
  if (person?.mail === undefined) return noLetters;
  const settings = await settingsOf(deps, town);
  const now = deps.clock.now();
  return enveloped({
    town,
    subjectId,
    kind,
    to,
    address: person.mail,
    occasion,
    wording: word(person.name),
    now,
    settings,
    urgent: false,
    ...(task === undefined ? {} : { more: { task: task.id } }),
  });
}
