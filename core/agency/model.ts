import * as z from 'zod';
import { agencyIdSchema, townCodeSchema } from '../ids.ts';
import { instantSchema } from '../time.ts';

/** How an agency is reached: mail, or what staff must do by hand (BRIEF §2.6). */
export const reachSchema = z.enum(['mail', 'fax', 'phone', 'post']);
export type Reach = z.infer<typeof reachSchema>;

/** 担当者. Mail and phone are for people to use; what the system sends goes to the agency's own address. */
export const contactSchema = z.object({
  name: z.string(),
  section: z.string().optional(),
  phone: z.string().optional(),
  mail: z.email().optional(),
  main: z.boolean(),
});
export type Contact = z.infer<typeof contactSchema>;

/** 休止 until it says otherwise, 廃止 for good, or one with another entry (統合). */
export const endSchema = z.enum(['paused', 'closed', 'merged']);

export const agencySchema = z.object({
  kind: z.literal('agency'),
  /** The prefecture's code: the register is shared by its towns (ADR 0010). */
  town: townCodeSchema,
  id: agencyIdSchema,
  version: z.number().int(),
  name: z.string(),
  /** As it was written. */
  type: z.string(),
  /** Which type that is; read from `type` where it is missing. */
  typeCode: z.string().optional(),
  /** The main 担当者 in the words of a letter: 「相談室 鈴木」. */
  contact: z.string().optional(),
  contacts: z.array(contactSchema).optional(),
  mail: z.email().optional(),
  phone: z.string().optional(),
  fax: z.string().optional(),
  post: z.string().optional(),
  /** The way it prefers; the first there is where it is missing or not there. */
  reach: reachSchema.optional(),
  /** 予定ファイルを付けない: its mails bear no calendar entry. */
  noCalendar: z.boolean().optional(),
  /** 連絡のつく時間. */
  hours: z.string().optional(),
  /** 機関長, to whom letters are formally addressed: 「院長 試験太郎」. */
  head: z.string().optional(),
  notes: z.string().optional(),
  /** The one town that uses this entry, and sees it; all of the prefecture's when missing. */
  only: townCodeSchema.optional(),
  /** Why it was registered although it looks like another one. */
  anyway: z.string().optional(),
  /** Not to be invited any more. */
  ended: z
    .object({ how: endSchema, at: instantSchema, reason: z.string(), into: agencyIdSchema.optional() })
    .optional(),
});
export type Agency = z.infer<typeof agencySchema>;

const ways = ['mail', 'fax', 'phone', 'post'] as const;

export function reachOf(agency: Agency): Reach {
  const there = ways.filter((way) => agency[way] !== undefined);
  const [first = 'post'] = there;
  return agency.reach !== undefined && there.includes(agency.reach) ? agency.reach : first;
}

/** The people of an agency, the main one first. An entry from before there were several has one. */
export function contactsOf({ contact, contacts }: Pick<Agency, 'contact' | 'contacts'>): readonly Contact[] {
  if (contacts !== undefined && contacts.length > 0)
    return contacts.toSorted((a, b) => Number(b.main) - Number(a.main));
  return contact === undefined ? [] : [{ name: contact, main: true }];
}

/** May be called to a meeting of this town. */
export function isAvailableTo(agency: Agency, town: string): boolean {
  return agency.ended === undefined && belongsTo(agency, town);
}

/** Stands in the list of this town. */
export function belongsTo({ only }: Pick<Agency, 'only'>, town: string): boolean {
  return only === undefined || only === town;
}
