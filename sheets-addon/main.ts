import { tabNames } from '../core/sheet/columns.ts';
import { postToOffice } from './apps-script/office-door.ts';
import { showMenu, showSidebar, tell } from './apps-script/screen.ts';
import { markEdited, strikeMyNumbers } from './apps-script/edits.ts';
import { asked, countAnew, pullInto } from './apps-script/facts-told.ts';
import { activeRow, activeRowId, allConflicts } from './apps-script/selection.ts';
import { makeCounts } from './apps-script/counts-tab.ts';
import { makeGuide } from './apps-script/guide-tab.ts';
import { isLate } from './apps-script/deadline.ts';
import { alone, oneAtATime } from './apps-script/lock.ts';
import { newRowId, postRows } from './apps-script/rows-door.ts';
import { completeTab } from './apps-script/tab-maker.ts';
import { activeTab, tabNamed } from './apps-script/workbook.ts';
import { chooseIn, type Choice } from './conflict-choice.ts';
import type { Cursors, Pulled } from './pull-facts.ts';
import { addLacking } from './lacking-rows.ts';
import { sendTab } from './send-tab.ts';
import { isTab } from '../core/sheet/tab-layout.ts';
import type { Answered, Asked, Conflict, Selected } from './sidebar-wire.ts';

const rowsWorld = { post: postRows, newId: newRowId, isLate };

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
export function askOffice(asked: Asked, openedBy = ''): Answered {
  return postToOffice(asked, openedBy);
}

/** The sidebar asks which row the clerk stands in. */
export function selectedRow(): Selected {
  return activeRow();
}

/** The sidebar asks which rows wait for a choice. */
export function rowsInConflict(): readonly Conflict[] {
  return allConflicts();
}

/** この表を送る; what came of it is then told in every tab. */
export function sendActiveTab(): void {
  const found = activeTab();
  if (!found.ok) tell(found.why);
  else
    tell(
      oneAtATime(() => {
        const words = sendTab(found.open, rowsWorld);
        pullInto({});
        return words;
      }),
    );
}

/** 最新にする */
export function refreshFacts(): void {
  tell(
    oneAtATime(() => {
      const { rows, recounted, why } = pullInto({});
      const nothing = recounted === undefined ? 'つどいから新しいお知らせはありません。' : '「集計」を数え直しました。';
      return why ?? (rows === 0 ? nothing : `${String(rows)}行を最新にしました。`);
    }),
  );
}

/** つどいにある行を足す, to the tab in front of the clerk. */
export function addMissingRows(): void {
  const found = activeTab();
  if (!found.ok) tell(found.why);
  else tell(oneAtATime(() => addLacking(found.open, (body) => asked('lacking', body))));
}

/** The sidebar asks, each minute, for what changed since; while somebody sends, it gets nothing and asks again. */
export function pullNews(cursors: Cursors): Pulled {
  return alone(() => pullInto(cursors)) ?? { cursors, rows: 0 };
}

/** 競合：相手を採用, for the row the clerk stands in. */
export function takeTheirs(): void {
  tell(chooseVersion('theirs', ...activeRowId()));
}

/** 競合：自分を残す, for the row the clerk stands in. */
export function keepMine(): void {
  tell(chooseVersion('mine', ...activeRowId()));
}

/** Decides a conflict and sends the row; answers what to tell the clerk. The sidebar calls it for any row. */
export function chooseVersion(choice: Choice, tab: string, id: string): string {
  const open = isTab(tab) ? tabNamed(tab) : undefined;
  if (open === undefined) return `「${tab}」は送る表ではありません。競合の行を選んでください。`;
  return oneAtATime(() => chooseIn(open, rowsWorld, { choice, id }));
}

/** Google calls it when somebody typed. It may neither fetch nor know who they are: it looks at the row, and marks it. */
export function onEdit({ range }: GoogleAppsScript.Events.SheetsOnEdit): void {
  markEdited(range);
  strikeMyNumbers(range);
}

/** 表をつくる: adds what is missing, leaves alone what is there, and counts anew. */
export function makeTabs(): void {
  tell(
    oneAtATime(() => {
      const tabs = tabNames.filter((tab) => completeTab(tab) > 0);
      const added = [...tabs, ...makeCounts(), ...makeGuide()];
      const there = added.length === 0 ? 'どの表もそろっています。' : `${added.join('・')}を用意しました。`;
      const why = countAnew();
      if (why !== undefined) return `${there}「集計」は数え直せませんでした。${why}`;
      return added.length === 0 ? `${there}「集計」を数え直しました。` : there;
    }),
  );
}
