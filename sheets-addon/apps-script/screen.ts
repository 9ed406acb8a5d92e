import { addonName } from '../../core/sheet/addon-name.ts';
import { menuItems } from '../addon-menu.ts';
import { whoAsks } from './api.ts';

/** Set by the build: the sidebar as one page, with its script and style in it. */
declare const SIDEBAR_PAGE: string;

export function showMenu(): void {
  const menu = SpreadsheetApp.getUi().createAddonMenu();
  for (const { label, calls } of menuItems) menu.addItem(label, calls);
  menu.addToUi();
}

/** Stays until it is clicked away. */
export function tell(words: string): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(words, addonName, -1);
}

/** 300 pixels wide, as Google makes it. Who opened it stands in it: with two accounts in one browser, another one may ask later. */
export function showSidebar(): void {
  const page = SIDEBAR_PAGE.replace('data-opened-by=""', () => `data-opened-by="${escaped(whoAsks())}"`);
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(page).setTitle(addonName));
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}
