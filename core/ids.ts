import * as z from 'zod';

// People choose ids ("C-1", "包括"), so anything readable goes, but nothing that would break a key, a URL path or a log line.
const readable = z
  .string()
  .trim()
  .min(1)
  .max(40)
  .regex(/^[^\s/#?%\\"'<>{}\p{Cc}\p{Cf}\p{Cs}]+$/u, 'ID に使えない文字があります（空白や / # ? % などは使えません）。')
  // Page addresses end in ids: these would lead elsewhere.
  .refine((id) => !/^\.+$/.test(id) && id !== 'new', 'この番号は使えません。別の番号にしてください。');

export const townCodeSchema = z
  .string()
  .regex(/^\d{6}$/, '6桁の団体コードを入れてください。')
  .brand('TownCode');
export const caseIdSchema = readable.brand('CaseId');
export const meetingIdSchema = readable.brand('MeetingId');
export const agencyIdSchema = readable.brand('AgencyId');
export const memberIdSchema = readable.brand('MemberId');
export const personIdSchema = readable.brand('PersonId');
export const roleIdSchema = readable.brand('RoleId');
export const bodyIdSchema = readable.brand('BodyId');
export const disposalIdSchema = readable.brand('DisposalId');

/** A town's, or a prefecture's, six-digit code (全国地方公共団体コード). The tenant in every key. */
export type TownCode = z.infer<typeof townCodeSchema>;
export type CaseId = z.infer<typeof caseIdSchema>;
export type MeetingId = z.infer<typeof meetingIdSchema>;
export type AgencyId = z.infer<typeof agencyIdSchema>;
export type BodyId = z.infer<typeof bodyIdSchema>;
export type PersonId = z.infer<typeof personIdSchema>;
