import { appWorld } from './app-world.ts';
import { type Call, callSchema } from './calls.ts';
import type { World } from './world.ts';

let world: World | undefined;

process.on('message', (message) => {
  void answer(message);
});

async function answer(message: unknown): Promise<void> {
  try {
    process.send?.({ value: await obey(callSchema.parse(message)) });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

async function obey(call: Call): Promise<unknown> {
  if (call.call === 'open') {
    world = await appWorld(call.opening);
    return null;
  }
  if (world === undefined) throw new Error('not open yet');
  switch (call.call) {
    case 'moveTo':
      return world.moveTo(call.at);
    case 'act':
      return world.act(call.actor, call.verb, call.input);
    case 'tellChanges':
      return world.tellChanges?.();
    case 'look':
      return world.look();
    case 'pagesOf':
      return world.pagesOf(call.actor);
    case 'close':
      return world.close();
  }
}
