import { fieldWords } from './names-of-fields.ts';
import { frameworks } from './framework/frameworks.ts';
import { kindWords } from './message/kind-words.ts';
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
};

const namesOf = (table: Readonly<Record<string, { readonly name: string }>>) =>
  Object.fromEntries(Object.entries(table).map(([code, { name }]) => [code, name]));
const all: Readonly<Record<string, string>> = {
  ...fieldWords,
  ...kindWords,
  ...namesOf(taskWords),
  ...words,
  ...namesOf(frameworks),
};

/** Codes are for the machine; people know a framework, a task, a setting or a choice by its word. */
export function wordForValue(value: unknown): string {
  const code = String(value);
  return ownIn(all, code) ?? code;
}
