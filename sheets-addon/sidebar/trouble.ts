import { fieldsOf, type OfficePage, officePageIn, textIn } from './answers.ts';
import { callAddon } from './addon.ts';
import type { Asked } from '../sidebar-wire.ts';

/** Why something did not come, as a heading and what to do about it. */
export type Trouble = { readonly what: string; readonly lines: readonly string[]; readonly tellsAccount?: true };

type Got = { readonly ok: true; readonly page: OfficePage } | { readonly ok: false; readonly trouble: Trouble };

/** Asks for a page of the office. Never rejects: what went wrong is an answer, in words. */
export async function askForPage(asked: Asked): Promise<Got> {
  let said: unknown;
  try {
    said = await callAddon('askOffice', asked);
  } catch (error) {
    return { ok: false, trouble: troubleOf(error, asked.form !== undefined) };
  }
  const answer = fieldsOf(said);
  const other = otherAccount(textIn(answer, 'by'));
  if (other !== undefined) return { ok: false, trouble: other };
  const page = answer['ok'] === true ? officePageIn(textIn(answer, 'text')) : undefined;
  if (page !== undefined) return { ok: true, page };
  const why = textIn(answer, 'why');
  return { ok: false, trouble: noAnswer(why, textIn(answer, 'by'), asked.form !== undefined) };
}

/** With several Google accounts in one browser, Google may run the sidebar as another one than opened it. */
function otherAccount(by: string): Trouble | undefined {
  const opened = document.body.dataset['openedBy'] ?? '';
  if (opened === '' || by === '' || opened === by) return undefined;
  return accounts(`この表は ${opened} で開いていますが、サイドバーは ${by} で動いています。`);
}

/** Google's own words for it, in any language, name the permission or the authorization. */
export function troubleOf(error: unknown, sent = false): Trouble {
  const words = error instanceof Error ? error.message : textIn(fieldsOf(error), 'message');
  if (/PERMISSION_DENIED|authoriz|permission|承認|権限/i.test(words))
    return accounts('Google が、このアカウントでの実行を認めませんでした。');
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

function noAnswer(why: string, by: string, sent: boolean): Trouble {
  const account = by === '' ? [] : [`いまのGoogleアカウント: ${by}`];
  const again = sent
    ? '入力はこの画面に残っています。届いたか分からないときも、同じ内容をもう一度送って大丈夫です。記録は一度だけです。'
    : 'しばらく待って、もう一度お試しください。';
  return {
    what: sent ? '送れたか分かりません' : '開けませんでした',
    lines: [why === '' ? 'つどいから答えがありませんでした。' : why, ...account, again],
  };
}
