import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { answerCalls } from '../../local/apps-script/asking.ts';

it('an execution that is woken too early goes on waiting for its answer', async () => {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1: port, port2: theirs } = new MessageChannel();
  const told: unknown[] = [];
  answerCalls(port, signal, async ({ name, args }) => {
    for (let early = 0; early < 5; early += 1) {
      Atomics.notify(signal, 0);
      await new Promise(setImmediate);
    }
    if (name === 'told') told.push(...args);
    return 'よい朝';
  });
  const worker = new Worker(new URL('support/asking-thread.ts', import.meta.url), {
    workerData: { port: theirs, signal },
    transferList: [theirs],
    execArgv: [],
  });
  await once(worker, 'exit');
  port.close();
  expect(told).toEqual(['よい朝']);
});
