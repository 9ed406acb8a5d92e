import { type Day, dayInJapanese } from '../../time.ts';
import { type AgencyFacts, item, letter, titleOf, withYear, type Wording } from './letter.ts';
import { idList, memo, type StaffFacts } from './memo.ts';
import { pageToOpen } from './ways.ts';

export type HandoverFacts = AgencyFacts & {
  readonly meetingName: string;
  readonly meetingId: string;
  readonly from: Day;
  /** The office's people, by family name; the new one also signs as `officer`. */
  readonly formerOfficer: string;
  readonly newOfficer: string;
};

/** To agencies: another person answers the telephone; links and answers stay good. */
export function handoverWording(facts: HandoverFacts): Wording {
  const { from, formerOfficer, newOfficer, meetingId } = facts;
  return letter(facts, `【担当者の変更・ご対応は不要です】${dayInJapanese(from)}から ${titleOf(facts)}`, [
    ['こちらの担当者が替わります。これまでのご回答や役割は、そのまま引き継ぎます。'],
    [
      item('いつから', withYear(from)),
      item('担当者', `${newOfficer}（これまでは${formerOfficer}）`),
      item('会議番号', meetingId),
    ],
    pageToOpen(facts, '最新のご案内'),
  ]);
}

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
