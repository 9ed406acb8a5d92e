import type { Verb } from '../../../core/commands/menu.ts';
import type { SentForm } from '../../page/sent-form.ts';
import { editedFields, fields, ticked, versionIn } from '../said.ts';

type Asked = { readonly verb: Verb; readonly said: Readonly<Record<string, unknown>> };

/** 相談受付, and the forms about a household and who keeps it, as commands. */
export const householdBuilders: Readonly<Record<string, (form: SentForm, id: string) => Asked>> = {
  consultation: (form) => ({
    verb: 'consultation',
    said: {
      ...fields(form, ['id', 'name', 'on', 'route', 'outcome', 'case']),
      ...editedFields(form, [
        'kana',
        'born',
        'phone',
        'address',
        'household',
        'section',
        'staff',
        'text',
        'otherIssue',
      ]),
      ...versionIn(form),
      fresh: form.text('fresh') === 'yes',
      mayShare: ticked(form, 'mayShare'),
      issues: form.texts('issue').map(Number),
      handedTo: form.texts('handedTo').map(Number),
    },
  }),
  details: (form, id) => ({
    verb: 'case',
    said: {
      ...fields(form, ['urgency', 'state']),
      ...editedFields(form, ['summary', 'otherIssue']),
      ...versionIn(form),
      id,
      issues: form.texts('issue').map(Number),
      features: form.texts('feature').map(Number),
    },
  }),
  member: (form, id) => ({
    verb: 'member',
    said: {
      ...fields(form, ['id', 'name']),
      ...editedFields(form, ['kana', 'relation', 'born', 'address', 'phone']),
      ...versionIn(form),
      case: id,
      covered: ticked(form, 'covered'),
      guarded: ticked(form, 'guarded'),
    },
  }),
  'leave-household': (form, id) => ({
    verb: 'member',
    said: { ...fields(form, ['id', 'reason']), case: id, remove: true },
  }),
  lead: (form, id) => ({
    verb: 'lead',
    said: { ...fields(form, ['stage', 'who', 'from', 'until', 'reason']), case: id, remove: ticked(form, 'remove') },
  }),
  assign: (form, id) => ({
    verb: 'assign',
    said: { ...fields(form, ['worker', 'supervisor', 'reason']), ...versionIn(form), case: id },
  }),
  handover: (form) => ({
    verb: 'handover',
    said: { ...fields(form, ['from', 'to', 'reason']), cases: form.texts('case') },
  }),
  close: (form, id) => ({
    verb: 'close',
    said: { ...fields(form, ['outcome', 'reason', 'handover', 'watch', 'note']), case: id },
  }),
};
