import { html } from 'hono/html';
import { kindWords } from '../../../core/message/kind-words.ts';
import type { Message } from '../../../core/message/model.ts';
import type { Task } from '../../../core/task/model.ts';
import type { Html, Page } from '../../page/layout.ts';
import { onPage, pager } from '../../page/pager.ts';
import { block, moment } from '../../page/parts.ts';
import { table } from '../../page/table.ts';
import { listPage } from '../town/list-pages.ts';
import type { Office } from '../office.ts';
import { pathOf } from '../paths.ts';
import { deliveryBadge, isProblem, madeUp } from './delivery-lines.ts';

export type MessagesView = {
  readonly messages: readonly Message[];
  readonly done: readonly Task[];
  readonly meetings: ReadonlySet<string>;
};

const choicesOf = { all: 'すべて', problems: '届かなかったもの' } as const;
type Choice = keyof typeof choicesOf;

/** Every mail of a town and where it stands; those somebody has to see to first, when asked for. */
export function messagesPage(office: Office, view: MessagesView): Page {
  const chosen: Choice = office.narrow === 'problems' ? 'problems' : 'all';
  const open = view.messages.filter((one) => isProblem(one) && madeUp(one, view.done) === undefined);
  const shown = chosen === 'all' ? view.messages : view.messages.filter(isProblem);
  return listPage(
    office,
    'メール',
    html`${choices(office, chosen, { all: view.messages.length, problems: view.messages.filter(isProblem).length })}
      <p>
        ${open.length === 0 ? 'まだ補っていない不達はありません。' : `まだ補っていない不達が${String(open.length)}件あります。会議の画面から、電話で伝えるか送り直してください。`}
      </p>
      ${block(choicesOf[chosen], html`${messageTable(office, view, shown)} ${pager({ label: 'メールの続き', page: pageOf(office), all: shown.length, hrefOf: (page) => hrefOf(office, chosen, page) })}`)}`,
  );
}

function choices(office: Office, chosen: Choice, counts: Readonly<Record<Choice, number>>): Html {
  const choice = (one: Choice) => {
    const here = one === chosen ? html` aria-current="true"` : '';
    return html`<li><a href="${hrefOf(office, one)}" ${here}>${choicesOf[one]}（${counts[one]}件）</a></li>`;
  };
  return html`<nav class="choices" aria-label="どのメールを見るか">
    <ul>
      ${(['all', 'problems'] as const).map(choice)}
    </ul>
  </nav>`;
}

function hrefOf(office: Office, chosen: Choice, page = 1): string {
  const said = [...(chosen === 'all' ? [] : ['of=problems']), ...(page === 1 ? [] : [`page=${String(page)}`])];
  return `${pathOf(office, 'messages')}${said.length === 0 ? '' : `?${said.join('&')}`}`;
}

const pageOf = ({ sought }: Office) => sought?.page ?? 1;

const momentOf = ({ sentAt, sendingSince, createdAt }: Message) => sentAt ?? sendingSince ?? createdAt;

function messageTable(office: Office, { done, meetings }: MessagesView, messages: readonly Message[]): Html {
  if (messages.length === 0) return html`<p class="card">メールはありません。</p>`;
  const newest = messages.toSorted((a, b) => (momentOf(a) < momentOf(b) ? 1 : -1));
  const rows = onPage(newest, pageOf(office)).map((message) => {
    const [subject = ''] = message.id.split('/');
    return [
      moment(momentOf(message), office.now),
      office.agencies.find(({ id }) => id === message.to)?.name ?? message.to,
      kindWords[message.mailKind],
      meetings.has(subject) ? html`<a href="${pathOf(office, 'meetings', subject)}">会議 ${subject}</a>` : subject,
      deliveryBadge(message, done, office.now),
    ];
  });
  return table({ caption: '新しいものから', head: ['日時', '宛先', '種類', '対象', '状態'], rows });
}
