import type { Body } from '../../body/model.ts';
import { agencyIdSchema, type TownCode } from '../../ids.ts';
import { nextOccasions } from '../../body/regular-day.ts';
import { settingsOf } from '../../settings/rules.ts';
import { unsafeForMail } from '../../message/safe-text.ts';
import type { Refused } from '../../refusal.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { type Day, dayOf } from '../../time.ts';
import { type BodyInput, bodyInput } from './body-input.ts';
import type { Command, Deps } from '../command.ts';
import { keptInLine, runningSeries } from '../series/series-in-line.ts';
import { hostSide } from './host-side.ts';
import { ownPreparations, unsafePreparation } from '../meeting/preparations.ts';
import { save } from '../save.ts';

/** Registers a body (会議体) of a host, or changes what is named of one. */
export const registerBody: Command<typeof bodyInput> = {
  input: bodyInput,
  async run(deps, actor, said) {
    const host = await hostSide(deps, actor, said.town);
    if (!host.ok) return host;
    const before = await bodyBefore(deps, host.value, said);
    if (!before.ok) return before;
    const body = withRegularDay(withTexts({ ...before.value, ...listsIn(said) }, said), said);
    const refusal =
      printedRefusal(body) ?? (await neverRefusal(deps, body, said)) ?? (await strangerIn(deps, host.value, body));
    if (refusal !== undefined) return refuse(refusal);
    const series = await runningSeries(deps, host.value, said.id);
    const kept = series === undefined ? { put: [], outbox: [] } : await keptInLine(deps, series, body);
    const put = [body, ...kept.put];
    return save(deps, actor, { command: 'body', town: host.value, id: said.id, put, outbox: kept.outbox });
  },
};

/** The body as it stands, or an empty one. */
async function bodyBefore(deps: Deps, town: TownCode, said: BodyInput): Promise<Result<Body, Refused>> {
  const stored = await deps.store.get('body', town, said.id);
  if (stored === undefined) return emptyBody(town, said, dayOf(deps.clock.now()));
  if (said.fresh) return refuse({ code: 'already-exists', id: said.id });
  const { version: sent = stored.version } = said;
  return sent === stored.version ? ok(stored) : refuse({ code: 'stale-version', sent, stored: stored.version });
}

/** A new one needs its name and its framework. */
function emptyBody(town: TownCode, { id, name, framework }: BodyInput, since: Day): Result<Body, Refused> {
  const missing = { field: name === undefined ? 'name' : 'framework', problem: '新しい会議体には必要です。' };
  if (name === undefined || framework === undefined) return refuse({ code: 'bad-input', ...missing });
  const empty = { towns: [], constituents: [], turns: [], roster: [], approval: false };
  return ok({ kind: 'body', town, id, version: 0, name, framework, since, ...empty });
}

function listsIn({ name, framework, towns, constituents, turns, roster, approval }: BodyInput): Partial<Body> {
  const said = {
    name,
    framework,
    towns,
    constituents,
    turns,
    approval,
    roster:
      roster === undefined
        ? undefined
        : Object.entries(roster).map(([agency, entry]) => ({ agency: agencyIdSchema.parse(agency), ...entry })),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

const textFields = ['chair', 'vice', 'sender', 'number', 'duty', 'place', 'until', 'rhythm'] as const;

/** Texts that were said; an empty one, or a rhythm of 0, takes the field away. */
function withTexts(body: Body, said: BodyInput): Body {
  const texted = textFields.reduce((one, field) => {
    const value = said[field];
    if (value === undefined) return one;
    const { [field]: _before, ...rest } = one;
    return value === '' || value === 0 ? rest : { ...rest, [field]: value };
  }, body);
  if (said.outline === undefined) return texted;
  const { outline: _before, ...rest } = texted;
  return said.outline.name === '' ? rest : { ...rest, outline: said.outline };
}

/** 定例日: said again it takes the place of the former one; emptied it ends. A meeting that is convened stays as it is. */
function withRegularDay(body: Body, said: BodyInput): Body {
  const { regular: before, ...rest } = body;
  const regular = Object.hasOwn(said, 'regular') ? said.regular : before;
  if (regular === undefined) return rest;
  return { ...rest, regular: { ...regular, onClosed: said.onClosed ?? before?.onClosed ?? '翌開庁日' } };
}

/** A rule that never comes on a day on which the office is open is a slip of the pen. */
async function neverRefusal(deps: Deps, { town, regular }: Body, said: BodyInput): Promise<Refused | undefined> {
  if (regular === undefined || (said.regular === undefined && said.onClosed === undefined)) return undefined;
  const today = dayOf(deps.clock.now());
  if (nextOccasions(regular, await settingsOf(deps, town), today, 1).length > 0) return undefined;
  const problem = 'この定例日は、これから開庁日に当たることがありません。日か、休みのときの扱いを変えてください。';
  return { code: 'bad-input', field: 'regular', problem };
}

/** What stands on letters and in mails must tell nobody's trouble (BRIEF §2.4). */
function printedRefusal(body: Body): Refused | undefined {
  const turns = body.turns.map((turn) => `${turn.sender}${turn.place ?? ''}`).join(' ');
  const { sender = '', number = '', place = '' } = body;
  const printed = unsafeForMail({ 発信者名: sender, 文書番号: number, 場所: place, 持ち回りの当番: turns }, []);
  return printed ?? unsafePreparation({ preparations: ownPreparations(body.roster) }, []);
}

/** Everybody named must be registered, and every town be one for which this host convenes. */
async function strangerIn(deps: Deps, host: TownCode, body: Body): Promise<Refused | undefined> {
  const named = [...body.constituents, ...body.roster].flatMap(({ agency }) => (agency === undefined ? [] : [agency]));
  const agencies = new Set((await deps.store.list('agency', deps.prefecture)).map(({ id }) => id));
  const stranger = named.find((agency) => !agencies.has(agency));
  if (stranger !== undefined) return { code: 'unknown-agency', id: stranger };
  for (const code of body.towns) {
    const town = await deps.store.get('town', deps.prefecture, code);
    const isOwn = host === deps.prefecture ? town?.host === 'prefecture' : code === host;
    if (!isOwn) return { code: 'unknown-town', id: code };
  }
  return undefined;
}
