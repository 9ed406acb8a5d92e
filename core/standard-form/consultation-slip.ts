import { householdParts } from '../consultation/codes.ts';
import type { Consultation, Household } from '../consultation/model.ts';
import { eraDayWords, inEra } from '../dates/era-day.ts';
import { eras } from '../dates/eras.ts';
import type { Day } from '../time.ts';
import { GRID, type StandardForm } from './model.ts';
import { box, label, line, pair, section, tick, title, wide } from './parts.ts';

/** The era of a birth is ticked; 明治 has no box on the form. */
const boxed = eras.filter(({ letter }) => letter !== 'M').toReversed();

/** 生活相談連絡票 (図表7, towns-and-villages.md §3), box for box. */
export function consultationSlip(one: Consultation): StandardForm {
  return {
    name: 'consultation-slip',
    title: '生活相談連絡票',
    lines: [
      title('生活相談連絡票'),
      pair(['受付番号', one.id], ['相談日時', eraDayWords(one.on)]),
      pair(['フリガナ', one.kana], ['連絡先', one.phone]),
      wide('氏名', one.name, 2),
      wide('生年月日', bornWords(one.born)),
      wide('住所', one.address, 2),
      wide('家族構成', householdOf(one.household)),
      pair(['対応課', one.section], ['対応職員', one.staff]),
      line([label('情報提供同意', 5), box(tick(one.mayShare, '確認済み'), 19)]),
      section('【相談内容】'),
      line([{ look: 'story', text: one.text ?? '', span: GRID }], 18),
    ],
  };
}

function bornWords(born: Day | undefined): string {
  const said = born === undefined ? undefined : inEra(born);
  const ticks = boxed.map(({ letter }) => tick(said?.era.letter === letter, letter)).join(' ');
  if (said === undefined) return `${ticks}\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日`;
  const before = said.era.letter === 'M' ? said.era.name : '';
  return `${ticks}\u3000${before}${said.year}年${said.month}月${said.day}日`;
}

function householdOf(household: Household | undefined): string {
  const { size, who = [], unknown = false, note } = household ?? {};
  const parts = householdParts.map((part) => tick(who.includes(part), part)).join(' ');
  const boxes = `${size === undefined ? '\u3000\u3000' : String(size)}人世帯（${parts}）\u3000${tick(unknown, '不明')}`;
  return note === undefined ? boxes : `${boxes}\n${note}`;
}
