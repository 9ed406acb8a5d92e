/** The name of the add-on. At Google its menu under 拡張機能 bears the name of its listing, so this is the listing's name, too (ADR 0009). */
export const addonName = '支援会議';

/** Where its menu is, in the words of every guide and of every screen. */
export const menuPath = `拡張機能 → ${addonName}`;

export function inMenu(item: string): string {
  return `${menuPath} → ${item}`;
}
