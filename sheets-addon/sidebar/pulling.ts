import { callAddon } from './addon.ts';
import { fieldsOf, textIn } from './answers.ts';
import { byId } from './elements.ts';

const EACH_MINUTE = 60_000;
let cursors: unknown = {};

/** Brings the sheet up to date when the sidebar opens, and each minute while it stays open. What fails is tried again a minute later. */
export function keepSheetFresh(): void {
  void pull();
  setInterval(() => void pull(), EACH_MINUTE);
}

async function pull(): Promise<void> {
  // Nobody looks: Google counts every call of a day.
  if (document.hidden) return;
  try {
    const pulled = fieldsOf(await callAddon('pullNews', cursors));
    cursors = fieldsOf(pulled['cursors']);
    const rows = Number(pulled['rows']);
    const why = textIn(pulled, 'why');
    if (why !== '') byId('fresh').textContent = `シートを最新にできませんでした。${why}`;
    else if (rows > 0) byId('fresh').textContent = `シートの${String(rows)}行を最新にしました。`;
    else byId('fresh').textContent = '';
  } catch {
    byId('fresh').textContent = 'シートを最新にできませんでした。1分後にもう一度試します。';
  }
}
