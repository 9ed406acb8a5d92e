import { html } from 'hono/html';
import type { Invitation } from '../../../core/invitation/model.ts';
import type { Fields } from '../../page/fields.ts';
import type { Html } from '../../page/layout.ts';
import { unfold } from '../../page/parts.ts';
import { nameOfAgency, type Office } from '../office.ts';

/** ご準備, of all who are called. */
export function preparationField(fields: Fields, value?: string): Html {
  return fields.text({
    name: 'preparation',
    label: 'ご準備いただくもの（メールに載ります）',
    optional: true,
    value,
    hint: '例：最近のかかわりがわかるもの。空なら案内に「特にありません」と載ります。一つの機関だけに頼むことは、その機関の欄に書きます。',
  });
}

type Prepared = { readonly toAll: string | undefined; readonly invitations: readonly Invitation[] };

/** What all and each are to prepare, of a meeting that is convened or sought a date for. */
export function preparationFields(office: Office, fields: Fields, { toAll, invitations }: Prepared): Html {
  const standing = invitations.filter(({ withdrawn }) => withdrawn === undefined);
  const own = standing.map(({ agency, preparation }) =>
    fields.text({
      name: `preparation.${agency}`,
      label: `${nameOfAgency(office, agency)}だけのご準備`,
      optional: true,
      value: preparation,
    }),
  );
  const some = standing.some(({ preparation }) => preparation !== undefined);
  return html`${preparationField(fields, toAll)}
  ${unfold(
    '機関ごとのご準備',
    html`<p class="hint">空なら、上の「ご準備いただくもの」になります。</p>
      ${own}`,
    some,
  )}`;
}

/** What the fields showed, so that only another text is a change. */
export function shownPreparations({ toAll, invitations }: Prepared): readonly (readonly [string, string])[] {
  const own = invitations.flatMap(({ agency, preparation = '', withdrawn }) =>
    withdrawn === undefined ? [[`was-preparation.${agency}`, preparation] as const] : [],
  );
  return [['was-preparation', toAll ?? ''], ...own];
}
