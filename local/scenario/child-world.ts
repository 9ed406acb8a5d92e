import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import * as z from 'zod';
import { type Call, replySchema, type Opening } from './calls.ts';
import { factsSchema } from './facts.ts';
import { outcomeSchema, type World } from './world.ts';

/** A world in a process of its own, so that it can really be killed. It needs a folder to come back to. */
export async function childWorld(opening: Omit<Opening, 'fresh'>): Promise<World> {
  let child = await started({ ...opening, fresh: true });

  return {
    async moveTo(at) {
      await ask(child, { call: 'moveTo', at });
    },
    async act(actor, verb, input) {
      return outcomeSchema.parse(await ask(child, { call: 'act', actor, verb, input }));
    },
    async tellChanges() {
      await ask(child, { call: 'tellChanges' });
    },
    async look() {
      return factsSchema.parse(await ask(child, { call: 'look' }));
    },
    async pagesOf(actor) {
      return z.string().parse(await ask(child, { call: 'pagesOf', actor }));
    },
    async kill() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      child = await started({ ...opening, fresh: false });
    },
    async close() {
      const gone = once(child, 'exit');
      await ask(child, { call: 'close' });
      child.disconnect();
      await gone;
    },
  };
}

async function started(opening: Opening): Promise<ChildProcess> {
  const child = fork(new URL('child.ts', import.meta.url), { execArgv: [] });
  await ask(child, { call: 'open', opening });
  return child;
}

/** One call at a time, so the next message is its answer. */
async function ask(child: ChildProcess, call: Call): Promise<unknown> {
  const answered = new AbortController();
  const { signal } = answered;
  const answer = once(child, 'message', { signal });
  const gone = once(child, 'exit', { signal }).then(() => [{ error: 'the process ended by itself' }]);
  child.send(call);
  const [message] = z
    .tuple([z.unknown()])
    .rest(z.unknown())
    .parse(await Promise.race([answer, gone]));
  // Otherwise every call would leave a listener behind.
  answered.abort();
  const reply = replySchema.parse(message);
  if (reply.error !== undefined) throw new Error(reply.error);
  return reply.value;
}
