/** What a clerk can choose under 拡張機能 → 支援会議, and the entry point each choice calls; the build checks that it is there. */
export const menuItems = [
  { label: 'サイドバーを開く', calls: 'openSidebar' },
  { label: 'この表を送る', calls: 'sendActiveTab' },
  { label: '最新にする', calls: 'refreshFacts' },
  { label: 'つどいにある行を足す', calls: 'addMissingRows' },
  { label: '競合：相手を採用', calls: 'takeTheirs' },
  { label: '競合：自分を残す', calls: 'keepMine' },
  { label: '表をつくる', calls: 'makeTabs' },
] as const;

/** What the sidebar calls by google.script.run; the build checks these, too. */
export const sidebarCalls = ['askOffice', 'selectedRow', 'rowsInConflict', 'chooseVersion', 'pullNews'] as const;
