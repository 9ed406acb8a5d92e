import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import * as z from 'zod';

/**
 * Google's services answer before they give way. So an execution lives in a thread of its own, which asks the main one and sleeps until the
 * answer is there.
 */
export const callSchema = z.object({ name: z.string(), args: z.array(z.unknown()) });
export type Call = z.infer<typeof callSchema>;

const answerSchema = z.union([z.object({ value: z.unknown() }), z.object({ error: z.string() })]);
type Answer = z.infer<typeof answerSchema>;

/** In the execution's thread. Throws what the main thread could not do. */
export function asker(port: MessagePort, signal: Int32Array<SharedArrayBuffer>) {
  return (name: string, ...args: readonly unknown[]): unknown => {
    port.postMessage({ name, args });
    // Waking is no answer: the one before may be announced only after this call began to wait.
    while (Atomics.load(signal, 0) === 0) Atomics.wait(signal, 0, 0);
    Atomics.store(signal, 0, 0);
    const answer = answerSchema.parse(receiveMessageOnPort(port)?.message);
    if ('error' in answer) throw new Error(answer.error);
    return answer.value;
  };
}

/** In the main thread: answers every call by `serve`, and wakes whoever waits. */
export function answerCalls(
  port: MessagePort,
  signal: Int32Array<SharedArrayBuffer>,
  serve: (call: Call) => unknown,
): void {
  const answered = async (call: Call): Promise<Answer> => {
    try {
      return { value: await serve(call) };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  };
  port.on('message', (call: unknown) => {
    void answered(callSchema.parse(call)).then((answer) => {
      port.postMessage(answer);
      Atomics.store(signal, 0, 1);
      Atomics.notify(signal, 0);
    });
  });
}
