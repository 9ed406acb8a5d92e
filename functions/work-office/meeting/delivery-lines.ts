import { html } from 'hono/html';
import { bounceWords } from '../../../core/message/bounce.ts';
import { kindWords } from '../../../core/message/kind-words.ts';
import type { Message } from '../../../core/message/model.ts';
import type { Task } from '../../../core/task/model.ts';
import type { Instant } from '../../../core/time.ts';
import type { Html } from '../../page/layout.ts';
import { badge, moment, type Tone } from '../../page/parts.ts';

const stateWords = {
  created: ['作成', 'plain'],
  sending: ['送信中', 'plain'],
  sent: ['送信済', 'good'],
  bounced: ['届かず', 'bad'],
  dropped: ['取りやめ', 'plain'],
} as const satisfies Readonly<Record<Message['state'], readonly [string, Tone]>>;

/** Somebody has to see to it: it did not arrive, was called spam, or nobody knows whether it went out. */
export function isProblem({ state, bounce }: Message): boolean {
  return state === 'bounced' || state === 'sending' || bounce !== undefined;
}

/** How a mail did not arrive was made up for, by whoever did the task it left: 「電話で補った」. */
export function madeUp({ to, bounce, createdAt }: Message, done: readonly Task[]): Task['done'] {
  const since = bounce?.at ?? createdAt;
  return done.find((task) => task.taskKind === 'bounce' && task.about === to && (task.done?.at ?? '') >= since)?.done;
}

const ONE_AGAIN = '送り直した';

/** Where a mail stands, in a word, with why it did not arrive and what was done about it. */
export function deliveryBadge(message: Message, done: readonly Task[], now: Instant): Html {
  const [word, tone] = stateWords[message.state];
  const made = isProblem(message) ? madeUp(message, done) : undefined;
  return html`${badge(word, made === undefined ? tone : 'plain')} ${whyNot(message, now)}
  ${made === undefined ? '' : madeUpWords(made, now)}`;
}

function whyNot({ bounce }: Message, now: Instant): Html {
  if (bounce === undefined) return html``;
  const complaint = bounce.kind === 'complaint' ? badge('迷惑メール報告', 'bad') : '';
  return html`${complaint} <span class="small">${bounceWords[bounce.kind]}（${moment(bounce.at, now)}）</span>`;
}

function madeUpWords({ by, at, note = '' }: NonNullable<Task['done']>, now: Instant): Html {
  const again = note === ONE_AGAIN;
  return html`${badge(again ? ONE_AGAIN : '電話で補った', 'good')}
    <span class="small soft">${doerWord(by)} ${moment(at, now)} ${again ? '' : note}</span>`;
}

/** 「6月1日(月)10:00 案内 送信済」, one line for each mail to an agency. */
export function mailLine(message: Message, done: readonly Task[], now: Instant): Html {
  const at = message.sentAt ?? message.sendingSince ?? message.createdAt;
  return html`${moment(at, now)} ${kindWords[message.mailKind]}メール ${deliveryBadge(message, done, now)}`;
}

/** What no person did, the system did by itself. */
const doerWord = (by: string) => (by === 'workflow' ? 'つどい' : by);

const handWords: Readonly<Partial<Record<Task['taskKind'], string>>> = { fax: 'FAX', post: '郵便', phone: '電話' };

/** 「FAX 済（佐藤 6月1日）」: what was brought by hand, or still is to be. */
export function handLine({ taskKind, openedAt, done }: Task, now: Instant): Html | undefined {
  const way = handWords[taskKind];
  if (way === undefined) return undefined;
  const word = done === undefined ? badge('これから', 'warn') : badge('済', 'good');
  return html`${moment(openedAt, now)} ${way}
  ${word}${done === undefined ? '' : html` <span class="small soft">${doerWord(done.by)} ${moment(done.at, now)}${done.note === undefined ? '' : ` ${done.note}`}</span>`}`;
}
