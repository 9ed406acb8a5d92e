import { instantInJapanese } from '../time.ts';
import type { CalendarAnswer } from './model.ts';
import type { SaidAnswer } from './written-answer.ts';

/** What a pressed button of a calendar comes to: an answer, or words for a person to read. */
export type Pressed = { readonly answer: SaidAnswer } | { readonly unclear: string };

/**
 * A calendar's answer in our five words: accepted 出席, declined 欠席, delegated 代理出席, another time 日程変更希望. 「仮承諾」 is none of them:
 * somebody asks.
 */
export function pressedAnswer(calendar: CalendarAnswer, registered: string | undefined): Pressed {
  const { comment, startsAt, method } = calendar;
  if (method === 'COUNTER') return wishedTime(startsAt, comment);
  const said = speaker(calendar, registered);
  const answer = said === undefined ? undefined : answerOf(said);
  if (answer !== undefined) return { answer: { ...answer, ...(comment === undefined ? {} : { text: comment }) } };
  return { unclear: [unclearWords(said), ...(comment === undefined ? [] : [comment])].join('\n') };
}

type Attendee = CalendarAnswer['attendees'][number];

function answerOf({ status, deputy }: Attendee): SaidAnswer | undefined {
  if (status === 'DECLINED') return { answer: '欠席' };
  const comes = status === 'ACCEPTED' || status === 'DELEGATED';
  if (comes && deputy !== undefined) return { answer: '代理出席', deputy };
  return status === 'ACCEPTED' ? { answer: '出席' } : undefined;
}

function unclearWords({ status }: Pick<Attendee, 'status'> = { status: '' }): string {
  if (status === 'TENTATIVE') return 'カレンダーで「仮承諾（未定）」と返答がありました。';
  if (status === 'DELEGATED')
    return 'カレンダーで、だれかに代わってもらうと返答がありました。だれかは書かれていません。';
  return 'カレンダーから、読み取れない返答がありました。';
}

function wishedTime(startsAt: CalendarAnswer['startsAt'], comment: string | undefined): Pressed {
  const wish = startsAt === undefined ? [] : [`希望の日時: ${instantInJapanese(startsAt)}`];
  const text = [...wish, ...(comment === undefined ? [] : [comment])].join('\n');
  return text === ''
    ? { unclear: 'カレンダーで、別の日時の希望がありました。日時は書かれていません。' }
    : { answer: { answer: '日程変更希望', text } };
}

/** Of several attendees the one who was invited; else whoever delegated, else whoever answered at all. */
function speaker({ attendees }: CalendarAnswer, registered = ''): Attendee | undefined {
  return (
    attendees.find(({ address }) => address === registered.toLowerCase()) ??
    attendees.find(({ status }) => status === 'DELEGATED') ??
    attendees.find(({ status }) => status !== 'NEEDS-ACTION')
  );
}
