import { callAddon } from './addon.ts';
import { fieldsOf, textIn } from './answers.ts';
import { byId, makeButton } from './elements.ts';
import { keeperOf, type Tried } from './keep-fresh.ts';
import { troubleOf } from './trouble.ts';

let cursors: unknown = {};

/** Brings the sheet up to date when the sidebar opens, and while it stays open; says quietly since when it could not. */
export function keepSheetFresh(): void {
  const keeper = keeperOf({
    pull,
    now: () => Date.now(),
    later(milliseconds, then) {
      const timer = setTimeout(then, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
    isHidden: () => document.hidden,
    fresh(rows) {
      say(rows > 0 ? `シートの${String(rows)}行を最新にしました。` : '');
    },
    failing(since, why) {
      say(`${momentIn(since)}から、シートを最新にできていません。${why}自動でまた試します。`, again);
    },
  });
  const again = makeButton('いま試す', () => {
    say('シートを最新にしています…');
    byId('fresh').focus();
    keeper.ask();
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) keeper.seen();
  });
  addEventListener('online', () => {
    keeper.online();
  });
  keeper.ask();
}

async function pull(): Promise<Tried> {
  try {
    const pulled = fieldsOf(await callAddon('pullNews', cursors));
    cursors = fieldsOf(pulled['cursors']);
    return { rows: Number(pulled['rows']), why: textIn(pulled, 'why') };
  } catch (error) {
    const { what, tellsAccount } = troubleOf(error);
    return { rows: 0, why: tellsAccount ? `${what}。` : 'Googleから答えがありません。' };
  }
}

/** Said again, the same words would be read aloud again. */
function say(words: string, ...kids: readonly Node[]): void {
  const line = byId('fresh');
  if (line.firstChild?.textContent !== words) line.replaceChildren(words, ...kids);
}

/** A moment by the PC's clock; with its day when that is not today. */
function momentIn(milliseconds: number): string {
  const at = new Date(milliseconds);
  const time = at.toLocaleTimeString('ja-JP', { hour: '2-digit', minute: '2-digit' });
  if (at.toDateString() === new Date().toDateString()) return time;
  return `${String(at.getMonth() + 1)}月${String(at.getDate())}日 ${time}`;
}
