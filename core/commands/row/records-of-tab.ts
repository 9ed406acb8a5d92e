import { type Agency, belongsTo, type Reach } from '../../agency/model.ts';
import { isConvened } from '../../meeting/convening.ts';
import type { Invitation } from '../../invitation/model.ts';
import type { Meeting } from '../../meeting/model.ts';
import type { RecordOf } from '../../records.ts';
import { ownRules } from '../../settings/rules.ts';
import { typedAs } from '../../settings/setting-text.ts';
import type { TownCode } from '../../ids.ts';
import type { Cells } from '../../sheet/cells.ts';
import type { Tab } from '../../sheet/columns.ts';
import { settingRows } from '../../sheet/setting-rows.ts';
import type { Deps } from '../command.ts';
import { meetingCells } from './meeting-cells.ts';
import { caseCells, cellsShown, consultationCells, memberCells, type Shown } from './record-cells.ts';

type Reader = Pick<Deps, 'store' | 'prefecture'>;

/** Every record of a town that a row of this tab would say, also those that no row ever said; none where rows of the tab only ask. */
export async function recordsOfTab(deps: Reader, town: TownCode, tab: Tab): Promise<readonly Cells[]> {
  return (await shownIn(deps, town, tab)).map(cellsShown);
}

async function shownIn({ store, prefecture }: Reader, town: TownCode, tab: Tab): Promise<readonly Shown[]> {
  switch (tab) {
    case '相談受付':
      return (await store.list('consultation', town)).map(consultationCells);
    case 'ケース':
      return (await store.list('case', town)).map(caseCells);
    case '世帯員':
      return (await store.list('case', town)).flatMap(({ id, members }) =>
        members.map((member) => memberCells(id, member)),
      );
    case '関係機関':
      return (await store.list('agency', prefecture))
        .filter((one) => one.ended === undefined && belongsTo(one, town))
        .map(agencyCells);
    case '会議':
      return (await store.list('meeting', town)).map(meetingCells);
    case '招集':
      return calledIn(await store.list('meeting', town), await store.list('agency', prefecture));
    case '設定':
      return settingsSaid(await store.get('settings', town, 'settings'));
    default:
      return [];
  }
}

/** A town says a setting where it wants another value than it would have without. */
function settingsSaid(stored: RecordOf<'settings'> | undefined): readonly Shown[] {
  const own = ownRules(stored);
  return settingRows.map(({ label, kind, name }) => {
    const value = own[name];
    return { 項目: label, 値: value === undefined ? undefined : typedAs(kind, value) };
  });
}

/** Those who are called to meetings under way; an invitation taken back is no row any more. */
function calledIn(meetings: readonly Meeting[], agencies: readonly Agency[]): readonly Shown[] {
  const names = new Map(agencies.map(({ id, name }) => [id, name]));
  return meetings
    .filter((meeting) => isConvened(meeting) || meeting.state === 'polling')
    .flatMap((meeting) =>
      meeting.invitations
        .filter(({ withdrawn }) => withdrawn === undefined)
        .map((one) => callCells(meeting, one, names.get(one.agency) ?? one.agency)),
    );
}

function callCells(
  { id, quorum }: Meeting,
  { agency, class: part, purposes, preparation }: Invitation,
  name: string,
): Shown {
  const [purpose, another] = purposes;
  return {
    会議番号: id,
    機関: name,
    役割区分: part,
    招集の目的: another === undefined ? purpose?.text : undefined,
    必須: quorum?.required.includes(agency) === true ? 'はい' : undefined,
    ご準備いただくもの: preparation,
  };
}

const reachWords: Readonly<Record<Reach, string>> = { mail: 'メール', fax: 'FAX', phone: '電話', post: '郵送' };

function agencyCells(one: Agency): Shown {
  return {
    機関番号: one.id,
    機関名: one.name,
    機関種別: one.type,
    担当者: one.contact,
    連絡方法: one.reach === undefined ? undefined : reachWords[one.reach],
    メール: one.mail,
    電話: one.phone,
    FAX: one.fax,
    郵送先: one.post,
    連絡のつく時間: one.hours,
    機関長: one.head,
    この町だけで使う: one.only === undefined ? undefined : 'はい',
    メモ: one.notes,
  };
}
