import { MailDeferred, MailRefused, type MailTrouble, StaleRecord } from '../../errors.ts';
import type { TownCode } from '../../ids.ts';
import { type BounceKind, bounceKindOf } from '../../message/bounce.ts';
import {
  BASE_PLACEHOLDER,
  CODE_PLACEHOLDER,
  furtherLink,
  LINK_PLACEHOLDER,
  type Message,
} from '../../message/model.ts';
import { replyAddressOf } from '../../message/reply-mark.ts';
import { linkedFrom, posting } from '../../message/rules.ts';
import type { Clock, Mailer, Secrets, Store, Workflows } from '../../ports.ts';
import type { Task } from '../../task/model.ts';
import { addSeconds } from '../../time.ts';
import type { Effect, OutboxEntry } from '../../workflow/model.ts';
import { awaitsJudgement, isFirstWord } from './awaits-judgement.ts';
import { bounceTask } from './bounce-task.ts';
import { tellOfEndingConsents } from './tell-ending-consents.ts';
import { dispose } from './dispose.ts';
import { endLog } from './end-log.ts';
import { openFollowUp } from './follow-up.ts';
import { keepSeries } from '../series/keep-series.ts';
import { markSheets } from './mark-sheets.ts';
import { lookThrough } from './look-through.ts';
import { signalRun } from './open-wait.ts';
import { unpack } from './unpack.ts';
import { closeTrouble, tellOfTrouble } from './mail-trouble.ts';
import { lookAfterMails, watchMail } from './watch-mails.ts';

export type DeliveryDeps = {
  readonly store: Store;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly workflows: Workflows;
  readonly mailer: Mailer;
  /** `https://…` without a slash at the end; personal links begin with it. */
  readonly publicUrl: string;
  /** Mails to `reply+…@` this domain come back to us; without it, replies go to the sender's address and nobody is routed. */
  readonly replyDomain?: string | undefined;
};

/** Makes one effect of a commit happen. May be called twice for one entry. */
export async function deliver(deps: DeliveryDeps, town: TownCode, effect: Effect): Promise<void> {
  switch (effect.type) {
    case 'start':
      return (await isGone(deps, town, effect))
        ? undefined
        : deps.workflows.start(effect.workflow, effect.name, effect.input);
    case 'signal':
      return signalRun(deps, town, effect.execution);
    case 'mail':
      return sendMail(deps, town, effect.message);
    case 'follow-up':
      return openFollowUp(deps, town, effect);
    case 'series':
      return keepSeries({ ...deps, prefecture: effect.prefecture }, town, effect.body);
    case 'unpack':
      return unpack(deps, town, effect.parcel);
    case 'retention':
      return lookThrough({ ...deps, prefecture: effect.prefecture }, town);
    case 'end-log':
      return endLog({ ...deps, prefecture: effect.prefecture }, town, effect);
    case 'consent-ending':
      return tellOfEndingConsents(deps, town, effect);
    case 'watch':
      return lookAfterMails(deps, town, effect);
    case 'sheet-news':
      return markSheets(deps, town, effect);
    case 'dispose':
      return dispose({ ...deps, prefecture: effect.prefecture }, town, effect);
  }
}

/** A request that was undone before its run began: begun for nothing, the run would be in the way of a later one of the same number. */
async function isGone({ store }: DeliveryDeps, town: TownCode, { workflow, input }: Starting): Promise<boolean> {
  return workflow === 'convening' && (await store.get('meeting', town, String(input['id']))) === undefined;
}
type Starting = Extract<Effect, { type: 'start' }>;

/** created → sending → sent. A mail left in `sending` was perhaps sent: staff settle it, it is never resent blindly (ARCHITECTURE 9). */
async function sendMail(deps: DeliveryDeps, town: TownCode, id: string): Promise<void> {
  const message = await deps.store.get('message', town, id);
  if (message?.state === 'sending') return settleLater(deps, message);
  if (message?.state !== 'created') return;
  if (await isDone(deps, message)) return drop(deps, message);
  if (!(await awaitsJudgement(deps, message))) return sendNow(deps, message);
  return isFirstWord(message) ? undefined : drop(deps, message);
}

async function sendNow(deps: DeliveryDeps, message: Message): Promise<void> {
  const sending: Message = { ...message, state: 'sending', sendingSince: deps.clock.now() };
  const claimed = await deps.store.commit({ put: [sending] });
  if (!claimed.ok) return;

  const stored = { ...sending, version: message.version + 1 };
  try {
    const { providerId } = await deps.mailer.send(
      stored,
      textOf(deps, stored),
      replyAddressOf(deps.secrets, stored, deps.replyDomain),
    );
    await settleMail(deps, { ...stored, state: 'sent', sentAt: deps.clock.now(), providerId });
    await watchMail(deps, stored);
    await closeTrouble(deps, stored);
  } catch (error) {
    if (error instanceof MailDeferred) await tryLater(deps, stored, error.trouble);
    else if (error instanceof MailRefused) await giveUp(deps, stored, bounceKindOf(error.message));
    else throw error;
  }
}

/** What a mail to staff asks for was done or decided while it waited for office hours. */
async function isDone({ store }: DeliveryDeps, { town, task: id }: Message): Promise<boolean> {
  return id !== undefined && (await store.get('task', town, id))?.done !== undefined;
}

async function drop({ store, clock }: DeliveryDeps, message: Message): Promise<void> {
  const { town, id, mailKind } = message;
  const audit = [{ town, at: clock.now(), who: 'workflow', did: `dropped:${mailKind}`, to: subjectOf(message) }];
  const saved = await store.commit({ put: [{ ...message, state: 'dropped' }], audit });
  if (!saved.ok) throw new StaleRecord(id);
}

async function giveUp(deps: DeliveryDeps, message: Message, kind: BounceKind): Promise<void> {
  const bounce = { kind, at: deps.clock.now() };
  await settleMail(deps, { ...message, state: 'bounced', bounce }, { tasks: await bounceTask(deps, message, kind) });
}

const FIRST_DELAY_SECONDS = 60;

/** 1 + 2 + 4 + … minutes: after some eight hours a person reaches the agency otherwise. */
const MOST_DEFERRALS = 9;

/** Put off by the mail service, so it has not gone out: it waits, each time twice as long. */
async function tryLater(deps: DeliveryDeps, message: Message, trouble?: MailTrouble): Promise<void> {
  const { sendingSince: _over, deferrals = 0, ...rest } = message;
  if (deferrals >= MOST_DEFERRALS) return giveUp(deps, message, 'refused');
  const again = addSeconds(deps.clock.now(), FIRST_DELAY_SECONDS * 2 ** deferrals);
  const waiting: Message = { ...rest, state: 'created', deferrals: deferrals + 1 };
  await settleMail(deps, waiting, { outbox: [posting(waiting, subjectOf(message), again)] });
  if (trouble !== undefined) await tellOfTrouble(deps, message, trouble);
}

/** The meeting or case at the head of a mail's id. */
function subjectOf({ id }: Message): string {
  return id.split('/')[0] ?? '';
}

/** @throws StaleRecord when it could not be noted; the mail then stays in `sending`, for staff. */
async function settleMail(
  deps: DeliveryDeps,
  message: Message,
  { tasks = [], outbox = [] }: { readonly tasks?: readonly Task[]; readonly outbox?: readonly OutboxEntry[] } = {},
): Promise<void> {
  const saved = await deps.store.commit({ put: [message, ...tasks], outbox });
  if (!saved.ok) throw new StaleRecord(message.id);
}

/** The text as it goes out: the links and the code are derived now and stored nowhere. */
export function textOf(deps: Pick<DeliveryDeps, 'secrets' | 'publicUrl'>, message: Message): string {
  const { town, id, link, links = [], codeFor } = message;
  const urlOf = (of: NonNullable<Message['link']>) =>
    `${deps.publicUrl}/a/${deps.secrets.linkToken(linkedFrom(town, of))}`;
  const whose = link === undefined ? id : `${town}/${link.meeting}/${link.agency}/${String(link.generation)}`;
  const code = codeFor === undefined ? '' : deps.secrets.code(whose, codeFor);
  const filled = message.text
    .replaceAll(LINK_PLACEHOLDER, link === undefined ? '' : urlOf(link))
    .replaceAll(CODE_PLACEHOLDER, code)
    .replaceAll(BASE_PLACEHOLDER, deps.publicUrl);
  return links.reduce((text, one, at) => text.replaceAll(furtherLink(at), urlOf(one)), filled);
}

// Longer than any function may run: whoever still holds a mail after that is gone.
const HANDOVER_SECONDS = 5 * 60;

/** Somebody else may be sending it at this very moment; only when they must be gone is staff asked. */
async function settleLater(deps: DeliveryDeps, message: Message): Promise<void> {
  const goneBy = addSeconds(message.sendingSince ?? message.createdAt, HANDOVER_SECONDS);
  if (deps.clock.now() < goneBy) {
    await deps.store.commit({ put: [], outbox: [posting(message, subjectOf(message), goneBy)] });
    return;
  }
  const put = await bounceTask(deps, message);
  if (put.length > 0) await deps.store.commit({ put });
}
