import { html } from 'hono/html';
import { holdGroundSchema, type Disposal } from '../../../core/retention/model.ts';
import type { Kept } from '../../../core/retention/rules.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { badge, moment, unfold } from '../../page/parts.ts';
import type { Office } from '../office.ts';
import type { Ended, RetentionView } from './load-retention.ts';

const valueOf = ({ kind, id }: Pick<Kept, 'kind' | 'id'>) => `${kind}/${id}`;
const wordsOf = (of: string, id: string) => `${of === 'case' ? 'ケース' : '相談'} ${id}`;

/** All that is due stands ticked: whoever keeps one takes its tick away, or holds it with a reason. */
export function proposalForm({ nonce, typed }: Office, { due, disposals }: RetentionView): Html {
  const fields = fieldsOf('propose-disposal', typed);
  const options = due.map(({ record }: Ended) => [valueOf(record), wordsOf(record.kind, record.id)] as const);
  const id = `D-${String(disposals.length + 1)}`;
  return postForm(
    { does: 'propose-disposal', nonce, typed, button: '廃棄予定を出す' },
    html`${fields.text({ name: 'disposal', label: '廃棄予定の番号', value: id })}${fields.checks({
      ...{ name: 'papers', label: '廃棄するもの', options, values: options.map(([value]) => value) },
      hint: '審査請求や訴訟のあるものは外し、下の「保存を続ける」で理由を残してください。',
    })}`,
  );
}

/** What another person is to look at, before anything is erased. */
export function proposalCard(office: Office, disposal: Disposal, index: number): Html {
  const { id, by, at, items, confirmed } = disposal;
  return html`<article class="card">
    <p>
      <strong>廃棄予定 ${id}</strong> ${confirmed === undefined ? badge('確認待ち', 'warn') : badge('廃棄中', 'go')}
      <span class="small soft">${moment(at, office.now)} ${by}</span>
    </p>
    <p>${String(items.length)}件: ${items.map((item) => wordsOf(item.of, item.id)).join('、')}</p>
    ${confirmed === undefined && office.edits ? decide(office, disposal, index) : ''}
  </article>`;
}

function decide(office: Office, { id, by }: Disposal, index: number): Html {
  const { nonce, typed, actor } = office;
  const [confirms, withdraws] = [`confirm-disposal-${String(index)}`, `withdraw-disposal-${String(index)}`];
  const carry = [['disposal', id]] as const;
  return html`${
    by === actor.id
      ? html`<p class="small soft">あなたが出した廃棄予定です。確認は、ほかの職員がします。</p>`
      : postForm(
          { does: confirms, nonce, typed, carry, button: '確かめたので廃棄する（戻せません）', tone: 'stop' },
          html`<p>
            ケースの書類、会議録、計画、メール、シートから受け付けた行が消えます。番号と廃棄した人だけが廃棄簿に残ります。
          </p>`,
        )
  }
  ${unfold(
    '取り下げる',
    postForm(
      { does: withdraws, nonce, typed, carry, button: '取り下げる', tone: 'line' },
      fieldsOf(withdraws, typed).text({ name: 'reason', label: '理由' }),
    ),
  )}`;
}

export function holdForm({ nonce, typed }: Office): Html {
  const fields = fieldsOf('hold', typed);
  return unfold(
    '保存を続けるものを加える',
    postForm(
      { does: 'hold', nonce, typed, button: '保存を続ける' },
      html`${fields.select({
        ...{ name: 'of', label: '種類' },
        options: [
          ['case', 'ケース'],
          ['consultation', '相談'],
        ],
      })}${fields.text({ name: 'number', label: '番号', hint: '例: 2026-012' })}${fields.select({
        ...{ name: 'ground', label: '保存を続ける理由' },
        options: holdGroundSchema.options.map((ground) => [ground, ground] as const),
      })}${fields.area({ name: 'reason', label: '事件の番号など', hint: '相談の内容は書かないでください。' })}`,
    ),
    typed?.form === 'hold',
  );
}

export function releaseForm({ nonce, typed }: Office, record: Kept, index: number): Html {
  const does = `release-${String(index)}`;
  const carry = [
    ['of', record.kind],
    ['number', record.id],
  ] as const;
  return unfold(
    '保存の継続を解く',
    postForm(
      { does, nonce, typed, carry, button: '解く', tone: 'line' },
      fieldsOf(does, typed).text({ name: 'reason', label: '理由', hint: '例: 裁決が確定した' }),
    ),
    typed?.form === does,
  );
}
