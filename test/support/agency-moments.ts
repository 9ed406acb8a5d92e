import { openOffice } from './door.ts';
import {
  asked,
  called,
  cancelled,
  cased,
  first,
  invite,
  link,
  moved,
  replied,
  tenSlots,
  type Before,
} from './agency-worlds.ts';
import { papersMoments } from './agency-papers-moments.ts';

export type Route = '/a/{token}' | '/a/{token}/papers' | '/a/{token}/meeting.ics';
export type AgencyMoment = {
  readonly name: string;
  readonly route: Route;
  readonly open: () => Promise<Before>;
  /** Fields to fill in by label, then the button: the page that comes of it is meant. */
  readonly press?: {
    readonly unfold?: string;
    readonly fill?: Readonly<Record<string, string>>;
    readonly button: string;
  };
  /** What a program that looks ahead sends along. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Headings and controls that a screen reader must come upon, in this order. */
  readonly spoken: readonly string[];
  /** What stands on the first screen of a small telephone, with words as long as an office writes them. */
  readonly first?: string;
};

const answering = ['ボタン 出席する', 'ボタン 欠席する'];

const linkMoments: readonly AgencyMoment[] = [
  {
    name: 'answer',
    first: '出席する',
    route: '/a/{token}',
    open: async () => link(await called()),
    spoken: ['見出し 関係機関会議のご案内', '見出し 日時と場所', '見出し 出欠をお答えください', ...answering],
  },
  {
    name: 'answered',
    route: '/a/{token}',
    open: async () => link(await replied(), '?done=reply'),
    spoken: ['見出し 回答を受け付けました：「出席」', '見出し 回答を変更する', ...answering],
  },
  {
    name: 'answered-before',
    route: '/a/{token}',
    open: async () => link(await replied()),
    spoken: ['見出し 回答を変更する', '見出し いまの回答は「出席」です', ...answering],
  },
  {
    name: 'answer-doubtful',
    route: '/a/{token}',
    async open() {
      const office = await cased();
      await office.does('佐藤', 'convene', { ...first, date: '2026-06-15T14:00', invite });
      await office.does('地域包括', 'reply', { meeting: 'M-1', answer: '出席' });
      return link(office, '?done=reply');
    },
    spoken: ['見出し 回答を受け取りました（確認中）', ...answering],
  },
  {
    name: 'answer-after-change',
    first: '日程が変わりました。もう一度お答えください',
    route: '/a/{token}',
    open: async () => link(await moved()),
    spoken: [
      '見出し 日程が変わりました。もう一度お答えください',
      '見出し 日時と場所',
      '見出し 出欠をお答えください',
      ...answering,
    ],
  },
  {
    name: 'answer-late',
    first: '出欠をお答えください',
    route: '/a/{token}',
    async open() {
      const office = await called();
      await office.at('2026-06-12T10:00');
      return link(office);
    },
    spoken: ['見出し 出欠をお答えください', '見出し 回答期限を過ぎています', ...answering],
  },
  {
    name: 'answer-closed',
    route: '/a/{token}',
    async open() {
      const office = await called();
      await office.at('2026-06-15T14:30');
      return link(office);
    },
    spoken: ['見出し 資料', '見出し 出欠の受付は終わりました'],
  },
  {
    name: 'answer-online',
    route: '/a/{token}',
    open: async () =>
      link(await called({ mode: 'オンライン', url: 'https://meet.example.jp/abcdefghijklmnopqrstuvwxyz0123456789' })),
    spoken: ['見出し 日時と場所', ...answering],
  },
  {
    name: 'another-day',
    route: '/a/{token}',
    open: async () => link(await called()),
    press: { unfold: '日程を変えてほしい', fill: { 都合のよい日時: '　' }, button: '日程変更の希望を送る' },
    spoken: ['開く 日程を変えてほしい', '入力欄 都合のよい日時必須', 'ボタン 日程変更の希望を送る'],
  },
  {
    name: 'opinion',
    route: '/a/{token}',
    open: async () => link(await called()),
    press: {
      unfold: '出席せず、意見を書面で出す',
      fill: { 意見: '訪問は週二回がよいと思います。夕方は留守のことが多いです。' },
      button: '意見書を提出する',
    },
    spoken: ['見出し 回答を受け付けました：「意見書提出」', '見出し 回答を変更する'],
  },
  {
    name: 'in-writing',
    route: '/a/{token}',
    async open() {
      const office = await called();
      await office.does('佐藤', 'in-writing', {
        meeting: 'M-1',
        reason: '主治医が来られないため',
        until: '2026-06-12T17:00',
      });
      await office.at('2026-06-03T10:00');
      return link(office);
    },
    spoken: ['見出し 開き方と期限', '見出し 書面でご意見をお寄せください', 'ボタン 意見書を提出する'],
  },
  {
    name: 'stale-page',
    route: '/a/{token}',
    async open() {
      const office = await called();
      const { path } = await link(office);
      return { office, path };
    },
    press: { button: '出席する' },
    spoken: ['見出し 回答を受け付けました：「出席」'],
  },
  {
    name: 'poll',
    first: 'どの日も出席できる（すべて○）',
    route: '/a/{token}',
    open: async () => link(await asked()),
    spoken: [
      '見出し 候補の日ごとに、ご都合をお答えください',
      'ボタン どの日も出席できる（すべて○）',
      '選択 ○ 出席できる',
      '選択 △ 調整すれば出席できる',
      '選択 × 出席できない',
      'ボタン この都合で回答する',
      '見出し この会議について',
    ],
  },
  {
    name: 'poll-all',
    route: '/a/{token}',
    open: async () => link(await asked()),
    press: { button: 'どの日も出席できる（すべて○）' },
    spoken: ['見出し 回答を受け付けました', '見出し ご都合を変更する', 'ボタン この都合で回答する'],
  },
  {
    name: 'poll-answered',
    first: '回答を受け付けました',
    route: '/a/{token}',
    async open() {
      const office = await asked();
      const marks = Object.fromEntries(tenSlots.map((slot, at) => [slot, ['○', '△', '×'][at % 3]]));
      await office.does('地域包括', 'answer-poll', { meeting: 'M-1', marks, note: '16日は11時まで' });
      await office.at('2026-06-02T10:05');
      return link(office, '?done=answer-poll');
    },
    spoken: ['見出し 回答を受け付けました', '見出し ご都合を変更する', 'ボタン この都合で回答する'],
  },
  {
    name: 'poll-papers',
    route: '/a/{token}/papers',
    open: async () => link(await asked(), '/papers'),
    spoken: ['見出し 資料はまだありません', '見出し 会議の日程を決めているところです', 'リンク ご都合を答える画面へ'],
  },
  {
    name: 'left',
    route: '/a/{token}',
    open: async () => link(await called()),
    press: { unfold: 'この会議と支援から外れる', fill: { 辞退の理由: '担当が替わったため' }, button: '辞退する' },
    spoken: ['見出し 辞退を受け付けました'],
  },
  {
    name: 'cancelled',
    route: '/a/{token}',
    open: async () => link(await cancelled()),
    spoken: ['見出し 関係機関会議のご案内', '見出し この会議は中止になりました'],
  },
  {
    name: 'cancelled-papers',
    route: '/a/{token}/papers',
    open: async () => link(await cancelled(), '/papers'),
    spoken: ['見出し 資料は閉じています', '見出し この会議は中止になりました'],
  },
  {
    name: 'dead-link',
    route: '/a/{token}',
    open: async () => ({ office: await openOffice(), path: '/a/nothing-like-this' }),
    spoken: ['見出し このリンクでは開けません'],
  },
  {
    name: 'too-often',
    route: '/a/{token}',
    async open() {
      const before = await link(await called());
      for (let times = 0; times < 300; times += 1) await before.office.get(before.path);
      return before;
    },
    spoken: ['見出し 少し待ってから開いてください'],
  },
  {
    name: 'calendar-over',
    route: '/a/{token}/meeting.ics',
    open: async () => link(await cancelled(), '/meeting.ics'),
    spoken: ['見出し この会議は中止になりました'],
  },
];

/** Every page an agency can come upon with its link, at a moment when it says what it can. */
export const agencyMoments: readonly AgencyMoment[] = [...linkMoments, ...papersMoments];
