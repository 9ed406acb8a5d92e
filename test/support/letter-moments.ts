import { after, asked, called, held, monitored } from './agency-worlds.ts';
import type { OpenedOffice } from './door.ts';
import { brought, full, letterOf, planned, satTogether, withFax, withRole, withSecondPlan } from './letter-worlds.ts';

/** A letter on paper, when there is most on it: where it is printed, on how many sheets, and what must stand on them. */
export type LetterMoment = {
  readonly name: string;
  readonly open: () => Promise<OpenedOffice>;
  /** Below the page of the town. */
  readonly path: string;
  readonly sheets: number;
  /** On the letter; each item of the notice (BRIEF §2.4), as far as this letter has it. */
  readonly letter: readonly string[];
  /** On the sheet to send back; none where nobody waits for an answer. */
  readonly reply?: readonly string[];
};

const sent = ['様', '青葉県東部福祉事務所', '電話 000-000-0000', 'M-1'];
const back = ['返信先 FAX', '000-000-7777', '返信コード', '世帯の方のお名前やご事情を書かないでください'];
const at = ['2026年6月15日(月)14:00', '別館２階 第三会議室'];

export const letterMoments: readonly LetterMoment[] = [
  {
    name: 'invitation',
    open: full,
    path: 'meetings/M-2/letter/動物NPO',
    sheets: 2,
    letter: [
      ...[
        '青葉県東部福祉事務所',
        '電話 000-000-0000',
        '関係機関会議',
        ...at,
        '生活環境、住まい',
        'ご準備：特にありません',
      ],
      ...[
        '3か月ごと、計4回',
        'M-2',
        'C-1、C-2',
        '2026年6月8日(月)17:15',
        '/a/',
        '返信コード',
        '主担当を意味しません',
        'FAX 000-000-7777',
      ],
    ],
    reply: [
      ...back,
      'M-2',
      '2026年6月15日(月)14:00',
      '2026年6月8日(月)17:15',
      '出席します',
      '代理の方のお名前',
      '出られる日時',
    ],
  },
  {
    name: 'poll',
    open: async () => withFax(await asked()),
    path: letterOf('poll-1'),
    sheets: 2,
    letter: [
      ...sent,
      '1. 2026年6月15日(月)10:00',
      '10. 2026年6月19日(金)14:30',
      '別館２階',
      '2026年6月8日(月)17:15',
      '/a/',
      '返信コード',
    ],
    reply: [...back, '1. 2026年6月15日(月)10:00', '10. 2026年6月19日(金)14:30', '△'],
  },
  {
    name: 'change',
    async open() {
      const office = await brought(await withFax(await called()));
      return after(office, '佐藤', 'change', { meeting: 'M-1', date: '2026-06-17T14:00', place: '公民館' });
    },
    path: letterOf('change-1'),
    sheets: 2,
    letter: [...sent, '2026年6月17日(水)14:00', '変更前 2026年6月15日(月)14:00', '公民館', '返信コード'],
    reply: [...back, '2026年6月17日(水)14:00', '出席します'],
  },
  {
    name: 'cancel',
    open: async () =>
      after(await brought(await withFax(await called())), '佐藤', 'cancel', { meeting: 'M-1', reason: '世帯の都合' }),
    path: letterOf('cancel-all'),
    sheets: 1,
    letter: [...sent, '2026年6月15日(月)14:00', '中止'],
  },
  {
    name: 'record',
    open: async () => withFax(await held()),
    path: letterOf('record-1'),
    sheets: 1,
    letter: [...sent, '会議録', '/a/'],
  },
  {
    name: 'role-confirm',
    open: async () => withRole(await withFax(await held())),
    path: letterOf('role-confirm-1'),
    sheets: 2,
    letter: [...sent, '役割', '/a/', '確認コードは、電話 000-000-0000 でお伝えします', '次の紙の回答票'],
    reply: [...back, '引き受けます', '承認した方（役職・お名前）', '引き受けられません'],
  },
  {
    name: 'plan',
    open: planned,
    path: letterOf('plan-1', 'plans/C-1'),
    sheets: 1,
    letter: [...sent, '支援計画', '2026年9月15日'],
  },
  {
    name: 'report',
    async open() {
      const office = await planned();
      await office.at('2026-09-14T10:00');
      return office;
    },
    path: letterOf('monitoring-request-1', 'plans/C-1'),
    sheets: 2,
    letter: [...sent, '2026年9月15日', '/a/', '返信コード', '次の紙の回答票'],
    reply: [...back, '実施しました', '状況が変わりました', 'まだ実施していません'],
  },
  {
    name: 'watch',
    async open() {
      const ends = { changes: '猫の引取り先が決まった', outcome: '終結', watch: '動物NPO', note: '月に一度声をかける' };
      return withFax(await after(await monitored(), '佐藤', 'evaluate', { plan: 'C-1', ...ends }));
    },
    path: letterOf('handover-watch-2026-09-14', 'cases/C-1'),
    sheets: 1,
    letter: [
      ...sent,
      '見守りのお願い',
      '2026年9月14日',
      '引継ぎメモ',
      '確認コードは、電話 000-000-0000 でお伝えします',
    ],
  },
  {
    name: 'several-reports',
    async open() {
      const office = await withSecondPlan(await planned());
      await office.at('2026-09-14T10:00');
      return office;
    },
    path: letterOf('monitoring-request-ask-for-reports-1-2026-09-01', 'plans/C-1'),
    sheets: 2,
    letter: [...sent, 'ケース C-1', 'ケース C-2', '2026年9月15日', '2026年9月17日', '返信コード', '次の紙の回答票'],
    reply: [
      ...back,
      'M-1、M-2',
      '下の表に一件ずつ',
      'ケース C-1（9月15日(火)まで）',
      'ケース C-2（9月17日(木)まで）',
      '実施',
      '変化あり',
      'まだ',
    ],
  },
  {
    name: 'sitting',
    open: async () => satTogether(['M-1', 'M-1', 'N-1']),
    path: letterOf(),
    sheets: 2,
    letter: [
      ...[
        ...sent,
        ...at,
        'M-1（若草町）',
        'M-1（野原町）',
        'N-1',
        'ケース C-1',
        'ケース C-5',
        'ケース C-6',
        '14:30',
        '15:00',
      ],
      ...['/a/', '返信コード', '主担当を意味しません'],
    ],
    reply: [...back, '2026年6月15日(月)14:00', 'M-1（野原町）、N-1', 'このお答えが届きます', '出席します'],
  },
  {
    name: 'sitting-in-part',
    async open() {
      const office = await brought(await satTogether(['M-1', 'N-1', 'N-2']));
      return after(office, '佐藤', 'cancel', { meeting: 'M-1', reason: '世帯の都合' });
    },
    path: letterOf('cancel-all'),
    sheets: 1,
    letter: [
      ...[
        ...sent,
        '一部の取りやめ',
        'ほかは開きます',
        '6月15日(月)14:30',
        'N-1ほか1件',
        'N-2',
        '2026年6月15日(月)15:00',
      ],
      ...['別館２階', 'お返事は要りません', '/a/'],
    ],
  },
];
