import type { PageForm } from './page-forms.ts';

type Said = Readonly<Record<string, string | readonly string[]>>;

const called = {
  ...{ agency: '地域包括', 'class.地域包括': '相談支援', 'purpose.地域包括': '受診の相談' },
} as const;

/** ○ for every slot. */
const marked = ({ html }: PageForm): Said =>
  Object.fromEntries([...html.matchAll(/name="(mark\.[^"]+)"/g)].map(([, name = '']) => [name, '○']));

/** What somebody fills in, by the kind of form; what is not said stays as the page shows it. A new form without a line here fails. */
export const samples: Readonly<Record<string, (form: PageForm) => Said>> = {
  case: () => ({ summary: '物忘れ', 'name-A': '試験花子' }),
  consultation: () => ({ name: '試験四郎', text: '相談' }),
  details: () => ({ summary: '内容を直す' }),
  member: () => ({ name: '試験ハナ', kana: 'シケンハナ' }),
  'leave-household': () => ({ reason: '転出' }),
  lead: () => ({ who: '木村' }),
  assign: () => ({ reason: '異動', worker: '木村', supervisor: '中村' }),
  close: () => ({ outcome: '終結', reason: '落ち着いた' }),
  request: () => ({ case: 'C-1', framework: 'needy-support', ground: '1', reason: '受診の相談' }),
  consent: () => ({ member: 'A', recipients: ['地域包括支援センター'], items: ['健康・医療'] }),
  withdraw: () => ({ member: 'A' }),
  tax: () => ({ what: '住民税', arrears: '1000', member: 'A' }),
  'tax-consent': () => ({ sections: '保健福祉課', purposes: ['3'], member: 'A' }),
  'tax-withdraw': () => ({ member: 'A' }),
  judge: () => ({ reason: '安否の確認', decision: '続ける' }),
  trigger: () => ({}),
  convene: () => ({ ...called, date: '2026-06-16', place: '役場', step: 'send' }),
  agency: ({ values }) =>
    values.some(([name]) => name === 'version') ? { notes: '午前' } : { name: '新しい機関', id: '新機関' },
  labels: () => ({ 'label.npo': '非営利' }),
  body: ({ values }) =>
    values.some(([name]) => name === 'version') ? { chair: '会長' } : { name: '新しい会議体', id: '新' },
  framework: () => ({ name: 'おうえん会議' }),
  designate: () => ({}),
  decline: () => ({ reason: '見合わせ', review: '2026-07-01' }),
  residence: () => ({ agreed: 'yes', home: '393029', how: '面談' }),
  offer: () => ({ reason: '白波町の住民' }),
  'answer-offer': () => ({ note: '来週訪問', accepted: 'yes', id: 'S-1' }),
  companion: () => ({ reason: '希望', person: '中村' }),
  'companion-off': () => ({}),
  elsewhere: () => ({ other: '町の会議', body: 'その他', on: '2026-06-20' }),
  outcome: () => ({ outcome: '続ける' }),
  again: () => ({}),
  approve: () => ({}),
  'send-back': () => ({ reason: '民生委員も' }),
  'withdraw-draft': () => ({}),
  change: () => ({ place: '公民館' }),
  cancel: () => ({ reason: '延期' }),
  reply: () => ({ text: '意見', answer: '意見書提出', source: '電話' }),
  'end-agency': () => ({ reason: '休み', how: 'paused' }),
  poll: () => ({ reason: '日が合わない', 'slot-date-1': '2026-06-18' }),
  'answer-poll': (form) => ({ note: '午前のみ', ...marked(form) }),
  fix: ({ html }) => ({ reason: '早いほうがよい', slot: /name="slot"\s+value="([^"]+)"/.exec(html)?.[1] ?? '' }),
  leave: () => ({ reason: '担当が変わる' }),
  code: () => ({}),
  record: () => ({ 'topic.0': '受診' }),
  correct: () => ({ 'topic.0': '受診と見守り', reason: '誤記' }),
  role: () => ({
    person: '鈴木',
    agency: '地域包括',
    what: '訪問',
    purpose: '安否',
    frequency: '週1回',
    by: '2026-09-30',
    else: '電話',
    for: 'A',
  }),
  task: () => ({ note: '済み' }),
  plan: () => ({ goals: '受診する' }),
  confirm: () => ({ by: '本人' }),
  decide: () => ({}),
  report: () => ({ note: '続けている', status: '実施' }),
  evaluate: () => ({ changes: '落ち着いた', outcome: '継続', review: '2026-12-14' }),
  settings: () => ({ phone: '089-000-0000', step: 'save' }),
  'reset-settings': () => ({}),
  undo: () => ({}),
  出席: () => ({}),
  欠席: () => ({}),
  代理出席: () => ({ deputy: '田中' }),
  意見書提出: () => ({ text: '意見' }),
  日程変更希望: () => ({ text: '16日の午後' }),
  'ask-papers-code': () => ({}),
  acknowledge: () => ({ name: '鈴木' }),
};
