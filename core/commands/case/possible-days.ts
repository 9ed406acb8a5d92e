import type { Member } from '../../case/model.ts';
import type { Refused } from '../../refusal.ts';
import { type Day, dayInJapanese, daySchema } from '../../time.ts';

// Nobody alive was born earlier: an era or a digit was mistaken.
const EARLIEST_BIRTH = daySchema.parse('1870-01-01');

/** 生年月日 that cannot be: `昭和65年` is 1990, and `平成42年` a year to come. */
export function birthRefusal(born: Day | undefined, today: Day): Refused | undefined {
  if (born === undefined || (EARLIEST_BIRTH <= born && born <= today)) return undefined;
  const why = born > today ? 'これからの日です' : '150年以上前の日です';
  return { code: 'bad-input', field: 'born', problem: whyNot(born, why) };
}

export function birthsRefusal(said: readonly Partial<Pick<Member, 'born'>>[], today: Day): Refused | undefined {
  return said.map(({ born }) => birthRefusal(born, today)).find((refused) => refused !== undefined);
}

/** A consultation has taken place when it is written down. */
export function takenPlaceRefusal(on: Day | undefined, today: Day): Refused | undefined {
  if (on === undefined || on <= today) return undefined;
  return { code: 'bad-input', field: 'on', problem: whyNot(on, 'これからの日です') };
}

function whyNot(day: Day, why: string): string {
  return `${day.slice(0, 4)}年${dayInJapanese(day)}は${why}。元号と年を確かめてください。`;
}
