import { type Agency, reachOf } from '../agency/model.ts';
import type { Deps } from '../commands/command.ts';
import type { CaseId, PersonId, TownCode } from '../ids.ts';
import type { Invitation } from '../invitation/model.ts';
import type { Letterhead } from '../body/rules.ts';
import type { Task } from '../task/model.ts';
import { newTask } from '../task/rules.ts';
import type { Instant } from '../time.ts';
import { enveloped, type Letters, noLetters, together } from './envelope.ts';
import { linkOf } from './meeting-facts.ts';
import type { MailKind, Message } from './model.ts';
import type { Wording } from './wording/letter.ts';

/** What one letter is about besides its subject. */
export type Besides = {
  readonly links: NonNullable<Message['links']>;
  /** Parts of its sitting that it says are off. */
  readonly off?: Message['off'];
  readonly plans: readonly CaseId[];
  /** For whoever brings it by hand. */
  readonly said: string;
};

export type Post = {
  readonly town: TownCode;
  /** The meeting or the case it is about. */
  readonly subject: Task['subject'];
  /** Whose meeting the personal link opens. */
  readonly meetingId: string;
  /** With the sender of the meeting's body. */
  readonly settings: Letterhead;
  readonly kind: MailKind;
  readonly occasion: string | number;
  readonly urgent: boolean;
  /** Waits for further ones of its kind. */
  readonly settles?: boolean;
  /** Who does it by hand for an agency without mail; absent where only mail makes sense. */
  readonly byHand?: PersonId | undefined;
  readonly dueAt?: Instant | undefined;
  readonly calendar?: ((invitation: Invitation) => Message['calendar']) | undefined;
  /** Of which other plans it tells this agency, and the links that lead to them. */
  readonly besides?: ((invitation: Invitation) => Besides | undefined) | undefined;
};

/** One letter to each agency: a mail where it has an address, else a task for staff (BRIEF §2.6). */
export async function toAgencies(
  deps: Deps,
  post: Post,
  invitations: readonly Invitation[],
  word: (agency: Agency, settings: Letterhead, invitation: Invitation) => Wording,
): Promise<Letters> {
  const { settings } = post;
  const letters: Letters[] = [];
  for (const invitation of invitations) {
    const agency = await deps.store.get('agency', deps.prefecture, invitation.agency);
    if (agency === undefined) continue;
    const { calendar: _file, ...plain } = post;
    letters.push(
      oneLetter(deps.clock.now(), (await takesCalendar(deps, post, agency)) ? post : plain, {
        agency,
        invitation,
        settings,
        wording: word(agency, settings, invitation),
      }),
    );
  }
  return together(letters);
}

/** Who wants no file (予定ファイルを付けない) still gets what changes or takes back an entry that went out before it said so. */
async function takesCalendar({ store }: Deps, post: Post, agency: Agency): Promise<boolean> {
  if (agency.noCalendar !== true) return true;
  const before = await store.list('message', post.town, `${post.subject.id}/`);
  return before.some(({ to, calendar, state }) => to === agency.id && calendar !== undefined && state !== 'dropped');
}

type Addressed = {
  readonly agency: Agency;
  readonly invitation: Invitation;
  readonly settings: Letterhead;
  readonly wording: Wording;
};

function oneLetter(now: Instant, post: Post, { agency, invitation, settings, wording }: Addressed): Letters {
  const { town, subject, kind, urgent, occasion, calendar } = post;
  const reach = reachOf(agency);
  const besides = post.besides?.(invitation);
  if (reach === 'mail' && agency.mail !== undefined) {
    const more = {
      link: linkOf(post.meetingId, invitation),
      ...(calendar === undefined ? {} : { calendar: calendar(invitation) }),
      ...(besides === undefined
        ? {}
        : { links: besides.links, ...(besides.off === undefined ? {} : { off: besides.off }) }),
    };
    const address = agency.mail;
    return enveloped({
      town,
      subjectId: subject.id,
      kind,
      to: agency.id,
      address,
      occasion,
      wording,
      now,
      settings,
      urgent,
      settles: post.settles,
      more,
    });
  }
  return reach === 'mail' ? noLetters : { ...noLetters, tasks: brought(now, post, { reach, agency, besides }) };
}

type Brought = {
  readonly reach: Exclude<ReturnType<typeof reachOf>, 'mail'>;
  readonly agency: Agency;
  readonly besides: Besides | undefined;
};

/** The task of whoever brings it by hand; none where only mail makes sense. */
function brought(now: Instant, post: Post, { reach, agency, besides }: Brought): readonly Task[] {
  if (post.byHand === undefined) return [];
  const { town, subject, kind, occasion, dueAt } = post;
  const task = newTask({
    town,
    taskKind: reach,
    for: post.byHand,
    about: agency.id,
    subject,
    openedAt: now,
    dueAt,
    occasion: `${kind}-${String(occasion)}`,
    plans: besides?.plans,
    said: besides?.said,
  });
  return [task];
}
