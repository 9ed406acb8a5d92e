import { MOST_LETTERS, type News } from '../wire.ts';
import { showCharts } from './bars.ts';
import { gridOn } from './grid.ts';
import { closeMenusWhenLeft } from './menus.ts';
import { mirrorOf } from './mirror.ts';
import { showMenu, showState, showToast } from './around-grid.ts';
import { serverOf } from './exchange.ts';
import { movingOn } from './moving.ts';
import { senderOf } from './sender.ts';
import { showSidebar } from './side-frame.ts';
import { startUniver } from './univer.ts';
import './style.css';

/** As often as a sheet at Google shows what colleagues typed, or nearly. */
const LOOK_EVERY_MS = 2000;

const town = document.body.dataset['town'] ?? '';
const mirror = mirrorOf();
const moving = movingOn({
  isEditing: () => grid.isEditing(),
  follow: (move) => {
    grid.move(move);
    sender.follow(move);
  },
});
const server = serverOf(town, { moving, tell: take, failed: showState });
const grid = gridOn(startUniver('grid'), {
  touched: (sheet, lines) => {
    sender.touch(sheet, lines);
  },
  moved: (move) => {
    sender.move(move);
  },
  edited: () => void sender.flush(),
  typed: () => {
    showCharts(grid.charts());
    if (moving.isBehind()) void server.news();
  },
});
const sender = senderOf({
  ...{ mirror, moving },
  shown: (sheet, lines, atLeast) => grid.shown(sheet, lines, atLeast),
  send: server.send,
  sendMove: server.sendMove,
  refused: (edits) => {
    const rows = [...new Set(edits.map(({ row }) => row))].map((row) => `${String(row)}行目`).join('、');
    showState(
      `${rows}に${String(MOST_LETTERS)}字より長い欄があり、保存していません。この画面には残っています。短くすると保存します。`,
    );
  },
});

function take(news: News): void {
  const { toasts, menu, sidebar } = news;
  draw(news);
  for (const words of toasts) showToast(words);
  if (menu !== undefined) showMenu(menu, (entry) => void run(entry));
  if (sidebar !== undefined) showSidebar(sidebar, (entry, args) => server.call(entry, args, grid.place()));
  showState('');
}

function draw({ shape, lines }: News): void {
  const typed = shape === undefined ? [] : sender.unsent();
  if (shape === undefined) grid.show(lines, (line, shown) => mirror.underTyped(line, shown));
  else grid.build(shape, lines);
  for (const line of lines) mirror.note(line);
  grid.type(typed);
  showCharts(grid.charts());
}

async function run(entry: string): Promise<void> {
  showState('つどいが動いています…');
  await sender.flush();
  if (sender.isDone()) await server.run(entry, grid.place());
}

closeMenusWhenLeft();
await server.news();
await run('onOpen');
setInterval(() => void server.news().then((came) => (came ? sender.flush() : undefined)), LOOK_EVERY_MS);
// What has not arrived would be gone with the page, and so would a cell that is just being typed in: the browser asks first.
window.addEventListener('beforeunload', (event) => {
  if (grid.isEditing() || !sender.isDone()) event.preventDefault();
});
document.body.dataset['ready'] = 'yes';
