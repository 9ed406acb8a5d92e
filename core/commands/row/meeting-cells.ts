import { frameworks } from '../../framework/frameworks.ts';
import type { Meeting } from '../../meeting/model.ts';
import { dayOf, type Instant, timeOf } from '../../time.ts';
import type { Shown } from './record-cells.ts';

const grounds = { 1: '①', 2: '②' } as const;

/** A meeting as a row of 会議 would say it, wherever it was asked for; 「招集する」 where it was convened. */
export function meetingCells(meeting: Meeting): Shown {
  const { id, cases, framework, ground, reason, emergency } = meeting;
  return {
    会議番号: id,
    ケース番号: cases.join('、'),
    枠組み: frameworks[framework].name,
    根拠: ground === undefined ? undefined : grounds[ground],
    理由: reason,
    緊急: emergency ? 'はい' : undefined,
    ...convenedCells(meeting),
  };
}

function convenedCells(meeting: Meeting): Shown {
  if (meeting.state === 'polling')
    return { 開催日時: meeting.poll.slots.map(typedMoment).join('、'), 招集する: 'はい' };
  if (!('appointment' in meeting) || meeting.appointment === undefined) return {};
  const { startsAt, place, outlook, preparation } = meeting.appointment;
  return {
    開催日時: typedMoment(startsAt),
    場所: place,
    見通し: outlook,
    招集する: 'はい',
    ご準備いただくもの: preparation,
  };
}

function typedMoment(at: Instant): string {
  return `${dayOf(at)} ${timeOf(at)}`;
}
