import type { MailKind } from './model.ts';

/** What people call each kind of mail, on pages and in the log. */
export const kindWords: Readonly<Record<MailKind, string>> = {
  invitation: '案内',
  poll: '日程調整',
  reminder: '催促',
  change: '変更',
  cancel: '中止',
  'day-before': '前日の知らせ',
  'papers-code': '確認コード',
  'record-request': '会議録の依頼',
  record: '会議録',
  'record-changed': '会議録の変更',
  'role-confirm': '役割の確認',
  plan: '支援計画',
  'decision-due': '支援決定の催促',
  'monitoring-request': '経過の報告の依頼',
  'monitoring-reminder': '経過の報告の催促',
  overdue: '超過の知らせ',
  trigger: '発動の知らせ',
  handover: '引継ぎ',
  digest: 'まとめ',
  'staff-task': '担当への依頼',
  'address-changed': '送り先の変更',
};
