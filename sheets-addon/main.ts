import { tabNames } from '../core/sheet/columns.ts';
import { postToOffice } from './apps-script/office-door.ts';
import { showMenu, showSidebar, tell } from './apps-script/screen.ts';
import { activeRow, allConflicts } from './apps-script/selection.ts';
import { countAnew } from './apps-script/counts-tab.ts';
import { makeGuide } from './apps-script/guide-tab.ts';
import { oneAtATime } from './apps-script/lock.ts';
import { newRowId, postRows } from './apps-script/rows-door.ts';
import { completeTab } from './apps-script/tab-maker.ts';
import { activeTab } from './apps-script/workbook.ts';
import { sendTab } from './send-tab.ts';
import type { Answered, Asked, Conflict, Selected } from './sidebar-wire.ts';

// Every export is an entry point: the build makes a top-level function of it, which menus, triggers and the sidebar call by name.

/** Google calls it when a spreadsheet opens, perhaps before anybody has allowed anything: it may only add menus. */
export function onOpen(): void {
  showMenu();
}

export function onInstall(): void {
  onOpen();
}

/** サイドバーを開く */
export function openSidebar(): void {
  showSidebar();
}

/** The sidebar asks for a page of the office, or hands in one of its forms. */
export function askOffice(asked: Asked): Answered {
  return postToOffice(asked);
}

/** The sidebar asks which row the clerk stands in. */
export function selectedRow(): Selected {
  return activeRow();
}

/** The sidebar asks which rows wait for a choice. */
export function rowsInConflict(): readonly Conflict[] {
  return allConflicts();
}

/** この表を送る */
export function sendActiveTab(): void {
  const found = activeTab();
  if (!found.ok) tell(found.why);
  else tell(oneAtATime(() => sendTab(found.open, { post: postRows, newId: newRowId })));
}

/** 表をつくる: adds what is missing, leaves alone what is there, and counts anew. */
export function makeTabs(): void {
  tell(
    oneAtATime(() => {
      const tabs = tabNames.filter((tab) => completeTab(tab) > 0);
      const added = [...tabs, ...countAnew(), ...makeGuide()];
      return added.length === 0
        ? 'どの表もそろっています。「集計」を数え直しました。'
        : `${added.join('・')}を用意しました。`;
    }),
  );
}
