import * as z from 'zod';
import { bodiesFor } from '../../body/rules.ts';
import type { Actor, Staff } from '../../access/model.ts';
import type { Case } from '../../case/model.ts';
import { type BodyId, bodyIdSchema, type CaseId, caseIdSchema, meetingIdSchema, type TownCode } from '../../ids.ts';
import { type Meeting, meetingStates } from '../../meeting/model.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Item, Series, Sitting } from '../../series/model.ts';
import { takenUntil, takes } from '../../series/rules.ts';
import { settingsOf } from '../../settings/rules.ts';
import { type Day, dayInJapanese, dayOf } from '../../time.ts';
import { casesOf, overRefusal } from '../case/cases-of.ts';
import { withoutFactsOf } from '../case/without-facts.ts';
import type { OutboxEntry } from '../../workflow/model.ts';
import type { Command, Deps } from '../command.ts';
import { dayField } from '../fields.ts';
import { hostOf, locateAsHost } from '../locate-as-host.ts';
import { afterDecision, decided, lookedAtAnew } from '../request/host-decision.ts';
import { mayGoElsewhere } from '../request/take-elsewhere.ts';
import { save, type Saving } from '../save.ts';
import { runningSeries } from './series-in-line.ts';
import { withSitting } from './locate-series.ts';

const fields = z.strictObject({
  /** A 開催依頼: all of its cases, with its ground. */
  meeting: meetingIdSchema.optional(),
  case: caseIdSchema.optional(),
  body: bodyIdSchema,
  /** Which date, by its regular day; the next one that takes it when left out. */
  day: dayField.optional(),
  ground: z.union([z.literal(1), z.literal(2)]).optional(),
  reason: z.string().trim().max(10_000).optional(),
  /** true: it is taken from that date again. */
  remove: z.boolean().default(false),
});
const input = fields.refine((said) => (said.meeting === undefined) !== (said.case === undefined), {
  path: ['case'],
  params: { refusal: 'bad-input' },
  message: 'ケースか開催依頼か、どちらか一方を入れてください。',
});
type Input = z.output<typeof input>;

/** 定例会に諮る: the host puts a case, or what a 開催依頼 asks for, on the list of a date. Its gates are looked at when the date is convened. */
export const takeToSitting: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const asked = await askedFor(deps, actor, said);
    if (!asked.ok) return asked;
    const { meeting, cases, town, officer } = asked.value;
    const located = await seriesFor(deps, town, said.body);
    if (!located.ok) return located;
    const { series, body } = located.value;
    const act = { by: officer.id, at: deps.clock.now() };
    const items = cases.map((one): Item => ({ town, case: one.id, ...act, ...basisOf(meeting, said) }));
    const chosen = said.remove ? withoutItems(series.sittings, said, items) : await listed(deps, series, said, items);
    if (!chosen.ok) return chosen;

    const next = withSitting(series, chosen.value);
    const answer = said.remove ? undefined : { body: body.name, sitting: chosen.value };
    const also = await answered(deps, meeting, answer, act);
    const id = said.meeting ?? said.case ?? series.id;
    return save(deps, actor, { command: 'to-sitting', town, id, put: [next, ...also.put], outbox: also.outbox });
  },
};

type Answer = { readonly body: string; readonly sitting: Sitting };

/** The 開催依頼 by which the cases came, with its tasks closed. */
async function answered(
  deps: Deps,
  meeting: Meeting | undefined,
  answer: Answer | undefined,
  act: Pick<Item, 'by' | 'at'>,
): Promise<Pick<Saving, 'put'> & { readonly outbox: readonly OutboxEntry[] }> {
  if (meeting === undefined || answer === undefined) return { put: [], outbox: [] };
  const next = taken(meeting, answer.body, answer.sitting, act);
  const put = [next, ...(await afterDecision(deps, meeting, act.by))];
  return { put, outbox: await lookedAtAnew(deps, next) };
}

type Asked = {
  readonly meeting: Meeting | undefined;
  readonly cases: readonly Case[];
  readonly town: TownCode;
  readonly officer: Staff;
};

/** The cases that are meant, of a 開催依頼 or one alone, and the officer of their host. */
async function askedFor(deps: Deps, actor: Actor, said: Input): Promise<Result<Asked, Refused>> {
  const request = await requestOf(deps, actor, said);
  if (!request.ok) return request;
  const { meeting, ids } = request.value;
  const found = await casesOf(deps, actor, ids);
  if (!found.ok) return found;
  const { town, cases } = found.value;
  const officer = await hostOf(deps, actor, town);
  if (!officer.ok) return officer;
  const over = said.remove ? undefined : (overRefusal(cases) ?? requestRefusal(meeting));
  if (over !== undefined) return withoutFactsOf(deps, actor, cases, refuse(over));
  return ok({ meeting, cases, town, officer: officer.value });
}

type Request = { readonly meeting: Meeting | undefined; readonly ids: readonly CaseId[] };

async function requestOf(deps: Deps, actor: Actor, said: Input): Promise<Result<Request, Refused>> {
  if (said.meeting === undefined) return ok({ meeting: undefined, ids: said.case === undefined ? [] : [said.case] });
  const located = await locateAsHost(deps, actor, said.meeting);
  return located.ok ? ok({ meeting: located.value.meeting, ids: located.value.meeting.cases }) : located;
}

function basisOf(meeting: Meeting | undefined, said: Input): Pick<Item, 'request' | 'ground' | 'reason'> {
  const request = meeting === undefined ? {} : { request: meeting.id };
  return { ...request, ...basisIn(meeting ?? {}), ...basisIn(said) };
}

async function listed(deps: Deps, series: Series, said: Input, items: readonly Item[]) {
  const office = await settingsOf(deps, series.town);
  const now = deps.clock.now();
  const isOpen = (one: Sitting) => one.state === 'planned' && now < takenUntil(series, one, office);
  return withNewItems(series.sittings.filter(isOpen), said, items);
}

async function seriesFor(deps: Deps, town: Meeting['town'], id: BodyId) {
  const body = (await bodiesFor(deps, town, dayOf(deps.clock.now()))).find((one) => one.id === id);
  const series = body === undefined ? undefined : await runningSeries(deps, body.town, body.id);
  return body === undefined || series === undefined
    ? refuse({ code: 'unknown-body', id } as const)
    : ok({ body, series });
}

const basisIn = ({ ground, reason }: Pick<Input, 'ground' | 'reason'>) => ({
  ...(ground === undefined ? {} : { ground }),
  ...(reason === undefined || reason === '' ? {} : { reason }),
});

function requestRefusal(meeting: Meeting | undefined): Refused | undefined {
  return meeting === undefined || mayGoElsewhere(meeting)
    ? undefined
    : { code: 'wrong-state', state: meetingStates[meeting.state] };
}

/** A date is one meeting of one town; several towns' cases on one day are a sitting (ADR 0060). */
const OTHER_TOWN =
  'この回は、ほかの町村の議題で開きます。別の回を選んでください。同じ日に続けて開くときは、この回は使わず、「合同の席」で招集してください。';

const bad = (problem: string) => refuse({ code: 'bad-input', field: 'day', problem } as const);

function withNewItems(
  open: readonly Sitting[],
  { day }: { readonly day?: Day | undefined },
  items: readonly Item[],
): Result<Sitting, Refused> {
  const fitting = open.filter((one) => items.every((item) => takes(one, item)));
  const chosen = day === undefined ? fitting[0] : fitting.find((one) => one.day === day);
  if (chosen !== undefined) {
    const fresh = items.filter((item) => !chosen.items.some((one) => one.case === item.case));
    return ok({ ...chosen, items: [...chosen.items, ...fresh] });
  }
  const one = open.find((other) => other.day === day);
  if (one !== undefined) return bad(OTHER_TOWN);
  const days = fitting.map((other) => dayInJapanese(dayOf(other.startsAt))).join('、');
  return bad(
    `その回の議題は締め切りました。${days === '' ? '別に招集してください。' : `いま受け付けている回：${days}`}`,
  );
}

function withoutItems(
  sittings: readonly Sitting[],
  { day }: { readonly day?: Day | undefined },
  items: readonly Item[],
): Result<Sitting, Refused> {
  const has = (one: Sitting) => one.items.some((item) => items.some((other) => other.case === item.case));
  const chosen = sittings.find((one) => one.state === 'planned' && has(one) && (day === undefined || one.day === day));
  if (chosen === undefined) return bad('このケースは、予定の回の議題になっていません。');
  return ok({ ...chosen, items: chosen.items.filter((one) => !items.some((item) => item.case === one.case)) });
}

/** The request is answered: the case goes to a body that meets anyway, on that day. */
function taken(meeting: Meeting, body: string, { startsAt }: Sitting, act: Pick<Item, 'by' | 'at'>): Meeting {
  const outcome = { text: '定例会の議題にしました', ...act };
  return { ...decided(meeting), state: 'elsewhere', elsewhere: { body, on: dayOf(startsAt), ...act, outcome } };
}
