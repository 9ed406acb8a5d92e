import { routeWords } from '../sheet/code-words.ts';

/** つなぎ先, the codes of 図34 (towns-and-villages.md §5). */
export const handedToNames: Readonly<Record<number, string>> = {
  1: '福祉事務所',
  2: 'ハローワーク',
  3: '就労支援実施機関、団体',
  4: '医療機関',
  5: '地域包括支援センター',
  6: '保健所・保健センター',
  7: '障害者総合相談センター',
  8: '障害者就労支援事業所',
  9: 'その他障害者支援機関・施設',
  10: '児童相談所、婦人相談所等',
  11: '学校・教育機関、子育て支援機関',
  12: '地域若者サポートステーション',
  13: '生活福祉資金',
  14: '市町村社協独自貸付',
  15: '権利擁護・法人後見',
  16: '社会福祉協議会（貸付、権利擁護以外）',
  17: '法テラス・弁護士（会）',
  18: 'セカンドハーベストジャパン',
  19: '警察、保護司等',
  20: 'その他の各種専門機関',
  21: 'ホームレス支援機関、団体',
  22: '市町村・地区社会福祉協議会',
  23: '民生委員・児童委員',
  24: 'NPO・ボランティア団体',
  25: '一般企業',
};

/** `05 地域包括支援センター`, as the figure prints its codes. */
export function handedToWords(code: number): string {
  return `${String(code).padStart(2, '0')} ${handedToNames[code] ?? ''}`;
}

/** 受付経路, in the words of the spreadsheet. */
export const routes = routeWords;

/** Who the household consists of, the boxes of 生活相談連絡票. */
export const householdParts = ['相談者', '配偶者', '子', 'その他'] as const;
