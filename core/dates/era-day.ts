import type { Day } from '../time.ts';
import { type Era, eras } from './eras.ts';

export type EraDay = { readonly era: Era; readonly year: string; readonly month: string; readonly day: string };

/** A day as official papers count it; undefined before 明治. The first year of an era is 元. */
export function inEra(of: Day): EraDay | undefined {
  const era = eras.find(({ from }) => from <= of);
  if (era === undefined) return undefined;
  const [year = 0, month = 0, day = 0] = of.split('-').map(Number);
  const count = year - era.yearBefore;
  return { era, year: count === 1 ? '元' : String(count), month: String(month), day: String(day) };
}

/** `令和8年6月15日`; the day as it is where no era counts it. */
export function eraDayWords(of: Day): string {
  const said = inEra(of);
  return said === undefined ? of : `${said.era.name}${said.year}年${said.month}月${said.day}日`;
}
