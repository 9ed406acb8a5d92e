import type { RefusalCode } from '../../refusal.ts';
import { type Tab, tabs } from '../../sheet/columns.ts';
import { agencyTab } from './tab/agency-tab.ts';
import { callTab } from './tab/call-tab.ts';
import { minutesTab } from './tab/minutes-tab.ts';
import { planTab } from './tab/plan-tab.ts';
import { roleTab } from './tab/role-tab.ts';
import { settingsTab } from './tab/settings-tab.ts';
import { watchTab } from './tab/watch-tab.ts';
import type { TabReading } from './tab-reading.ts';
import { ownIn } from '../../own.ts';

const firstColumns: Readonly<Record<FirstTab, Readonly<Record<string, string>>>> = {
  相談受付: {
    id: '受付番号',
    name: '氏名',
    kana: 'フリガナ',
    on: '相談日時',
    born: '生年月日',
    phone: '連絡先',
    address: '住所',
    household: '家族構成',
    section: '対応課',
    staff: '対応職員',
    mayShare: '情報提供同意',
    text: '相談内容',
    route: '経路',
    issues: '課題',
    otherIssue: '課題',
    outcome: '対応結果',
    handedTo: 'つなぎ先',
    case: 'ケース番号',
  },
  ケース: {
    id: 'ケース番号',
    case: 'ケース番号',
    issues: '課題',
    otherIssue: '課題',
    features: '世帯特徴',
    urgency: '緊急度',
    summary: '概要',
    state: '状態',
    reason: '終える理由',
    stage: '主担当',
    who: '主担当',
    from: '主担当',
    until: '主担当',
    worker: '担当者',
    supervisor: '査察指導員',
  },
  世帯員: {
    case: 'ケース番号',
    id: '世帯員番号',
    kana: 'フリガナ',
    name: '氏名',
    relation: '続柄',
    born: '生年月日',
    address: '住所',
    guarded: '住所非公開',
    phone: '連絡先',
    covered: '検討対象',
    remove: '外す理由',
    reason: '外す理由',
  },
  会議: {
    meeting: '会議番号',
    cases: 'ケース番号',
    framework: '枠組み',
    ground: '根拠',
    reason: '理由',
    date: '開催日時',
    slots: '開催日時',
    place: '場所',
    outlook: '見通し',
    convene: '招集する',
    preparation: 'ご準備いただくもの',
  },
};

/** The tabs that were there first; the others are read in files of their own. */
export type FirstTab = Exclude<Tab, keyof typeof further>;
const further = {
  関係機関: agencyTab,
  招集: callTab,
  会議録: minutesTab,
  役割分担: roleTab,
  支援計画: planTab,
  'モニタリング・評価': watchTab,
  設定: settingsTab,
} as const satisfies Partial<Record<Tab, TabReading>>;

export function furtherOf(tab: Tab): TabReading | undefined {
  return Object.entries(further).find(([name]) => name === tab)?.[1];
}

export function isFirst(tab: Tab): tab is FirstTab {
  return furtherOf(tab) === undefined;
}

/** Which column each field of the commands came from, to say where a problem is. */
export function columnsOf(tab: Tab): Readonly<Record<string, string>> {
  return isFirst(tab) ? firstColumns[tab] : (furtherOf(tab)?.columnOf ?? {});
}

/** The column a field of a row's command came from. */
export function columnOf(tab: Tab, field: string): string | undefined {
  return ownIn(columnsOf(tab), field);
}

const ofConvening: Partial<Record<RefusalCode, string>> = {
  'not-host': '招集する',
  'wrong-state': '会議番号',
  'too-late': '開催日時',
  'unknown-agency': '招集する',
  'agency-ended': '招集する',
  'partner-missing': '招集する',
  'home-town-unasked': '招集する',
};

const reasonColumns: Partial<Record<Tab, string>> = { 世帯員: '外す理由', ケース: '終える理由' };

/** Which column a refusal without a field is about. */
export function columnOfRefusal(tab: Tab, code: RefusalCode): string | undefined {
  const [number] = tabs[tab];
  const columns: Partial<Record<RefusalCode, string>> = {
    'consent-missing': '枠組み',
    'framework-off': '枠組み',
    'supervisor-missing': '枠組み',
    'ground-missing': '根拠',
    'reason-missing': reasonColumns[tab] ?? '理由',
    'unknown-case': 'ケース番号',
    'case-unseen': 'ケース番号',
    'unknown-member': '世帯員番号',
    'unknown-person': '担当者',
    'already-exists': number,
    'already-closed': tab === '相談受付' ? '対応結果' : 'ケース番号',
  };
  const own = tab === '会議' ? ofConvening : furtherOf(tab)?.refusals;
  return own?.[code] ?? columns[code];
}
