import { lapseWords } from './consent/lapse.ts';
import { whyNotADate } from './dates/date-words.ts';
import type { Likeness } from './agency/duplicates.ts';
import { whatToWrite, wordForField } from './names-of-fields.ts';
import { frameworks } from './framework/frameworks.ts';
import { groundWords } from './framework/grounds.ts';
import type { RefusalCode, Refused } from './refusal.ts';
import type { NotDisposable } from './retention/rules.ts';
import { menuPath } from './sheet/addon-name.ts';
import { type Day, dayInJapanese, dayOf, type Instant, instantInJapanese } from './time.ts';

type Words = { readonly [C in RefusalCode]: (refused: Refused<C>) => string };

const unknown = (what: string) => (refused: { readonly id: string }) =>
  `${what}「${refused.id}」は見つかりません。番号や名前を確かめてください。`;

const LONGEST_ECHO = 40;
const shortened = (typed: string) => (typed.length > LONGEST_ECHO ? `${typed.slice(0, LONGEST_ECHO)}…` : typed);

const momentsOf = (moments: readonly Instant[]) => moments.map((moment) => instantInJapanese(moment)).join('、');

/** Dates half a year ahead lie in the next one as often as not. */
const withYear = (day: Day) => `${day.slice(0, 4)}年${dayInJapanese(day)}`;

const likenessWords: Readonly<Record<Likeness, string>> = {
  name: '名前',
  mail: 'メール',
  phone: '電話',
  fax: 'FAX',
};

// What happened, what was received, what to do next.
/** Alike, whether there ever was such a link or not: nothing is to be learned from it. */
const closedLink =
  'このリンクでは開けません。メールにあるリンクの全体を開くか、いちばん新しいメールのリンクを使ってください。それでも開けないときは、ご案内にある電話番号へお電話ください。';

const WHOLE_SITTING =
  'ほかの町村の会議も同じ席です。席全体の日時・場所を変えたり、席全体を中止したりできるのは、すべての町村の会議を招集できる人（県の事務所など）だけです。何も変えていません。この会議だけの中止はできます。日時・場所は、招集担当に相談してください。';

const words: Words = {
  'consent-missing': (refused) => consentMissing(refused),
  'tax-consent-missing': ({ cases, agency }) =>
    agency === undefined
      ? `税務情報だけで知ったケースです（${cases.join('、')}）。「税務情報の取り扱いに関する同意」があるまで、町村の外へは出せません。ケースの画面で同意を記録してから、もう一度お試しください。`
      : `「${agency}」に税務情報を伝えることは、いまの「税務情報の取り扱いに関する同意」の目的か提供先に入っていません（ケース ${cases.join('、')}）。同意を取り直すか、伝える目的の選択を外してください。`,
  'minutes-empty': () =>
    '検討した項目がまだ書かれていないため、会議録を確定できません。項目を一つ以上（何を話し、どう決めたか）書いてください。書きかけのときは、下書きとして保存できます。',
  'meeting-missing': (refused) => meetingMissing(refused),
  'not-supervisor': () =>
    'この判断ができるのは査察指導員（主任）だけです。何も変えていません。「用事」に出ている査察指導員に、判断を頼んでください。',
  'supervisor-missing': ({ framework, members }) =>
    `「${frameworks[framework].name}」を本人同意なしに開くかどうかは、査察指導員が決めます（同意のない世帯員: ${members.join('、')}）。開催依頼を出すと査察指導員に判断の用事が届きます。同意が得られれば、判断なしに開けます。`,
  'ground-missing': ({ framework }) =>
    `「${frameworks[framework].name}」を同意なしに開くには根拠が必要です。「${groundWords[1]}」か「${groundWords[2]}」を選んでください。`,
  'danger-missing': ({ received }) =>
    `緊急として開けるのは、生命・身体・財産のどれかに危険があるときだけです（受け取った理由: ${received}）。どれに関わるかを選ぶか、理由に書いてください。当てはまらないときは、緊急の印を外し、同意を記録するか根拠を選んでください。`,
  'reason-missing': ({ field }) => `${wordForField(field)}がまだ書かれていません。${whatToWrite(field)}`,
  'not-host': ({ town, whole }) =>
    whole === true
      ? WHOLE_SITTING
      : `この会議を招集できるのは開催する側（福祉事務所など）だけです（受け取った町村コード: ${town}）。開催依頼を出してください。`,
  'unknown-case': unknown('ケース'),
  'unknown-consultation': unknown('相談'),
  'unknown-meeting': unknown('会議'),
  'unknown-page': () =>
    'このアドレスのページはありません。アドレスを確かめるか、「今日の仕事」から開き直してください。',
  'unknown-agency': unknown('関係機関'),
  'unknown-member': ({ id, known = [] }) =>
    `世帯員「${id}」は見つかりません。${known.length === 0 ? '番号や名前を確かめてください。' : `いまの世帯員は${known.join('・')}です。どれかにするか、ことばで書いてください（例: 世帯全体）。`}`,
  'unknown-role': unknown('役割'),
  'unknown-plan': unknown('支援計画'),
  'unknown-person': unknown('担当者'),
  'unknown-town': unknown('町村'),
  'unknown-body': unknown('会議体'),
  'framework-off': ({ name, instead }) =>
    `「${name}」は、開催する側の設定で使わないことになっています。ほかの枠組みを選ぶか、開催する側へご相談ください（使える枠組み: ${instead.length === 0 ? 'なし' : instead.join('、')}）。`,
  'not-designated': ({ agency }) =>
    `「${agency}」は構成員ではないため、この会議の参加者としての指名が済むまで資料は開けません。招集した担当へお電話ください。`,
  'unknown-task': unknown('開いている用事'),
  'unknown-trigger': unknown('発動条件'),
  'unknown-mail': unknown('メール'),
  'ambiguous-id': ({ id }) => `「${id}」は二つ以上の町村にあります。町村のページを開いてから、もう一度お試しください。`,
  'stale-version': ({ sent, stored }) =>
    `ほかの人が先に保存しました（送られた版 ${String(sent)}、いまの版 ${String(stored)}）。最新の内容を確かめてから、もう一度保存してください。`,
  stale: () => 'ほかの人と同時に保存しました。画面を開き直して、もう一度お試しください。',
  'not-invited': ({ agency }) => `「${agency}」はこの会議に招集されていません。`,
  'slot-withdrawn': ({ withdrawn, left }) =>
    `${momentsOf(withdrawn)}の候補は、取りやめになりました。何も記録していません。いまの候補は${momentsOf(left)}です。画面の候補を確かめて、もう一度お答えください。`,
  'poll-closed': ({ state }) =>
    `日程調整は終わりました（いまの状態「${state}」）。画面を開き直して、決まった日時を確かめてください。`,
  'replies-closed': ({ startsAt }) =>
    `出欠の受付は終わりました${startsAt === undefined ? '' : `（開始 ${instantInJapanese(startsAt)}）`}。お急ぎのときは担当へお電話ください。`,
  'link-expired': ({ cancelled }) =>
    cancelled === true
      ? 'この会議は中止になりました。資料は閉じています。ご出席も回答も不要です。お尋ねは、ご案内にある電話番号へお願いします。'
      : closedLink,
  'link-unknown': () => closedLink,
  'nonce-missing': () =>
    '画面が古くなったか、画面の外から送られました。何も記録していません。画面を開き直して、もう一度ボタンを押してください。',
  'code-wrong': ({ triesLeft }) =>
    `確認コードが違うか、期限（10分）が過ぎました。あと${String(triesLeft)}回試せます。届いたいちばん新しいコードを入れてください。`,
  'acknowledgement-missing': () => '資料を開く前に、守秘義務の確認（お名前の入力）をお願いします。',
  'role-incomplete': ({ missing }) =>
    `役割に足りない項目があります: ${missing.join('、')}。すべて書くか、「欠けたまま進める理由」を書いてください。`,
  'not-confirmed': ({ what }) => `${what}がまだ済んでいません。先に確認してから進めてください。`,
  forbidden: () =>
    'この内容を見る、または変える権限がないか、番号が違います。番号を確かめてください。開いたことは記録されました。',
  'case-unseen': ({ town, cases }) =>
    `ケース「${cases.join('、')}」は、まだ開催する側のケースになっていません。このまま招集や開催依頼はできず、わけもここではお伝えできません。何も変えていません。町村（町村コード: ${town}）に電話で番号を確かめ、本人同意の記録か開催依頼を頼んでください。この番号を入れたことは記録されました。`,
  'not-signed-in': () =>
    `Googleアカウントでログインしていることを確かめられませんでした。何も記録していません。表を開き直し、メニューの「${menuPath}」からもう一度お試しください。`,
  'sign-in-expired': () =>
    'Googleのログインの有効期限（1時間）が切れていました。何も記録していません。入力は残っています。もう一度お試しください。続くときは、入力を控えてから表を開き直してください。',
  'sign-in-unproven': () =>
    'Googleのログインを確かめられませんでした。何も記録していません。少し待ってから表を開き直してください。直らないときは、つどいのアドオンの入れ直しを担当へ頼んでください。',
  'account-unknown': ({ account }) =>
    `このGoogleアカウント（${account}）は、つどいに登録されていません。何も記録していません。仕事のアカウントで開き直すか、開催する側の担当に「職員」の画面での登録を頼んでください。`,
  'account-unverified': ({ account }) =>
    `Googleが、このアカウントのメールアドレス（${account}）をまだ確認していません。何も記録していません。Googleからの確認メールを済ませるか、仕事のアカウントで開き直してください。`,
  'account-domain': ({ account }) =>
    `このGoogleアカウント（${account}）は、町村が決めたドメインのものではありません。何も記録していません。仕事のアカウントで開き直してください。`,
  'account-mixed': ({ account, opened }) =>
    `この表は ${opened} で開いていますが、${account} で送られました。ブラウザに二つ以上のGoogleアカウントでログインしていると起こります。何も記録していません。シークレットウィンドウか、仕事のアカウントだけのプロファイルで開き直してください。`,
  'sign-in-taken': ({ person }) =>
    `このメールアドレスは「${person}」が使っています。一つのアドレスで入れるのは一人だけです。別のアドレスにするか、先に「${person}」のアドレスを変えてください。`,
  'push-unavailable': () =>
    'このつどいには、Googleのスプレッドシートに書き込むためのアカウントがまだ用意されていません。何も変えていません。システムの担当者に、準備を頼んでください。表のメニューの「最新にする」は、いまも使えます。',
  'spreadsheet-unreadable': ({ received }) =>
    received === ''
      ? 'スプレッドシートのアドレスが空です。町村の表をブラウザで開き、画面のいちばん上にあるアドレスをそのまま貼り付けてください。'
      : `「${shortened(received)}」はGoogleスプレッドシートのアドレスとして読めません。町村の表をブラウザで開き、画面のいちばん上にあるアドレスをそのまま貼り付けてください。`,
  'spreadsheet-taken': ({ town }) =>
    `このスプレッドシートには、別の町村（${town}）が書き込む設定をしています。ほかの町村のケースが混ざらないよう、何も変えていません。自分の町村の表のアドレスを貼り付けてください。`,
  'bad-date': ({ received, field, why }) =>
    `${wordForField(field)}「${shortened(received)}」は${why ?? whyNotADate(received)}`,
  'bad-code': ({ received, field }) =>
    `${wordForField(field)}「${shortened(received)}」は使えない番号または区分です。一覧から選んでください。`,
  'bad-input': ({ field, problem }) => `${wordForField(field)}: ${problem}`,
  'my-number': ({ field }) =>
    `${wordForField(field)}に個人番号（マイナンバー）とみられる12桁の数字があります。保存していません。数字を消してください。`,
  'too-many-codes': ({ limit }) =>
    `確認コードは1日に${String(limit)}回まで送れます。きょうはもう送れません。担当へお電話いただければ、コードをお伝えします。`,
  'too-many': ({ received, limit }) =>
    `一度に受け付けられるのは${String(limit)}件までです（受け取ったのは${String(received)}件）。分けて送ってください。`,
  'already-closed': ({ state }) => `すでに「${state}」のため、変更できません。`,
  'already-exists': ({ id }) => `「${id}」はすでにあります。別の番号を使ってください。`,
  'too-late': ({ date, field }) =>
    field === undefined
      ? `${instantInJapanese(date)}はもう過ぎています。これからの日時を選んでください。`
      : `${field}（${dayInJapanese(dayOf(date))}）はもう過ぎています。きょうからあとの日にするか、空欄にしてください。`,
  'not-after': ({ field, received, than }) =>
    `${field}（${dayInJapanese(received)}）は、会議の日（${dayInJapanese(than)}）より後の日にしてください。`,
  'member-unplanned': ({ members }) =>
    `本人同意のない世帯員（${members.join('、')}）のことが会議録に書かれているため、確定できません。下書きには保存できます。その部分を消すか、同意を記録するか、査察指導員が理由を書いて確定してください。`,
  'attendee-unknown': ({ received, may }) =>
    `出席者「${received}」は、この会議に招集されていません。出席者に書けるのは次のとおりです: ${may.join('、')}。招集していない人が同席したときは「同席者」にお名前を書いてください。`,
  'review-too-far': ({ review, limit, evenWithReason = false }) =>
    `次回モニタリング日（${withYear(review)}）は、${withYear(limit)}までの日に${evenWithReason ? 'してください' : 'するか、理由を書いてください'}。`,
  'not-undone': ({ why }) => `元に戻せません。${why}。いまの内容を確かめて、画面から直してください。`,
  'watch-missing': () => '方針未定のときは、見守りの計画（頻度・連絡先・動き方）が必要です。',
  'agency-similar': ({ found }) =>
    `同じとみられる関係機関が登録されています: ${found.map(({ name, because }) => `${name}（${because.map((one) => likenessWords[one]).join('・')}が同じ）`).join('、')}。登録済みの機関を使うか、別の機関であれば「それでも登録する理由」を書いてください。`,
  'agency-ended': ({ id }) =>
    `関係機関「${id}」は休止・廃止・統合のため、使えません。別の機関を選ぶか、再開してからお試しください。`,
  'mail-in-use': ({ agency, meetings }) =>
    `「${agency}」には進行中の招集が${String(meetings)}件あり、確認コードがこのアドレスに届きます。アドレスを変えられるのは、招集する側の担当か査察指導員だけです。担当へ連絡してください。`,
  'agency-in-use': ({ agency, meetings }) =>
    `「${agency}」には進行中の招集が${String(meetings)}件あります。連絡方法・FAX・電話・郵送先・担当者の連絡先を変えられるのは、招集する側の担当か査察指導員だけです。担当へ連絡してください。`,
  'agency-shared': ({ agency }) =>
    `「${agency}」はほかの町村や会議体でも使われているため、ひとつの町村だけのものにはできません。必要なときは県の担当へ連絡してください。`,
  'home-town-unasked': ({ case: id, town, unseen }) =>
    unseen !== undefined
      ? notTold(unseen.cases, '住所地の町村に伝えてよいかを本人に聞いていない世帯員がいます')
      : `ケース「${id}」の住所地（${town}）には、まだ何も伝えられません。本人に「住所地に伝えてよいか」を聞き、答えをケースの画面に記録してから進めてください。`,
  'partner-missing': ({ agencies, unseen }) =>
    unseen !== undefined
      ? notTold(unseen.cases, '住所地の機関の招集が足りません')
      : `住所地の機関は必ず招集します。招集に加えてください: ${agencies.join('、')}。`,
  'other-body': ({ town }) =>
    `${town}に住む世帯の支援計画は、${town}の実施主体が作ります。ここでは作れません。ケースの画面から引継ぎを申し出てください。`,
  'approver-missing': () =>
    'この会議体の招集には決裁が必要ですが、決裁する査察指導員・主任が登録されていません。登録してから、もう一度招集してください。',
  'wrong-state': ({ state }) => `いまの状態「${state}」では、この操作はできません。`,
  'not-disposable': ({ items }) =>
    `廃棄できないものが含まれています: ${items.map(({ id, why }) => `「${id}」（${keptWords[why]}）`).join('、')}。何も消していません。廃棄予定にしてあれば取り下げ、これらを外してから出し直してください。`,
  'same-person': ({ person }) =>
    `廃棄の確認は、廃棄予定を出した人（${person}）とは別の人がします。何も消していません。もう一人の職員に確認を頼んでください。`,
  'unknown-disposal': unknown('廃棄予定'),
  disposed: ({ id, at }) =>
    `「${id}」は${dayInJapanese(dayOf(at))}に廃棄した番号なので、使えません。新しい番号を使ってください。古い行を送ったときは、シートからその行を消してください。`,
};

const keptWords: Readonly<Record<NotDisposable, string>> = {
  unknown: '見つかりません',
  open: '終わっていません',
  kept: '保存期間の中です',
  held: '保存を続けることになっています',
  proposed: 'ほかの廃棄予定に入っています',
  changed: '廃棄予定のあとで変更がありました',
};

function meetingMissing({ case: id, cancelled, withdrawn = false }: Refused<'meeting-missing'>): string {
  const happened =
    cancelled === undefined
      ? `ケース「${id}」では、まだ会議が開かれていません`
      : `${withdrawn ? '本人同意が撤回されたため、' : ''}会議「${cancelled}」は中止になり、ケース「${id}」には支援計画のもとになる会議がありません`;
  const first = withdrawn ? '本人同意を記録し直し、' : '';
  return `${happened}。支援計画は作っていません。${first}ケースの画面から会議を依頼してください。会議が開かれると、支援計画を作れます。`;
}

/** Nothing of a case is told to who does not see it (ADR 0056) but the step that is missing. */
function notTold(cases: readonly string[], what: string): string {
  return `${what}。ケース「${cases.join('、')}」はまだ開催する側のケースになっていないため、くわしいことはお伝えできません。何も変えていません。町村に番号を確かめ、記録か開催依頼を頼んでください。この番号を入れたことは記録されました。`;
}

function consentMissing({
  framework,
  beyond = [],
  alternative,
  of,
  unseen,
  ...lacking
}: Refused<'consent-missing'>): string {
  if (unseen !== undefined)
    return notTold(unseen.cases, `「${frameworks[framework].name}」には本人同意が必要で、記録が足りません`);
  const who = whoLacks(lacking);
  if (of === 'plan')
    return `支援計画は本人と作るものなので、本人同意が必要です。${who}。同意を記録してから作ってください。同意が得られないあいだは、見守りの計画を会議録に残せます。`;
  const whom = beyond.length === 0 ? '' : `。いまの同意の提供先に入っていない機関: ${beyond.join('、')}`;
  const instead = alternative === undefined ? '支援会議' : `「${frameworks[alternative].name}」`;
  return `「${frameworks[framework].name}」には本人同意が必要です。${who}${whom}。同意を記録するか、根拠（①または②）を記録して${instead}として開いてください。`;
}

function whoLacks({ members, lapsed = [] }: Pick<Refused<'consent-missing'>, 'members' | 'lapsed'>): string {
  if (members.length === 0) return '世帯員がまだ登録されていません';
  if (lapsed.length === 0) return `まだ同意の記録がない世帯員: ${members.join('、')}`;
  const others = members.filter((name) => !lapsed.some(({ member }) => member === name));
  const each = [...others, ...lapsed.map((lapse) => `${lapse.member}${lapseWords(lapse)}`)];
  return `本人同意がいま有効でない世帯員: ${each.join('、')}`;
}

/** One place turns a refusal into words; a new code does not compile until somebody answers it. */
export function messageOf<Code extends RefusalCode>(refused: Refused<Code>): string {
  return words[refused.code](refused);
}

/** Every refusal code there is, for who has to check one that was written by hand. */
export const refusalCodes: readonly string[] = Object.keys(words);
