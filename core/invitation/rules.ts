import { epochOf, type Instant } from '../time.ts';
import type { Answer, Invitation, Reply } from './model.ts';

// An answer so soon after delivery is a mail scanner's, not a person's (BRIEF §2.5).
const SCANNER_SECONDS = 10;

/** 役割区分 of all its purposes, each once: two when an agency is called for two things in one mail (表26 保健所). */
export function classesOf({ class: first, purposes }: Pick<Invitation, 'class' | 'purposes'>): readonly string[] {
  return [...new Set([first, ...purposes.map((purpose) => purpose.class ?? first)])];
}

/** 辞退 when it left by itself, 取り下げ when the host took the invitation back; undefined while it stands. */
export function withdrawnWord({ withdrawn }: Invitation): '辞退' | '取り下げ' | undefined {
  if (withdrawn === undefined) return undefined;
  return withdrawn.own === true ? '辞退' : '取り下げ';
}

/** The answer that counts: the last one since an answer was asked for. */
export function currentReply(invitation: Invitation): Reply | undefined {
  return invitation.replies.slice(invitation.repliesBefore ?? 0).at(-1);
}

/** Asks again, for a new date: the answers so far become history. */
export function askedAgain(invitation: Invitation, at: Instant): Invitation {
  return { ...invitation, askedAt: at, repliesBefore: invitation.replies.length };
}

/** Still owes an answer: none since it was asked, or only an unconfirmed one. Whoever's notice is held was not asked yet. */
export function owes(invitation: Invitation): boolean {
  if (invitation.withdrawn !== undefined || invitation.held !== undefined) return false;
  const reply = currentReply(invitation);
  return reply === undefined || reply.unconfirmed;
}

/** Everybody who was asked has answered or left by itself, and at least one was. */
export function haveAllAnswered(invitations: readonly Invitation[]): boolean {
  const asked = invitations.filter(({ withdrawn }) => withdrawn === undefined || withdrawn.own === true);
  return asked.length > 0 && !asked.some((one) => owes(one) || (one.withdrawn === undefined && one.held !== undefined));
}

/** Will be there, itself or by a deputy. */
export function attends(invitation: Invitation): boolean {
  const reply = currentReply(invitation);
  return invitation.withdrawn === undefined && reply !== undefined && !reply.unconfirmed && comes(reply.answer);
}

/** To be there, itself or by a deputy. */
export function comes(answer: Answer): boolean {
  return answer === '出席' || answer === '代理出席';
}

const stays = (answer: Answer) => answer === '欠席';

/** Whether an answer by link must be marked 未確認: too fast to be a person, or the opposite of one given within the same breath. */
export function isDoubtful(invitation: Invitation, reply: Reply, deliveredAt: Instant | undefined): boolean {
  if (reply.source !== 'リンク') return false;
  const soon = (since: Instant | undefined) =>
    since !== undefined && epochOf(reply.at) - epochOf(since) < SCANNER_SECONDS * 1000;
  const current = invitation.replies.slice(invitation.repliesBefore ?? 0);
  return soon(deliveredAt) || current.some((last) => soon(last.at) && areOpposite(last.answer, reply.answer));
}

function areOpposite(one: Answer, other: Answer): boolean {
  return (comes(one) && stays(other)) || (stays(one) && comes(other));
}

/** Adds an answer; earlier ones stay as history. */
export function withReply(invitation: Invitation, reply: Reply): Invitation {
  return { ...invitation, replies: [...invitation.replies, reply] };
}
