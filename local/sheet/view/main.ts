import type { News } from '../wire.ts';
import { gridOn } from './grid.ts';
import { mirrorOf } from './mirror.ts';
import { showMenu, showState, showToast } from './around-grid.ts';
import { serverOf } from './exchange.ts';
import { startUniver } from './univer.ts';
import './style.css';

/** As often as a sheet at Google shows what colleagues typed, or nearly. */
const LOOK_EVERY_MS = 2000;

const town = document.body.dataset['town'] ?? '';
const mirror = mirrorOf();
const server = serverOf(town, take, showState);
const grid = gridOn(startUniver('grid'), (sheet) => void send(sheet));
let sending = Promise.resolve();

/** One after another: what is typed while the last lines are on their way goes next. */
function send(sheet: string): Promise<void> {
  sending = sending.then(async () => {
    const edits = mirror.differences(sheet, grid.shown(sheet, mirror.heightOf(sheet)));
    if (edits.length > 0) await server.send(edits);
  });
  return sending;
}

function take({ shape, lines, toasts, menu }: News): void {
  for (const line of lines) mirror.note(line);
  if (shape === undefined) grid.show(lines);
  else grid.build(shape, lines);
  for (const words of toasts) showToast(words);
  if (menu !== undefined) showMenu(menu, (entry) => void run(entry));
  showState('');
}

async function run(entry: string): Promise<void> {
  const sheet = grid.active();
  showState('つどいが動いています…');
  if (sheet !== undefined) await send(sheet);
  await server.run(entry, sheet);
  showState('');
}

await server.news();
await run('onOpen');
setInterval(() => void server.news(), LOOK_EVERY_MS);
document.body.dataset['ready'] = 'yes';
