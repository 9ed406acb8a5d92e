import type { Verb } from '../../../core/commands/menu.ts';
import type { SentForm } from '../../page/sent-form.ts';
import { fields } from '../said.ts';

type Asked = { readonly verb: Verb; readonly said: Readonly<Record<string, unknown>> };

/** The forms about keeping and disposing of papers, as commands. */
export const retentionBuilders: Readonly<Record<string, (form: SentForm) => Asked>> = {
  hold: (form) => ({ verb: 'hold', said: { ...fields(form, ['ground', 'reason']), ...papers(form) } }),
  release: (form) => ({ verb: 'release', said: { ...fields(form, ['reason']), ...papers(form) } }),
  'propose-disposal': (form) => ({
    verb: 'propose-disposal',
    said: { ...fields(form, ['disposal']), cases: ticked(form, 'case'), consultations: ticked(form, 'consultation') },
  }),
  'confirm-disposal': (form) => ({ verb: 'confirm-disposal', said: fields(form, ['disposal']) }),
  'withdraw-disposal': (form) => ({ verb: 'withdraw-disposal', said: fields(form, ['disposal', 'reason']) }),
};

function papers(form: SentForm): Readonly<Record<string, unknown>> {
  const number = form.text('number');
  return form.text('of') === 'consultation' ? { consultation: number } : { case: number };
}

/** `case/C-1` of the boxes that were ticked. */
function ticked(form: SentForm, kind: string): readonly string[] {
  return form.texts('papers').flatMap((value) => (value.startsWith(`${kind}/`) ? [value.slice(kind.length + 1)] : []));
}
