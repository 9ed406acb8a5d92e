import { html } from 'hono/html';
import { groundOptions } from '../../../core/framework/grounds.ts';
import type { Series, Sitting } from '../../../core/series/model.ts';
import { dayOf, timeOf } from '../../../core/time.ts';
import { fieldsOf } from '../../page/fields.ts';
import { postForm } from '../../page/form.ts';
import type { Html } from '../../page/layout.ts';
import { unfold } from '../../page/parts.ts';
import type { Office } from '../office.ts';

/** The standing order of the host, and its end. */
export function orderForm({ nonce, typed }: Office, order: Series | undefined): Html {
  const fields = fieldsOf('series', typed);
  const { ahead, lead, cutoff } = numbersOf(order);
  const form = postForm(
    { does: 'series', nonce, typed, button: order === undefined ? 'この決まりで始める' : '決まりを保存する' },
    html`${fields.number({ name: 'ahead', label: '何回先まで予定するか', value: ahead, hint: '1から12まで。' })}
    ${fields.number({ name: 'lead', label: '開催の何日前に構成員を自動で招集するか', value: lead, hint: '0にすると自動では招集しません。自動の招集は、この決まりを出したあなたの名前で記録に残ります。' })}
    ${fields.number({ name: 'cutoff', label: '開催の何日前に議題を締め切るか', value: cutoff, hint: '0は、招集する日まで受け付けます。' })}`,
  );
  if (order === undefined) return form;
  const ends = { does: 'series-end', nonce, typed, button: '定例会の決まりを終える', tone: 'stop' as const };
  const words = html`<p>まだ招集していない回はなくなり、その議題は「用事」になります。招集した会議はそのままです。</p>`;
  return html`${form}${postForm(ends, words)}`;
}

function numbersOf(order: Series | undefined) {
  const { ahead, lead = 0, cutoff = 0 } = order ?? { ahead: 3, lead: 14 };
  return { ahead: String(ahead), lead: String(lead), cutoff: String(cutoff) };
}

/** 議題, 動かす and 取りやめ of one date that nobody was invited to yet. */
export function sittingForms(office: Office, one: Sitting, at: number): Html {
  return html`${agendaForm(office, one, at)} ${offForm(office, one, at)} ${moveForm(office, one, at)}
  ${cancelForm(office, one, at)}`;
}

type Drawn = {
  readonly kind: string;
  readonly title: string;
  readonly button: string;
  readonly tone?: 'line' | 'stop';
};

function folded(
  { nonce, typed }: Office,
  { day }: Sitting,
  { kind, title, button, tone = 'line', at }: Drawn & { readonly at: number },
  draw: (fields: ReturnType<typeof fieldsOf>) => Html,
): Html {
  const does = `${kind}-${String(at)}`;
  const form = { does, nonce, typed, carry: [['day', day]] as const, button, tone };
  return unfold(title, postForm(form, draw(fieldsOf(does, typed))), typed?.form === does);
}

function agendaForm(office: Office, one: Sitting, at: number): Html {
  const drawn = { kind: 'to-sitting', title: '議題を加える', button: 'この回の議題にする', at };
  return folded(
    office,
    one,
    drawn,
    (fields) =>
      html`${fields.text({ name: 'case', label: `${office.town.name}のケースの番号`, hint: '例: C-1。開催依頼のときは会議の番号を下に。', optional: true })}
      ${fields.text({ name: 'meeting', label: '開催依頼の番号（ケースの代わりに）', optional: true, hint: '依頼にあるケースと根拠をそのまま議題にし、依頼に答えたことにします。' })}
      ${fields.select({
        ...{ name: 'ground', label: '同意なしで開く根拠', when: '支援会議にケースを加えるときは必須' },
        options: [['', '（選ばない）'], ...groundOptions],
      })}`,
  );
}

function offForm(office: Office, one: Sitting, at: number): Html {
  const ours = one.items.filter(({ town }) => town === office.town.id);
  if (ours.length === 0) return html``;
  const options = ours.map((item) => [item.case, item.case] as const);
  const drawn = { kind: 'off-sitting', title: '議題から外す', button: '議題から外す', at };
  return folded(office, one, drawn, (fields) => fields.select({ name: 'case', label: '外すケース', options }));
}

function moveForm(office: Office, one: Sitting, at: number): Html {
  const drawn = { kind: 'move-sitting', title: '動かす', button: 'この回を動かす', at };
  return folded(
    office,
    one,
    drawn,
    (fields) =>
      html`${fields.date({ name: 'date', label: '新しい日', value: dayOf(one.startsAt), hint: '招集する日を過ぎた日に動かすと、すぐに招集します。' })}
      ${fields.time({ name: 'time', label: '始まる時刻', value: timeOf(one.startsAt) })}
      ${fields.text({ name: 'reason', label: '理由（所内の記録）', optional: true })}`,
  );
}

function cancelForm(office: Office, one: Sitting, at: number): Html {
  const drawn = {
    kind: 'cancel-sitting',
    title: '取りやめる',
    button: 'この回を取りやめる',
    tone: 'stop' as const,
    at,
  };
  return folded(office, one, drawn, (fields) => fields.text({ name: 'reason', label: '理由（所内の記録）' }));
}
