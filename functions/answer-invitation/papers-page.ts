import { html } from 'hono/html';
import { frameworks } from '../../core/framework/frameworks.ts';
import { fieldsOf } from '../page/fields.ts';
import { postForm } from '../page/form.ts';
import type { Html, Page } from '../page/layout.ts';
import { notice } from '../page/parts.ts';
import { contact } from './contact.ts';
import type { Shown } from './shown.ts';
import type { Visit } from './visit.ts';

function frame(visit: Visit, title: string, body: Html): Page {
  return {
    title,
    narrow: true,
    foot: contact(visit),
    main: html`<nav class="crumbs" aria-label="現在の位置">
        <ol>
          <li><a class="reach" href="/a/${visit.token}">会議のご案内</a></li>
          <li aria-current="page">${title}</li>
        </ol>
      </nav>
      <h1>${title}</h1>
      <div class="block">${body}</div>`,
  };
}

/** Before step 1, for who is no constituent (構成員) of the body: papers wait until the host has designated it for this meeting. */
export function designationPage(visit: Visit): Page {
  return frame(
    visit,
    '資料を開く',
    notice(
      'warn',
      'この会議の参加者としての指名を待っています',
      '資料は、構成員か、この会議の参加者に指名された機関だけが開けます。指名が済むと、この画面から開けます。お急ぎのときは、担当へお電話ください。出欠のお返事は、いまでもできます。',
    ),
  );
}

/** Before there is a date: what is asked now is which days would do. */
export function tooEarlyPage(visit: Visit): Page {
  return frame(
    visit,
    '資料はまだありません',
    notice(
      'info',
      '会議の日程を決めているところです',
      html`<p>日程が決まり、あらためてご案内したあとで、この画面から開けます。</p>
        <p><a class="reach" href="/a/${visit.token}">ご都合を答える画面へ</a></p>`,
    ),
  );
}

/** Step 1: the one-time code. The link alone never opens what is said about a household. */
export function codePage(visit: Visit, shown: Shown): Page {
  const { nonce, typed, done } = shown;
  const first = postForm({ does: 'ask-papers-code', nonce, typed, button: '確認コードをメールで送る' }, html``);
  const again = postForm({ does: 'ask-papers-code', nonce, typed, button: '新しいコードを送る', tone: 'line' }, html``);
  const enter = postForm(
    { does: 'code', nonce, typed, button: '資料を開く' },
    fieldsOf('code', typed).code({
      name: 'code',
      label: '確認コード（数字6桁）',
      hint: '届いたいちばん新しいコードを入れてください。10分で使えなくなります。',
    }),
  );
  const sent =
    done === 'code' ? notice('good', '確認コードを送りました', '登録されたメールアドレスをご確認ください。') : '';
  const entry = (title: string) =>
    html`<section class="card">
      <h2>${title}</h2>
      ${enter}
    </section>`;
  // Whoever has a code comes to put it in, and finds that first.
  if (asked(visit) && visit.agency.mail !== undefined)
    return frame(
      visit,
      '資料を開く',
      html`${sent}${entry('確認コードを入れる')}
        <section class="card">
          <h2>コードが届かないとき</h2>
          <p>
            迷惑メールの中も、お確かめください。それでもなければ、新しいコードを送ります。前のコードは使えなくなります。
          </p>
          ${again}
        </section>`,
    );
  return frame(
    visit,
    '資料を開く',
    html`<p>招集の目的、世帯のこと、会議録、役割は、確認コードと守秘義務の確認のあとで開きます。</p>
      <section class="card">
        <h2>1. 確認コードを受け取る</h2>
        ${
          visit.agency.mail === undefined
            ? html`<p>
                メールアドレスの登録がありません。担当へお電話ください。ご本人を確かめてから、コードをお伝えします。
              </p>`
            : html`<p>登録されたメールアドレスに、10分間だけ使えるコードを送ります。</p>
                ${first}`
        }
      </section>
      ${entry('2. コードを入れる')}`,
  );
}

/** A code is on its way that has not been spoilt by five wrong ones. */
const asked = ({ invitation: { code }, now }: Visit) =>
  code !== undefined && code.triesLeft > 0 && now < code.expiresAt;

/** Step 2: the named person takes note of the secrecy duty; it is kept as evidence. */
export function secrecyPage(visit: Visit, { nonce, typed }: Shown): Page {
  const form = postForm(
    { does: 'acknowledge', nonce, typed, button: '守秘義務を確認して資料を開く' },
    fieldsOf('acknowledge', typed).text({
      name: 'name',
      label: 'お名前（所属・氏名）',
      hint: '資料を読む方ごとに、お名前と日時を記録します。前に別の方が確認していても、ご自身のお名前を入れてください。',
    }),
  );
  return frame(
    visit,
    '守秘義務の確認',
    html`<section class="card">
        <h2>お守りいただくこと</h2>
        <p class="keep">${visit.body?.duty ?? frameworks[visit.meeting.framework].secrecy}</p>
        <ul>
          <li>資料を、会議に関わらない人に見せない・送らない。</li>
          <li>印刷したものは鍵のかかる場所に置き、用が済んだら裁断する。</li>
        </ul>
      </section>
      <section class="card">${form}</section>`,
  );
}

export { frame as papersFrame };
