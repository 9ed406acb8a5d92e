import type { Verb } from '../../../core/commands/menu.ts';
import { listIn } from '../../../core/sheet/cells.ts';
import type { SentForm } from '../../page/sent-form.ts';
import { fields, ticked } from '../said.ts';

type Asked = { readonly verb: Verb; readonly said: Readonly<Record<string, unknown>> };

const giving = ['on', 'until', 'by', 'giver', 'method'];

/** The forms about consent and about tax, as commands. */
export const consentBuilders: Readonly<Record<string, (form: SentForm, id: string) => Asked>> = {
  consent: (form, id) => ({
    verb: 'consent',
    said: { ...fields(form, ['member', ...giving]), ...scopeIn(form), case: id },
  }),
  tax: (form, id) => ({
    verb: 'tax',
    said: {
      ...fields(form, ['member', 'what', 'section']),
      arrears: yen(form.text('arrears')),
      only: ticked(form, 'only'),
      case: id,
    },
  }),
  'tax-consent': (form, id) => ({
    verb: 'tax-consent',
    said: {
      ...fields(form, ['member', ...giving]),
      purposes: form.texts('purposes').map(Number),
      sections: listIn(form.text('sections')),
      outside: listIn(form.text('outside')),
      case: id,
    },
  }),
  'tax-withdraw': (form, id) => ({
    verb: 'tax-consent',
    said: { ...fields(form, ['member']), case: id, withdraw: true },
  }),
  withdraw: (form, id) => ({ verb: 'consent', said: { ...fields(form, ['member']), case: id, withdraw: true } }),
};

/** 提供先 and 提供する項目 that were ticked; a form that says words says them. */
function scopeIn(form: SentForm): Readonly<Record<string, unknown>> {
  const words = form.text('scope');
  if (words !== undefined) return { scope: words };
  return { scope: { recipients: form.texts('recipients'), items: form.texts('items') } };
}

/** `１２万` is no number; `120,000円` is one. */
function yen(typed: string | undefined): number | string {
  const plain = (typed ?? '').normalize('NFKC').replaceAll(/[,\s円]/g, '');
  return /^\d+$/.test(plain) ? Number(plain) : (typed ?? '');
}
