import type { Deps, Done } from '../../core/commands/command.ts';
import { perform } from '../../core/commands/perform.ts';
import { answerSchema } from '../../core/invitation/model.ts';
import type { Refused } from '../../core/refusal.ts';
import { ok, refuse, type Result } from '../../core/result.ts';
import type { Instant } from '../../core/time.ts';
import type { HttpRequest, HttpResponse } from '../http.ts';
import type { SentForm } from '../page/sent-form.ts';
import { marksIn } from '../page/marks.ts';
import { seeOther } from '../page/layout.ts';
import { AGAIN } from '../page/taken-before.ts';
import { papersKey, papersOpenedBy, readerOf } from './papers-key.ts';
import { actorOf, type Visit } from './visit.ts';

type Taken = Promise<Result<HttpResponse, Refused>>;

/** Does what a pressed button says, then leads back to the page. */
export async function takeForm(deps: Deps, visit: Visit, request: HttpRequest, form: SentForm): Taken {
  if (!request.path.endsWith('/papers')) return reply(deps, visit, form);
  if (visit.meeting.state === 'cancelled') return refuse({ code: 'link-expired', cancelled: true });
  const does = form.values.get('does');
  if (does === 'ask-papers-code') return askCode(deps, visit);
  if (does === 'code') return giveCode(deps, visit, request, form);
  const opened = papersOpenedBy(deps, visit, request);
  if (opened === undefined) return refuse({ code: 'acknowledgement-missing' });
  if (does === 'acknowledge') return acknowledge(deps, visit, form, opened);
  return readerOf(visit, opened) === undefined
    ? refuse({ code: 'acknowledgement-missing' })
    : sayOfRole(deps, visit, form);
}

/** ○△× slot by slot, and ○ for all of them in one press. */
const pollForms = new Set(['answer-poll', 'all-slots']);

async function reply(deps: Deps, visit: Visit, form: SentForm): Taken {
  if (form.values.get('does') === 'leave') return leave(deps, visit, form);
  if (pollForms.has(form.values.get('does') ?? '')) return answerPoll(deps, visit, form);
  const answer = answerSchema.safeParse(form.values.get('does'));
  if (!answer.success) return refuse({ code: 'bad-code', field: '回答', received: form.values.get('does') ?? '' });
  const said = { meeting: visit.meeting.id, answer: answer.data, text: form.text('text'), deputy: form.text('deputy') };
  return then(await perform(deps, actorOf(visit), 'reply', withoutBlanks(said)), `/a/${visit.token}`, 'reply');
}

async function answerPoll(deps: Deps, visit: Visit, form: SentForm): Taken {
  const said = { meeting: visit.meeting.id, marks: marksIn(form), note: form.text('note') ?? '' };
  return then(await perform(deps, actorOf(visit), 'answer-poll', said), `/a/${visit.token}`, 'answer-poll');
}

async function leave(deps: Deps, visit: Visit, form: SentForm): Taken {
  const said = withoutBlanks({ meeting: visit.meeting.id, reason: form.text('reason') });
  return then(await perform(deps, actorOf(visit), 'leave', said), `/a/${visit.token}`, 'leave');
}

async function askCode(deps: Deps, visit: Visit): Taken {
  const asked = await perform(deps, actorOf(visit), 'ask-papers-code', { meeting: visit.meeting.id });
  return then(asked, `/a/${visit.token}/papers`, 'code');
}

async function giveCode(deps: Deps, visit: Visit, request: HttpRequest, form: SentForm): Taken {
  const code = (form.text('code') ?? '').normalize('NFKC').replaceAll(/\D/g, '');
  const opened = await perform(deps, actorOf(visit), 'enter-papers-code', { meeting: visit.meeting.id, code });
  if (!opened.ok) return opened;
  const response = seeOther(`/a/${visit.token}/papers`);
  return ok({ ...response, headers: { ...response.headers, 'set-cookie': papersKey(deps, visit, request) } });
}

/** Whoever reads the papers at this door is asked for their own name: the agency's registered contact may be somebody else. */
async function acknowledge(deps: Deps, visit: Visit, form: SentForm, opened: Instant): Taken {
  const name = form.text('name');
  if (name === undefined)
    return refuse({
      code: 'bad-input',
      field: 'name',
      problem: 'まだ書かれていません。資料を読む方のお名前を入れてください。',
    });
  const said = { meeting: visit.meeting.id, name, opened };
  return then(await perform(deps, actorOf(visit), 'acknowledge', said), `/a/${visit.token}/papers`);
}

async function sayOfRole(deps: Deps, visit: Visit, form: SentForm): Taken {
  return form.values.get('does')?.startsWith('confirm-') === true
    ? confirmRole(deps, visit, form)
    : report(deps, visit, form);
}

/** By name: it binds the office, and stands on the meeting's page. */
async function confirmRole(deps: Deps, visit: Visit, form: SentForm): Taken {
  const [role, by] = [form.text('role'), form.text('by')];
  if (by === undefined) return refuse({ code: 'reason-missing', field: '承認した方（役職・お名前）' });
  // A page from before forms named the version is shown anew: nobody knows what it said.
  const version = Number(form.text('version') ?? 0);
  return then(
    await perform(deps, actorOf(visit), 'confirm', { ...withoutBlanks({ role, by }), version }),
    `/a/${visit.token}/papers`,
    'confirm',
  );
}

async function report(deps: Deps, visit: Visit, form: SentForm): Taken {
  const said = {
    plan: form.text('plan'),
    role: form.text('role'),
    status: form.text('status'),
    note: form.text('note') ?? '',
  };
  return then(await perform(deps, actorOf(visit), 'report', withoutBlanks(said)), `/a/${visit.token}/papers`, 'report');
}

function then(done: Result<Done, Refused>, path: string, word?: string): Result<HttpResponse, Refused> {
  if (!done.ok) return done;
  const says = done.value.again === true ? AGAIN : word;
  return ok(seeOther(says === undefined ? path : `${path}?done=${says}`));
}

const withoutBlanks = (said: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
