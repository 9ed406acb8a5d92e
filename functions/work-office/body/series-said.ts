import type { Verb } from '../../../core/commands/menu.ts';
import type { SentForm } from '../../page/sent-form.ts';
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
  'case-to-sitting': (form, id) => ({
    verb: 'to-sitting',
    said: { ...chosen(form), ...numbers(form, ['ground']), case: id },
  }),
  'request-to-sitting': (form, id) => ({ verb: 'to-sitting', said: { ...chosen(form), meeting: id } }),
  'off-sitting': (form, body) => ({
    verb: 'to-sitting',
    said: { body, ...fields(form, ['day', 'case']), remove: true },
  }),
};

/** `BODY 2026-07-14`, as the choice of a date says it. */
function chosen(form: SentForm): Readonly<Record<string, string>> {
  const said = form.text('sitting') ?? '';
  const at = said.lastIndexOf(' ');
  return { body: said.slice(0, Math.max(at, 0)), day: said.slice(at + 1) };
}

function numbers(form: SentForm, names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(fields(form, names)).map(([name, value]) => [name, Number(value)]));
}
