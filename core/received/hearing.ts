import type { Meeting } from '../meeting/model.ts';
import { pressedAnswer } from './calendar-answer.ts';
import type { CalendarAnswer, IncomingMail } from './model.ts';
import { type SaidAnswer, writtenAnswer } from './written-answer.ts';

/** What a mail says: an answer, words for a person (what is unclear about them), or nothing anybody must hear. */
export type Heard =
  | { readonly hears: 'nothing' }
  | { readonly hears: 'words'; readonly why?: string }
  | { readonly hears: 'answer'; readonly answer: SaidAnswer; readonly pressed: boolean; readonly doubt?: string };

type Listening = {
  readonly meeting: Pick<Meeting, 'state'> & { readonly appointment?: { readonly sequence: number } | undefined };
  readonly trusted: boolean;
  /** 返信コード, to be left out of what was written. */
  readonly code: string;
  /** What the sender wrote above the quotation. */
  readonly own: string;
  readonly registered: string | undefined;
};

/** For the task, which only the office reads. */
const UNREAD =
  'メールが大きすぎるか、作りが込み入っているため、内容を読み取れませんでした。電話で内容を確かめるか、短い文章のメールで送り直してもらってください。';

/** A calendar's answer counts before the words around it, which its program wrote. A robot's words are heard by nobody. */
export function hearing(mail: IncomingMail, listening: Listening): Heard {
  if (mail.calendar !== undefined) return heardPressed(mail.calendar, listening);
  if (mail.automatic === true) return { hears: 'nothing' };
  if (mail.unread === true) return { hears: 'words', why: UNREAD };
  const answer = listening.trusted ? writtenAnswer(listening.own, listening.code) : undefined;
  return answer === undefined ? { hears: 'words' } : { hears: 'answer', answer, pressed: false };
}

function heardPressed(calendar: CalendarAnswer, listening: Listening): Heard {
  const pressed = pressedAnswer(calendar, listening.registered);
  if ('unclear' in pressed) return { hears: 'words', why: pressed.unclear };
  const doubt = doubtAbout(calendar, listening);
  return { hears: 'answer', answer: pressed.answer, pressed: true, ...(doubt === undefined ? {} : { doubt }) };
}

function doubtAbout({ sequence }: CalendarAnswer, { meeting, trusted }: Listening): string | undefined {
  if (!trusted) return '案内した相手からの返答か、確かめられません（登録と違うアドレス、または古い返信先です）。';
  return sequence < (meeting.appointment?.sequence ?? 0)
    ? '変更前の予定への返答です。いまの日時での出欠を確かめてください。'
    : undefined;
}
