/** What a clerk can choose under 拡張機能 ▸ つどい, and the entry point each choice calls; the build checks that it is there. */
export const menuItems = [
  { label: 'サイドバーを開く', calls: 'openSidebar' },
  { label: 'この表を送る', calls: 'sendActiveTab' },
  { label: '表をつくる', calls: 'makeTabs' },
] as const;

/** What the sidebar calls by google.script.run; the build checks these, too. */
export const sidebarCalls = ['askOffice', 'selectedRow', 'rowsInConflict'] as const;

export const addonName = 'つどい';
