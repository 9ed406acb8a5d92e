import { tabNames } from '../core/sheet/columns.ts';
import { showMenu, tell } from './apps-script/screen.ts';
import { oneAtATime } from './apps-script/lock.ts';
import { newRowId, postRows } from './apps-script/rows-door.ts';
import { completeTab } from './apps-script/tab-maker.ts';
import { activeTab } from './apps-script/workbook.ts';
import { sendTab } from './send-tab.ts';

// Every export is an entry point: the build makes a top-level function of it, which menus and triggers call by name.

/** Google calls it when a spreadsheet opens, perhaps before anybody has allowed anything: it may only add menus. */
export function onOpen(): void {
  showMenu();
}

export function onInstall(): void {
  onOpen();
}

/** この表を送る */
export function sendActiveTab(): void {
  const found = activeTab();
  if (!found.ok) tell(found.why);
  else tell(oneAtATime(() => sendTab(found.open, { post: postRows, newId: newRowId })));
}

/** 表をつくる: adds what is missing and leaves alone what is there. */
export function makeTabs(): void {
  tell(
    oneAtATime(() => {
      const added = tabNames.filter((tab) => completeTab(tab) > 0);
      return added.length === 0 ? 'どの表もそろっています。' : `${added.join('・')}を用意しました。`;
    }),
  );
}
