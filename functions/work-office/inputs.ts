import type { Verb } from '../../core/commands/menu.ts';
import type { TownCode } from '../../core/ids.ts';
import type { SentForm } from '../page/sent-form.ts';
import { agencySaid, labelsSaid } from './agency/agency-said.ts';
import { bodySaid, frameworkSaid } from './body/body-said.ts';
import { OTHER_BODY } from './meeting/host-forms.ts';
import { conveneInput, changeInput } from './meeting/invite-input.ts';
import { marksIn } from '../page/marks.ts';
import { slotsIn } from './meeting/poll-forms.ts';
import { fields, ticked, versionIn } from './said.ts';
import { untilIn } from './meeting/written-form.ts';
import { recordInput } from './meeting/record-input.ts';
import { consentBuilders } from './case/consent-said.ts';
import { membersIn } from './case/member-id.ts';
import { householdBuilders } from './case/household-said.ts';
import { retentionBuilders } from './retention/retention-said.ts';
import { seriesBuilders } from './body/series-said.ts';
import type { Place } from './routes.ts';
import { sittingSaid } from './sitting/sitting-said.ts';
import { settingsInput } from './settings/settings-input.ts';

/** A form as a command: the verb, and what is said. The command itself checks every value. */
export type Asked = { readonly verb: Verb; readonly said: Readonly<Record<string, unknown>> };
type Builder = (form: SentForm, id: string) => Asked;

const builders: Readonly<Record<string, Builder>> = {
  case: (form) => ({
    verb: 'case',
    said: {
      ...fields(form, ['id', 'summary', 'state']),
      fresh: true,
      issues: form.texts('issue').map(Number),
      members: membersIn(form.values)
        .filter((letter) => ticked(form, `name-${letter}`))
        .map((letter) => ({
          id: letter,
          name: form.text(`name-${letter}`),
          born: form.text(`born-${letter}`),
          relation: form.text(`relation-${letter}`),
          covered: ticked(form, `covered-${letter}`),
        })),
    },
  }),
  ...householdBuilders,
  ...retentionBuilders,
  ...seriesBuilders,
  request: (form, id) => ({
    verb: 'request',
    said: {
      ...fields(form, ['meeting', 'framework', 'reason']),
      ...basis(form),
      cases: id === '' ? form.texts('case') : [id],
    },
  }),
  ...consentBuilders,
  judge: (form, id) => ({
    verb: 'judge',
    said: { ...fields(form, ['reason', 'decision', 'plan']), ...basis(form), ...judged(form, id) },
  }),
  trigger: (form, id) => ({ verb: 'trigger', said: { ...fields(form, ['trigger']), case: id } }),
  convene: (form, id) => ({
    verb: 'convene',
    said: { ...conveneInput(form), ...fields(form, ['framework', 'reason']), ...basis(form), meeting: id },
  }),
  'convene-together': (form) => ({ verb: 'convene-together', said: sittingSaid(form) }),
  poll: (form, id) => ({
    verb: 'poll',
    said: { ...fields(form, ['reason']), slots: slotsIn(form), auto: ticked(form, 'auto'), meeting: id },
  }),
  slots: (form, id) => ({ verb: 'slots', said: { drop: form.texts('drop'), more: slotsIn(form), meeting: id } }),
  'answer-poll': (form, id) => ({
    verb: 'answer-poll',
    said: { ...fields(form, ['agency', 'source', 'note']), marks: marksIn(form), meeting: id },
  }),
  fix: (form, id) => ({
    verb: 'fix',
    said: { ...fields(form, ['reason']), slot: form.text('slot') ?? '', meeting: id },
  }),
  'go-ahead': (form, id) => ({ verb: 'go-ahead', said: { ...fields(form, ['reason']), meeting: id } }),
  'in-writing': (form, id) => ({
    verb: 'in-writing',
    said: { ...fields(form, ['reason']), until: untilIn(form), meeting: id },
  }),
  agency: (form, id) => ({ verb: 'agency', said: agencySaid(form, id) }),
  labels: (form) => ({ verb: 'settings', said: { ...labelsSaid(form), ...versionIn(form) } }),
  body: (form, id) => ({ verb: 'body', said: bodySaid(form, id) }),
  framework: (form) => ({ verb: 'framework', said: frameworkSaid(form) }),
  designate: (form, id) => ({ verb: 'designate', said: { meeting: id, agencies: form.texts('agency') } }),
  decline: (form, id) => ({ verb: 'decline', said: { ...fields(form, ['reason', 'review']), meeting: id } }),
  residence: (form, id) => ({
    verb: 'residence',
    said: { ...fields(form, ['how', 'on']), town: form.text('home'), agreed: saidYes(form, 'agreed'), case: id },
  }),
  offer: (form, id) => ({ verb: 'offer', said: { ...fields(form, ['reason']), case: id } }),
  'answer-offer': (form, id) => ({
    verb: 'answer-offer',
    said: { ...fields(form, ['note', 'id']), accepted: saidYes(form, 'accepted'), case: id },
  }),
  companion: (form, id) => ({ verb: 'companion', said: { ...fields(form, ['person', 'reason']), case: id } }),
  'companion-off': (form, id) => ({ verb: 'companion', said: { ...fields(form, ['person']), case: id, remove: true } }),
  elsewhere: (form, id) => ({
    verb: 'elsewhere',
    said: { ...fields(form, ['on']), ...versionIn(form), body: bodyNamed(form), meeting: id },
  }),
  outcome: (form, id) => ({ verb: 'elsewhere', said: { outcome: form.text('outcome') ?? '', meeting: id } }),
  again: (form, id) => ({ verb: 'ask-again', said: { ...fields(form, ['meeting']), follows: id } }),
  approve: (_form, id) => ({ verb: 'approve', said: { meeting: id } }),
  'send-back': (form, id) => ({ verb: 'send-back', said: { ...fields(form, ['reason']), meeting: id } }),
  'withdraw-draft': (_form, id) => ({ verb: 'withdraw-draft', said: { meeting: id } }),
  change: (form, id) => ({ verb: 'change', said: { ...changeInput(form), ...versionIn(form), meeting: id } }),
  cancel: (form, id) => ({
    verb: 'cancel',
    said: { ...fields(form, ['reason']), meeting: id, whole: form.text('whole') === 'yes' },
  }),
  reply: (form, id) => ({
    verb: 'reply',
    said: { ...fields(form, ['agency', 'answer', 'source', 'deputy', 'text']), meeting: id },
  }),
  'confirm-reply': (form, id) => ({ verb: 'confirm-reply', said: { ...fields(form, ['agency']), meeting: id } }),
  'end-agency': (form, id) => ({ verb: 'end-agency', said: { ...fields(form, ['how', 'reason', 'into']), id } }),
  resend: (form, id) => ({
    verb: 'resend',
    said: { ...fields(form, ['agency']), meeting: id, generation: Number(form.text('generation')) },
  }),
  pause: (form, id) => ({
    verb: 'pause',
    said: { ...fields(form, ['agency', 'reason']), meeting: id, resume: form.text('resume') === 'yes' },
  }),
  leave: (form, id) => ({ verb: 'leave', said: { ...fields(form, ['agency', 'reason']), meeting: id } }),
  code: (form, id) => ({ verb: 'ask-papers-code', said: { ...fields(form, ['agency']), meeting: id } }),
  record: (form, id) => ({
    verb: 'record',
    said: { ...recordInput(form), ...versionIn(form), meeting: id, final: form.text('final') === 'yes' },
  }),
  correct: (form, id) => ({
    verb: 'correct',
    said: { ...recordInput(form), ...fields(form, ['reason']), ...versionIn(form), meeting: id },
  }),
  role: (form, id) => ({
    verb: 'role',
    said: {
      ...fields(form, ['id', 'agency', 'person', 'what', 'for', 'purpose']),
      ...fields(form, ['frequency', 'by', 'else', 'state', 'override']),
      meeting: id,
    },
  }),
  task: (form) => ({ verb: 'task', said: { ...fields(form, ['kind', 'about', 'task', 'note']), done: true } }),
  plan: (form, id) => ({
    verb: 'plan',
    said: {
      ...fields(form, ['review', 'reason']),
      case: id,
      goals: form.lines('goals'),
      period: fields(form, ['from', 'to']),
      roles: form.texts('role'),
      version: Number(form.text('version')),
    },
  }),
  settings: (form) => ({ verb: 'settings', said: { ...settingsInput(form), ...versionIn(form) } }),
  'sign-in': (form) => ({
    verb: 'sign-in',
    said: { ...fields(form, ['person', 'mail']), ...(ticked(form, 'remove') ? { mail: '' } : {}) },
  }),
  'push-on': (form) => ({ verb: 'push', said: { on: true, spreadsheet: form.text('spreadsheet') ?? '' } }),
  'push-off': () => ({ verb: 'push', said: { on: false } }),
  'reset-settings': () => ({ verb: 'settings', said: { reset: true } }),
  undo: (form) => ({ verb: 'undo', said: fields(form, ['step']) }),
  decide: (form, id) => ({ verb: 'decide', said: { ...fields(form, ['on']), plan: id } }),
  report: (form, id) => ({ verb: 'report', said: { ...fields(form, ['agency', 'role', 'status', 'note']), plan: id } }),
  evaluate: (form, id) => ({
    verb: 'evaluate',
    said: { ...fields(form, ['changes', 'outcome', 'handover', 'watch', 'review']), plan: id },
  }),
};

function judged(form: SentForm, id: string): Readonly<Record<string, unknown>> {
  return form.text('plan') === undefined ? { meeting: id } : {};
}

function basis(form: SentForm): Readonly<Record<string, unknown>> {
  const ground = form.text('ground');
  return {
    ...(ground === undefined ? {} : { ground: Number(ground) }),
    ...(ticked(form, 'emergency') ? { emergency: true } : {}),
    ...(form.texts('danger').length === 0 ? {} : { danger: form.texts('danger') }),
    ...(ticked(form, 'urgent') ? { urgent: true } : {}),
  };
}

/** Of two radio buttons; neither is no answer. */
function saidYes(form: SentForm, name: string): boolean | undefined {
  const said = form.text(name);
  return said === undefined ? undefined : said === 'yes';
}

function bodyNamed(form: SentForm): string | undefined {
  const body = form.text('body');
  return body === OTHER_BODY ? form.text('other') : body;
}

/** `reply-3` is the fourth reply form of the page; what it does is `reply`. */
export function kindOf(form: SentForm): string {
  return (form.text('does') ?? '').replace(/-\d+$/, '');
}

/** Every kind of form that a page of the office may show. */
export const formKinds = ['confirm', ...Object.keys(builders)];

/** Undefined when the page has no such form. */
export function askedBy(form: SentForm, place: Place, town: TownCode): Asked | undefined {
  const kind = kindOf(form);
  const id = 'id' in place ? place.id : '';
  if (kind === 'confirm') return { verb: 'confirm', said: confirmed(form, id) };
  const build = Object.hasOwn(builders, kind) ? builders[kind] : undefined;
  const asked = build?.(form, id);
  // The same form stands on the page of what all towns share.
  const ofTown = place.page === 'settings' || kind.endsWith('-disposal');
  return asked !== undefined && ofTown ? { ...asked, said: { ...asked.said, town } } : asked;
}

function confirmed(form: SentForm, id: string): Readonly<Record<string, unknown>> {
  const role = form.text('role');
  return { ...fields(form, ['by']), ...(role === undefined ? { plan: id } : { role }) };
}
