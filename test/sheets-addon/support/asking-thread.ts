import { MessagePort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { asker } from '../../../local/apps-script/asking.ts';

const { port, signal } = z
  .object({
    port: z.instanceof(MessagePort),
    signal: z.custom<Int32Array<SharedArrayBuffer>>((value) => value instanceof Int32Array),
  })
  .parse(workerData);
const ask = asker(port, signal);
ask('told', ask('greeting'));
port.close();
