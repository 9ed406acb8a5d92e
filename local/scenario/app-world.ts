import type { Actor } from '../../core/access/model.ts';
import { staffOf } from '../../core/access/rules.ts';
import { isVerb } from './verbs.ts';
import { perform } from '../../core/commands/perform.ts';
import { agencyIdSchema, personIdSchema } from '../../core/ids.ts';
import { messageOf } from '../../core/refusal-words.ts';
import { createApp, type App } from '../app.ts';
import type { Opening } from './calls.ts';
import { look } from './look.ts';
import { openPath, pagesOf } from './pages-of.ts';
import { withReplyCodes } from './reply-codes.ts';
import { seed } from './seed.ts';
import { tellChanges } from './tell-changes.ts';
import { pathIn } from './verbs.ts';
import type { Outcome, World } from './world.ts';

/** The world in this process. */
export async function appWorld({ clock, given, folder, fresh }: Opening): Promise<World> {
  const app = createApp({
    folder,
    now: clock,
    frozen: true,
    prefecture: given.prefecture.code,
    publicUrl: 'https://tsudoi.example.jp',
  });
  if (fresh) await seed(app.deps.store, given);
  await app.settle();

  return {
    moveTo: (at) => app.moveTo(at),
    act: (actor, verb, input) => actIn(app, actor, verb, input),
    look: () => look(app),
    tellChanges: () => tellChanges({ deps: app.deps, deliver: app.handlers['dispatch-outbox'] }),
    pagesOf: async (actor) => pagesOf(app, await actorNamed(app, actor)),
    async kill() {
      throw new Error('a world in this process cannot be killed');
    },
    async close() {
      app.close();
    },
  };
}

export async function actIn(app: App, name: string | undefined, verb: string, input: unknown): Promise<Outcome> {
  const actor = name === undefined ? nobody() : await actorNamed(app, name);
  const path = verb === 'open' ? pathIn(input) : undefined;
  if (path !== undefined) return openPath(app, actor, path);
  if (!isVerb(verb)) throw new Error(`no such verb: ${verb}`);

  const said = verb === 'inbound' ? await withReplyCodes(app, input) : input;
  const done = await perform(app.deps, actor, verb, said);
  await app.settle();
  return done.ok ? { ok: true } : { ok: false, code: done.error.code, message: messageOf(done.error) };
}

/** What merely happens (a bounce, a mail that comes in) is entered by the system itself. */
function nobody(): Actor {
  return { kind: 'staff', id: personIdSchema.parse('システム'), role: 'host' };
}

export async function actorNamed({ deps }: App, name: string): Promise<Actor> {
  const person = await deps.store.get('person', deps.prefecture, name);
  if (person === undefined) return { kind: 'agency', id: agencyIdSchema.parse(name) };
  return staffOf(person);
}
