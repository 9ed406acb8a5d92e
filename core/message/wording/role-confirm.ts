import { dayInJapanese, dayOf, type Instant, instantInJapanese } from '../../time.ts';
import { type AgencyFacts, item, letter, titleOf, toOffice, type Wording } from './letter.ts';
import { papersToOpen } from './ways.ts';

export type RoleConfirmFacts = AgencyFacts & {
  readonly meetingName: string;
  readonly meetingId: string;
  readonly heldAt: Instant;
  /** How many roles await this agency's supervisor. */
  readonly roles: number;
  readonly confirmBy: Instant;
};

/** 持ち帰り → 所属承認: a role binds an office only after its supervisor confirmed (BRIEF §2.10). */
export function roleConfirmWording(facts: RoleConfirmFacts): Wording {
  const { confirmBy, heldAt, roles, meetingName, meetingId } = facts;
  const count = `${String(roles)}件`;
  return letter(facts, `【${dayInJapanese(dayOf(confirmBy))}までに役割の確認を】${titleOf(facts)}（${count}）`, [
    [
      `${dayInJapanese(dayOf(heldAt))}の${meetingName}で、お引き受けをお願いしたい役割の案が出ました。所属の中でご確認ください。`,
      `${instantInJapanese(confirmBy)} までに、引き受けられるかどうかをお知らせください。`,
    ],
    [item('確認する役割', count), item('会議番号', meetingId)],
    papersToOpen(facts, '役割の内容'),
    [
      '・所属の責任者が承認するまで、役割は決まりません。',
      `・お返事は、ページから、または${toOffice(facts)}。${facts.onPaper === true ? '次の紙の回答票でも承ります。' : ''}お引き受けが難しいときも、遠慮なくお知らせください。`,
    ],
  ]);
}
