import { type Day, dayInJapanese } from '../../time.ts';
import { item, type Wording } from './letter.ts';
import { idList, memo, type StaffFacts } from './memo.ts';

export type StaffHandoverFacts = StaffFacts & {
  readonly from: Day;
  readonly formerOfficer: string;
  readonly cases: readonly string[];
};

/** To the colleague who takes the cases over. */
export function staffHandoverWording(facts: StaffHandoverFacts): Wording {
  const { from, formerOfficer, cases } = facts;
  const count = `${String(cases.length)}件`;
  return memo(facts, `【引継ぎ ${count}・ご確認ください】${dayInJapanese(from)}から担当です`, [
    [`${formerOfficer}さんから、ケース${count}を引き継ぎました。期限と待っている回答を、画面でご確認ください。`],
    [item('いつから', dayInJapanese(from)), item('ケース', idList(cases))],
  ]);
}
