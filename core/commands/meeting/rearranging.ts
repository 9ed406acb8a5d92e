import type { AgencyId } from '../../ids.ts';
import type { Invitation } from '../../invitation/model.ts';
import { askedAgain } from '../../invitation/rules.ts';
import type { Appointment, ConvenedMeeting } from '../../meeting/model.ts';
import { rulesForMeeting } from '../../settings/kept.ts';
import type { Settings } from '../../settings/model.ts';
import { mailableFrom, replyDue, timeToAnswer } from '../../settings/rules.ts';
import type { Instant } from '../../time.ts';

/** What a change brings: a new date, a new place, agencies that join, agencies that leave. */
export type News = {
  readonly startsAt?: Instant;
  readonly place?: string;
  /** Somebody is to prepare something else (ご準備). */
  readonly prepares?: boolean;
  /** How people meet now; nobody is told of a new URL, it stands on their page. */
  readonly gathering?: Pick<Appointment, 'mode' | 'url' | 'placeInside'>;
  readonly added: readonly Invitation[];
  readonly removed: readonly { readonly agency: AgencyId; readonly reason: string }[];
};

/** The meeting as it stands after the change; its state is still to be worked out. */
export function rearranged(meeting: ConvenedMeeting, news: News, settings: Settings, now: Instant): ConvenedMeeting {
  return {
    ...meeting,
    // A new date asks everybody anew, under today's rules.
    ...(news.startsAt === undefined ? {} : { rules: rulesForMeeting(settings) }),
    appointment: appointmentAfter(meeting.appointment, news, settings, now),
    invitations: invitationsAfter(meeting.invitations, news, now),
  };
}

function appointmentAfter(before: Appointment, news: News, settings: Settings, now: Instant): Appointment {
  const { startsAt = before.startsAt, place = before.place } = news;
  const sequence = before.sequence + (isTold(news) ? 1 : 0);
  return {
    ...before,
    ...news.gathering,
    startsAt,
    place,
    sequence,
    replyBy: replyByAfter(before, news, settings, now),
  };
}

function replyByAfter(before: Appointment, { startsAt, added }: News, settings: Settings, now: Instant): Instant {
  if (startsAt !== undefined) return replyDue(settings, mailableFrom(settings, now, before.urgent), startsAt).replyBy;
  return added.length > 0 ? timeToAnswer(settings, before, now) : before.replyBy;
}

/** Somebody who was invited hears of it, so that calendars must take it for newer than what they hold. */
function isTold({ removed, ...news }: News): boolean {
  return isNews(news) || removed.length > 0;
}

/** Who stays is told: of another date or place, or of something else to prepare. */
export function isNews({ startsAt, place, prepares = false }: Omit<News, 'added' | 'removed'>): boolean {
  return startsAt !== undefined || place !== undefined || prepares;
}

export function invitationsAfter(before: readonly Invitation[], news: News, now: Instant): Invitation[] {
  const kept = before.map((one): Invitation => {
    const removal = news.removed.find(({ agency }) => agency === one.agency);
    if (removal !== undefined) return { ...one, withdrawn: { at: now, reason: removal.reason } };
    return news.startsAt === undefined || one.withdrawn !== undefined ? one : askedAgain(one, now);
  });
  const invited = news.added.map((one) =>
    again(
      one,
      kept.find(({ agency }) => agency === one.agency),
    ),
  );
  return [...kept.filter(({ agency }) => !invited.some((one) => one.agency === agency)), ...invited];
}

/** Invited once more: a new link, a new question; the answers so far stay as history. */
function again(one: Invitation, before: Invitation | undefined): Invitation {
  if (before === undefined) return one;
  const { generation, replies, acknowledgements } = before;
  const evidence = acknowledgements === undefined ? {} : { acknowledgements };
  return { ...one, ...evidence, generation: generation + 1, replies, repliesBefore: replies.length };
}
