import { createSecretKey } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { sqliteStore } from '../../adapters/embedded/sqlite-store.ts';
import { hmacSecrets } from '../../adapters/node/secrets.ts';
import type { Actor } from '../../core/access/model.ts';
import { deliver, type DeliveryDeps } from '../../core/commands/outbox/deliver.ts';
import type { Verb } from '../../core/commands/menu.ts';
import { perform } from '../../core/commands/perform.ts';
import type { Deps } from '../../core/commands/command.ts';
import { agencyIdSchema, personIdSchema, townCodeSchema } from '../../core/ids.ts';
import type { Mailer, PendingEntry, Store, Workflows } from '../../core/ports.ts';
import { tellingSheets } from '../../core/push/telling-store.ts';
import { recordSchemas } from '../../core/records.ts';
import { stageAhead, type Stage, stageSchema } from '../../core/stages/ahead.ts';
import { takeStep } from '../../core/stages/take-step.ts';
import { type Instant, instantInJapanese } from '../../core/time.ts';
import { tellChanges } from '../../local/scenario/tell-changes.ts';
import { at } from './moments.ts';

export const prefecture = townCodeSchema.parse('390003');
/** A town whose host is the prefecture. */
export const town = townCodeSchema.parse('393011');
/** Another town whose host is the prefecture. */
export const neighbour = townCodeSchema.parse('393037');
/** A town that hosts its own meetings. */
export const hostTown = townCodeSchema.parse('393029');

/** The address towns share their spreadsheet with. */
export const sheetsAccount = 'tsudoi@example.iam.gserviceaccount.com';

const people = {
  木村: { role: 'clerk', serves: town },
  佐藤: { role: 'host', mail: 'sato@aoba.example.jp' },
  中村: { role: 'supervisor', mail: 'nakamura@aoba.example.jp' },
  山本: { role: 'viewer' },
  林: { role: 'clerk', serves: hostTown },
  野田: { role: 'clerk', serves: neighbour },
} as const;
const agencies = {
  包括: { type: '地域包括支援センター', mail: 'a@example.jp', contact: '鈴木' },
  精神科: { type: '医療施設', mail: 'b@example.jp', phone: '000-000-0001', contact: '相談室' },
  社協: { type: '社会福祉協議会', mail: 'c@example.jp' },
  民生: { type: '民生委員・児童委員', fax: '000-000-0002', contact: '高橋' },
} as const;

export type Sent = { readonly to: string; readonly kind: string; readonly on: string; readonly text: string };

/**
 * A small prefecture in memory, with the real rules, store and secrets; runs are played by asking the stages what is due, as a workflow
 * would. Mail goes into `sent`.
 */
export async function aSmallTown(start = '2026-06-01T09:00') {
  let now = at(start);
  const clock = { now: () => now };
  const store = tellingSheets(sqliteStore(new DatabaseSync(':memory:')), { clock, prefecture });
  const secrets = hmacSecrets(createSecretKey(Buffer.alloc(32, 7)));
  const deps: Deps = { store, clock, secrets, prefecture, door: 'scenario', sheetsAccount };
  const runs = new Map<string, Stage>();
  const posted: { message: Parameters<Mailer['send']>[0]; text: string; at: Instant }[] = [];
  const handedOver: Parameters<Mailer['send']>[0][] = [];
  const workflows: Workflows = {
    async start(workflow, name, input) {
      runs.set(name, stageSchema.parse({ stage: workflow, ...input }));
    },
    complete: async () => 'gone',
  };
  const mailer: Mailer = {
    async send(message, text) {
      posted.push({ message, text, at: now });
      handedOver.push(message);
      return { providerId: String(posted.length) };
    },
  };
  const delivery: DeliveryDeps = { store, clock, secrets, workflows, mailer, publicUrl: 'https://tsudoi.example.jp' };
  await settle(store);

  /** Everything that is due by now happens. */
  async function play(): Promise<void> {
    for (let idle = false; !idle;) {
      const due = await store.dueEntries(now, 100);
      for (const entry of due) {
        await deliver(delivery, entry.town, entry.effect);
        await store.settle(entry);
      }
      let steps = 0;
      for (const run of runs.values()) {
        const ahead = await stageAhead(deps, run);
        if ('key' in ahead && (await takeStep(deps, run, ahead.step, ahead.key))) steps += 1;
      }
      idle = due.length === 0 && steps === 0;
    }
  }

  async function deliverAll(entries: readonly PendingEntry[]): Promise<void> {
    for (const entry of entries) {
      await deliver(delivery, entry.town, entry.effect);
      await store.settle(entry);
    }
  }

  async function nextMoment(): Promise<Instant | undefined> {
    const aheads = await Promise.all([...runs.values()].map((run) => stageAhead(deps, run)));
    const waits = aheads.flatMap((ahead) => ('until' in ahead ? [ahead.until] : []));
    const entry = await store.nextEntryAt(now);
    return [...waits, ...(entry === undefined ? [] : [entry])].toSorted()[0];
  }

  const world = {
    deps,
    delivery,
    store,
    runs,
    /** All mails so far, oldest first. */
    mails: () =>
      posted.map(({ message, text, at: on }): Sent & { calendar: typeof message.calendar } => ({
        to: message.to,
        kind: message.mailKind,
        on: instantInJapanese(on),
        text: `${message.subject}\n${text}`,
        calendar: message.calendar,
      })),
    /** Every mail that ever went out, whether it was asked for or not. */
    everSent: () => handedOver,
    /** `kind → to` of the mails since the last time this was asked. */
    news: () => posted.splice(0).map(({ message }) => `${message.mailKind} → ${message.to}`),
    /** What somebody's deed comes to: `ok`, or the refusal. Nothing follows yet. */
    async tries(who: string, verb: Verb, said: unknown) {
      const done = await perform(deps, actorNamed(who), verb, said);
      return done.ok ? ({ code: 'ok' } as const) : done.error;
    },
    /** A deed that must succeed, and all that follows at once. */
    async does(who: string, verb: Verb, said: unknown): Promise<void> {
      const done = await perform(deps, actorNamed(who), verb, said);
      if (!done.ok) throw new Error(`${who} ${verb}: ${JSON.stringify(done.error)}`);
      await play();
      // A test about something else does not wait for further changes; one about that says `tries` and `play`.
      if (verb === 'change' || verb === 'slots') await tellChanges({ deps, deliver: deliverAll });
    },
    /** Moves the clock, visiting each due moment on the way. */
    async until(moment: string): Promise<void> {
      const end = at(moment);
      await play();
      for (let next = await nextMoment(); next !== undefined && next <= end; next = await nextMoment()) {
        now = next;
        await play();
      }
      now = end;
      await play();
    },
    /** Moves the clock as a power cut does: nothing happens on the way. */
    async sleepUntil(moment: string): Promise<void> {
      now = at(moment);
      await play();
    },
    play,
    /** `kind about → for` of the open tasks. */
    async tasks(of = town) {
      const tasks = await store.list('task', of);
      return tasks.filter((one) => one.done === undefined).map((one) => `${one.taskKind} ${one.about} → ${one.for}`);
    },
    async meeting(id = 'M-1') {
      return known(await store.get('meeting', town, id), id);
    },
    async state(id = 'M-1') {
      return (await world.meeting(id)).state;
    },
    /** The invitation of an agency to M-1. */
    async invitation(agency: string) {
      return known(
        (await world.meeting()).invitations.find((one) => one.agency === agency),
        agency,
      );
    },
    async plan(id = 'C-1') {
      return known(await store.get('plan', town, id), id);
    },
    async case(id = 'C-1') {
      return known(await store.get('case', town, id), id);
    },
  };
  return world;
}
export type SmallTown = Awaited<ReturnType<typeof aSmallTown>>;

export function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`no ${what}`);
  return value;
}

async function settle(store: Store): Promise<void> {
  const shared = { town: prefecture, version: 0 };
  await store.commit({
    put: [
      recordSchemas.town.parse({ ...shared, kind: 'town', id: town, name: '若草町', host: 'prefecture' }),
      recordSchemas.town.parse({ ...shared, kind: 'town', id: neighbour, name: '野原町', host: 'prefecture' }),
      recordSchemas.town.parse({ ...shared, kind: 'town', id: hostTown, name: '白波町', host: 'town' }),
      ...Object.entries(people).map(([id, one]) =>
        recordSchemas.person.parse({ ...shared, kind: 'person', id, name: id, ...one }),
      ),
      ...Object.entries(agencies).map(([id, one]) =>
        recordSchemas.agency.parse({ ...shared, kind: 'agency', id, name: id, ...one }),
      ),
    ],
  });
}

/** Staff by name; anybody else is an agency. */
export function actorNamed(who: string): Actor {
  const found = Object.entries(people).find(([id]) => id === who)?.[1];
  if (found === undefined) return { kind: 'agency', id: agencyIdSchema.parse(who) };
  const { role } = found;
  return { kind: 'staff', id: personIdSchema.parse(who), role, ...('serves' in found ? { serves: found.serves } : {}) };
}
