// The survey's lists, for the rules and for the columns' help alike: the add-on takes nothing from elsewhere.

/** 課題コード 1–21 in their order, the survey's 問15 (welfare-office-meetings.md §5). */
export const issueWords = [
  '要介護（認知症を含む）',
  'ひきこもり',
  'ひとり親',
  '不登校',
  'ホームレス（退去命令等を含む）',
  '家庭内暴力',
  '虐待',
  '多重債務',
  '依存症',
  '刑余者',
  '支援拒否',
  'セルフネグレクト',
  'ごみ屋敷',
  '障害（精神疾患を含む）',
  '金銭管理困難',
  '近隣トラブル',
  '孤立',
  '自殺企図・未遂',
  '要保護児童',
  'ヤングケアラー',
  'その他',
] as const;

/** 世帯の特徴 1–11 in their order, the survey's 問19 (welfare-office-meetings.md §5). */
export const featureWords = [
  '心身の状態が重度化',
  '家族関係が不調',
  '地域で孤立',
  '判断能力が十分でない',
  '調査に非協力',
  '支援に拒否感',
  '攻撃的',
  '意欲が低い',
  '従うが意向を示さない',
  '親族の経済的支援がない',
  '心理的・社会的支援がない',
] as const;

/** 受付経路, the rows of 図15 (towns-and-villages.md §6). */
export const routeWords = [
  '本人（来所）',
  '本人（電話）',
  '家族・知人（来所）',
  '家族・知人（電話）',
  '自立相談支援機関が把握',
  '関係機関・関係者紹介',
  'その他',
  '不明',
] as const;

/** 役割区分: the only words about an agency's part that may stand in a mail (BRIEF §2.4). */
export const roleClassWords = [
  '相談支援',
  '医療面の助言',
  '見守り',
  '就労',
  '住まい',
  '権利擁護',
  '子ども',
  '家計',
  '生活環境',
  'その他',
] as const;

/** The words by their code, counted from 1. */
export function byCode(words: readonly string[]): Readonly<Record<number, string>> {
  const names: Record<number, string> = {};
  words.forEach((word, at) => {
    names[at + 1] = word;
  });
  return names;
}
