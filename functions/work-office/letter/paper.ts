import type { Paper } from '../../../core/message/papers-by-hand.ts';
import type { MailKind } from '../../../core/message/model.ts';

export function nameOfPaper({ kind, occasion }: Paper): string {
  return `${kind}-${occasion}`;
}

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
  handover: '見守りのお願い',
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
