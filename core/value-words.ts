import { fieldWords } from './names-of-fields.ts';
import { frameworks } from './framework/frameworks.ts';
import { taskWords } from './message/wording/staff-task.ts';
import { ownIn } from './own.ts';

const words: Readonly<Record<string, string>> = {
  mail: 'メール',
  fax: 'FAX',
  phone: '電話',
  post: '郵送',
  core: '定期',
  required: '必須',
  always: '必ず声をかける',
  observer: 'オブザーバー',
  all: '全員',
  paused: '休止',
  closed: '廃止',
  merged: '統合',
  resumed: '再開',
  decided: '方針決定',
  undecided: '方針未定',
  true: 'はい',
  REPLY: '返事',
  COUNTER: '別の日時の提案',
  invitation: '案内',
  poll: '日程調整',
  reminder: '催促',
  change: '変更',
  cancel: '中止',
  'day-before': '前日の知らせ',
  'papers-code': '確認コード',
  'record-request': '会議録の依頼',
  'record-changed': '会議録の変更',
  'role-confirm': '役割の確認',
  'decision-due': '支援決定の依頼',
  'monitoring-request': '経過の報告の依頼',
  'monitoring-reminder': '経過の報告の催促',
  handover: '引継ぎ',
  digest: 'まとめ',
  'staff-task': '用事の知らせ',
  'address-changed': '送り先の変更',
};

const namesOf = (table: Readonly<Record<string, { readonly name: string }>>) =>
  Object.fromEntries(Object.entries(table).map(([code, { name }]) => [code, name]));
const all: Readonly<Record<string, string>> = {
  ...fieldWords,
  ...namesOf(taskWords),
  ...words,
  ...namesOf(frameworks),
};

/** Codes are for the machine; people know a framework, a task, a setting or a choice by its word. */
export function wordForValue(value: unknown): string {
  const code = String(value);
  return ownIn(all, code) ?? code;
}
