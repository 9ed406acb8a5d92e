import { fieldsOf, type OfficePage, officePageIn, textIn } from './answers.ts';
import { callAddon } from './addon.ts';
import { inMenu } from '../../core/sheet/addon-name.ts';
import type { Asked } from '../sidebar-wire.ts';

/** Why something did not come, as a heading and what to do about it. */
export type Trouble = { readonly what: string; readonly lines: readonly string[]; readonly tellsAccount?: true };

type Got = { readonly ok: true; readonly page: OfficePage } | { readonly ok: false; readonly trouble: Trouble };

/** Asks for a page of the office. Never rejects: what went wrong is an answer, in words. */
export async function askForPage(asked: Asked): Promise<Got> {
  let said: unknown;
  try {
    said = await callAddon('askOffice', asked, openedBy());
  } catch (error) {
    return { ok: false, trouble: troubleOf(error, asked.form !== undefined) };
  }
  const answer = fieldsOf(said);
  const other = otherAccount(textIn(answer, 'by'));
  if (other !== undefined) return { ok: false, trouble: other };
  const page = answer['ok'] === true ? officePageIn(textIn(answer, 'text')) : undefined;
  if (page !== undefined) return { ok: true, page };
  const trouble = answer['refused'] === true ? refused : noAnswer;
  return { ok: false, trouble: trouble(textIn(answer, 'why'), textIn(answer, 'by'), asked.form !== undefined) };
}

function openedBy(): string {
  return document.body.dataset['openedBy'] ?? '';
}

/** With several Google accounts in one browser, Google may run the sidebar as another one than opened it. */
function otherAccount(by: string): Trouble | undefined {
  const opened = openedBy();
  if (opened === '' || by === '' || opened === by) return undefined;
  return accounts(`この表は ${opened} で開いていますが、サイドバーは ${by} で動いています。`);
}

/** Google's own words for it: PERMISSION_DENIED for another account than opened the sheet; else they name the permission or the authorization. */
export function troubleOf(error: unknown, sent = false): Trouble {
  const words = error instanceof Error ? error.message : textIn(fieldsOf(error), 'message');
  if (words.includes('PERMISSION_DENIED')) return accounts('Google が、このアカウントでの実行を認めませんでした。');
  if (/authoriz|permission|承認|権限/i.test(words)) return signedOut;
  return noAnswer('', '', sent);
}

function accounts(first: string): Trouble {
  return {
    what: 'Googleアカウントが食い違っています',
    lines: [
      first,
      'ブラウザに二つ以上のGoogleアカウントでログインしていると起こります。何も記録していません。',
      '直し方: シークレットウィンドウか、仕事のアカウントだけのプロファイルで、この表を開き直してください。',
    ],
    tellsAccount: true,
  };
}

const signedOut: Trouble = {
  what: 'Googleのログインか、アドオンの許可が切れています',
  lines: [
    '何も記録していません。入力はこの画面に残っています。',
    '直し方: 別のタブで、仕事のGoogleアカウントにログインし直してから、もう一度押してください。',
    `それでも出るときは、入力を控えてから「${inMenu('サイドバーを開く')}」で開き直してください。許可の画面が出たら、許可します。`,
  ],
  tellsAccount: true,
};

/** The server's own words say why, and what helps. */
function refused(why: string, by: string, sent: boolean): Trouble {
  const lines = [why, accountLine(by), sent ? '入力はこの画面に残っています。' : ''];
  return { what: '受け付けられませんでした', lines: lines.filter((line) => line !== '') };
}

function accountLine(by: string): string {
  return by === '' ? '' : `いまのGoogleアカウント: ${by}`;
}

function noAnswer(why: string, by: string, sent: boolean): Trouble {
  const again = sent
    ? '入力はこの画面に残っています。届いたか分からないときも、同じ内容をもう一度送って大丈夫です。記録は一度だけです。'
    : 'しばらく待って、もう一度お試しください。';
  return {
    what: sent ? '送れたか分かりません' : '開けませんでした',
    lines: [why === '' ? 'つどいから答えがありませんでした。' : why, accountLine(by), again].filter(
      (line) => line !== '',
    ),
  };
}
