import type { AgencyId } from '../../../core/ids.ts';
import type { MeetingChange } from '../../../core/meeting/meeting-changes.ts';
import { instantInJapanese } from '../../../core/time.ts';
import { nameOfAgency, type Office } from '../office.ts';

/** 「日時を6月15日(月) 14:00から6月18日(木) 10:00へ、場所を「役場」から「公民館」へ変更、社協を招集先に追加」: what anybody needs to know who was away. */
export function changeWords(office: Office, change: MeetingChange): string {
  const { date, replyBy, place, added, removed, preparation } = change;
  const moved = [
    ...(date === undefined ? [] : [`日時を${instantInJapanese(date.was)}から${instantInJapanese(date.is)}へ`]),
    ...(replyBy === undefined
      ? []
      : [`回答期限を${instantInJapanese(replyBy.was)}から${instantInJapanese(replyBy.is)}へ`]),
    ...(place === undefined ? [] : [`場所を「${place.was}」から「${place.is}」へ`]),
  ];
  return [
    ...(moved.length === 0 ? [] : [`${moved.join('、')}変更`]),
    ...(added === undefined ? [] : [`${namesOf(office, added)}を招集先に追加`]),
    ...(removed === undefined ? [] : [`${namesOf(office, removed)}を招集先から外した`]),
    ...(preparation === undefined ? [] : [`ご準備（${namesOf(office, preparation)}）を変更`]),
  ].join('、');
}

const FEW = 3;

function namesOf(office: Office, agencies: readonly AgencyId[]): string {
  const rest = agencies.length - FEW;
  const names = agencies.slice(0, FEW).map((id) => nameOfAgency(office, id));
  return names.join('・') + (rest > 0 ? `ほか${String(rest)}機関` : '');
}
