import { caseStates, type CaseState } from '../../core/case/model.ts';
import { latenessWords, type Meeting, meetingStates } from '../../core/meeting/model.ts';
import type { Task, TaskKind } from '../../core/task/model.ts';
import { dayOf, type Instant, timeOf } from '../../core/time.ts';
import { html } from 'hono/html';
import type { Html } from '../page/layout.ts';
import { badge, type Tone } from '../page/parts.ts';
import { paperFor } from '../../core/message/papers-by-hand.ts';
import { titleOfPaper } from './letter/paper.ts';

/** What a person has to do, as an order to oneself. */
const taskWords: Readonly<Record<TaskKind, string>> = {
  phone: '電話で出欠を聞く',
  fax: 'FAXで案内を送る',
  post: '郵便で案内を送る',
  'confirm-reply': '回答が本物か確かめる',
  record: '会議録を書く',
  decision: '支援決定をする',
  monitoring: 'モニタリングをする',
  overdue: '期限を過ぎたものを進める',
  bounce: '届かなかったメールを電話で補う',
  'consent-withdrawn': '同意の撤回に対応する',
  'consent-waiver': '本人同意なしに開くか判断する',
  'consent-ending': '本人同意を取り直して記録する（期限）',
  'follow-up': '終結から12か月たった様子を確かめる',
  watchdog: '止まっている手続きを確かめる',
  'my-number': '個人番号を書かないよう伝える',
  reschedule: '日程を変えるか決める',
  'agency-left': '外れた機関の代わりと役割を決める',
  request: '開催依頼に応える',
  approval: '起案を決裁する',
  redraft: '差し戻された起案を直す',
  reconsider: '見送りを再検討する',
  offer: '引継ぎの返事を確かめる',
  elsewhere: '既存会議の結果を記録する',
  'plan-need': 'プラン要否を決める（緊急対応のあと）',
  'fix-date': '日程を決める',
  quorum: '出席が足りない会議をどうするか決める',
  'trigger-unreached': '発動条件を代わりの機関に知らせる（宛先なし）',
  sitting: '定例会の議題から外れたケースの扱いを決める',
  retention: '保存期間の過ぎた書類を廃棄するか決める',
  sheet: 'シートへの書き込みを直す（止まっています）',
  'no-contact': '担当者を登録する（案内を止めています）',
};

/** While a plan is monitored, a call asks for progress, not for an answer. */
const monitoringWords: Partial<Record<TaskKind, string>> = {
  phone: '電話で進み具合を聞く',
  fax: 'FAXで進み具合を聞く',
  post: '郵便で進み具合を聞く',
};

const ways: Partial<Record<TaskKind, string>> = { phone: '電話', fax: 'FAX', post: '郵便' };

export function orderOf(task: Pick<Task, 'id' | 'taskKind' | 'subject' | 'about'>): string {
  const { taskKind, subject } = task;
  const [way, paper] = [ways[taskKind], paperFor(task)];
  if (way !== undefined && paper !== undefined && paper.kind !== 'invitation')
    return `${way}で${titleOfPaper(paper)}を${taskKind === 'phone' ? '伝える' : '送る'}`;
  return (subject.kind === 'plan' ? monitoringWords[taskKind] : undefined) ?? taskWords[taskKind];
}

const DAY = 86_400_000;

/** How near or how late: 「あと3日」「今日 17:15まで」「2日超過」. */
export function dueWords(due: Instant | undefined, now: Instant): { readonly text: string; readonly tone: Tone } {
  if (due === undefined) return { text: 'なるべく早く', tone: 'plain' };
  const days = Math.round((Date.parse(dayOf(due)) - Date.parse(dayOf(now))) / DAY);
  if (days < 0) return { text: `${String(-days)}日超過`, tone: 'bad' };
  if (days === 0)
    return due < now ? { text: '今日 超過', tone: 'bad' } : { text: `今日 ${timeOf(due)}まで`, tone: 'warn' };
  return { text: `あと${String(days)}日`, tone: days <= 2 ? 'warn' : 'plain' };
}

const meetingTones: Readonly<Record<Meeting['state'], Tone>> = {
  drafted: 'warn',
  requested: 'warn',
  declined: 'plain',
  elsewhere: 'plain',
  polling: 'go',
  inviting: 'go',
  scheduled: 'good',
  recording: 'hot',
  deciding: 'hot',
  completed: 'plain',
  cancelled: 'plain',
};

export function meetingBadges(meeting: Pick<Meeting, 'state' | 'lateness'>): Html {
  return html`<span class="badges"
    >${badge(meetingStates[meeting.state], meetingTones[meeting.state])}${meeting.lateness === undefined ? '' : badge(latenessWords[meeting.lateness], 'bad')}</span
  >`;
}

const caseTones: Partial<Record<CaseState, Tone>> = {
  received: 'warn',
  supported: 'good',
  monitored: 'go',
  evaluating: 'hot',
};

export function caseBadge(state: CaseState): Html {
  return badge(caseStates[state], caseTones[state] ?? 'plain');
}
