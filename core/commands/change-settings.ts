import * as z from 'zod';
import type { Actor } from '../access/model.ts';
import { allTowns } from '../access/rules.ts';
import { officePhoneField } from '../agency/fields.ts';
import { townCodeSchema } from '../ids.ts';
import { unsafeForMail } from '../message/safe-text.ts';
import type { RecordOf } from '../records.ts';
import type { Refused } from '../refusal.ts';
import { ok, refuse, type Result } from '../result.ts';
import { lookingAgain } from '../retention/looking.ts';
import { recordWith, rulesAfter } from '../settings/changed.ts';
import { misfit } from '../settings/misfit.ts';
import { rulesSchema, type Settings } from '../settings/model.ts';
import { rulesAbove } from '../settings/rules.ts';
import type { Command, Deps, Done } from './command.ts';
import { hostOf } from './locate-as-host.ts';
import { readInput } from './refusal-of-input.ts';
import { save } from './save.ts';
import { wakings } from './outbox/wakings.ts';

const input = rulesSchema
  .partial()
  .extend({
    phone: officePhoneField.optional(),
    town: townCodeSchema.optional(),
    /** Rules that are to follow the level above again (県の共通設定, or the defaults); `true` for all of them. */
    reset: z.union([z.literal(true), z.array(rulesSchema.keyof())]).default([]),
    /** The version that was on screen; refused when somebody saved other rules meanwhile. */
    version: z.number().int().optional(),
  })
  .strict();

/**
 * Changes deadlines and intervals, of one town or, without `town`, of the whole prefecture. Meetings that are dated and periods that run
 * keep theirs (core/settings/kept.ts); the calendar, office hours and the sender's name count at once, so every run looks again.
 */
export const changeSettings: Command<typeof input> = {
  input,
  async run(deps, actor, said) {
    const change = await changeOf(deps, actor, said);
    return change.ok ? saveAndWake(deps, actor, change.value.record) : change;
  },
};

/** What would count if this were said, for who looks before saving; the same refusals. */
export async function settingsIf(deps: Deps, actor: Actor, said: unknown): Promise<Result<Settings, Refused>> {
  const read = readInput(input, said);
  if (!read.ok) return read;
  const change = await changeOf(deps, actor, read.value);
  return change.ok ? ok(change.value.settings) : change;
}

type Change = { readonly record: RecordOf<'settings'>; readonly settings: Settings };

async function changeOf(
  deps: Deps,
  actor: Actor,
  { town = deps.prefecture, reset, version: sent, ...said }: z.output<typeof input>,
): Promise<Result<Change, Refused>> {
  const allowed = town === deps.prefecture ? prefectureOfficer(actor) : await hostOf(deps, actor, town);
  if (!allowed.ok) return allowed;
  const above = await rulesAbove(deps, town);
  const stored = await deps.store.get('settings', town, 'settings');
  const rules = rulesAfter(stored, { said, reset, above });
  const settings = { ...above, ...rules, town };
  const refusal = misfit(settings) ?? unsafeForMail({ 発信者名: settings.sender }, []);
  if (refusal !== undefined) return refuse(refusal);
  const record = recordWith(stored, rules, { town, by: actor.id, at: deps.clock.now() });
  const stale = staleRefusal(sent, record, stored?.changed);
  return stale === undefined ? ok({ settings, record }) : refuse(stale);
}

/** Sent twice, the rules are the same; otherwise what somebody else changed would be taken back unseen. */
function staleRefusal(
  sent: number | undefined,
  { version: stored, changed }: RecordOf<'settings'>,
  before: RecordOf<'settings'>['changed'],
): Refused | undefined {
  if (sent === undefined || sent === stored || changed === before) return undefined;
  return { code: 'stale-version', sent, stored };
}

async function saveAndWake(deps: Deps, actor: Actor, record: RecordOf<'settings'>): Promise<Result<Done, Refused>> {
  const { town, id } = record;
  const towns = town === deps.prefecture ? await allTowns(deps) : [town];
  const [outbox = [], ...others] = chunks([...(await wakings(deps, town)), ...(await lookingAgain(deps, towns))]);
  const saved = await save(deps, actor, { command: 'settings', town, id, put: [record], outbox });
  if (!saved.ok) return saved;
  // To be woken twice or late harms no run; a batch is only as large as a commit may be.
  for (const further of others) await deps.store.commit({ put: [], outbox: further });
  return saved;
}

/** Of the prefecture's own people only those who convene: neither its viewers nor the core of an area. */
function prefectureOfficer(actor: Actor): Result<Actor, Refused> {
  const own = actor.kind === 'staff' && actor.serves === undefined;
  return own && (actor.role === 'host' || actor.role === 'supervisor') ? ok(actor) : refuse({ code: 'forbidden' });
}

// A commit holds 100 items.
const AT_A_TIME = 80;

function chunks<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.length === 0 ? [] : [items.slice(0, AT_A_TIME), ...chunks(items.slice(AT_A_TIME))];
}
