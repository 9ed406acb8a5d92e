import { featureWords, issueWords, routeWords } from './code-words.ts';
import type { Tab } from './columns.ts';
import type { ColumnHelp } from './help-of-a-column.ts';
import { meetingHelp } from './meeting-column-help.ts';

const yes = { choices: ['はい', 'いいえ'], width: 90 };
const days = '例：昭和17年5月3日、S17.5.3、1942/5/3、1942-05-03。どの書き方でも読めます。';
const caseNumber = { width: 110, note: '例：C-1。氏名や事情がわかる言葉は使えません（メールに載ります）。' };
const codes = (title: string, names: readonly string[]) =>
  `${title}（番号か名前。いくつでも「、」で区切って）\n${names.map((name, at) => `${String(at + 1)} ${name}`).join('\n')}`;

/** By tab and column; a column that is not here speaks for itself. */
export const columnHelp: Readonly<Record<Tab, Readonly<Record<string, ColumnHelp>>>> = {
  相談受付: {
    受付番号: { width: 90, note: '町の中で重ならない番号。例：2026-001' },
    相談日時: { width: 140, note: '例：2026年6月1日 10:30、令和8年6月1日' },
    生年月日: { width: 130, note: days },
    住所: { width: 200 },
    家族構成: { width: 140, note: '例：相談者、配偶者、子' },
    情報提供同意: { ...yes, note: '「はい」でなければ、この相談は町の外へ出ません。' },
    相談内容: { width: 280 },
    経路: {
      width: 200,
      choices: routeWords,
    },
    課題: { width: 120, note: codes('課題', issueWords) },
    対応結果: {
      choices: ['受付', '情報提供', 'つなぎ', '継続'],
      note: '「情報提供」で終わる相談は、この一行だけです。「継続」にするとケースになります。',
    },
    つなぎ先: { width: 160, note: '番号か名前。例：5、地域包括支援センター' },
    連携必要: { ...yes, note: '「はい」にすると、ケースになります。' },
    ケース番号: { ...caseNumber, note: '空なら、受付番号と同じ番号のケースになります。' },
  },
  ケース: {
    ケース番号: caseNumber,
    課題: { width: 120, note: codes('課題', issueWords) },
    世帯特徴: { width: 120, note: codes('世帯特徴', featureWords) },
    緊急度: { choices: ['高', '中', '低'], width: 80 },
    概要: { width: 280 },
    状態: {
      width: 150,
      choices: [
        '受付',
        '情報提供で終了',
        'つなぎ',
        '同意待ち',
        'アセスメント',
        'プラン案',
        '支援中',
        'モニタリング',
        '評価',
        '終結',
        '中断',
        '保護廃止',
        '見守り',
      ],
      note: 'ふだんは空のままにします。会議や計画が進むと、つどいが変えます。',
    },
    終える理由: {
      width: 200,
      note: '「状態」を終結・中断・保護廃止にするときに書きます。これからの会議と催促は止まります。',
    },
    主担当: { width: 200, note: '例：段階1=精神保健福祉相談員（2026-07-01～2026-09-30）、段階2=未定' },
  },
  世帯員: {
    ケース番号: caseNumber,
    世帯員番号: { width: 100, note: '例：A、B' },
    生年月日: { width: 130, note: days },
    住所: { width: 200 },
    住所非公開: { ...yes, note: 'DV等支援措置など。「はい」にすると、役所の外には決して出ません。' },
    検討対象: { ...yes, note: '会議で話し合う人は「はい」' },
    外す理由: { width: 160, note: '書くと、この人は世帯から外れます（記録は残ります）。' },
  },
  会議: {
    会議番号: { width: 100, note: '例：M-1。氏名や事情がわかる言葉は使えません（メールに載ります）。' },
    ケース番号: { ...caseNumber, note: '話し合うケース。いくつでも「、」で区切って' },
    枠組み: {
      width: 200,
      choices: [
        '支援会議（生活困窮）',
        '支援調整会議',
        '支援会議（重層）',
        '重層的支援会議',
        '調整会議（生活保護）',
        'ケース検討会議',
      ],
      note: '支援調整会議と重層的支援会議には、話し合う人みんなの同意が要ります。',
    },
    根拠: {
      choices: ['①', '②'],
      width: 80,
      note: '同意がなくても開ける会議の根拠\n① 本人の同意が得られず、関係機関で情報を共有・連携できない\n② 世帯の状況を、それぞれの機関が部分的にしか知らない',
    },
    理由: { width: 260 },
    緊急: { ...yes, note: '生命・身体・財産に危険があるとき「はい」。理由に、どの危険かを書いてください。' },
    開催日時: {
      width: 160,
      note: '例：2026年6月15日 14:00、令和8年6月15日 14時\nいくつか「、」で区切ると、機関に都合を聞きます（日程調整）。\n招集のあとに直すと、日時の変更として機関に知らせます。',
    },
    場所: { width: 160, note: '例：若草町役場 会議室。案内のメールに載ります。個人の家の住所は書けません。' },
    見通し: { width: 180, note: '例：3か月ごと計4回。どのくらい続くかを、案内で機関に伝えます。' },
    招集する: {
      ...yes,
      note: '開催する側の町村だけが使います。先に「招集」の表を送り、ここを「はい」にして送ると、機関に案内が出ます。\n町村が開催する側でないとき（多くの町村）は空のままにします。この行は開催依頼になります。',
    },
    ご準備いただくもの: {
      width: 220,
      note: '例：最近のかかわりがわかるもの。案内のメールに載ります（空なら「特にありません」）。氏名や事情は書けません。\n一つの機関だけに頼むことは「招集」の表に書きます。',
    },
  },
  設定: {
    項目: { width: 320, note: '設定の画面と同じ項目です。言葉は変えないでください。' },
    値: {
      width: 160,
      note: '変えるものだけを打って送ります。空の行は何も変えません。「既定」と打つと、共通設定・既定に戻ります。変えられるのは、開催する側の担当と査察指導員だけです。',
    },
  },
  ...meetingHelp,
};

/** What つどい tells, in whatever tab it stands. */
export const factHelp: Readonly<Record<string, ColumnHelp>> = {
  '理由・お願い': { width: 420, note: 'つどいが書きます。「要修正」の行は、ここを読んで直してください。' },
  今の状態: { width: 110, note: 'つどいが書きます。' },
  次の予定: { width: 170, note: 'つどいが書きます。次に来る期日と、その用事です。' },
  計画: { width: 130 },
  遅れ: { width: 70, note: '超過：期限を過ぎています。遅延：県の画面にも出ています。' },
  回答状況: { width: 90, note: '回答した機関の数／招集した機関の数' },
  期限: { width: 130, note: '今の状態の期限。回答待ちなら回答の、記録待ちなら会議録の期限です。' },
  通知: { width: 130, note: '届かず：メールが戻ってきました。電話などで伝えてください。' },
  届いた回答: { width: 160, note: '一番新しい回答と、その受け方。未確認：本当にその機関の回答か、確かめてください。' },
  会議録の状態: { width: 120 },
  確認: { width: 130 },
  計画の版: { width: 80 },
  支援決定: { width: 100 },
  いまの値: { width: 160, note: 'つどいが書きます。' },
  変えないときの値: { width: 160, note: '県の共通設定。それにもなければ既定です。' },
  例: { width: 420, note: '二週間後の会議を今日招集すると、いまの値ではこうなります。' },
  今の回: { width: 90, note: '評価を入れるときの「回」です。' },
};

/** Words that catch the eye, by column: what is to be read first. The word says the same without the colour. */
export const wordColours: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  状況: { 済: '#d9f0d9', 未送信: '#fff6cc', 送信中: '#dde9ff', 要修正: '#ffdede', 競合: '#ffe4c4' },
  遅れ: { 超過: '#ffe4c4', 遅延: '#ffdede' },
  通知: { 届かず: '#ffdede' },
  次の予定: { 予定なし: '#fff6cc' },
  届いた回答: { 未回答: '#fff6cc' },
};
