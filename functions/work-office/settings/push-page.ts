import { html } from 'hono/html';
import { mayReadAudit } from '../../../core/access/rules.ts';
import type { Deps } from '../../../core/commands/command.ts';
import { stopWords } from '../../../core/commands/push/stop-task.ts';
import type { Push } from '../../../core/push/model.ts';
import { inMenu } from '../../../core/sheet/addon-name.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html, Page } from '../../page/layout.ts';
import { block, crumbs, moment, notice } from '../../page/parts.ts';
import { savedIf } from '../../page/saved.ts';
import { frameOf, type Office } from '../office.ts';
import { pathOf } from '../paths.ts';

type PushView = {
  readonly push: Push | undefined;
  /** The address to share the sheet with; undefined where nobody has set one up. */
  readonly account: string | undefined;
};

export async function loadPush({ store, prefecture, sheetsAccount }: Deps, { town }: Office): Promise<PushView> {
  return { push: await store.get('push', prefecture, town.id), account: sheetsAccount };
}

const doneWords: Readonly<Record<string, string>> = {
  'push-on': '書き込みを始めました。数分のうちに表に出ます',
  'push-off': '書き込みを止めました。表にあるものは、そのまま残ります',
};

/** シートへの自動書き込み of a town: what it means, how it goes, and the switch for the supervisor. */
export function pushPage(office: Office, view: PushView): Page {
  const title = 'シートへの自動書き込み';
  const settings = `${office.town.name}の設定`;
  return {
    ...frameOf(office),
    title,
    narrow: true,
    main: html`${crumbs(
        [
          [pathOf(office), `${office.town.name}の仕事`],
          [pathOf(office, 'settings'), settings],
        ],
        title,
      )}
      <h1>${title}</h1>
      ${savedIf(doneWords[office.done ?? ''])} ${standing(office, view)} ${explanation(view)}
      ${mayReadAudit(office.actor, office.town) ? switches(office, view) : notice('info', '切り替えられるのは、町村か開催する側の査察指導員・主任だけです')}`,
  };
}

function standing(office: Office, { push, account }: PushView): Html {
  if (account === undefined)
    return notice(
      'info',
      'まだ使えません',
      'このつどいには、書き込むためのアカウントが用意されていません。使うには、システムの担当者に準備を頼んでください。',
    );
  if (push?.on !== true) return notice('info', 'いまは書き込んでいません', 'Googleには何も送っていません。');
  if (push.stopped !== undefined)
    return notice(
      'bad',
      '書き込みが止まっています',
      html`${moment(push.stopped.at, office.now)}から。${stopWords[push.stopped.why]}`,
    );
  return notice(
    push.lacks === undefined ? 'info' : 'warn',
    '書き込んでいます',
    html`${lastLook(office, push)}${troubleIn(push)}`,
  );
}

function lastLook({ now }: Office, { lookedAt, wroteAt }: Push): Html {
  if (lookedAt === undefined) return html`まもなく最初の書き込みをします。`;
  const wrote =
    wroteAt === undefined
      ? html`書くことはまだありませんでした。`
      : html`最後に書いたのは${moment(wroteAt, now)}です。`;
  return html`最後に表を確かめたのは${moment(lookedAt, now)}、${wrote}`;
}

function troubleIn({ lacks, attempts = 0 }: Push): string {
  if (lacks === 'tabs')
    return `この表には、つどいの表（「ケース」など）がありません。表のメニューの「${inMenu('表をつくる')}」を使ってください。`;
  if (lacks === 'rows')
    return 'この表に、この町村がつどいに送った行がまだありません。行を一つ送ると、書き込みが始まります（ほかの町村の表でないことを、これで確かめています）。';
  return attempts === 0 ? '' : 'いまGoogleが答えないため、間をおいて試しています。';
}

function explanation({ account }: PushView): Html {
  return html`<p>
      町村のGoogleスプレッドシートに、つどいが自分で状況を書き込みます。表を開いたまま、誰も「最新にする」を押さなくても、新しい状況が見えます。
    </p>
    ${block(
      '書き込むもの',
      html`<ul>
        <li>つどいの列（今の状態・次の予定・回答状況・遅れなど）だけです。人が入れる列には触れません。</li>
        <li>行は、番号（ケース番号・会議番号など）で、書くたびに探します。並べ替えても、列を動かしても大丈夫です。</li>
        <li>変わってから一、二分で出ます。夜の間に変わるもの（遅れなど）は、毎朝6時に書きます。</li>
        <li>
          <strong>表を共有している人は、書き込まれたものを見られます。</strong
          >共有する相手を確かめてから始めてください。
        </li>
      </ul>`,
    )}
    ${
      account === undefined
        ? ''
        : block(
            '始め方',
            html`<ol>
              <li>
                町村の表をブラウザで開き、右上の「共有」で、次のアドレスを<strong>編集者</strong>として加えます。<br /><code
                  class="wrap"
                  >${account}</code
                ><br /><span class="small soft"
                  >外との共有を禁じている町村では加えられません。その場合は「最新にする」を使ってください。</span
                >
              </li>
              <li>表のアドレス（ブラウザの上の欄にあるもの）を下に貼り付け、「書き込む」を押します。</li>
            </ol>`,
          )
    }`;
}

function switches({ nonce, typed }: Office, { push, account }: PushView): Html {
  if (account === undefined) return html``;
  const isOn = push?.on === true;
  const on = postForm(
    { does: 'push-on', nonce, typed, button: '書き込む' },
    fieldsOf('push-on', typed).text({
      name: 'spreadsheet',
      label: 'スプレッドシートのアドレス',
      value: push?.spreadsheet,
      hint: '例: https://docs.google.com/spreadsheets/d/… をそのまま貼り付けます。番号だけでもかまいません。',
    }),
  );
  const off = postForm({ does: 'push-off', nonce, typed, button: '書き込まない', tone: 'stop' }, html``);
  return block(isOn ? '表を替える・もう一度始める・止める' : '始める', html`${on}${isOn ? off : ''}`);
}
