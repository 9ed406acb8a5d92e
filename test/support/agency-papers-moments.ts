import type { AgencyMoment } from './agency-moments.ts';
import {
  after,
  called,
  cased,
  first,
  held,
  invite,
  link,
  monitored,
  observing,
  papers,
  read,
} from './agency-worlds.ts';

/** Pages below the link: the code, the secrecy duty, and what lies behind them. */
export const papersMoments: readonly AgencyMoment[] = [
  {
    name: 'papers-prefetch',
    route: '/a/{token}/papers',
    open: async () => link(await called(), '/papers'),
    headers: { 'sec-purpose': 'prefetch' },
    spoken: ['見出し 資料はまだ開いていません'],
  },
  {
    name: 'papers-code',
    route: '/a/{token}/papers',
    open: async () => link(await called(), '/papers'),
    spoken: [
      '見出し 資料を開く',
      'ボタン 確認コードをメールで送る',
      '入力欄 確認コード（数字6桁）必須',
      'ボタン 資料を開く',
    ],
  },
  {
    name: 'papers-code-by-hand',
    route: '/a/{token}/papers',
    open: async () => link(await called(), '/papers', '動物NPO'),
    spoken: ['見出し 資料を開く', '入力欄 確認コード（数字6桁）必須', 'ボタン 資料を開く'],
  },
  {
    name: 'papers-code-sent',
    first: '資料を開く',
    route: '/a/{token}/papers',
    open: async () => link(await called(), '/papers'),
    press: { button: '確認コードをメールで送る' },
    spoken: ['見出し 確認コードを送りました', '入力欄 確認コード（数字6桁）必須', 'ボタン 資料を開く'],
  },
  {
    name: 'papers-code-wrong',
    route: '/a/{token}/papers',
    open: async () => link(await after(await called(), '地域包括', 'ask-papers-code', { meeting: 'M-1' }), '/papers'),
    press: { fill: { 確認コード: '000000' }, button: '資料を開く' },
    spoken: ['警告', '入力欄 確認コード（数字6桁）必須', 'ボタン 資料を開く'],
  },
  {
    name: 'papers-secrecy',
    route: '/a/{token}/papers',
    open: async () => papers(await called()),
    spoken: ['見出し 守秘義務の確認', '入力欄 お名前（所属・氏名）必須', 'ボタン 守秘義務を確認して資料を開く'],
  },
  {
    name: 'papers-designation',
    route: '/a/{token}/papers',
    async open() {
      const office = await cased();
      const constituents = [{ agency: '社協', from: '2026-04-01' }];
      await office.does('佐藤', 'body', { id: 'B-1', name: '支援会議', framework: 'needy-support', constituents });
      await office.does('佐藤', 'convene', { ...first, date: '2026-06-15T14:00', invite });
      return link(office, '/papers');
    },
    spoken: ['見出し 資料を開く', '見出し この会議の参加者としての指名を待っています'],
  },
  {
    name: 'papers',
    route: '/a/{token}/papers',
    open: async () => papers(await called(), read),
    spoken: ['見出し 会議の資料', '見出し 招集の目的'],
  },
  {
    name: 'papers-role',
    route: '/a/{token}/papers',
    open: async () => papers(await held(), read),
    spoken: [
      '見出し 会議の資料',
      '見出し 貴機関の役割',
      '入力欄 承認した方（役職・お名前）必須',
      'ボタン この役割を引き受ける',
      '見出し 会議録',
    ],
  },
  {
    name: 'papers-role-taken',
    route: '/a/{token}/papers',
    open: async () => papers(await held(), read),
    press: { fill: { '承認した方（役職・お名前）': '所長 試験太郎' }, button: 'この役割を引き受ける' },
    spoken: ['見出し 会議の資料', '見出し 役割の承認を受け取りました', '見出し 貴機関の役割'],
  },
  {
    name: 'papers-report',
    route: '/a/{token}/papers',
    open: async () => papers(await monitored(), read),
    spoken: [
      '見出し 会議の資料',
      '見出し 進み具合の報告',
      '選択 実施（役割どおりできた）',
      '入力欄 ひとこと任意',
      'ボタン この内容で報告する',
    ],
  },
  {
    name: 'papers-reported',
    route: '/a/{token}/papers',
    async open() {
      const office = await monitored();
      await office.does('地域包括', 'report', {
        plan: 'C-1',
        role: 'R-1',
        status: '実施',
        note: '週一回の訪問を続けている',
      });
      return papers(office, { ...read, done: '?done=report' });
    },
    spoken: ['見出し 報告を受け取りました', '見出し 進み具合の報告', 'ボタン この内容で報告する'],
  },
  {
    name: 'papers-observer',
    route: '/a/{token}/papers',
    open: async () => papers(await observing(), { name: '基幹センター 試験', agency: '基幹' }),
    spoken: ['見出し 進み具合の報告', '見出し お気づきのこと', 'ボタン この内容で報告する'],
  },
  {
    name: 'papers-over',
    route: '/a/{token}/papers',
    async open() {
      const office = await monitored();
      await office.does('佐藤', 'close', {
        case: 'C-1',
        outcome: '終結',
        reason: '落ち着いた',
        watch: '地域包括',
        note: '月一回、声をかけてください。様子が変わったら町へ電話を。',
      });
      return papers(office, read);
    },
    spoken: ['見出し 支援の終わり', '見出し 見守りの引継ぎメモ'],
  },
];
