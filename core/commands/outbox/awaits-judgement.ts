import { gateRefusal } from '../../framework/gate.ts';
import type { TownCode } from '../../ids.ts';
import type { Meeting } from '../../meeting/model.ts';
import { firstPart } from '../../meeting/together.ts';
import type { MailKind, Message } from '../../message/model.ts';
import { posting } from '../../message/rules.ts';
import type { Clock, Store } from '../../ports.ts';
import { mailableFrom, settingsOf } from '../../settings/rules.ts';
import { openTasks } from '../../task/rules.ts';
import { dayOf } from '../../time.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import { discussedIn } from '../meeting/invitations.ts';

type Deps = { readonly store: Store; readonly clock: Clock };
type Reading = { readonly prefecture: TownCode };

/** With these an agency first hears that there is a meeting. */
const firstWords: readonly MailKind[] = ['invitation', 'poll'];
/** With these it would, while the first word is kept back; they are not sent later. */
const laterWords: readonly MailKind[] = ['reminder', 'change', 'day-before'];

/**
 * Whether a mail that waited for office hours may not leave yet: meanwhile somebody took back a consent, nothing else opens the gate, and the
 * supervisor has not judged (BRIEF §2.1). `judge` posts it anew; stopping the meeting drops it.
 */
export async function awaitsJudgement(deps: Deps, message: Message): Promise<boolean> {
  const { town, id } = message;
  if (!(await wouldTell(deps, message))) return false;
  const meeting = await deps.store.get('meeting', town, id.split('/')[0] ?? '');
  if (meeting === undefined) return false;
  const parts = await partsOf(deps, meeting);
  const closed = await Promise.all(parts.map((part) => isClosed(deps, part)));
  return closed.includes(true);
}

/** Whether a mail that is kept back goes once the supervisor judged; any other is dropped. */
export function isFirstWord({ mailKind }: Message): boolean {
  return firstWords.includes(mailKind);
}

async function wouldTell({ store }: Deps, { town, id, to, mailKind }: Message): Promise<boolean> {
  if (!laterWords.includes(mailKind)) return firstWords.includes(mailKind);
  const lists = firstWords.map((kind) => store.list('message', town, `${id.split('/')[0] ?? ''}/${kind}/`));
  const first = (await Promise.all(lists)).flat().filter((one) => one.to === to);
  return first.some(({ state }) => state === 'created') && first.every(({ sentAt }) => sentAt === undefined);
}

/** All parts of a joint sitting: one mail tells of them together. */
async function partsOf({ store }: Deps, meeting: Meeting): Promise<readonly Meeting[]> {
  const parts = meeting.together ?? [firstPart(meeting)];
  const found = await Promise.all(parts.map((part) => store.get('meeting', part.town, part.meeting)));
  return found.filter((part) => part !== undefined);
}

/** What waited for the supervisor goes out now that the work goes on: in office hours, where it is not urgent. */
export async function postedAfterJudgement(deps: Deps & Reading, meeting: Meeting): Promise<readonly OutboxEntry[]> {
  const settings = await settingsOf(deps, meeting.town);
  const at = mailableFrom(settings, deps.clock.now(), isUrgent(meeting));
  const parts = await partsOf(deps, meeting);
  const kinds = parts.flatMap(({ town, id }) =>
    firstWords.map((kind) => deps.store.list('message', town, `${id}/${kind}/`)),
  );
  const waiting = (await Promise.all(kinds)).flat().filter(({ state }) => state === 'created');
  return waiting.map((message) => posting(message, message.id.split('/')[0] ?? '', at));
}

function isUrgent(meeting: Meeting): boolean {
  return meeting.emergency || ('appointment' in meeting ? meeting.appointment?.urgent : meeting.poll?.urgent) === true;
}

async function isClosed(deps: Deps, meeting: Meeting): Promise<boolean> {
  const { town, id } = meeting;
  const asked = (await openTasks(deps, town, id)).some(
    ({ taskKind, subject }) => taskKind === 'consent-withdrawn' && subject.kind === 'meeting',
  );
  return asked && (await isGateClosed(deps, meeting));
}

async function isGateClosed({ store, clock }: Deps, meeting: Meeting): Promise<boolean> {
  const found = await Promise.all(meeting.cases.map((one) => store.get('case', meeting.town, one)));
  const cases = found.filter((one) => one !== undefined);
  const discussed = discussedIn(meeting.invitations);
  return gateRefusal(meeting, cases, dayOf(clock.now()), { discussed }) !== undefined;
}
