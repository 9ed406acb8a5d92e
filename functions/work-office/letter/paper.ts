import { type MailKind, mailKindSchema } from '../../../core/message/model.ts';
import type { Task } from '../../../core/task/model.ts';

/** Which letter a task stands in for: the mail that an agency with an address would have got, and its occasion. */
export type Paper = { readonly kind: MailKind; readonly occasion: string };

// The longest first: `record-changed-2` is no `record`.
const kinds = mailKindSchema.options.toSorted((a, b) => b.length - a.length);

/** Reads `cancel-all` as the letter 中止; undefined when no letter is named. */
export function paperOf(name: string): Paper | undefined {
  const kind = kinds.find((one) => name.startsWith(`${one}-`));
  return kind === undefined ? undefined : { kind, occasion: name.slice(kind.length + 1) };
}

export function nameOfPaper({ kind, occasion }: Paper): string {
  return `${kind}-${occasion}`;
}

/** The paper of a task that brings a letter by hand; undefined for a call that only asks. */
export function paperFor(task: Pick<Task, 'id' | 'taskKind' | 'subject' | 'about'>): Paper | undefined {
  if (!byHand.includes(task.taskKind)) return undefined;
  return paperOf(task.id.slice(`${task.subject.id}/${task.taskKind}/${task.about}/`.length));
}

const byHand: readonly Task['taskKind'][] = ['fax', 'post', 'phone'];

const titles: Partial<Record<MailKind, string>> = {
  invitation: '案内',
  poll: '日程調整',
  change: '変更の知らせ',
  cancel: '中止の知らせ',
  record: '会議録の知らせ',
  'record-changed': '会議録の変更の知らせ',
  'role-confirm': '役割の確認のお願い',
  plan: '支援計画の知らせ',
  'monitoring-request': 'モニタリングの報告依頼',
  trigger: '発動の知らせ',
};

export function titleOfPaper({ kind, occasion }: Paper): string {
  if (kind === 'cancel' && occasion.startsWith('off-')) return '出席依頼の取消の知らせ';
  return titles[kind] ?? '案内';
}

/** Letters after which nobody waits for an answer. */
const answered: readonly MailKind[] = ['invitation', 'poll', 'change', 'monitoring-request', 'role-confirm'];

export function wantsAnswer({ kind }: Paper): boolean {
  return answered.includes(kind);
}
