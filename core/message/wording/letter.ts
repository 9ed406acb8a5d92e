import { type Day, dayInJapanese, dayOf, type Instant, timeOf } from '../../time.ts';
import type { Time } from '../../meeting/gathering.ts';
import { oneLine, wrapped } from './lines.ts';

/** Goes into a stored mail's `template` (`invitation/2`): raise it when a sentence changes. */
export const WORDING_EDITION = 9;

export type Wording = { readonly subject: string; readonly text: string };

/** Whom a mail to an agency addresses and whom it can call. */
export type AgencyFacts = {
  readonly agencyName: string;
  /** The person or desk there; without one the agency itself is addressed (御中). */
  readonly contact?: string | undefined;
  /** 発信者名. */
  readonly sender: string;
  /** Who answers the telephone there, by family name. */
  readonly officer?: string | undefined;
  readonly officePhone: string;
  readonly officeFax?: string | undefined;
  /** Printed with a sheet to send back (回答票), for an agency without mail: what is to be marked stands there, and large. */
  readonly onPaper?: boolean;
  /** 文書番号, where the body gives one. */
  readonly documentNumber?: string | undefined;
  /** Whoever the letter is formally addressed to: 「院長」. */
  readonly head?: string | undefined;
};

/** A meeting as a mail may name it. */
export type MeetingFacts = AgencyFacts & {
  /** The framework's `mailName`, never its `name`. */
  readonly meetingName: string;
  readonly meetingId: string;
  readonly startsAt: Instant;
  /** 「場所は電話でお知らせします」 where it must not be printed. */
  readonly place: string;
  /** ご準備: what to prepare, in general words. */
  readonly preparation?: string | undefined;
  /** Further meetings in the same sitting (合同の席). */
  readonly alongside?: readonly Alongside[] | undefined;
  /** Meetings of that sitting that are off for this agency, as it knew them. */
  readonly off?: readonly Off[] | undefined;
};

export type Off = {
  readonly meetingId: string;
  readonly startsAt: Instant;
  /** It is held, and this agency need not come. */
  readonly withdrawn: boolean;
};

/** A further meeting in the same sitting, for the same agency: one answer counts for all of them. */
export type Alongside = {
  readonly meetingId: string;
  readonly startsAt: Instant;
  readonly classes: readonly string[];
  readonly caseNumbers: readonly string[];
  /** What this agency is to prepare for this one. */
  readonly preparation?: string | undefined;
  /** What that was before, where this letter tells that it changed; empty where nothing was. */
  readonly preparedBefore?: string | undefined;
  readonly times: readonly Time[];
  /** Where its own page stands. */
  readonly link: string;
};

/** Lines that belong together; blocks are set apart by an empty line. */
export type Block = readonly string[];

/** A whole mail to an agency: addressee, blocks, signature. Complete as plain text (BRIEF §2.6). */
export function letter(facts: AgencyFacts, subject: string, blocks: readonly Block[]): Wording {
  return {
    subject: oneLine(subject),
    text: page([[addressee(facts)], formalities(facts), ...blocks, signature(facts)]),
  };
}

/** Lines that fit, blocks apart, one line break at the end. */
export function page(blocks: readonly Block[]): string {
  const filled = blocks.filter((block) => block.length > 0);
  return `${filled.map((block) => block.flatMap(wrapped).join('\n')).join('\n\n')}\n`;
}

function addressee({ agencyName, contact }: AgencyFacts): string {
  return contact === undefined || contact === '' ? `${agencyName} 御中` : `${agencyName} ${contact} 様`;
}

function formalities({ documentNumber, head }: AgencyFacts): Block {
  return [
    ...(documentNumber === undefined ? [] : [`文書番号：${documentNumber}`]),
    ...(head === undefined ? [] : [`宛先：${head} 様`]),
  ];
}

function signature({ sender, officer, officePhone, officeFax }: AgencyFacts): Block {
  return [
    '――――――――――――――――',
    officer === undefined ? sender : `${sender}（担当：${officer}）`,
    ...(officePhone === '' ? [] : [`電話 ${officePhone}`]),
    ...(officeFax === undefined ? [] : [`FAX ${officeFax}`]),
    '※個人のお名前やご事情は、お知らせに書かない決まりです。',
  ];
}

type Callable = Pick<AgencyFacts, 'officePhone' | 'sender'>;

/** `電話 089-000-0000 へ`; whoever wrote is named where the settings have no number, so that the sentence points at nothing missing. */
export function toOffice({ officePhone, sender }: Callable): string {
  return officePhone === '' ? `${sender}へ` : `電話 ${officePhone} へ`;
}

/** `電話 089-000-0000 で` */
export function byPhone({ officePhone, sender }: Callable): string {
  return officePhone === '' ? `${sender}への電話で` : `電話 ${officePhone} で`;
}

/** `6月15日(月)14:00`, for subjects: the year is plain there. */
export function shortly(at: Instant): string {
  return dayInJapanese(dayOf(at)) + timeOf(at);
}

/** `2026年9月15日(火)`: a plan runs into another year. */
export function withYear(day: Day): string {
  return `${day.slice(0, 4)}年${dayInJapanese(day)}`;
}

/** `■ 場所：若草町役場` */
export function item(label: string, value: string): string {
  return `■ ${label}：${oneLine(value)}`;
}

/** ご準備 where nothing is asked. */
export const NOTHING_TO_PREPARE = '特にありません';

/** `■ 場所：若草町役場`; 「場所は電話でお知らせします」 says its label itself. */
export function placeItem(place: string): string {
  return place.startsWith('場所は') ? `■ ${oneLine(place)}` : item('場所', place);
}

/** `関係機関会議 M-1` */
export function titleOf({ meetingName, meetingId }: Pick<MeetingFacts, 'meetingName' | 'meetingId'>): string {
  return `${meetingName} ${meetingId}`;
}
