import type { Verb } from '../../../core/commands/menu.ts';
import type { SentForm } from '../../page/form.ts';
import { fields } from '../said.ts';

type Asked = { readonly verb: Verb; readonly said: Readonly<Record<string, unknown>> };

/** The forms about a 定例会 on the page of its body, as commands. */
export const seriesBuilders: Readonly<Record<string, (form: SentForm, id: string) => Asked>> = {
  series: (form, body) => ({ verb: 'series', said: { body, ...numbers(form, ['ahead', 'lead', 'cutoff']) } }),
  'series-end': (_form, body) => ({ verb: 'series', said: { body, end: true } }),
  'move-sitting': (form, body) => ({
    verb: 'move-sitting',
    said: { body, ...fields(form, ['day', 'reason']), date: `${form.text('date') ?? ''}T${form.text('time') ?? ''}` },
  }),
  'cancel-sitting': (form, body) => ({ verb: 'cancel-sitting', said: { body, ...fields(form, ['day', 'reason']) } }),
  'to-sitting': (form, body) => ({
    verb: 'to-sitting',
    said: { body, ...fields(form, ['day', 'case', 'meeting']), ...numbers(form, ['ground']) },
  }),
  'off-sitting': (form, body) => ({
    verb: 'to-sitting',
    said: { body, ...fields(form, ['day', 'case']), remove: true },
  }),
};

function numbers(form: SentForm, names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(fields(form, names)).map(([name, value]) => [name, Number(value)]));
}
