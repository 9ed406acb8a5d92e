import { MessagePort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { asker } from './asking.ts';
import type { BookDoor } from './book-door.ts';
import { sheetSchema } from './book.ts';
import { LONGEST_MS, meterFor } from './meter.ts';
import { plainText } from './plain.ts';
import { runAddon } from './run-addon.ts';

const { built, call, identityToken, user, row, port, signal } = z
  .object({
    built: z.object({ code: z.string(), manifest: z.string() }),
    call: z.object({ entry: z.string(), args: z.array(z.unknown()) }),
    identityToken: z.string(),
    user: z.string(),
    row: z.number(),
    port: z.instanceof(MessagePort),
    signal: z.custom<Int32Array<SharedArrayBuffer>>((value) => value instanceof Int32Array),
  })
  .parse(workerData);
const ask = asker(port, signal);

const nothing = (name: string) => {
  return (...args: readonly unknown[]): void => {
    ask(name, ...args);
  };
};
const facts = z.object({
  name: z.string(),
  height: z.number(),
  width: z.number(),
  lastRow: z.number(),
  lastColumn: z.number(),
});
const book: BookDoor = {
  active: () => z.string().parse(ask('active')),
  facts: (name) => facts.nullable().parse(ask('facts', name)),
  texts: (name, area) => z.array(z.array(z.string())).parse(ask('texts', name, area)),
  insertSheet: nothing('insertSheet'),
  widen: nothing('widen'),
  lengthen: nothing('lengthen'),
  freeze: nothing('freeze'),
  hide: nothing('hide'),
  guard: nothing('guard'),
  ground: nothing('ground'),
  keepAsText: nothing('keepAsText'),
  setWidth: nothing('setWidth'),
  offer: nothing('offer'),
  colour: nothing('colour'),
  coloursOf: (name) => sheetSchema.shape.colours.parse(ask('coloursOf', name)),
  draw: nothing('draw'),
  chartsOf: (name) => sheetSchema.shape.charts.parse(ask('chartsOf', name)),
  note: nothing('note'),
  put: nothing('put'),
};

const meter = meterFor(LONGEST_MS);
const returned = runAddon(built, call, {
  meter,
  book,
  identityToken,
  user,
  row,
  showSidebar: nothing('showSidebar'),
  fetch: (request) => z.object({ status: z.number(), text: z.string() }).parse(ask('fetch', request)),
  toast: nothing('toast'),
  addMenuItem: nothing('addMenuItem'),
  lock: () => z.boolean().parse(ask('lock')),
  unlock: nothing('unlock'),
});
ask('returned', plainText(returned), meter.spentMs());
port.close();
